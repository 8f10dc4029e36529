/** Explores what explained acts and accidents can lead to: whoever takes part has a reason, proved within the limits. */
import type { StateId } from "../belief/space.js"
import type { Slices } from "../search/explain/explain.js"
import type { Problem } from "@dramaturg/model"
import { ground } from "../ground/ground.js"
import { goalAbove, startNotes } from "../search/notes.js"
import { depthFor, Reckoner, usualBounds } from "../play/reckoner.js"
import type { Bounds } from "../search/limits.js"
import { mergedLimits, type StatedLimits } from "../search/limits.js"
import { SearchCache } from "../search/cache.js"
import { actionOrder } from "../search/order.js"
import { utilityAfter } from "../search/past.js"
import { countPossible, type Place, type Source, type Way } from "./source.js"

export interface ExplainedPlace extends Place {
  readonly key: StateId
}

export function explainedSource(problem: Problem, { goal, limits = {}, seed = 0 }: { readonly goal?: number; readonly limits?: StatedLimits; readonly seed?: number }): Source<ExplainedPlace> {
  const { task, notes } = ground(problem)
  const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error")
  if (error !== undefined) throw new Error(`${error.message} Ask groundingNotes before exploring.`)
  const bounds = usualBounds(mergedLimits(problem.limits, limits))
  const lore = new SearchCache(task, actionOrder(task.actions.length, seed))
  return new Explained(lore, bounds, depthFor(task, bounds), goal)
}

class Explained implements Source<ExplainedPlace> {
  readonly opening = []
  readonly goal: number
  readonly start: ExplainedPlace
  readonly #lore: SearchCache
  readonly #bounds: Bounds
  readonly #reckoner: Reckoner
  readonly possible = new Map<string, number>()

  constructor(lore: SearchCache, bounds: Bounds, levels: number, goal: number | undefined) {
    this.#lore = lore
    this.#bounds = bounds
    this.#reckoner = new Reckoner(lore, bounds, levels)
    const { start } = this.#reckoner
    this.goal = goal ?? goalAbove(utilityAfter(lore, []))
    this.start = this.#place(start)
    for (const { name } of this.#reckoner.task.actions) this.possible.set(name, 0)
  }

  get levels(): number {
    return this.#reckoner.depth
  }

  get bytes(): number {
    return this.#lore.bytes
  }

  *ways({ key }: ExplainedPlace): Slices<readonly (readonly [way: Way, to: ExplainedPlace])[]> {
    const { task } = this.#reckoner
    const found: (readonly [Way, ExplainedPlace])[] = []
    this.#countAt(key)
    this.#reckoner.isOpen = false
    for (const action of this.#reckoner.moves(key).actions) {
      const after = this.#reckoner.after(key, action)
      if (after < 0 || (yield* this.#reckoner.reasons(key, action)) === null) continue
      const { label, consenting } = task.actions[action]
      found.push([{ act: label, by: consenting.map((who) => task.characters[who]) }, this.#place(after)])
    }
    return found
  }

  /** Ways stand in the order in which acts are tried, so that two of one name are told apart by their places. */
  places({ key }: ExplainedPlace, ways: readonly Way[]): readonly ExplainedPlace[] {
    const { context, task } = this.#reckoner
    const { actions } = context.applicableIn(key)
    this.#countAt(key)
    let i = 0
    return ways.map(({ act }) => {
      while (i < actions.length && task.actions[actions[i]].label !== act) i++
      if (i >= actions.length) throw new Error(`${act} is not possible where the lines say that it happens: they are of another world.`)
      return this.#place(this.#reckoner.after(key, actions[i++]))
    })
  }

  isTooShallow(): boolean {
    return this.#reckoner.tooShallow
  }

  isOpen(): boolean {
    return this.#reckoner.isOpen
  }

  deeper(): Source<ExplainedPlace> {
    return new Explained(this.#lore, this.#bounds, this.#reckoner.deeper, this.goal)
  }

  #countAt(key: StateId): void {
    const { task } = this.#reckoner
    countPossible(this.possible, this.#reckoner.moves(key).actions.map((each) => task.actions[each]))
  }

  #place(state: StateId): ExplainedPlace {
    const worth = this.#reckoner.worth(state)
    return { key: state, worth, ending: worth >= this.goal ? "goal" : null }
  }
}
