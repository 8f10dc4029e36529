/**
 * What an act is worth to people in a mind that thinks of it: whether it pays (D46), and what somebody who
 * sees it infers, where only one thing would explain it (D45).
 *
 * Both ask what characters foresee (D33), one act ahead. What is inferred is a function of the mind, the act
 * and whose mind it is.
 */
import { and, not, type Truth } from "../kleene.js"
import { BEYOND, FALSE, TRUE, UNKNOWN, type ValueId } from "../task/values.js"
import { truth, utilityOf } from "./evaluate.js"
import type { Progression } from "./progression.js"
import type { StateId, StateSpace } from "./space.js"

/** A correction that could explain an act: the fluent at the end of the chain gets the value. */
export interface Change {
  readonly chain: readonly number[]
  readonly fluent: number
  readonly value: ValueId
}

/** Of somebody who sees an act: their mind, whether it is possible there (D17), and how the mind changes. */
export interface Onlooking {
  readonly mind: StateId
  readonly observer: number
  readonly possible: Truth
  /** The mind with a change made, its own triggers not yet run; -1 where triggers never come to rest. */
  readonly correct: (change: Change) => StateId
}

/** What pays, and what is inferred, in the states of one space. */
export class Foresight {
  readonly #space: StateSpace
  readonly #foreseen: Progression

  /** `foreseen`: the progression of what characters foresee. */
  constructor(foreseen: Progression) {
    this.#space = foreseen.space
    this.#foreseen = foreseen
  }

  /** D46: are all who consent to the action better off right after it, as things are in this state? */
  pays(state: StateId, action: number): Truth {
    const { consenting } = this.#space.task.actions[action]
    return consenting.reduce<Truth>((all, who) => and(all, this.#gains(state, action, who)), TRUE)
  }

  /**
   * D45: the mind of somebody who sees the action, with what they infer from it; the same where they infer
   * nothing, and with everything beyond where that lies beyond.
   */
  inferred(action: number, { mind, observer, possible, correct }: Onlooking): StateId {
    const space = this.#space
    const others = space.task.actions[action].consenting.filter((each) => each !== observer)
    const isClear = (state: StateId): Truth =>
      others.reduce<Truth>((all, each) => and(all, this.#isExplained(state, action, each)), TRUE)
    const clear = isClear(mind)
    if (possible === FALSE || clear === TRUE) return mind
    const beyond = space.allBeyond(space.levelOf(mind))
    const changes = and(possible, not(clear)) === BEYOND ? undefined : this.#changes(mind, action, others)
    if (changes === undefined) return beyond
    let found = -1
    for (const each of changes) {
      const made = correct(each)
      const explains = made < 0 ? FALSE : isClear(made)
      if (explains === BEYOND) return beyond
      if (explains === TRUE && found >= 0) return mind
      if (explains === TRUE) found = made
    }
    return found < 0 ? mind : found
  }

  /** D22 with one act and no case. */
  #isExplained(state: StateId, action: number, who: number): Truth {
    const mind = this.#space.belief(state, who)
    return mind < 0 ? BEYOND : this.#gains(mind, action, who)
  }

  #gains(state: StateId, action: number, who: number): Truth {
    const possible = this.#foreseen.isPossible(state, action)
    const after = possible === FALSE ? -1 : this.#foreseen.happen(state, action)
    if (after < 0) return FALSE
    const [before, then] = [utilityOf(this.#space, who, state), utilityOf(this.#space, who, after)]
    if (Number.isNaN(before) || Number.isNaN(then)) return FALSE
    return before === undefined || then === undefined ? BEYOND : then > before ? possible : FALSE
  }

  /** The changes of one open fluent, in the order of cases; undefined: some of them lie beyond. */
  #changes(mind: StateId, action: number, others: readonly number[]): readonly Change[] | undefined {
    const space = this.#space
    // Of others, or where they have the value already, a correction could not explain anything either.
    const puzzling = others.filter((each) => this.#isExplained(mind, action, each) === FALSE)
    const found: Change[] = []
    for (const { fluent, possible } of space.task.open) {
      const held = space.valueOf(mind, fluent)
      if (held === BEYOND) return undefined
      if (held === UNKNOWN)
        for (const { value, might } of possible) {
          const may = truth(space, might, mind)
          if (may === BEYOND) return undefined
          if (may === TRUE) found.push({ chain: [], fluent, value })
        }
      else
        for (const each of puzzling) {
          const theirs = space.valueOf(space.belief(mind, each), fluent)
          if (theirs === BEYOND) return undefined
          if (theirs !== held) found.push({ chain: [each], fluent, value: held })
        }
    }
    return found
  }
}
