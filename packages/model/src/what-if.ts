/** Two worlds that differ in something, side by side: which stories remain, vanish, appear. */
import type { ActVerdict, Review } from "./review.js"
import type { Solution } from "./solution.js"

export interface Fate {
  readonly story: Solution
  /** Whether it is a story of the other world too. Null: the judge could not tell. */
  readonly holdsThere: boolean | null
  /** What speaks against it in the other world, if it does not hold there. */
  readonly review: Review | null
  /** The first of its acts that the other world does not have, if that is what speaks against it. */
  readonly missing: string | null
}

export interface Side {
  /** Different ones, up to the number asked for, shortest first. */
  readonly stories: readonly Fate[]
  /** Of a world without stories: `exhausted` (there is none within the limits), `limited` (none was found), or `impossible` (no story can begin). */
  readonly none: "exhausted" | "limited" | "impossible" | null
}

export interface WhatIf {
  readonly before: Side
  readonly after: Side
  /** How many acts the first story of each has in common with the other's at the beginning; null where one has none. */
  readonly partsAfter: number | null
}

/** What becomes of one act of a plot. */
export interface ActFate {
  /** Its place among the acts, from 1. */
  readonly number: number
  /** How its writer counts it. */
  readonly item: string
  readonly act: string
  /** Null: no story can begin in this world. */
  readonly before: ActVerdict | null
  /** `missing`: the changed world has no such act, and what comes after it was judged without it. */
  readonly after: ActVerdict | "missing" | null
  /** `verdict`: another one. `findings`: the same, but for another cause. Null: nothing about it changes, as far as could be told. */
  readonly change: "verdict" | "findings" | null
}

/** A plot that somebody wrote down, held up to a world and to the same world changed. */
export interface PlotWhatIf {
  readonly acts: readonly ActFate[]
  /** The whole of it; null: no story can begin in this world. */
  readonly before: Review | null
  /** Acts that the changed world does not have are left out of it. */
  readonly after: Review | null
}
