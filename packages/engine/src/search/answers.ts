/**
 * Remembered answers to "does this act make sense to this character?" (D22).
 *
 * An answer is a function of four things: the believed state, the act, the owner of the mind and the horizon.
 * It also depends on the limits on minds and on the node budget. The four are the keys of this table; one
 * table serves one choice of limits and budget. A "no" may be remembered only if nothing was beyond the
 * states' depth when it was given.
 */
import { PairMap } from "../belief/int-map.js"
import type { StateId } from "../belief/space.js"
import type { Task } from "../task/task.js"
import type { Bounds } from "./limits.js"
import type { Reason } from "./reason.js"

const UNASKED = -1

/** The table of answers for one choice of limits and node budget. */
export class Answers {
  /** The bounds that cut off a part of the search while these answers were found. */
  readonly cuts = new Set<keyof Bounds>()
  readonly #task: Task
  readonly #answers: (Reason | null)[] = []
  readonly #asked = new PairMap()
  readonly #horizons = new Map<number, number>()

  constructor(task: Task) {
    this.#task = task
  }

  get bytes(): number {
    return this.#asked.bytes + this.#answers.length * 64
  }

  /** The reason, or null if there is none; undefined if the question has not been answered yet. */
  find(mind: StateId, action: number, owner: number, horizon: number): Reason | null | undefined {
    const known = this.#asked.find(mind, this.#key(action, owner, horizon), UNASKED)
    return known === UNASKED ? undefined : this.#answers[known]
  }

  keep(mind: StateId, action: number, owner: number, horizon: number, answer: Reason | null): void {
    this.#asked.set(mind, this.#key(action, owner, horizon), this.#answers.length)
    this.#answers.push(answer)
  }

  #key(action: number, owner: number, horizon: number): number {
    let index = this.#horizons.get(horizon)
    if (index === undefined) this.#horizons.set(horizon, (index = this.#horizons.size))
    return (index * this.#task.actions.length + action) * this.#task.characters.length + owner
  }
}
