/** Where a search begins if something has happened already. */
import { BEYOND, TRUE } from "../belief/values.js"
import type { StateId } from "../belief/space.js"
import { MOST_LEVELS } from "../notes.js"
import type { Lore } from "./lore.js"

/** The actions of these names, each possible after those before it. Throws, naming the first that is not. */
export function actionsNamed(lore: Lore, labels: readonly string[], past: readonly number[] = []): readonly number[] {
  for (let depth = 1 + lore.task.readingDepth; ; depth++) {
    const named = follow(lore, labels, lore.start(depth, past), depth < MOST_LEVELS)
    if (named !== undefined) return named
  }
}

/** Undefined if it takes deeper minds to tell. */
function follow(lore: Lore, labels: readonly string[], start: StateId, mayGoDeeper: boolean): readonly number[] | undefined {
  const { actions } = lore.task
  const named: number[] = []
  let state = start
  for (const label of labels) {
    const readings = actions.map((_, i) => i).filter((each) => actions[each].label === label)
    const possible = readings.map((each) => lore.actual.happening.isPossible(state, each))
    if (mayGoDeeper && possible.includes(BEYOND)) return undefined
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

/** The author's utility after these acts. NaN: unknown. */
export function utilityAfter(lore: Lore, past: readonly number[]): number {
  for (let depth = 1 + lore.task.readingDepth; depth <= MOST_LEVELS; depth++) {
    const utility = lore.utility(lore.task.characters.length, lore.start(depth, past))
    if (utility !== undefined) return utility
  }
  return NaN
}
