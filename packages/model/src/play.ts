/**
 * One turn of a play: what the player did, tried, or that they waited; what the other characters then did,
 * with their reasons; and whether the play goes on.
 */
import type { Explanations } from "./solution.js"

/**
 * `goal`: the author's goal is reached. `rest`: no other character acts any more and the player has nothing
 * to choose.
 */
export type Ending = "goal" | "rest"

/** An act that the player may choose. */
export interface Choice {
  /** The act, e.g. `walk(Tom, Cottage)`. */
  readonly act: string
  /** The characters who consent to it. */
  readonly consenting: readonly string[]
}

/** One act, or failed attempt, of a turn. */
export interface PlayEvent {
  readonly label: string
  /** An act that was possible; an attempt at one that was not. */
  readonly kind: "act" | "attempt"
  /** The characters who decided it; empty: an accident. */
  readonly by: readonly string[]
  /** The plans of the other consenting characters. */
  readonly explanations: Explanations
}

/** What the drama manager did at this turn. `remaining`: acts left in its plan. */
export type Steering =
  /** The turn followed its plan, or the next act of that plan is the player's. */
  | { readonly kind: "on course"; readonly remaining: number }
  /** The player left its plan, and it found another. */
  | { readonly kind: "planned anew"; readonly remaining: number }
  /**
   * It has no plan to the goal: `unreachable` is proved, `none found` is not. The others follow their own
   * utilities.
   */
  | { readonly kind: "helpless"; readonly why: "unreachable" | "none found" }
  | { readonly kind: "ended" }

/** A choice of the player and all that follows until the next choice. */
export interface Turn {
  /** Null: they waited. */
  readonly chosen: string | null
  readonly events: readonly PlayEvent[]
  readonly steering: Steering
  readonly ending: Ending | null
  /** Another character might have acted: deciding that takes deeper minds than the engine follows. */
  readonly isOpen?: true
}

/** A saved play: enough to play it again, choice by choice, in this world or a later draft of it. */
export interface PlayRecord {
  readonly format: "dramaturg-play"
  readonly version: 1
  readonly world: string
  readonly as: string
  readonly seed: number
  /** A tree: each entry is a choice made after the choice of index `after` (−1: at the start). */
  readonly choices: readonly {
    readonly after: number
    readonly chosen: string | null
    readonly events: readonly string[]
  }[]
  /** The current position: an index of `choices`, or −1 for the start. */
  readonly at: number
}
