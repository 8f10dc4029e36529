/** One way in which things go on: as they do, or as anybody can foresee. What may be done in a state, and what it leads to. */
import { SuccessorGenerator } from "../belief/successor-generator.js"
import type { Progression } from "../belief/progression.js"
import type { StateId, StateSpace, VectorId } from "../belief/space.js"
import { BEYOND, FALSE } from "../task/values.js"
import { nesting } from "../task/expressions.js"
import type { Optimisations } from "./optimisations.js"

/** The possible actions of a state, and for each the values it leads to (-1: none, its triggers never rest). */
export interface ApplicableActions {
  readonly actions: readonly number[]
  readonly vectors: Int32Array
  /** Some of the actions may be impossible: what decides that lies beyond the state. */
  readonly uncertain: boolean
}

export class TransitionModel {
  readonly progression: Progression
  readonly space: StateSpace
  readonly order: readonly number[]
  readonly disabled: Optimisations
  readonly #generator: SuccessorGenerator
  readonly #bare: StateId[] = []
  readonly #noMinds: Int32Array
  /** By vector, or by state where preconditions read minds. */
  readonly #applicable: (ApplicableActions | undefined)[] = []
  readonly #readMinds: boolean
  #remembered = 0

  constructor(progression: Progression, order: readonly number[], disabled: Optimisations) {
    this.progression = progression
    this.space = progression.space
    this.order = order
    this.disabled = disabled
    const { task } = this.space
    this.#generator = new SuccessorGenerator(this.space)
    this.#readMinds = nesting(task.expressions, task.actions.map((each) => each.precondition)) > 0
    this.#noMinds = new Int32Array(task.characters.length).fill(-1)
  }

  get bytes(): number {
    return this.progression.bytes + this.#remembered * 12 + this.#applicable.length * 64
  }

  /** What may be done in a state, in the order in which it is tried. */
  applicableIn(state: StateId): ApplicableActions {
    const key = this.#readMinds ? state : this.space.vectorOf(state)
    const known = this.#applicable[key]
    if (known !== undefined) return known
    const applicable = this.#findApplicable(state)
    // What was beyond this state may be known in another with the same values.
    if (!applicable.uncertain && !this.disabled.has("moves")) {
      this.#applicable[key] = applicable
      this.#remembered += applicable.actions.length
    }
    return applicable
  }

  #findApplicable(state: StateId): ApplicableActions {
    const actions: number[] = []
    let uncertain = false
    for (const action of this.#generator.candidates(state)) {
      const possible = this.progression.isPossible(state, action)
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
    const after = this.progression.happen(this.#withoutMinds(state), action)
    return after < 0 ? -1 : this.space.vectorOf(after)
  }

  #withoutMinds(state: StateId): StateId {
    const vector = this.space.vectorOf(state)
    this.#bare[vector] ??= this.space.state(vector, 0, this.#noMinds)
    return this.#bare[vector]
  }
}
