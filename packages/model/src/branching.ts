/**
 * A played story space in words: what the player reads in each state, what they can choose there, and what
 * follows. A passage is a state, truth and beliefs included, so exported games need no variables.
 */
import type { Ending } from "./play.js"

/** A choice of the player. */
export interface BranchChoice {
  /** What is chosen, e.g. `Walk to the post office.` */
  readonly words: string
  /** The act; null: to wait. */
  readonly act: string | null
  /** What the choice leads to, sentence by sentence. */
  readonly text: readonly string[]
  /** A passage, by number. */
  readonly to: number
}

/** A state of the play: its choices, or how it ends. */
export interface Passage {
  /** The number of its state. */
  readonly number: number
  /** `cut`: the exploration was stopped here; the story could go on. */
  readonly ending: Ending | "cut" | null
  /** The sentences shown at an ending; empty elsewhere. */
  readonly text: readonly string[]
  readonly choices: readonly BranchChoice[]
}

/** The whole play in words. */
export interface Branching {
  readonly format: "dramaturg-branching"
  readonly version: 1
  readonly world: string
  /** For readers: the heading of the world's description, or its name. */
  readonly title: string
  /** The character who is played. */
  readonly as: string
  /** A content note from the world's description. */
  readonly note: string | null
  readonly opening: readonly string[]
  /** The first is the beginning. */
  readonly passages: readonly Passage[]
}
