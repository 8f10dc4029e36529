/**
 * Makes belief stories by chance, each with wants and at least one lie, and certifies them: every lie has a
 * reason in its teller's mind (D22), and the answers stand as the world of the story moves.
 */
import { generator, startReview } from "@dramaturg/engine"
import {
  type BeliefStory,
  type BeliefWorld,
  beliefWorldOf,
  type Filling,
  filled,
  type QuestionKind,
  questionTemplates,
  readBeliefStories,
  type SentenceKind,
  sentenceTemplates,
} from "@dramaturg/language"
import type { Problem } from "@dramaturg/model"
import { type Chance, type Draft, draftOf } from "./belief-draft.js"
import { lieOf, momentsOf } from "./belief-reasons.js"
import { answersTo, followed } from "./belief-stories.js"
import { answerOf, asking, type Steps } from "./question.js"

/** Which stories are to be made. */
export interface MakeQuestion {
  /** How many stories. */
  readonly count: number
  /** The same seed makes the same stories. */
  readonly seed: number
}

/** Stories that were made and certified. */
export interface MadeStories {
  /** The stories as one text, with an answer behind each question. */
  readonly text: string
  /** How many drafts were thrown away because they have no lie, or one without a reason. */
  readonly rejected: number
}

/** How many drafts are tried for one story. */
const MOST_DRAFTS = 200

/** How far those who lie look ahead, and into how many minds. */
const LIMITS = { author: null, character: 1, belief: 2 } as const

/** Makes so many stories. Throws if chance brings none that can be certified. */
export const askMakeBeliefStories = asking(function* (
  { count, seed }: MakeQuestion,
  _options: object,
): Steps<MadeStories> {
  const chance = generator(seed)
  const texts: string[] = []
  let rejected = 0
  while (texts.length < count) {
    yield { stage: "searching", visited: texts.length, note: `story ${texts.length + 1} of ${count}` }
    const text = yield* certified(draftOf(chance), chance)
    if (text !== undefined) texts.push(text)
    else if (++rejected > MOST_DRAFTS * count) throw new Error("No story could be certified.")
  }
  return { text: texts.join(""), rejected }
})

/** The story with its questions answered; undefined if it has no lie, or a lie without a reason. */
function* certified(draft: Draft, chance: Chance): Steps<string | undefined> {
  if (!draft.sentences.some((each) => each.kind === "tell" && each.who === draft.people[0])) return undefined
  const lines = draft.sentences.map((each) => written(sentenceTemplates, each.kind, each))
  const questions = questionsAbout(draft, chance)
  const { stories, unread } = readBeliefStories(numbered([...lines, ...questions]))
  const world = stories.length === 1 && unread.length === 0 ? beliefWorldOf(stories[0]) : undefined
  if (world === undefined || "reason" in world) return undefined
  if (!(yield* liesAreMeant(stories[0], world))) return undefined
  const answers = yield* answersTo(stories[0], world)
  return numbered([
    ...lines,
    ...answers.map(({ question, answer }) => `${question.text}\t${answer ?? "nobody knows"}`),
  ])
}

function numbered(lines: readonly string[]): string {
  return lines.map((each, i) => `${i + 1} ${each}\n`).join("")
}

type Templates = readonly { readonly kind: SentenceKind | QuestionKind; readonly form: string }[]

/** In the first form of its kind that has a place for all the names. */
function written(templates: Templates, kind: SentenceKind | QuestionKind, names: Filling): string {
  const fits = templates.find(
    (each) =>
      each.kind === kind &&
      (names.minds === undefined || names.minds.length === 0) !== each.form.includes("{minds}"),
  )
  return filled(fits!.form, names)
}

/** What is so and was, what everybody thinks, what some think of others, and whether it was a lie. */
function questionsAbout({ people, thing, sentences }: Draft, chance: Chance): readonly string[] {
  const [schemer, victim, third] = people
  const pairs = people.flatMap((who) => people.filter((each) => each !== who).map((other) => [who, other]))
  const chains = [...pairs.filter(() => chance() < 0.5), [schemer, victim, schemer], [victim, schemer, third]]
  const tellers = [...new Set(sentences.flatMap(({ kind, who }) => (kind === "tell" ? [who!] : [])))]
  return [
    written(questionTemplates, "reality", { thing }),
    written(questionTemplates, "beginning", { thing }),
    ...people.map((who) => written(questionTemplates, "belief", { who, thing })),
    ...chains.map(([who, ...minds]) => written(questionTemplates, "belief", { who, minds, thing })),
    ...tellers.map((who) => written(questionTemplates, "lie", { who, whom: victim, thing })),
  ]
}

/** Is there a lie, and has every lie a reason? */
function* liesAreMeant(story: BeliefStory, world: BeliefWorld): Steps<boolean> {
  const { problem, fabula } = yield* followed(story, world)
  const told = { story, world, fabula, moments: momentsOf(story, world, fabula) }
  const lies = story.sentences.flatMap((each, i) =>
    each.kind === "tell" && lieOf(told, { ...each, after: i + 1 }, i).isLie ? [i] : [],
  )
  for (const each of lies) if (!(yield* isMeant(problem, world, each))) return false
  return lies.length > 0
}

/** Has the teller a reason for what the sentence tells? */
function* isMeant(problem: Problem, { acts }: BeliefWorld, sentence: number): Steps<boolean> {
  const past = acts.findIndex((each) => each.sentence === sentence)
  const span = { file: "", offset: 0, length: 0, line: 1, column: 1 }
  const outline = { acts: acts.slice(0, past + 1).map(({ act }) => ({ act, span })), notes: [] }
  const review = yield* answerOf(startReview(problem, outline, { past, limits: LIMITS }), "searching")
  return Object.values(review.acts[past].explanations).some((each) => each !== undefined)
}
