/** What there is to say of a story space as a whole: how it can end, what can happen, and where it is lost. */
import type { Ending } from "./play.js"

/** A shortest way: acts; of a play what the player chose, `(wait)` where they waited. */
export type Way = readonly string[]

/** All endings that come about in the same way: by the same last act. */
export interface EndingGroup {
  readonly ending: Ending
  /** The act that brings it about; null: the story begins there, or waiting leads there. */
  readonly act: string | null
  /** Who decides that act. */
  readonly by: readonly string[]
  /** How many states end so, by number. */
  readonly states: readonly number[]
  readonly worth: number | null
  readonly shortest: Way
}

export interface ActReached {
  readonly act: string
  readonly shortest: Way
}

/** Somewhere from which the goal cannot be reached any more. */
export interface DeadEnd {
  readonly state: number
  /** The choice or act that leads into it; before it all was open. */
  readonly shortest: Way
}

/**
 * An action of which no act was met. `never`: nothing in the world can ever make it possible. `impossible`: in none of the states looked at
 * was it possible. `unmotivated`: in so many it was, and nobody had a reason for it.
 */
export interface Unmet {
  readonly name: string
  readonly why: "never" | "impossible" | "unmotivated"
  readonly states: number
}

export interface Survey {
  readonly format: "dramaturg-survey"
  readonly version: 1
  readonly world: string
  readonly as: string | null
  /** How many acts ahead people think, and how deep into one another. Null: no limit. */
  readonly limits: { readonly character: number | null; readonly belief: number | null }
  /** Everything was looked at: what is not listed does not happen, within these limits. */
  readonly isWhole: boolean
  readonly states: number
  readonly edges: number
  readonly endings: readonly EndingGroup[]
  readonly acts: readonly ActReached[]
  /** Names of actions of which no act was met. */
  readonly unmet: readonly string[]
  /** The same, and why, as far as can be told. */
  readonly reasons: readonly Unmet[]
  /** How many states the goal cannot be reached from (endings without it included), and the nearest ways into such a state. */
  readonly lost: { readonly states: number; readonly ways: readonly DeadEnd[] }
  /** States of which it is open whether the goal can be reached: their futures were not looked at to the end. */
  readonly open: number
}
