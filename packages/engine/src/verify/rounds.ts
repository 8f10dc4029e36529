/**
 * Asks the checker's open questions in rounds. In each round every open question gets the same effort, and
 * the questions still open get more in the next. So a question that would take very long delays no other, and
 * one certain "no" ends the check.
 *
 * Effort spent on a question that stays open is not counted, except in the last round, where the open
 * questions are asked one after another with all the effort that is left. As the effort per question grows by
 * a factor of eight and no round takes more than is left, the rounds add little work, and they leave nothing
 * open that asking in order could decide.
 */
import type { Breach, JudgedAct, Slices } from "@dramaturg/model"
import type { Findings, Question } from "../check/findings.js"
import { OutOfEffort } from "../check/prover.js"
import type { Effort } from "../prove/effort.js"

/** One reading of a story, and how far it has been checked. */
export interface Examination {
  readonly breaches: Breach[]
  readonly entries: Entry[]
}

interface Entry {
  readonly question: Question
  isAnswered: boolean
  /** The effort it took to answer, or the effort that did not suffice. */
  looks: number
}

export interface Rounds {
  readonly effort: Effort
  /** The effort that each question gets in the first round. */
  readonly ration: number
  readonly onProgress: ((examination: Examination) => void) | undefined
}

/** The factor by which the effort per question grows from round to round. */
const GROWTH = 8

/** Returns the reading that holds, if one does; otherwise one still open, or else the first. */
export function* askInRounds(readings: readonly Findings[], rounds: Rounds): Slices<Examination> {
  const examinations = readings.map(
    ({ breaches, questions }): Examination => ({ breaches: [...breaches], entries: questions.map(entryOf) }),
  )
  for (let ration = rounds.ration; !isDecided(examinations); ration *= GROWTH) {
    const open = examinations.flatMap((each) => (isRefuted(each) ? [] : each.entries.filter(isOpenEntry)))
    const isLast = !(ration * open.length < rounds.effort.left)
    for (const each of examinations)
      if (!isRefuted(each))
        yield* askRound(each, {
          ...rounds,
          isFirst: ration === rounds.ration,
          isLast,
          ration: isLast ? Infinity : ration,
        })
    if (isLast) break
  }
  return foremost(examinations)
}

function entryOf(question: Question): Entry {
  return { question, isAnswered: false, looks: 0 }
}

/** Whether the question is still open. */
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

/**
 * The first round, where questions are cheap, goes on after a "no", so that all violations found soon are
 * reported.
 */
function* askRound(examination: Examination, round: Round): Slices<void> {
  for (const entry of examination.entries) {
    if (entry.isAnswered) continue
    const found = yield* answer(entry, round)
    if (found !== undefined) {
      entry.isAnswered = true
      examination.breaches.push(...found.breaches)
      examination.entries.push(...found.questions.map(entryOf))
    }
    if (isRefuted(examination) && !round.isFirst) return
    if (!isRefuted(examination)) round.onProgress?.(examination)
  }
}

/** The answer, or undefined if the effort did not suffice. */
function* answer(entry: Entry, { effort, ration, isLast }: Round): Slices<Findings | undefined> {
  const had = Math.max(0, effort.left)
  const allowed = Math.min(ration, had)
  let found: Findings | undefined
  effort.left = allowed
  try {
    found = yield* entry.question.ask()
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

/** What is known of each act, and last of the story as a whole (act 0). */
export function judgedActs({ entries }: Examination, acts: number): readonly JudgedAct[] {
  return [...Array.from({ length: acts }, (_, i) => i + 1), 0].map((act) => {
    const about = entries.filter(({ question }) => question.open.act === act)
    const open = about.filter(isOpenEntry)
    const looks = Math.max(0, ...(open.length > 0 ? open : about).map((each) => each.looks))
    return { act, standing: open.length > 0 ? "open" : "holds", looks }
  })
}
