/**
 * What an author can do where no story exists: which demand, which limit or whose missing reason prevents
 * one. The checker has accepted every story in it.
 */
import type { Opening } from "./ending.js"
import type { Problem } from "./problem.js"
import type { Solution } from "./solution.js"

/** The world without one of its demands, or without all of them. */
export interface Relaxation {
  /** The demands that are left out, as they are written: `must: search(Anna, ?)`. */
  readonly demands: readonly string[]
  readonly problem: Problem
}

/** What was found out about a world without stories. */
export interface Advice {
  /** Without these demands there is a story. Several at once: leaving out a single one does not do. */
  readonly demands: readonly { readonly without: readonly string[]; readonly story: Solution }[]
  /** With one limit so much wider there is a story. */
  readonly limits: readonly (Opening & { readonly kind: "limit" })[]
  /** What could happen if no character needed a reason. */
  readonly unmotivated: Unmotivated
  /**
   * How many demands and limits were not tried to the end; changing one of them may still make a story
   * possible.
   */
  readonly unfinished: number
}

/** The story without reasons, if there is one. */
export type Unmotivated =
  /** These acts would lead there, one after another; `missing`: who has no reason for which of them. */
  | {
      readonly kind: "acts"
      readonly plan: readonly string[]
      readonly missing: readonly { readonly act: string; readonly character: string }[]
    }
  /** No acts would lead there within the limits, even if no character needed a reason. */
  | { readonly kind: "none" }
  /** It was not found out. */
  | { readonly kind: "unknown" }
