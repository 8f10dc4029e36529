/** What every search method is: the lanes it runs side by side within one set of bounds, and what it promises. */
import type { Bounds } from "../limits.js"

/**
 * One search of a method. The first lane of every method is *whole*: it works within the very bounds that were asked for and
 * without a weight, so what it finds is a shortest story and its end without one proves that there is none. Other lanes only
 * propose.
 */
export interface MemberPlan {
  readonly bounds: Bounds
  /** 0: shortest first. More: how many times the estimate counts for more than the cost. */
  readonly weight: number
  /** Acts are explained before they wait in the frontier, not when their turn comes. */
  readonly eager: boolean
  /** How many nodes may be visited for one reason before it is given up; Infinity in a whole lane. */
  readonly nodeBudget: number
}

export interface Method {
  readonly name: string
  /** One line for the docs. */
  readonly about: string
  members(bounds: Bounds): readonly MemberPlan[]
}
