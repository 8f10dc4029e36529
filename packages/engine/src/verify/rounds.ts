/**
 * The checker goes round: all questions that need a search are asked, each with a little effort, and those that are still open
 * again, with more. So a question that would take for ever delays no other: what can be told soon is told, and one certain "no"
 * ends the check.
 *
 * What was looked into in vain is not counted against the effort, except in the last round, where the open questions are
 * asked one after another with all that is left. As rations grow by a factor of eight and no round takes more than is
 * left, going round adds little to the work, and nothing that could be decided by asking in order is left open by it.
 */
import type { Breach, JudgedAct } from "@dramaturg/model"
import type { Findings, Question } from "../check/findings.js"
import { OutOfEffort } from "../check/prover.js"
import type { Effort } from "../prove/effort.js"

/** One way to read a story, and how far it has been checked. */
export interface Examination {
  readonly breaches: Breach[]
  readonly entries: Entry[]
}

interface Entry {
  readonly question: Question
  isAnswered: boolean
  /** What it took, or what did not suffice. */
  looks: number
}

export interface Rounds {
  readonly effort: Effort
  /** Looks that each question gets in the first round. */
  readonly ration: number
  readonly onProgress: ((examination: Examination) => void) | undefined
}

/** How much more each question gets in every further round. */
const GROWTH = 8

/** Of several readings of the same story, one that holds, if any does. */
export function askInRounds(readings: readonly Findings[], rounds: Rounds): Examination {
  const examinations = readings.map(({ breaches, questions }): Examination => ({ breaches: [...breaches], entries: questions.map(entryOf) }))
  for (let ration = rounds.ration; !isDecided(examinations); ration *= GROWTH) {
    const open = examinations.flatMap((each) => (isRefuted(each) ? [] : each.entries.filter(isOpenEntry)))
    const isLast = !(ration * open.length < rounds.effort.left)
    for (const each of examinations) if (!isRefuted(each)) askRound(each, { ...rounds, isFirst: ration === rounds.ration, isLast, ration: isLast ? Infinity : ration })
    if (isLast) break
  }
  return foremost(examinations)
}

function entryOf(question: Question): Entry {
  return { question, isAnswered: false, looks: 0 }
}

export function isOpenEntry({ isAnswered }: Entry): boolean {
  return !isAnswered
}

function isRefuted({ breaches }: Examination): boolean {
  return breaches.length > 0
}

function holds({ breaches, entries }: Examination): boolean {
  return breaches.length === 0 && !entries.some(isOpenEntry)
}

function isDecided(examinations: readonly Examination[]): boolean {
  return examinations.some(holds) || examinations.every(isRefuted)
}

function foremost(examinations: readonly Examination[]): Examination {
  return examinations.find(holds) ?? examinations.find((each) => !isRefuted(each)) ?? examinations[0]
}

interface Round extends Rounds {
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** The first round, where questions are cheap, goes on after a "no", so that all that is soon found is told. */
function askRound(examination: Examination, round: Round): void {
  for (const entry of examination.entries) {
    if (entry.isAnswered) continue
    const found = answer(entry, round)
    if (found !== undefined) {
      entry.isAnswered = true
      examination.breaches.push(...found.breaches)
      examination.entries.push(...found.questions.map(entryOf))
    }
    if (isRefuted(examination) && !round.isFirst) return
    if (!isRefuted(examination)) round.onProgress?.(examination)
  }
}

/** Undefined if the ration does not suffice. */
function answer(entry: Entry, { effort, ration, isLast }: Round): Findings | undefined {
  const had = Math.max(0, effort.left)
  const allowed = Math.min(ration, had)
  let found: Findings | undefined
  effort.left = allowed
  try {
    found = entry.question.ask()
  } catch (error) {
    if (!(error instanceof OutOfEffort)) throw error
  } finally {
    const taken = allowed - Math.max(0, effort.left)
    if (found !== undefined) entry.looks = taken
    else if (!effort.isLate) entry.looks = Math.max(entry.looks, taken)
    effort.left = found !== undefined || isLast ? had - taken : had
  }
  return found
}

/** Act by act, and the story as a whole at last. */
export function judgedActs({ entries }: Examination, acts: number): readonly JudgedAct[] {
  return [...Array.from({ length: acts }, (_, i) => i + 1), 0].map((act) => {
    const about = entries.filter(({ question }) => question.open.act === act)
    const open = about.filter(isOpenEntry)
    const looks = Math.max(0, ...(open.length > 0 ? open : about).map((each) => each.looks))
    return { act, standing: open.length > 0 ? "open" : "holds", looks }
  })
}
