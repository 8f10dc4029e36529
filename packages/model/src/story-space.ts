/**
 * A story space: every state that a world can reach, within limits, by acts that the consenting characters
 * have reasons for; or, of a play, by any choice of the player and the acts by which the others answer it.
 *
 * It is written line by line: a head, one line for each visited state (breadth first, so the first way into a
 * state is a shortest one), and a foot. States are numbered in the order in which they were met, 0 being the
 * start. A stopped exploration can be resumed from the lines that were written.
 */
import type { Ending } from "./play.js"

/** The first line: the question that was explored. */
export interface SpaceHead {
  readonly format: "dramaturg-story-space"
  readonly version: 1
  readonly world: string
  /** The character who is played; null: none. */
  readonly as: string | null
  readonly goal: number
  /** The depth limit, in acts; of a play, in turns. Null: no limit. */
  readonly depth: number | null
  readonly limits: { readonly character: number | null; readonly belief: number | null }
  readonly seed: number
  /** States are equal if they agree on this many levels of minds. */
  readonly levels: number
  /** The acts before the player's first choice. */
  readonly opening: readonly string[]
}

/** A step from one state to another. */
export interface SpaceEdge {
  /** The act; of a play the player's choice, null for waiting. */
  readonly act: string | null
  /** The characters who decide it; empty: an accident, or waiting. */
  readonly by: readonly string[]
  readonly to: number
  /** Of a play: all acts of the turn in order, the player's act (or attempt) included. */
  readonly events?: readonly string[]
  /** The act turned out impossible. */
  readonly isAttempt?: true
}

/** One visited state. */
export interface SpaceState {
  readonly state: number
  /** The fewest acts (of a play: turns) that lead here. */
  readonly depth: number
  /** The author's utility; null: not known. */
  readonly worth: number | null
  /** `cut`: the depth limit ends it; the story could go on. */
  readonly ending: Ending | "cut" | null
  readonly edges: readonly SpaceEdge[]
  /** More may follow: deciding that takes deeper minds than the engine follows. */
  readonly isOpen?: true
}

/** The last line: totals, and why exploring ended. */
export interface SpaceFoot {
  readonly end: "complete" | "limited"
  /** With `complete`: whether states lie beyond the depth limit. */
  readonly isCut: boolean
  /** `belief`: for some states, deciding what follows takes deeper minds than the engine follows. */
  readonly limit: "time" | "visits" | "memory" | "belief" | null
  readonly states: number
  readonly edges: number
  readonly endings: { readonly goal: number; readonly rest: number; readonly cut: number }
  /**
   * By the name of an action, the number of visited states, endings aside, in which it was possible, with or
   * without reasons. An action that is not listed can never become possible.
   */
  readonly possible: Readonly<Record<string, number>>
}

/** All lines of a story space, read back. */
export interface StorySpace {
  readonly head: SpaceHead
  /** By number, as far as they were visited. */
  readonly states: readonly SpaceState[]
  readonly foot: SpaceFoot
}
