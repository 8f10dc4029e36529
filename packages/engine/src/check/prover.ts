/**
 * The interface between the checker and what needs a search: three questions, and how a fear is put into the
 * nouns of the model. The checker knows no more of `prove/` than this; verify.ts, which sets the checker up,
 * passes the prover in.
 */
import type { Fear, Slices } from "@dramaturg/model"
import type { Feared } from "./hope.js"
import type { Action } from "../semantics/event.js"
import type { Supposing } from "../semantics/cases.js"
import type { World } from "../semantics/world.js"

/**
 * Answers the checker's questions, in slices that each look into a few acts in worlds. They throw
 * `OutOfEffort` when their effort is spent.
 */
export interface Prover {
  /**
   * Has the owner of this mind a plan within the horizon that begins with the act and satisfies M1 to M5
   * (D22), or one in hope (D42)?
   */
  readonly hasMotive: (mind: World, act: Action, owner: number, horizon: number) => Slices<boolean>
  /** What keeps the owner of this mind from the act, for which they have no motive (D43). */
  readonly fearOf: (mind: World, act: Action, owner: number, horizon: number) => Slices<Fear | undefined>
  /** What `feared` (check/hope.ts) is, in the nouns of the model. */
  readonly fearTold: (hope: Supposing, acts: readonly Action[], feared: Feared) => Fear
  /** What could be done instead of a run with an idle act (D23); undefined if the run is minimal. */
  readonly shortcutOf: (line: Line, horizon: number) => Slices<Shortcut | undefined>
}

/** A run whose minimality is in question. `owner` null: the author. */
export interface Line {
  readonly start: World
  readonly acts: readonly Action[]
  readonly owner: number | null
  /** In a plan in hope, what is supposed; `start` is the world supposed. */
  readonly hope?: Supposing
}

/** An idle act (by index), and the acts that replace it and all that follows. */
export interface Shortcut {
  readonly without: number
  readonly acts: readonly Action[]
}

/** Thrown by a prover when the effort it was allowed is spent. */
export class OutOfEffort extends Error {}
