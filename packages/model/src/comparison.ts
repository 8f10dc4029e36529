/** Stories of one world held against one another: which differ, which are alike, and what each is worth by a named measure. */
import type { Solution } from "./solution.js"

/** What stories can be ranked by; `docs/explore.md` says what each counts, and after whom. */
export type MeasureName = "conflict" | "surprise" | "irony" | "suspense" | "brevity"

export interface MeasuredStory {
  readonly solution: Solution
  readonly utility: number
  readonly score: number
  /** What was counted, e.g. thwarted plans; in sum the score. */
  readonly counts: Readonly<Record<string, number>>
}

/** Stories that a reader would call versions of one another, and the one that stands for them. */
export interface StoryCluster {
  readonly prototype: Solution
  readonly utility: number
  /** How many stories are in it, the prototype included. */
  readonly size: number
  /** Between 0 (alike) and 1, of the furthest of them from the prototype. */
  readonly radius: number
  /** From the nearest other prototype: by salience, and by acts in common. Null: there is no other. */
  readonly apart: { readonly salience: number; readonly acts: number } | null
}
