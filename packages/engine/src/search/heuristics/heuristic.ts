/**
 * The interface of heuristics: a lower bound on the number of actions still needed. A heuristic is prepared
 * once per state space and asked often.
 */
import type { StateSpace, VectorId } from "../../belief/space.js"
import type { Bounds } from "../limits.js"

/**
 * The target of an estimate: a utility of character `who` (the author last) of at least `least`, or strictly
 * above it when `above`.
 */
export interface TargetUtility {
  readonly who: number
  readonly least: number
  readonly above: boolean
}

/** A heuristic, with its description and what it promises. */
export interface Heuristic {
  readonly name: string
  /** One line for the docs. */
  readonly about: string
  /**
   * `admissible`: the estimate never exceeds the number of actions needed. `safe`: Infinity only where no
   * action can help. Both hold for every heuristic here (Δ9).
   */
  readonly promises: { readonly admissible: boolean; readonly safe: boolean }
  /**
   * Returns the estimate: a lower bound on the number of actions until the target can be met; Infinity:
   * never. It sees values only, no minds, and must read a value that is beyond as any value. It need not
   * distinguish numbers of actions above `bounds`.
   */
  prepare(space: StateSpace, bounds: Bounds): (vector: VectorId, target: TargetUtility) => number
}
