/**
 * Explores what explained acts and accidents can lead to: every consenting character has a reason, proved
 * within the limits.
 */
import type { StateId } from "../belief/space.js"
import type { Problem, Slices } from "@dramaturg/model"
import { ground } from "../ground/ground.js"
import { goalAbove, startNotes } from "../search/notes.js"
import { depthFor, Evaluator, usualBounds } from "../play/evaluator.js"
import type { Bounds } from "../search/limits.js"
import { mergedLimits, type StatedLimits } from "../search/limits.js"
import { SearchCache } from "../search/cache.js"
import { actionOrder } from "../search/order.js"
import { utilityAfter } from "../search/past.js"
import { countPossible, type Place, type Source, type Way } from "./source.js"

export interface ExplainedPlace extends Place {
  readonly key: StateId
}

export function explainedSource(
  problem: Problem,
  {
    goal,
    limits = {},
    seed = 0,
  }: { readonly goal?: number; readonly limits?: StatedLimits; readonly seed?: number },
): Source<ExplainedPlace> {
  const { task, notes } = ground(problem)
  const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error")
  if (error !== undefined) throw new Error(`${error.message} Ask groundingNotes before exploring.`)
  const bounds = usualBounds(mergedLimits(problem.limits, limits))
  const cache = new SearchCache(task, actionOrder(task.actions.length, seed))
  return new Explained(cache, bounds, depthFor(task, bounds), goal)
}

class Explained implements Source<ExplainedPlace> {
  readonly opening = []
  readonly goal: number
  readonly start: ExplainedPlace
  readonly #cache: SearchCache
  readonly #bounds: Bounds
  readonly #evaluator: Evaluator
  readonly possible = new Map<string, number>()

  constructor(cache: SearchCache, bounds: Bounds, levels: number, goal: number | undefined) {
    this.#cache = cache
    this.#bounds = bounds
    this.#evaluator = new Evaluator(cache, bounds, levels)
    const { start } = this.#evaluator
    this.goal = goal ?? goalAbove(utilityAfter(cache, []))
    this.start = this.#place(start)
    for (const { name } of this.#evaluator.task.actions) this.possible.set(name, 0)
  }

  get levels(): number {
    return this.#evaluator.depth
  }

  get bytes(): number {
    return this.#cache.bytes
  }

  *ways({ key }: ExplainedPlace): Slices<readonly (readonly [way: Way, to: ExplainedPlace])[]> {
    const { task } = this.#evaluator
    const found: (readonly [Way, ExplainedPlace])[] = []
    this.#countAt(key)
    this.#evaluator.isOpen = false
    for (const action of this.#evaluator.moves(key).actions) {
      yield
      const after = this.#evaluator.after(key, action)
      if (after < 0 || (yield* this.#evaluator.reasons(key, action)) === null) continue
      const { label, consenting } = task.actions[action]
      found.push([{ act: label, by: consenting.map((who) => task.characters[who]) }, this.#place(after)])
    }
    return found
  }

  /**
   * Ways stand in the order in which acts are tried, so that two of one name are told apart by their places.
   */
  places({ key }: ExplainedPlace, ways: readonly Way[]): readonly ExplainedPlace[] {
    const { context, task } = this.#evaluator
    const { actions } = context.applicableIn(key)
    this.#countAt(key)
    let i = 0
    return ways.map(({ act }) => {
      while (i < actions.length && task.actions[actions[i]].label !== act) i++
      if (i >= actions.length)
        throw new Error(
          `${act} is not possible where the lines say that it happens: they are of another world.`,
        )
      return this.#place(this.#evaluator.after(key, actions[i++]))
    })
  }

  isTooShallow(): boolean {
    return this.#evaluator.tooShallow
  }

  isOpen(): boolean {
    return this.#evaluator.isOpen
  }

  deeper(): Source<ExplainedPlace> {
    return new Explained(this.#cache, this.#bounds, this.#evaluator.deeper, this.goal)
  }

  #countAt(key: StateId): void {
    const { task } = this.#evaluator
    countPossible(
      this.possible,
      this.#evaluator.moves(key).actions.map((each) => task.actions[each]),
    )
  }

  #place(state: StateId): ExplainedPlace {
    const worth = this.#evaluator.worth(state)
    return { key: state, worth, ending: worth >= this.goal ? "goal" : null }
  }
}
