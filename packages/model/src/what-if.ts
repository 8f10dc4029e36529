/** Two worlds compared, one of them changed: which stories remain, vanish, appear. */
import type { ActVerdict, Review } from "./review.js"
import type { Solution } from "./solution.js"

/** A story of one world in the other. */
export interface Fate {
  readonly story: Solution
  /** Whether it is a story of the other world too. Null: the checker could not decide. */
  readonly holdsThere: boolean | null
  /** The review in the other world, if it does not hold there. */
  readonly review: Review | null
  /** The first of its acts that the other world does not have, if that is why it does not hold there. */
  readonly missing: string | null
}

/** The stories of one of the two worlds, or why there are none. */
export interface Side {
  /** Up to the number asked for, shortest first. */
  readonly stories: readonly Fate[]
  /**
   * Of a world without stories: `exhausted` (there is none within the limits), `limited` (none was found), or
   * `impossible` (no story can begin).
   */
  readonly none: "exhausted" | "limited" | "impossible" | null
}

/** The world as it is and as it would be. */
export interface WhatIf {
  readonly before: Side
  readonly after: Side
  /**
   * How many acts the first stories of both worlds share at the beginning; null if one world has no story.
   */
  readonly partsAfter: number | null
}

/** One act of a plot in both worlds. */
export interface ActFate {
  /** Its place among the acts, from 1. */
  readonly number: number
  /** The writer's own number for it, else its place. */
  readonly item: string
  readonly act: string
  /** Null: no story can begin in this world. */
  readonly before: ActVerdict | null
  /** `missing`: the changed world has no such act, and the review of later acts leaves it out. */
  readonly after: ActVerdict | "missing" | null
  /** `verdict`: another verdict. `findings`: the same verdict for other causes. Null: no change was found. */
  readonly change: "verdict" | "findings" | null
}

/** A plot reviewed in a world and in the same world changed. */
export interface PlotWhatIf {
  readonly acts: readonly ActFate[]
  /** The review of the whole plot; null: no story can begin in this world. */
  readonly before: Review | null
  /** The same in the changed world, without the acts that it does not have. */
  readonly after: Review | null
}
