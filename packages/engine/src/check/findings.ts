/**
 * What the checker has found so far about one reading of a story or a plan, and the questions still to be
 * asked.
 */
import type { Breach, Slices } from "@dramaturg/model"
import { OutOfEffort } from "./prover.js"

/** The violations found so far, and the questions that are open. */
export interface Findings {
  readonly breaches: Breach[]
  /** Questions that need a search. They are asked only if no violation is visible without one. */
  readonly questions: Question[]
}

export interface Question {
  /** The violation to report while the question is open. */
  readonly open: Breach
  /** Answers the question; throws `OutOfEffort` if the effort does not suffice. */
  readonly ask: () => Slices<Findings>
}

export function nothing(): Findings {
  return { breaches: [], questions: [] }
}

export function only(each: Breach): Findings {
  return { breaches: [each], questions: [] }
}

export function question(each: Question): Findings {
  return { breaches: [], questions: [each] }
}

export function add(findings: Findings, more: Findings): void {
  findings.breaches.push(...more.breaches)
  findings.questions.push(...more.questions)
}

/**
 * The findings of a reading without violations, if there is one; otherwise those of the first reading that
 * has some.
 */
export function* someReading(readings: readonly Findings[]): Slices<Findings> {
  let spent: OutOfEffort | undefined
  const broken: Findings[] = []
  for (const each of readings) {
    try {
      const breaches = yield* allBreaches(each)
      if (breaches.length === 0) return { breaches: [], questions: [] }
      broken.push({ breaches, questions: [] })
    } catch (error) {
      if (!(error instanceof OutOfEffort)) throw error
      spent = error
    }
  }
  if (spent !== undefined) throw spent
  return broken[0]
}

function* allBreaches({ breaches, questions }: Findings): Slices<Breach[]> {
  if (breaches.length > 0) return [...breaches]
  const found: Breach[] = []
  for (const { ask } of questions) found.push(...(yield* allBreaches(yield* ask())))
  return found
}
