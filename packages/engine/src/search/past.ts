/** Where a search begins if something has happened already. */
import { BEYOND, TRUE } from "../task/values.js"
import type { StateId } from "../belief/space.js"
import { deeper, NotWithinLimits } from "../levels.js"
import type { Lore } from "./lore.js"

/** The actions of these names, each possible after those before it. Throws, naming the first that is not, or if none of the limits tells. */
export function actionsNamed(lore: Lore, labels: readonly string[], past: readonly number[] = []): readonly number[] {
  for (let depth: number | undefined = 1 + lore.task.readingDepth; depth !== undefined; depth = deeper(depth)) {
    const named = follow(lore, labels, lore.start(depth, past))
    if (named !== undefined) return named
  }
  throw new NotWithinLimits()
}

/** Undefined if it takes deeper minds to tell. */
function follow(lore: Lore, labels: readonly string[], start: StateId): readonly number[] | undefined {
  const { actions } = lore.task
  const named: number[] = []
  let state = start
  for (const label of labels) {
    const readings = actions.map((_, i) => i).filter((each) => actions[each].label === label)
    const possible = readings.map((each) => lore.actual.happening.isPossible(state, each))
    if (possible.includes(BEYOND)) return undefined
    const action = readings.find((each, i) => possible[i] === TRUE && lore.actual.happening.happen(state, each) >= 0)
    if (action === undefined) throw new Impossible(label, named.length)
    named.push(action)
    state = lore.actual.happening.happen(state, action)
  }
  return named
}

/** An act that is not possible where it is said to have happened. */
export class Impossible extends Error {
  constructor(label: string, position: number) {
    super(`${label} is not possible as act ${position + 1} of what has happened.`)
  }
}

/** The author's utility after these acts. NaN: unknown, or it lies beyond all levels. */
export function utilityAfter(lore: Lore, past: readonly number[]): number {
  for (let depth: number | undefined = 1 + lore.task.readingDepth; depth !== undefined; depth = deeper(depth)) {
    const utility = lore.utility(lore.task.characters.length, lore.start(depth, past))
    if (utility !== undefined) return utility
  }
  return NaN
}
