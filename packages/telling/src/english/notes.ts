/** Margin notes: what readers may notice and no sentence says. In the present tense, with full names. */
import type { Fabula, MarginNote, Mistake, Motive, Occurrence, Paragraph, Slices } from "@dramaturg/model"
import { doing, notDoing } from "./diction.js"
import { stated } from "./fact-words.js"
import { eventCalled, type Lexicon } from "./lexicon.js"
import { newReference } from "./refer.js"
import { capitalised, say } from "./say.js"

/** Each unit looks at one sentence. */
export function* notesFor(
  fabula: Fabula,
  paragraphs: readonly Paragraph[],
  lexicon: Lexicon,
): Slices<readonly MarginNote[]> {
  const notes: MarginNote[] = []
  const told = new Set<number>()
  const noted = new Set<string>()
  for (const [paragraph, { sentences }] of paragraphs.entries()) {
    for (const [sentence, { claims }] of sentences.entries()) {
      yield
      for (const claim of claims) {
        if (claim.kind !== "occurred" || told.has(claim.occurrence)) continue
        told.add(claim.occurrence)
        const occurrence = fabula.occurrences[claim.occurrence - 1]
        for (const { kind, text } of remarks(fabula, occurrence, lexicon, noted))
          notes.push({ kind, paragraph, sentence, occurrence: claim.occurrence, text })
      }
    }
  }
  return notes
}

type Remark = Pick<MarginNote, "kind" | "text">

function remarks(
  fabula: Fabula,
  occurrence: Occurrence,
  lexicon: Lexicon,
  noted: Set<string>,
): readonly Remark[] {
  const chance: readonly Remark[] =
    occurrence.isUnforeseen || (occurrence.kind === "act" && occurrence.consenting.length === 0)
      ? [{ kind: "chance", text: "Nobody could have counted on this." }]
      : []
  const { motives, unaware = [] } = occurrence
  return [
    ...motives.flatMap((each) => [
      ...ironies(each.mistakes, lexicon, noted),
      ...suspense(fabula, occurrence, each, lexicon),
      ...thwarted(fabula, occurrence, each, lexicon),
    ]),
    ...ironies(
      unaware.filter((each) => !comesUp(fabula, occurrence, each)),
      lexicon,
      noted,
    ),
    ...chance,
  ]
}

/** Whether the believer acts on it later; it is then noted there. */
function comesUp(fabula: Fabula, { number }: Occurrence, mistake: Mistake): boolean {
  return fabula.occurrences.some(
    (each) =>
      each.number > number &&
      each.motives.some(({ mistakes }) => mistakes.some((other) => keyOf(other) === keyOf(mistake))),
  )
}

function keyOf({ believers, fluent, value, actual }: Mistake): string {
  return `${believers.join()} ${fluent.label} ${String(value)} ${String(actual)}`
}

/** Each mistake is noted once. */
function ironies(mistakes: readonly Mistake[], lexicon: Lexicon, noted: Set<string>): readonly Remark[] {
  return mistakes.flatMap((each): readonly Remark[] => {
    const text = noted.has(keyOf(each)) ? undefined : irony(each, lexicon)
    if (text === undefined) return []
    noted.add(keyOf(each))
    return [{ kind: "irony", text: capitalised(`${text}.`) }]
  })
}

/** Undefined where no sentence can be made. */
function irony({ believers, fluent, value, actual }: Mistake, lexicon: Lexicon): string | undefined {
  const [who, ...others] = believers
  const thought = stated(lexicon, fluent, value)
  const truth = stated(lexicon, fluent, actual)
  const within = (text: string): string =>
    others.reduceRight((inner, each) => `${doing({ lexicon }, each, "believe")} that ${inner}`, text)
  // A belief that a truth is false, or no belief about it, is told as not knowing it.
  if (value === null || (value === false && actual === true))
    return truth && `${notDoing({ lexicon }, who, "know")} that ${within(truth)}`
  if (thought === undefined) return undefined
  const but = others.length === 0 ? lone(actual, truth) : doubted(lexicon, others, actual, truth)
  return but && `${doing({ lexicon }, who, "believe")} that ${within(thought)}; ${but}`
}

function lone(actual: Mistake["actual"], truth: string | undefined): string | undefined {
  return actual === false || actual === null ? "it is not so" : truth && `in truth ${truth}`
}

/** What the others believe about whose minds the first believer is wrong. */
function doubted(
  lexicon: Lexicon,
  others: readonly string[],
  actual: Mistake["actual"],
  truth: string | undefined,
): string | undefined {
  const whole = others
    .slice(0, -1)
    .map((each) => `${doing({ lexicon }, each, "believe")} that `)
    .join("")
  const last = others.at(-1)!
  if (actual === false || actual === null)
    return `in truth ${whole}${notDoing({ lexicon }, last, "believe")} it`
  return truth && `in truth ${whole}${doing({ lexicon }, last, "believe")} that ${truth}`
}

/** The fewest acts between an intention and its fulfilment that make suspense. */
const WAIT = 3

/** A note on a character's plan whose end takes a while; made when they first have the plan. */
function suspense(
  fabula: Fabula,
  { number, act }: Occurrence,
  { character, plan }: Motive,
  lexicon: Lexicon,
): readonly Remark[] {
  const goal = plan?.at(-1)?.act
  if (goal === undefined) return []
  const meantBefore = fabula.occurrences.some(
    (each) =>
      each.number < number &&
      each.motives.some((motive) => motive.character === character && motive.plan?.at(-1)?.act === goal),
  )
  const coming = fabula.occurrences.find((each) => each.number > number && each.label === goal)
  if (meantBefore || coming === undefined || coming.act - act < WAIT) return []
  const meaning = meaningOf(goal, character, lexicon)
  return meaning === undefined
    ? []
    : [
        {
          kind: "suspense",
          text: capitalised(
            `${meaning}; whether it comes to that stays open for ${coming.act - act - 1} acts.`,
          ),
        },
      ]
}

/** `means to drink`, `counts on it that she will drink`. */
function meaningOf(label: string, character: string, lexicon: Lexicon): string | undefined {
  const clause = eventCalled(lexicon, label)
  if (clause === undefined) return undefined
  const reference = newReference(lexicon, undefined)
  return clause.subject === character
    ? `${doing({ lexicon }, character, "mean")} to ${say(reference, clause, { tense: "present", verbForm: "infinitive", withoutSubject: true })}`
    : `${doing({ lexicon }, character, "count")} on it that ${say(reference, clause, { tense: "present", verbForm: "future", withoutSubject: false })}`
}

/** The first act of their plan that never happens. */
function thwarted(
  fabula: Fabula,
  { number }: Occurrence,
  { character, plan }: Motive,
  lexicon: Lexicon,
): readonly Remark[] {
  const later = fabula.occurrences.filter((each) => each.number > number).map((each) => each.label)
  const missing = (plan ?? []).find((each) => !later.includes(each.act))?.act
  const meaning = missing === undefined ? undefined : meaningOf(missing, character, lexicon)
  return meaning === undefined
    ? []
    : [{ kind: "thwarted", text: capitalised(`${meaning}; it never comes to that.`) }]
}
