/**
 * Why an act was done, in words: what the consenting characters planned, knew and had wrong, and what had
 * made it possible.
 */
import type { Cause, Fabula, Mistake, Motive, Occurrence, Problem, Prospect, Step } from "@dramaturg/model"
import { asItIs, caseOf, standingAt, stepsOf } from "@dramaturg/model"
import {
  actIn,
  believing,
  chainIn,
  deedIn,
  type Diction,
  dictionOf,
  doing,
  headIn,
  nameIn,
  ownerIn,
  verbOf,
} from "./diction.js"
import {
  believed,
  caseIn,
  hasBeenSo,
  hasBeenSoIn,
  inMind,
  isSo,
  isSoIn,
  list,
  occurrenceName,
  place,
  sentence,
  type Setting,
  since,
  way,
  worth,
} from "./answer-parts.js"
import { fearedIn } from "./fearing.js"
import { otherwiseIn } from "./otherwise.js"
import { wondering } from "./wondering.js"

/** `who` null: all consenting characters. `act`: its number, from 1. `prospects`: of its hopes, if known. */
export function whySentences(
  fabula: Fabula,
  problem: Problem,
  act: number,
  who: string | null,
  prospects: readonly Prospect[] = [],
): readonly string[] {
  const occurrence = fabula.occurrences.find((each) => each.act === act && each.kind === "act")
  if (occurrence === undefined) return [`There is no act ${act}.`]
  const { occurrences } = fabula
  const tale: Tale = { fabula, problem, occurrences, prospects, diction: dictionOf(problem) }
  const motives = occurrence.motives.filter((each) => who === null || each.character === who)
  const nobody = occurrence.motives.length === 0 ? ["Nobody decides this: it happens."] : []
  const other =
    motives.length === 0 && nobody.length === 0 && who !== null
      ? [`${ownerIn(tale.diction, who)} consent is not asked here.`]
      : []
  const sentences = [
    ...nobody,
    ...other,
    ...motives.flatMap((each) => motiveSentences(tale, occurrence, each)),
    ...possibleSentences(tale, occurrence),
  ]
  return sentences.map((each) => headIn(tale.diction, each))
}

interface Tale extends Setting {
  readonly fabula: Fabula
  readonly problem: Problem
  /** Of the act in question. */
  readonly prospects: readonly Prospect[]
}

function motiveSentences(tale: Tale, occurrence: Occurrence, motive: Motive): readonly string[] {
  const { character } = motive
  return [
    meaning(tale, motive),
    ...dreading(tale, character),
    ...expectations(tale.diction, character, motive.plan ?? []),
    ...motive.mistakes.map((each) =>
      each.believers.length === 1 && each.value === null
        ? unknowing(tale, character, each)
        : mistaken(tale, character, each),
    ),
    ...knowing(tale, occurrence, motive),
  ]
}

function meaning(
  { problem, diction, prospects }: Tale,
  { character, plan, supposing: supposed, before, hoped }: Motive,
): string {
  if (plan === null) return `No reason of ${ownerIn(diction, character)} is written down.`
  const wish = problem.utilities.find((each) => each.character === character)?.origin
  if (supposed !== undefined) {
    const otherwise = otherwiseIn(
      diction,
      prospects.find((each) => each.character === character),
    )
    const leads =
      plan.length === 0
        ? ""
        : `it leads on to ${chainIn(
            diction,
            plan.map((each) => each.act),
          )}, and `
    return `${doing(diction, character, "do")} it ${wondering.inHope}: if ${caseIn(diction, supposed)}, ${leads}things are better by what ${doing(diction, character, "want")}${place(wish)}; ${otherwise.join("; ")}.`
  }
  const gain = `what ${doing(diction, character, "want")}${place(wish)} is worth ${worth(before)} before it, and ${worth(hoped)} then`
  if (plan.length === 0) return `${doing(diction, character, "do")} it for its own sake: ${gain}.`
  return `${doing(diction, character, "mean")} it to lead on to ${chainIn(
    diction,
    plan.map((each) => each.act),
  )}: ${gain}.`
}

/** Why they do not do a later act of a plan in hope at once. */
function dreading({ diction, prospects }: Tale, character: string): readonly string[] {
  const fear = prospects.find((each) => each.character === character)?.fear
  if (fear === undefined) return []
  const deed = deedIn(diction, character, fear.act) ?? `do ${actIn(diction, fear.act)}`
  return [`${nameIn(diction, character)} would not ${deed} at once, ${fearedIn(diction, character, fear)}.`]
}

/** What the character expects others to do, and those of others, to any depth. */
function expectations(diction: Diction, character: string, plan: readonly Step[]): readonly string[] {
  return plan.flatMap((step) => otherReasons(diction, [character], step))
}

