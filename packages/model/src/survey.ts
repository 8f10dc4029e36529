/** A summary of a story space: how it can end, what can happen, and from where the goal is out of reach. */
import type { Ending } from "./play.js"

/** A shortest way: acts; of a play the player's choices, `(wait)` for waiting. */
export type Way = readonly string[]

/** All endings with the same last act. */
export interface EndingGroup {
  readonly ending: Ending
  /** That act; null: the story begins there, or waiting leads there. */
  readonly act: string | null
  /** The characters who decide that act. */
  readonly by: readonly string[]
  /** The numbers of these states. */
  readonly states: readonly number[]
  readonly worth: number | null
  readonly shortest: Way
}

/** An act of the story space, and a shortest way up to and including it. */
export interface ActReached {
  readonly act: string
  readonly shortest: Way
}

/** A state from which the goal cannot be reached, though it could be from the state before. */
export interface DeadEnd {
  readonly state: number
  /** The way into it; before its last step the goal could still be reached. */
  readonly shortest: Way
}

/**
 * An action none of whose acts was met. `never`: no event can ever make it possible. `impossible`: it was
 * possible in none of the visited states. `unmotivated`: it was possible in so many (`states`), but the
 * consenting characters had no reason.
 */
export interface Unmet {
  readonly name: string
  readonly why: "never" | "impossible" | "unmotivated"
  readonly states: number
}

/** The summary, as JSON and as the library returns it. */
export interface Survey {
  readonly format: "dramaturg-survey"
  readonly version: 1
  readonly world: string
  readonly as: string | null
  /** How many acts ahead the characters plan, and how many minds deep. Null: no limit. */
  readonly limits: { readonly character: number | null; readonly belief: number | null }
  /** All states were visited: what is not listed does not happen, within these limits. */
  readonly isWhole: boolean
  readonly states: number
  readonly edges: number
  readonly endings: readonly EndingGroup[]
  readonly acts: readonly ActReached[]
  /** Names of actions none of whose acts was met. */
  readonly unmet: readonly string[]
  /** The same actions, with the reason as far as it is known. */
  readonly reasons: readonly Unmet[]
  /**
   * How many states the goal cannot be reached from (endings short of it included), and the shortest ways
   * into such states.
   */
  readonly lost: { readonly states: number; readonly ways: readonly DeadEnd[] }
  /** How many states may or may not reach the goal: not all their successors were visited. */
  readonly open: number
}
