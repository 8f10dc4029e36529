/**
 * A story space: every state that a world can come to, within limits, by acts that make sense to whoever does them; or, where somebody is
 * played, by anything that they could choose, the others doing what they then do.
 *
 * It is written line by line: a head, one line for each state as it is looked at (breadth first, so that the first way into a state
 * is a shortest one), and a foot. States are numbered in the order in which they were met, 0 being the start. Whoever stopped in the
 * middle goes on from the lines that are there.
 */
import type { Ending } from "./play.js"

export interface SpaceHead {
  readonly format: "dramaturg-story-space"
  readonly version: 1
  readonly world: string
  /** Who is played; null: nobody. */
  readonly as: string | null
  readonly goal: number
  /** How many acts deep it is looked into; for a play, how many turns. Null: no limit. */
  readonly depth: number | null
  readonly limits: { readonly character: number | null; readonly belief: number | null }
  readonly seed: number
  /** How many levels of minds tell states apart. */
  readonly levels: number
  /** What happens before the player has anything to choose. */
  readonly opening: readonly string[]
}

export interface SpaceEdge {
  /** The act; of a play what the player chose, null where they waited. */
  readonly act: string | null
  /** Who decides it; nobody: an accident, or waiting. */
  readonly by: readonly string[]
  readonly to: number
  /** Of a play: everything that then happened, the act (or the attempt at it) included, in order. */
  readonly events?: readonly string[]
  /** The act turned out impossible. */
  readonly isAttempt?: true
}

export interface SpaceState {
  readonly state: number
  /** How many acts (or turns) lead here at least. */
  readonly depth: number
  /** What it is worth to the author; null: unknown. */
  readonly worth: number | null
  /** `cut`: the limit on depth ends it here, not the world. */
  readonly ending: Ending | "cut" | null
  readonly edges: readonly SpaceEdge[]
  /** More may follow: whether it does takes deeper minds to tell than are followed. */
  readonly isOpen?: true
}

export interface SpaceFoot {
  readonly end: "complete" | "limited"
  /** Complete: whether anything lies beyond the depth that was asked for. */
  readonly isCut: boolean
  /** `belief`: of some states it takes deeper minds to tell what follows than are followed. */
  readonly limit: "time" | "visits" | "memory" | "belief" | null
  readonly states: number
  readonly edges: number
  readonly endings: { readonly goal: number; readonly rest: number; readonly cut: number }
  /**
   * By the name of an action, in how many of the states looked at it was possible, whether or not anybody had a reason for it; ends are not
   * counted. Not listed: nothing in the world can ever make it possible.
   */
  readonly possible: Readonly<Record<string, number>>
}

export interface StorySpace {
  readonly head: SpaceHead
  /** By number, as far as they were looked at. */
  readonly states: readonly SpaceState[]
  readonly foot: SpaceFoot
}
