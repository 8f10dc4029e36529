/** What every heuristic is: a lower bound on the actions still needed, made once per state space, asked often. */
import type { StateSpace, VectorId } from "../../belief/space.js"
import type { Bounds } from "../limits.js"

/** Utilities at or above `least` (strictly above when `above`) are what is hoped for. */
export interface TargetUtility {
  readonly who: number
  readonly least: number
  readonly above: boolean
}

export interface Heuristic {
  readonly name: string
  /** One line for the docs. */
  readonly about: string
  /** `admissible`: never more than what is needed. `safe`: Infinity only where nothing can help. Both hold for all of ours (Δ9). */
  readonly promises: { readonly admissible: boolean; readonly safe: boolean }
  /**
   * The returned function: how many more actions, at least, until the hope can come true; Infinity: never. It sees values
   * only, no minds; a value that is beyond must be taken for anything. More actions than `bounds` allow need not be told apart.
   */
  prepare(space: StateSpace, bounds: Bounds): (vector: VectorId, target: TargetUtility) => number
}
