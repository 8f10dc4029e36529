/**
 * The interface of search methods: the portfolio of searches that a method runs side by side within one set
 * of bounds.
 */
import type { Bounds } from "../limits.js"

/**
 * One search of a method's portfolio. The first member of every method is *complete*: it works within exactly
 * the requested bounds and without a weight, so its first story is a shortest one, and its end without a
 * story proves that there is none. The other members only make proposals.
 */
export interface MemberPlan {
  readonly bounds: Bounds
  /** 0: shortest first. Otherwise the factor by which the estimate outweighs the cost. */
  readonly weight: number
  /** If true, acts are explained before they enter the frontier, not when they are visited. */
  readonly eager: boolean
  /**
   * The number of nodes that may be visited for one reason before it is given up; Infinity in a complete
   * member.
   */
  readonly nodeBudget: number
}

/** A method, with its description and the portfolio that it runs within given bounds. */
export interface Method {
  readonly name: string
  /** One line for the docs. */
  readonly about: string
  members(bounds: Bounds): readonly MemberPlan[]
}
