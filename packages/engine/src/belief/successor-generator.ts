/** Finds the actions worth testing in a state without testing them all: the same idea as triggers.ts. */
import type { StateId, StateSpace } from "./space.js"
import { EventIndex } from "./event-index.js"

export class SuccessorGenerator {
  readonly #space: StateSpace
  readonly #index: EventIndex

  constructor(space: StateSpace) {
    this.#space = space
    this.#index = new EventIndex(space.task.expressions, space.task.actions, (each) => !each.isAttempt)
  }

  /** A superset of the actions that are possible (surely or perhaps), in no particular order. */
  candidates(state: StateId): readonly number[] {
    const found: number[] = []
    for (const group of this.#index.groupsIn(this.#space, state)) for (const action of group) found.push(action)
    return found
  }
}
