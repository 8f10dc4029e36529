/** Stories of one world compared: which differ, which are alike, and each one's score by a named measure. */
import type { Solution } from "./solution.js"

/** What stories can be ranked by; `docs/explore.md` says what each counts, and from which paper it comes. */
export type MeasureName = "conflict" | "surprise" | "irony" | "suspense" | "brevity"

/** A story, the author's utility at its end, and its score by one measure. */
export interface MeasuredStory {
  readonly solution: Solution
  readonly utility: number
  readonly score: number
  /** The counts by name, e.g. of thwarted plans; their sum is the score. */
  readonly counts: Readonly<Record<string, number>>
}

/** Stories that a reader would call versions of one another, and the one that represents them. */
export interface StoryCluster {
  readonly prototype: Solution
  readonly utility: number
  /** How many stories are in it, the prototype included. */
  readonly size: number
  /** The largest distance of a member from the prototype, between 0 (alike) and 1. */
  readonly radius: number
  /** Distances to the nearest other prototype, by salience and by acts in common. Null: there is no other. */
  readonly apart: { readonly salience: number; readonly acts: number } | null
}
