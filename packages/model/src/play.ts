/**
 * What happens at a turn of a play: what the player did, or tried, or that they waited; what the others then did, with their reasons; and
 * how it stands.
 */
import type { Explanations } from "./solution.js"

/** The author's goal is reached; or nobody does anything any more and the player has nothing to choose. */
export type Ending = "goal" | "rest"

export interface Choice {
  /** The act, e.g. `walk(Tom, Cottage)`. */
  readonly act: string
  /** Everybody who takes part. */
  readonly consenting: readonly string[]
}

export interface PlayEvent {
  readonly label: string
  /** An act that was possible; an attempt at one that was not. */
  readonly kind: "act" | "attempt"
  /** Whoever decided it; nobody: an accident. */
  readonly by: readonly string[]
  /** What the others who take part have in mind. */
  readonly explanations: Explanations
}

/** What the manager did about the story at this turn. */
export type Steering =
  /** The story is on its way: what it wants next has been done, or is the player's to do. */
  | { readonly kind: "on course"; readonly remaining: number }
  /** The player left the path; another was found. */
  | { readonly kind: "planned anew"; readonly remaining: number }
  /** No way to the goal was found: `unreachable` is proved, `none found` is not. The others go by their own wishes. */
  | { readonly kind: "helpless"; readonly why: "unreachable" | "none found" }
  | { readonly kind: "ended" }

export interface Turn {
  /** Null: they waited. */
  readonly chosen: string | null
  readonly events: readonly PlayEvent[]
  readonly steering: Steering
  readonly ending: Ending | null
  /** Whether somebody would have done something (more) could not be told: it takes deeper minds than are followed. */
  readonly isOpen?: true
}

/** A play as it is kept: enough to play it again, choice by choice, in this world or a later draft of it. */
export interface PlayRecord {
  readonly format: "dramaturg-play"
  readonly version: 1
  readonly world: string
  readonly as: string
  readonly seed: number
  /** A tree: each node is a choice made at the node `after` (−1: at the start). The last is not always where one stands. */
  readonly choices: readonly { readonly after: number; readonly chosen: string | null; readonly events: readonly string[] }[]
  /** Where one stands: an index of `choices`, or −1. */
  readonly at: number
}