/** `minds`: the chain of believers, of whom the last counts on another character's act. */
function otherReasons(
  diction: Diction,
  minds: readonly string[],
  { act, explanations }: Step,
): readonly string[] {
  const counting = minds.at(-1)!
  const thinking = minds
    .slice(0, -1)
    .map((each) => doing(diction, each, "think"))
    .join(" that ")
  const lead =
    thinking === ""
      ? doing(diction, counting, "count")
      : `${nameIn(diction, counting)}, ${thinking}, ${verbOf(diction, counting, "count")}`
  return Object.entries(explanations).flatMap(([other, plan]) => {
    const [steps, supposed] = [stepsOf(plan), caseOf(plan)]
    const hoping = supposed === undefined ? "" : `, ${wondering.hoping} that ${caseIn(diction, supposed)},`
    return [
      steps.length === 0
        ? `${lead} on ${nameIn(diction, other)} to consent to ${actIn(diction, act)}, who${hoping} would want what it brings about.`
        : `${lead} on ${nameIn(diction, other)} to consent to ${actIn(diction, act)}, who${hoping} would mean it to lead on to ${chainIn(
            diction,
            steps.map((each) => each.act),
          )}.`,
      ...steps.flatMap((each) => otherReasons(diction, [...minds, other], each)),
    ]
  })
}

/** Whoever does not know is not wrong. */
function unknowing({ diction }: Tale, character: string, { believers, fluent, actual }: Mistake): string {
  return `${believed(diction, believers, fluent, null)}: ${isSoIn(diction, believers.slice(1), fluent, actual, character)}.`
}

/** A belief about another mind is compared with that mind, not with the world. */
function mistaken(
  tale: Tale,
  character: string,
  { believers, fluent, value, actual, since: number }: Mistake,
): string {
  const { diction } = tale
  const [lead, when, others] = [
    `${doing(diction, character, "be")} wrong about`,
    since(tale, number),
    believers.slice(1),
  ]
  if (others.length === 0) {
    const thought = hasBeenSo(diction, fluent, value, when, character)
    const own = inMind(diction, [character])
    return `${lead} this: ${diction.lexicon === null ? `${thought} ${own.trimEnd()}` : own + thought}, but ${isSo(diction, fluent, actual)}.`
  }
  return `${lead} what ${believing(diction, others)}: ${when} ${believed(diction, believers, fluent, value)}, but ${believed(diction, others, fluent, actual)}.`
}

/** How the characters learned what made the act possible, or worth it, if it was not so from the start. */
function knowing(
  tale: Tale,
  occurrence: Occurrence,
  { character, relies, mistakes }: Motive,
): readonly string[] {
  const { diction } = tale
  const learnt = relies.filter((each) => each.since > 0)
  const right = learnt.filter((each) => isRight(tale, occurrence, each))
  const isTold = (each: Cause): boolean =>
    mistakes.some(
      (other) => other.fluent.label === each.fluent.label && other.believers.join() === each.believers.join(),
    )
  const wrong = learnt.filter((each) => !right.includes(each) && !isTold(each))
  const said = (verb: string, causes: readonly Cause[]): readonly string[] => {
    const facts = causes.map(
      (each) =>
        `${isSoIn(diction, each.believers.slice(1), each.fluent, each.value, each.believers.at(-1))} (${source(tale, occurrence, each)})`,
    )
    return causes.length === 0 ? [] : [sentence(`${doing(diction, character, verb)} that ${list(facts)}`)]
  }
  return [...said("know", right), ...said("believe", wrong)]
}

/** As far as it can be told. */
function isRight({ fabula }: Tale, { number }: Occurrence, { believers, fluent, value }: Cause): boolean {
  const standing = standingAt(fabula, number - 1, believers.slice(1), fluent.label)
  return standing === null || standing.value === value || value === asItIs
}

function source(
  { fabula, diction }: Tale,
  occurrence: Occurrence,
  { believers, fluent, since: number }: Cause,
): string {
  const standing = standingAt(fabula, occurrence.number - 1, believers, fluent.label)
  const { how = null, ...rest } = standing ?? {}
  const only = standing?.isFromAct ? ", which nothing else would explain" : ""
  return `${how === null ? "" : `${way(diction, { how, ...rest })} `}${occurrenceName(diction, fabula.occurrences[number - 1])}${only}`
}

/** What had made it possible. */
function possibleSentences(tale: Tale, { causes, isForced }: Occurrence): readonly string[] {
  if (isForced) return ["It was not possible."]
  const made = causes.filter((each) => each.since > 0)
  if (made.length === 0) return ["What it needs had been so since the start."]
  return [
    sentence(
      `it was possible because ${list(made.map((each) => `${hasBeenSoIn(tale.diction, each.believers, each.fluent, each.value, since(tale, each.since))}`))}`,
    ),
  ]
}
