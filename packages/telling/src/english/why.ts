/** Why an act was done: what those who did it meant by it, what they knew and what they had wrong, and what had made it possible. */
import type { Cause, Explanations, Fabula, Mistake, Motive, Occurrence, Span, Step } from "@dramaturg/model"
import { standingAt } from "@dramaturg/model"
import { believed, hasBeenSo, inMind, isSo, list, occurrenceName, place, sentence, since, way, worth } from "./words.js"

/** Where the wants of each character are written, if that is known. */
export type Wishes = (character: string) => Span | undefined

/** `who` null: everybody whose consent it needed. The act is counted from 1. */
export function whySentences(fabula: Fabula, act: number, who: string | null, wishes: Wishes): readonly string[] {
  const occurrence = fabula.occurrences.find((each) => each.act === act && each.kind === "act")
  if (occurrence === undefined) return [`There is no act ${act}.`]
  const motives = occurrence.motives.filter((each) => who === null || each.character === who)
  const nobody = occurrence.motives.length === 0 ? ["Nobody decides this: it happens."] : []
  const other = motives.length === 0 && nobody.length === 0 && who !== null ? [`${who}'s consent is not asked here.`] : []
  return [
    ...nobody, ...other, ...motives.flatMap((each) => motiveSentences(fabula, occurrence, each, wishes)),
    ...possibleSentences(fabula, occurrence),
  ]
}

function motiveSentences(fabula: Fabula, occurrence: Occurrence, motive: Motive, wishes: Wishes): readonly string[] {
  const { character } = motive
  return [
    meaning(motive, wishes(character)), ...expectations(character, motive.plan ?? []),
    ...motive.mistakes.map((each) => mistaken(fabula, character, each)), ...knowing(fabula, occurrence, motive),
  ]
}

function meaning({ character, plan, before, hoped }: Motive, wish: Span | undefined): string {
  if (plan === null) return `No reason of ${character}'s is written down.`
  const gain = `what ${character} wants${place(wish)} is worth ${worth(before)} before it, and ${worth(hoped)} then`
  if (plan.length === 0) return `${character} does it for its own sake: ${gain}.`
  return `${character} means it to lead on to ${plan.map((each) => each.act).join(", then ")}: ${gain}.`
}

/** What they expect of others, as deep as it goes. */
function expectations(character: string, plan: readonly Step[]): readonly string[] {
  return plan.flatMap((step) => otherReasons(`${character} counts on`, step.act, step.explanations))
}

function otherReasons(lead: string, act: string, explanations: Explanations): readonly string[] {
  return Object.entries(explanations).flatMap(([other, steps]) => [
    steps.length === 0
      ? `${lead} ${other} to consent to ${act}, who would want what it brings about.`
      : `${lead} ${other} to consent to ${act}, who would mean it to lead on to ${steps.map((each) => each.act).join(", then ")}.`,
    ...steps.flatMap((each) => otherReasons(`${other}, ${lead.charAt(0).toLowerCase()}${lead.slice(1).replace(/ counts on$/, " thinks,")} counts on`, each.act, each.explanations)),
  ])
}

/** What they think of somebody else's mind is held against that mind. */
function mistaken(fabula: Fabula, character: string, { believers, fluent, value, actual, since: number }: Mistake): string {
  const when = since(fabula, number)
  const others = believers.slice(1)
  if (others.length === 0) return `${character} is wrong about this: ${hasBeenSo(fluent, value, when)} to ${character}'s mind, but ${isSo(fluent, actual)}.`
  return `${character} is wrong about what ${others.join(" believes that ")} believes: ${when} ${believed(believers, fluent, value)}, but ${believed(others, fluent, actual)}.`
}

/** How they came to know what made it possible, where that was not so from the start. */
function knowing(fabula: Fabula, occurrence: Occurrence, { character, relies }: Motive): readonly string[] {
  const learnt = relies.filter((each) => each.since > 0)
  if (learnt.length === 0) return []
  return [sentence(`${character} knows that ${list(learnt.map((each) => `${inMind(each.believers.slice(1))}${isSo(each.fluent, each.value)} (${source(fabula, occurrence, each)})`))}`)]
}

function source(fabula: Fabula, occurrence: Occurrence, { believers, fluent, since: number }: Cause): string {
  const { how = null, by } = standingAt(fabula, occurrence.number - 1, believers, fluent) ?? {}
  return `${how === null ? "" : `${way(how, by)} `}${occurrenceName(fabula.occurrences[number - 1])}`
}

/** What had made it possible. */
function possibleSentences(fabula: Fabula, { causes, isForced }: Occurrence): readonly string[] {
  if (isForced) return ["It was not possible."]
  const made = causes.filter((each) => each.since > 0)
  if (made.length === 0) return ["What it needs had been so since the start."]
  return [sentence(`it was possible because ${list(made.map((each) => `${inMind(each.believers)}${hasBeenSo(each.fluent, each.value, since(fabula, each.since))}`))}`)]
}
