/** What one round of searching works with: one state space of one depth, one set of bounds, one meter. */
import { ActionIndex } from "../belief/actions.js"
import { utilityOf } from "../belief/evaluate.js"
import { Happening } from "../belief/happen.js"
import { initialState } from "../belief/initial.js"
import { type StateId, StateSpace, type VectorId } from "../belief/space.js"
import { BEYOND, FALSE, TRUE } from "../belief/values.js"
import { nesting } from "../ground/code.js"
import type { Task } from "../ground/task.js"
import type { Heuristic, Hope } from "../heuristics/heuristic.js"
import type { Ideas } from "./ideas.js"
import type { Bounds } from "./limits.js"

/** Counts that survive from round to round. */
export interface Meter {
  visited: number
  generated: number
}

/** The possible actions of a state, and for each the values it leads to (-1: none, its triggers never rest). */
export interface Moves {
  readonly actions: readonly number[]
  readonly vectors: Int32Array
}

export class SearchContext {
  readonly task: Task
  readonly space: StateSpace
  readonly happening: Happening
  readonly bounds: Bounds
  readonly meter: Meter
  readonly author: number
  readonly without: Ideas
  readonly initial: StateId
  /** A decisive question went deeper into minds than this round's states do: the round must be run again, deeper. */
  tooShallow = false
  /** The bounds that kept something from being looked at; without any, exhausting the round exhausts the world. */
  readonly cuts = new Set<keyof Bounds>()
  readonly #actions: ActionIndex
  readonly #order: readonly number[]
  readonly #utilities: Map<StateId, number>[]
  readonly #estimate: (vector: VectorId, hope: Hope) => number
  readonly #bare: StateId[] = []
  readonly #noMinds: Int32Array
  /** By vector, or by state where preconditions read minds. */
  readonly #moves: (Moves | undefined)[] = []
  readonly #readMinds: boolean
  #moved = 0

  constructor(task: Task, depth: number, bounds: Bounds, heuristic: Heuristic, order: readonly number[], meter: Meter, without: Ideas = new Set()) {
    this.task = task
    this.space = new StateSpace(task)
    this.without = without
    this.happening = new Happening(this.space, !without.has("waking"))
    this.bounds = bounds
    this.meter = meter
    this.author = task.characters.length
    this.#order = order
    this.#actions = new ActionIndex(this.space)
    this.#utilities = task.utilities.map(() => new Map())
    this.initial = initialState(this.happening, depth)
    this.#estimate = heuristic.prepare(this.space, bounds)
    this.#readMinds = nesting(task.code, task.actions.map((each) => each.precondition)) > 0
    this.#noMinds = new Int32Array(task.characters.length).fill(-1)
  }

  get bytes(): number {
    const utilities = this.#utilities.reduce((total, each) => total + each.size, 0)
    return this.space.bytes + this.happening.bytes + utilities * 40 + this.#moved * 12 + this.#moves.length * 64
  }

  /** How many epistemic edges lie between the actual world and this state. */
  epistemicDepthOf(state: StateId): number {
    return this.space.depthOf(this.initial) - this.space.depthOf(state)
  }

  /** NaN: unknown. */
  utility(who: number, state: StateId): number {
    const known = this.#utilities[who].get(state)
    if (known !== undefined) return known
    const utility = utilityOf(this.space, who, state)
    if (utility === undefined) this.tooShallow = true
    this.#utilities[who].set(state, utility ?? NaN)
    return utility ?? NaN
  }

  isPossible(state: StateId, action: number): boolean {
    const possible = this.happening.isPossible(state, action)
    if (possible === BEYOND) this.tooShallow = true
    return possible === TRUE
  }

  /** What may be done in a state, in the order of this search. */
  movesOf(state: StateId): Moves {
    const key = this.#readMinds ? state : this.space.vectorOf(state)
    const known = this.#moves[key]
    if (known !== undefined) return known
    const before = this.tooShallow
    this.tooShallow = false
    const actions = this.#possibleActions(state)
    const moves = { actions, vectors: Int32Array.from(actions, (each) => this.#vectorAfter(state, each)) }
    // What was beyond this state may be known in another with the same values.
    if (!this.tooShallow && !this.without.has("moves")) this.#moves[key] = moves
    this.#moved += actions.length
    this.tooShallow ||= before
    return moves
  }

  #possibleActions(state: StateId): readonly number[] {
    const found: number[] = []
    for (const action of this.#actions.candidates(state)) {
      const possible = this.happening.isPossible(state, action)
      if (possible === BEYOND) this.tooShallow = true
      if (possible !== FALSE) found.push(action)
    }
    return found.sort((a, b) => this.#order[a] - this.#order[b])
  }

  /**
   * The values after an action, without making the minds of the state it leads to: the values alone are moved (a state of
   * depth 0). What would need a look into a mind comes out beyond, which an estimate takes for anything. -1: no state.
   */
  #vectorAfter(state: StateId, action: number): VectorId {
    const after = this.happening.happen(this.#withoutMinds(state), action)
    return after < 0 ? -1 : this.space.vectorOf(after)
  }

  /** A lower bound on the actions still needed when these values hold. */
  estimate(vector: VectorId, hope: Hope): number {
    return vector < 0 ? 0 : this.#estimate(vector, hope)
  }

  estimateAfter(state: StateId, action: number, hope: Hope): number {
    return this.estimate(this.#vectorAfter(state, action), hope)
  }

  #withoutMinds(state: StateId): StateId {
    const vector = this.space.vectorOf(state)
    this.#bare[vector] ??= this.space.state(vector, 0, this.#noMinds)
    return this.#bare[vector]
  }

  /** The state after an action that is possible; -1 where triggers would never come to rest. */
  happen(state: StateId, action: number): StateId {
    this.meter.generated++
    return this.happening.happen(state, action)
  }
}
