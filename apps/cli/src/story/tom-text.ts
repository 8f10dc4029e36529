/** The answers to belief stories, as text and for programs. */
import type { AnsweredStory, BeliefAnswer, BeliefCount } from "@dramaturg/analysis"
import { questionTemplates, sentenceTemplates, type StorySentence } from "@dramaturg/language"
import { wrapped } from "./wrapped.js"

/** Every sentence and question that is understood, with names in braces. */
export function formsText(): string {
  const listed = (forms: readonly { readonly form: string }[]): string =>
    forms.map(({ form }) => `  ${form}\n`).join("")
  return `Sentences:\n${listed(sentenceTemplates)}\nQuestions:\n${listed(questionTemplates)}
A name is one word; {minds} is “think that … thinks that …”. A line may begin with a number, which begins again with 1 at each
story; behind a question may stand, after a tab, the answer that is held to be right.
`
}

/**
 * What stands in the JSON of a story: its answers, and by which lines they are what they are. Lines are those
 * of the file.
 */
export function answersOf({ story, answers }: AnsweredStory): object {
  return {
    line: story.line,
    answers: answers.map(({ question, believers, answer, isRight, because }) => ({
      line: question.line,
      question: question.text,
      kind: question.kind,
      believers,
      answer,
      given: question.given ?? null,
      isRight,
      because: {
        since: because.since?.line ?? null,
        how: because.how === "surprised" ? "saw" : because.how,
        by: because.by ?? null,
        missed: because.missed?.line ?? null,
      },
    })),
  }
}

interface Answered {
  readonly stories: readonly AnsweredStory[]
  readonly counts: readonly BeliefCount[]
}

/** Each question with its answer, its reason, and the given answer where that differs; then the counts. */
export function tomText({ stories, counts }: Answered): string {
  const told = stories.map(({ story, answers }, i) =>
    [`Story ${i + 1}, line ${story.line}`, ...answers.flatMap(answerLines), ""].join("\n"),
  )
  return [...told, ...counts.map(countLine), ""].join("\n")
}

function answerLines(found: BeliefAnswer): readonly string[] {
  const { question, answer, isRight } = found
  const mark = isRight === false ? ` ✗ given: ${question.given}` : ""
  return [`  ${question.text} ${answer ?? "nobody knows"}${mark}`, ...wrapped(reasonOf(found), 4)]
}

/** Ends a sentence. */
function quoted({ number, text }: StorySentence): string {
  return `line ${number}, “${text}”`
}

/** Why the answer is what it is, in a sentence or two. */
function reasonOf(found: BeliefAnswer): string {
  const { question, believers, because } = found
  if (question.kind === "lie") return lieReason(found)
  const [who, ...others] = believers
  const { since, how, by, missed } = because
  if (since === null)
    return others.length === 0
      ? `${who} has neither seen it nor been told.`
      : `${who} knows of nothing that would have told ${others.at(-1)}.`
  if (who === undefined) return `So it is by ${quoted(since)}`
  const learnt =
    how === "told"
      ? `was told so${by === undefined ? "" : ` by ${by}`}`
      : others.length === 0
        ? "saw it"
        : "thinks so"
  return `${who} ${learnt}: ${quoted(since)}${missed === null ? "" : ` Unknown to ${who}: ${quoted(missed)}`}`
}

function lieReason({ question, answer, because: { since, missed: spoken } }: BeliefAnswer): string {
  if (spoken === null) return `${question.who} told ${question.whom} nothing about it.`
  const thought =
    since === null
      ? `${question.who} had no idea.`
      : `What ${question.who} thought comes from ${quoted(since)}`
  return `${answer === "yes" ? "Said against better belief" : "Said as it was thought"}: ${quoted(spoken)} ${thought}`
}

const NAMES: Readonly<Record<BeliefCount["kind"], string>> = {
  belief: "belief",
  beginning: "the beginning",
  reality: "what is so",
  lie: "lies",
}

function countLine({ kind, depth, asked, right, wrong }: BeliefCount): string {
  const name = kind === "belief" ? `belief, ${depth} ${depth === 1 ? "mind" : "minds"} deep` : NAMES[kind]
  const open = asked - right - wrong
  return `${name}: ${asked} asked, ${right} as given, ${wrong} not${open === 0 ? "" : `, ${open} without a given answer`}`
}
