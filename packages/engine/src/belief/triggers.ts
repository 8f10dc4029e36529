/** Finds the trigger to fire next without testing them all. */
import { evaluate } from "./evaluate.js"
import { EventIndex } from "./event-index.js"
import type { StateId, StateSpace } from "./space.js"
import { FALSE } from "./values.js"

export class TriggerIndex {
  readonly #space: StateSpace
  readonly #index: EventIndex

  constructor(space: StateSpace) {
    this.#space = space
    this.#index = new EventIndex(space.task.code, space.task.triggers)
  }

  /** The first trigger in task order that holds (surely or perhaps) and for which `changes` is true; -1 if there is none. */
  first(state: StateId, changes: (trigger: number) => boolean): number {
    const { triggers } = this.#space.task
    let best = Infinity
    for (const group of this.#index.groupsIn(this.#space, state)) {
      for (const trigger of group) {
        if (trigger >= best) break
        if (evaluate(this.#space, triggers[trigger].precondition, state) !== FALSE && changes(trigger)) {
          best = trigger
          break
        }
      }
    }
    return best === Infinity ? -1 : best
  }
}
