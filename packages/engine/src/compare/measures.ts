/**
 * Named measures of a story, each counted from its fabula (and suspense from the space around it).
 *
 * - conflict: plans in a character's mind that never come to be, after Ware and Young 2011: each plan of
 *   which some act does not happen.
 * - surprise: expectations reversed, after Bae and Young 2008: a character sees what they thought impossible;
 *   a character counts on what another will do, and it does not happen.
 * - irony: the gap between what is and what is believed: acts done on a belief that is wrong, and mistakes
 *   that are put right at last.
 * - suspense: how long the end is in doubt, after Cheong and Young 2015: moments from which the goal can
 *   still be reached and lost.
 * - brevity: nothing that the end does not need, after Birchmeier and Ware 2025: every act that is no causal
 *   ancestor of what the author asks for counts against it, and then every act.
 */
import {
  type Fabula,
  type MeasureName,
  type Motive,
  type Occurrence,
  type Problem,
  reader,
} from "@dramaturg/model"
import { enablers } from "./features.js"

export type Counts = Readonly<Record<string, number>>

/** A measure: what it counts in a story, and the score made of that; higher is more. */
export interface Measure<Name extends string = string> {
  readonly name: Name
  /** `doubt`: the number of moments from which the goal can still be reached and lost. */
  readonly count: (fabula: Fabula, problem: Problem, doubt: number) => Counts
  /** The score made of the counts; higher is more. */
  readonly score: (counts: Counts) => number
}

const sum = (counts: Counts): number => Object.values(counts).reduce((total, each) => total + each, 0)

export const measures: readonly Measure<MeasureName>[] = [
  { name: "conflict", score: sum, count: (fabula) => ({ "thwarted plans": thwarted(fabula) }) },
  {
    name: "surprise",
    score: sum,
    count: (fabula) => ({
      "sights thought impossible": surprises(fabula),
      "expectations not met": unmet(fabula),
    }),
  },
  {
    name: "irony",
    score: sum,
    count: (fabula) => ({ "acts on a mistake": mistaken(fabula), "mistakes found out": recognised(fabula) }),
  },
  { name: "suspense", score: sum, count: (_, __, doubt) => ({ "moments in doubt": doubt }) },
  {
    name: "brevity",
    score: (counts) => -100 * counts["acts that the end does not need"] - counts.acts,
    count: (fabula, problem) => ({
      "acts that the end does not need": needless(fabula, problem),
      acts: actsOf(fabula).length,
    }),
  },
]

function actsOf({ occurrences }: Fabula): readonly Occurrence[] {
  return occurrences.filter((each) => each.kind === "act")
}

/** Each motive once, with the acts that happen after it. */
function* plans(fabula: Fabula): Generator<{ readonly motive: Motive; readonly later: ReadonlySet<string> }> {
  const acts = actsOf(fabula)
  for (const [i, act] of acts.entries()) {
    const later = new Set(acts.slice(i + 1).map((each) => each.label))
    for (const motive of act.motives) yield { motive, later }
  }
}

function thwarted(fabula: Fabula): number {
  let count = 0
  for (const { motive, later } of plans(fabula))
    if ((motive.plan ?? []).some((each) => !later.has(each.act))) count++
  return count
}

function unmet(fabula: Fabula): number {
  let count = 0
  for (const { motive, later } of plans(fabula))
    count += (motive.plan ?? []).filter(
      (each) => Object.keys(each.explanations).length > 0 && !later.has(each.act),
    ).length
  return count
}

function surprises({ occurrences }: Fabula): number {
  return occurrences.reduce((total, each) => total + each.surprised.length, 0)
}

function mistaken(fabula: Fabula): number {
  return actsOf(fabula).filter((each) => each.motives.some((motive) => motive.mistakes.length > 0)).length
}

/** A character sees at last what they had wrong. */
function recognised({ occurrences }: Fabula): number {
  return occurrences.reduce(
    (total, each) =>
      total +
      new Set(
        each.changes
          .filter(({ how, believers }) => how === "surprised" && believers.length === 1)
          .map(({ believers }) => believers[0]),
      ).size,
    0,
  )
}

/** Acts from which no chain of causes leads to anything that the author asks for. */
function needless(fabula: Fabula, problem: Problem): number {
  const acts = actsOf(fabula)
  const needed = new Set<number>()
  const need = (occurrence: Occurrence): void => {
    if (needed.has(occurrence.number)) return
    needed.add(occurrence.number)
    for (const each of enablers(occurrence, fabula)) need(each)
    // What a rule does, the act does that set it off.
    const act = acts.find((each) => each.act === occurrence.act)
    if (act) need(act)
  }
  for (const each of bringers(fabula, problem)) need(each)
  return acts.filter((each) => !needed.has(each.number)).length
}

/**
 * For each fluent of which the author's wish speaks, the last change of it. That the reader learns of it
 * changes nothing.
 */
function bringers(fabula: Fabula, problem: Problem): readonly Occurrence[] {
  const wish = JSON.stringify(problem.utilities.find((each) => each.character === null)?.body ?? null)
  const names = new Set(
    [...wish.matchAll(/"property":(\d+)/g)].map(([, index]) => problem.properties[Number(index)].name),
  )
  const last = new Map<string, Occurrence>()
  for (const each of fabula.occurrences) {
    for (const { fluent, believers } of each.changes)
      if (believers[0] !== reader && names.has(fluent.name))
        last.set(`${believers.join()} ${fluent.label}`, each)
  }
  return [...last.values()]
}
