/** Follows acts by their labels, one after another (D17, D18). */
import type { Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import type { World } from "../semantics/world.js"
import { type CheckContext, prepareTaken, taken } from "./context.js"

/** A sequence of acts and the worlds that they lead through. */
export interface Run {
  readonly acts: readonly Action[]
  /** One more than there are acts. */
  readonly worlds: readonly World[]
  /** The index of the label that could not be followed; undefined if all were. */
  readonly stuck?: number
}

/** The most readings of a list of ambiguous labels that are tried. */
const READINGS = 64

/**
 * Every run with these labels in a plan of `owner` (null: the author). There is one, unless two actions share
 * a label and both are possible. If none is possible to the end, the run that gets furthest is returned, with
 * the index where it is stuck. Each unit follows one act.
 */
export function* follow(
  context: CheckContext,
  start: World,
  choices: readonly (readonly Action[])[],
  owner: number | null,
): Slices<readonly Run[]> {
  let runs: readonly Run[] = [{ acts: [], worlds: [start] }]
  for (let i = 0; i < choices.length; i++) {
    let longer: Run[] = []
    for (const run of runs) {
      longer.push(...(yield* extend(context, run, choices[i], owner)))
    }
    longer = longer.slice(0, READINGS)
    if (longer.length === 0) return [{ ...runs[0], stuck: i }]
    runs = longer
  }
  return runs
}

function* extend(
  context: CheckContext,
  { acts, worlds }: Run,
  choices: readonly Action[],
  owner: number | null,
): Slices<readonly Run[]> {
  const world = worlds[worlds.length - 1]
  const longer: Run[] = []
  for (const act of choices) {
    yield* prepareTaken(context, world, act, owner)
    const next = taken(context, world, act, owner)
    if (next !== undefined) longer.push({ acts: [...acts, act], worlds: [...worlds, next] })
    yield
  }
  return longer
}
