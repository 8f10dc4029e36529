/** Why an act or an ending does not come about, in words. */
import {
  type EndingAnswer,
  type Opening,
  type OpeningKind,
  caseOf,
  printValue,
  type Problem,
  type Review,
  stepsOf,
  type Tried,
} from "@dramaturg/model"
import { actIn, chainIn, codeIn, type Diction, dictionOf, headIn, nameIn, statedIn } from "./diction.js"
import { findingSentences } from "./finding.js"
import { believed, caseIn, list } from "./answer-parts.js"
import { wondering } from "./wondering.js"

/** Sentences about the last act of the review. */
export function whyNotSentences(review: Review, problem: Problem): readonly string[] {
  const diction = dictionOf(problem)
  const act = review.acts[review.acts.length - 1]
  if (act.findings.length > 0)
    return findingSentences({ occurrences: review.occurrences, diction }, act.findings)
  const reasons = Object.entries(act.explanations).map(([who, plan]) => {
    const [steps, supposed] = [stepsOf(plan), caseOf(plan)]
    const hoping = supposed === undefined ? "" : `, ${wondering.hoping} that ${caseIn(diction, supposed)},`
    return steps.length === 0
      ? `${nameIn(diction, who)}${hoping} would want it for its own sake.`
      : `${nameIn(diction, who)}${hoping} would mean it to lead on to ${chainIn(
          diction,
          steps.map((each) => each.act),
        )}.`
  })
  return ["Nothing speaks against it: it could happen here.", ...reasons.map((each) => headIn(diction, each))]
}

const proofs = {
  impossible:
    "It can never end so: nothing that can happen in this world brings it about, whatever anybody wants.",
  exhausted: "No story ends so, within the limits: every possibility was looked at.",
  limited: "No story was found that ends so",
}

/** What stops a search. */
export const stops = {
  time: "in the time given",
  visits: "in as many visits as were allowed",
  memory: "in the memory given",
  belief: "in minds as deep as we follow them",
  effort: "of which the judge could be sure with as much effort as it was allowed",
}

function proofOf({ proof, limit }: EndingAnswer & { kind: "not-reached" }): string {
  return proof === "limited"
    ? `${proofs.limited} ${stops[limit ?? "visits"]}; there may be one.`
    : proofs[proof]
}

/** Sentences about an ending. They do not list the acts of a story that reaches it; callers show those. */
export function endingSentences(answer: EndingAnswer, problem: Problem): readonly string[] {
  return endingIn(dictionOf(problem), answer)
}

export function endingIn(diction: Diction, answer: EndingAnswer): readonly string[] {
  if (answer.kind === "reached") return ["It can end so:"]
  if (answer.openings.length === 0) return [proofOf(answer), ...attempts(answer)]
  return [
    proofOf(answer),
    "It could end so",
    ...answer.openings.map((each) => `- ${openingIn(diction, each)}, by ${way(diction, each.story.plan)}.`),
    ...attempts(answer),
  ]
}

const plurals: Record<OpeningKind, string> = {
  limit: "wider limits",
  want: "wants",
  belief: "beliefs at the start",
  fact: "facts of the start",
  "belief about a belief": "beliefs about beliefs",
  rule: "leaving out a rule",
}

/** What was tried in vain and what was not tried to the end; readers must not take the latter for proved. */
function attempts({ tried }: EndingAnswer & { kind: "not-reached" }): readonly string[] {
  const some = tried.filter((each) => each.of > 0)
  const of = (chosen: readonly Tried[]): string =>
    list(chosen.map((each) => `${plurals[each.kind]} (${each.of})`))
  const isOpen = (each: Tried): boolean => each.unfinished + each.untried > 0
  const [vain, open] = [some.filter((each) => each.opened === 0 && !isOpen(each)), some.filter(isOpen)]
  return [
    ...(some.length === 0 ? ["There was no single change to try."] : []),
    ...(vain.length === 0 ? [] : [`None of these opens it, and all were tried: ${of(vain)}.`]),
    ...(open.length === 0
      ? []
      : [
          `Not tried to the end, so that one of them may${open.some((each) => each.opened > 0) ? ", too" : ""}: ${list(open.map((each) => `${plurals[each.kind]} (${each.unfinished + each.untried} of ${each.of})`))}.`,
        ]),
  ]
}

/** The longest plan that a sentence lists in full. */
const LONGEST = 5

export function way(diction: Diction, plan: readonly string[]): string {
  return plan.length <= LONGEST
    ? chainIn(diction, plan)
    : `${plan.length} acts, from ${actIn(diction, plan[0])} to ${actIn(diction, plan.at(-1)!)}`
}

/** The change that makes the ending possible: `if Tom wanted it to`. */
export function openingWords(opening: Opening, problem: Problem): string {
  return openingIn(dictionOf(problem), opening)
}

export function openingIn(diction: Diction, each: Opening): string {
  switch (each.kind) {
    case "fact":
      return factOpening(diction, each)
    case "belief":
      return `if at the start ${believed(diction, each.believers, each.fluent, each.value, "past")} (${codeIn(diction, asWritten(each))})`
    case "limit":
      return wider(each)
    case "want":
      return `if ${nameIn(diction, each.character)} wanted it to`
    case "rule":
      return `without the rule ${each.trigger}`
  }
}

/** With the statement as the world's language has it, since words are no statement of it. */
function factOpening(diction: Diction, { fluent, value, was }: Opening & { kind: "fact" }): string {
  const { label } = fluent
  const words = statedIn(diction, fluent, value)
  if (words !== undefined)
    return `if at the start it were so that ${words} (${codeIn(diction, typeof value === "boolean" ? `${value ? "" : "!"}${label}` : `${label} = ${printValue(value)}`)})`
  return value === true || value === false
    ? `if ${codeIn(diction, label)} ${value ? "held" : "did not hold"} at the start`
    : `if at the start ${codeIn(diction, label)} were ${printValue(value)}, not ${printValue(was)}`
}

/** The belief as a statement of the world's language. */
function asWritten({ believers, fluent: { label }, value }: Opening & { kind: "belief" }): string {
  const isPlain = typeof value === "boolean" && believers.length === 1
  const inside = believers.slice(1).reduceRight((inner, each) => `believes(${each}, ${inner})`, label)
  if (isPlain) return `believes(${believers[0]}, ${value ? "" : "!"}${label})`
  return `believes(${believers[0]}, ${inside}) = ${printValue(value)}`
}

function wider({ limit, was, value }: Opening & { kind: "limit" }): string {
  if (limit === "author") return `if the story might have ${value} acts, not ${was}`
  return limit === "character"
    ? `if people planned ${value} acts ahead, not ${was}`
    : `if people planned ${value} minds deep, not ${was}`
}
