/** The start of a search after acts that have happened already. */
import { BEYOND, TRUE } from "../task/values.js"
import type { StateId } from "../belief/space.js"
import { deeper, NotWithinLimits } from "../levels.js"
import type { SearchCache } from "./cache.js"

/**
 * The actions with these labels, each possible after those before it. Throws `Impossible`, naming the first
 * act that is not possible, or `NotWithinLimits` if no depth of minds decides it.
 */
export function actionsNamed(
  cache: SearchCache,
  labels: readonly string[],
  past: readonly number[] = [],
): readonly number[] {
  for (
    let depth: number | undefined = 1 + cache.task.readingDepth;
    depth !== undefined;
    depth = deeper(depth)
  ) {
    const named = follow(cache, labels, cache.start(depth, past))
    if (named !== undefined) return named
  }
  throw new NotWithinLimits()
}

/** Undefined if deciding it takes deeper minds. */
function follow(
  cache: SearchCache,
  labels: readonly string[],
  start: StateId,
): readonly number[] | undefined {
  const { actions } = cache.task
  const named: number[] = []
  let state = start
  for (const label of labels) {
    const readings = actions.map((_, i) => i).filter((each) => actions[each].label === label)
    const possible = readings.map((each) => cache.actual.progression.isPossible(state, each))
    if (possible.includes(BEYOND)) return undefined
    const action = readings.find(
      (each, i) => possible[i] === TRUE && cache.actual.progression.happen(state, each) >= 0,
    )
    if (action === undefined) throw new Impossible(label, named.length)
    named.push(action)
    state = cache.actual.progression.happen(state, action)
  }
  return named
}

/** Thrown for an act that is not possible where it is said to have happened. */
export class Impossible extends Error {
  constructor(label: string, position: number) {
    super(`${label} is not possible as act ${position + 1} of what has happened.`)
  }
}

/** The author's utility after these acts. NaN: unknown, or it lies beyond all levels. */
export function utilityAfter(cache: SearchCache, past: readonly number[]): number {
  for (
    let depth: number | undefined = 1 + cache.task.readingDepth;
    depth !== undefined;
    depth = deeper(depth)
  ) {
    const utility = cache.utility(cache.task.characters.length, cache.start(depth, past))
    if (utility !== undefined) return utility
  }
  return NaN
}
