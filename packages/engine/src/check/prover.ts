/**
 * The one door from the checker to what needs a search: two questions, and what asking them may cost. The checker knows no more of
 * `prove/` than this; verify.ts, which sets the checker up, hands over a prover.
 */
import type { Action } from "../semantics/event.js"
import type { World } from "../semantics/world.js"

export interface Prover {
  /** Has the owner of this mind any plan within the horizon that begins with the act and keeps M1 to M5 (D22)? */
  readonly hasMotive: (mind: World, act: Action, owner: number, horizon: number) => boolean
  /** What could be done instead of a run with an idle act (D23); undefined if the run is minimal. */
  readonly shortcutOf: (line: Line, horizon: number) => Shortcut | undefined
}

/** A run whose minimality is in question. `owner` null: the author. */
export interface Line {
  readonly start: World
  readonly acts: readonly Action[]
  readonly owner: number | null
}

/** A way to do without an act: which one (from 0), and what is done instead of it and all that follows. */
export interface Shortcut {
  readonly without: number
  readonly acts: readonly Action[]
}

/** Thrown by a prover that has looked at as much as it was allowed to. */
export class OutOfEffort extends Error {}
