/** Whose turn it is: the members of a round, and how long each goes on at a time. */
import type { Slices } from "@dramaturg/model"
import type { Found } from "./author.js"
import type { PortfolioMember } from "./portfolio-member.js"

/**
 * The visits in a member's first time slice; each further slice is twice as long. From the second on, the
 * slices of some are shorter. The first, complete member solves easy problems in its first slice, with a
 * shortest story; hard ones are solved by a member with smaller limits.
 */
export const FIRST_SLICE = 600

export function lengthOf(slice: number, { share, size }: Turn): number {
  const visits = Math.max(Math.min(1, 2 * share) * FIRST_SLICE, share * slice)
  return Math.max(1, visits * Math.min(1, LARGE / size))
}

/** In a world of more actions a visit costs more, and a slice has fewer of them. */
const LARGE = 1000

/** The complete member has half the slices of others. */
export const SHARE_OF_WHOLE = 1 / 2

/**
 * The members that leave people out (cast.ts) have a quarter: where their guess is right, they mostly end in
 * the first slice.
 */
export const SHARE_OF_CAST = 1 / 4

/** A member of a round, with its place in the order of turns. */
export interface Turn {
  /**
   * The length of the first slice in which it has a turn, unless all those that it comes after have ended.
   */
  readonly from: number
  readonly after: readonly Turn[]
  /** Its part of a slice; of the first one twice as much. */
  readonly share: number
  /** How many actions its world has. */
  readonly size: number
  readonly start: () => PortfolioMember
  member?: PortfolioMember
  work?: Slices<Found | undefined>
  isOver: boolean
}
