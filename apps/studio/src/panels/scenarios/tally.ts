/** How many scenarios hold, for the panel and for its tab. */
import type { ScenarioRun } from "../../state.js"

export interface Tally {
  readonly all: number
  readonly held: number
  readonly failed: number
  readonly undecided: number
}

export function tallyOf(runs: readonly ScenarioRun[]): Tally {
  const count = (outcome: string): number => runs.filter((each) => each.said?.outcome === outcome).length
  return { all: runs.length, held: count("passed"), failed: count("failed"), undecided: count("undecided") }
}
