/**
 * The successor generator: finds the actions worth testing in a state without testing all of them, by the
 * index of event-index.ts.
 */
import type { StateId, StateSpace } from "./space.js"
import { EventIndex } from "./event-index.js"

/** The successor generator of one state space. */
export class SuccessorGenerator {
  readonly #space: StateSpace
  readonly #index: EventIndex

  constructor(space: StateSpace) {
    this.#space = space
    this.#index = new EventIndex(space.task.expressions, space.task.actions, (each) => !each.isAttempt)
  }

  /**
   * A superset of the actions that are applicable (certainly or perhaps), in no particular order. Attempts
   * (D36) are left out.
   */
  candidates(state: StateId): readonly number[] {
    const found: number[] = []
    for (const group of this.#index.groupsIn(this.#space, state))
      for (const action of group) found.push(action)
    return found
  }
}
