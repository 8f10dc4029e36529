/** One way in which things go on: as they do, or as anybody can foresee. What may be done in a state, and what it leads to. */
import { ActionIndex } from "../belief/actions.js"
import type { Happening } from "../belief/happen.js"
import type { StateId, StateSpace, VectorId } from "../belief/space.js"
import { BEYOND, FALSE } from "../task/values.js"
import { nesting } from "../task/code.js"
import type { Ideas } from "./ideas.js"

/** The possible actions of a state, and for each the values it leads to (-1: none, its triggers never rest). */
export interface Moves {
  readonly actions: readonly number[]
  readonly vectors: Int32Array
  /** Some of the actions may be impossible: what decides that lies beyond the state. */
  readonly uncertain: boolean
}

export class Course {
  readonly happening: Happening
  readonly space: StateSpace
  readonly order: readonly number[]
  readonly without: Ideas
  readonly #actions: ActionIndex
  readonly #bare: StateId[] = []
  readonly #noMinds: Int32Array
  /** By vector, or by state where preconditions read minds. */
  readonly #moves: (Moves | undefined)[] = []
  readonly #readMinds: boolean
  #moved = 0

  constructor(happening: Happening, order: readonly number[], without: Ideas) {
    this.happening = happening
    this.space = happening.space
    this.order = order
    this.without = without
    const { task } = this.space
    this.#actions = new ActionIndex(this.space)
    this.#readMinds = nesting(task.code, task.actions.map((each) => each.precondition)) > 0
    this.#noMinds = new Int32Array(task.characters.length).fill(-1)
  }

  get bytes(): number {
    return this.happening.bytes + this.#moved * 12 + this.#moves.length * 64
  }

  /** What may be done in a state, in the order in which it is tried. */
  movesOf(state: StateId): Moves {
    const key = this.#readMinds ? state : this.space.vectorOf(state)
    const known = this.#moves[key]
    if (known !== undefined) return known
    const moves = this.#findMoves(state)
    // What was beyond this state may be known in another with the same values.
    if (!moves.uncertain && !this.without.has("moves")) {
      this.#moves[key] = moves
      this.#moved += moves.actions.length
    }
    return moves
  }

  #findMoves(state: StateId): Moves {
    const actions: number[] = []
    let uncertain = false
    for (const action of this.#actions.candidates(state)) {
      const possible = this.happening.isPossible(state, action)
      uncertain ||= possible === BEYOND
      if (possible !== FALSE) actions.push(action)
    }
    actions.sort((a, b) => this.order[a] - this.order[b])
    return { actions, vectors: Int32Array.from(actions, (each) => this.vectorAfter(state, each)), uncertain }
  }

  /**
   * The values after an action, without making the minds of the state it leads to: the values alone are moved (a state of
   * depth 0). What would need a look into a mind comes out beyond, which an estimate takes for anything. -1: no state.
   */
  vectorAfter(state: StateId, action: number): VectorId {
    const after = this.happening.happen(this.#withoutMinds(state), action)
    return after < 0 ? -1 : this.space.vectorOf(after)
  }

  #withoutMinds(state: StateId): StateId {
    const vector = this.space.vectorOf(state)
    this.#bare[vector] ??= this.space.state(vector, 0, this.#noMinds)
    return this.#bare[vector]
  }
}
