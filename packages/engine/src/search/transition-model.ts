/**
 * A transition model: which actions are applicable in a state and where they lead. There are two: one of what
 * happens, and one of what characters can foresee (D33).
 */
import { SuccessorGenerator } from "../belief/successor-generator.js"
import type { Progression } from "../belief/progression.js"
import type { StateId, StateSpace, VectorId } from "../belief/space.js"
import { BEYOND, FALSE } from "../task/values.js"
import { nesting } from "../task/expressions.js"
import type { Optimisations } from "./optimisations.js"

/**
 * The applicable actions of a state, and for each the vector of values it leads to (-1: none, its triggers
 * never come to rest).
 */
export interface ApplicableActions {
  readonly actions: readonly number[]
  readonly vectors: Int32Array
  /**
   * True if some of the actions may turn out impossible, because what decides it lies beyond the state's
   * depth.
   */
  readonly uncertain: boolean
}

/** The transition model of one progression. Tries actions in the given order. */
export class TransitionModel {
  readonly progression: Progression
  readonly space: StateSpace
  readonly order: readonly number[]
  readonly disabled: Optimisations
  readonly #generator: SuccessorGenerator
  readonly #bare: StateId[] = []
  readonly #noMinds: Int32Array
  /** Indexed by vector, or by state where some precondition reads minds. */
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
    this.#readMinds =
      nesting(
        task.expressions,
        task.actions.map((each) => each.precondition),
      ) > 0
    this.#noMinds = new Int32Array(task.characters.length).fill(-1)
  }

  get bytes(): number {
    return this.progression.bytes + this.#remembered * 12 + this.#applicable.length * 64
  }

  /** The applicable actions of a state, in the order in which the search tries them. */
  applicableIn(state: StateId): ApplicableActions {
    const key = this.#readMinds ? state : this.space.vectorOf(state)
    const known = this.#applicable[key]
    if (known !== undefined) return known
    const applicable = this.#findApplicable(state)
    // What lies beyond this state may be known in another state with the same values, so an uncertain answer
    // is not stored by vector.
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
   * The values after an action, computed without the minds of the resulting state: the action is applied to a
   * state of depth 0 with the same values. A value that depends on a mind comes out as beyond, which
   * estimates read as "any value". -1: there is no resulting state.
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
