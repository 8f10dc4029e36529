/**
 * A story space that somebody plays, in words: what is read at each place, what can be chosen there, and what follows. Places at which
 * everything is so and believed alike are one passage, so nothing has to be remembered in variables: where one stands says it all.
 */
import type { Ending } from "./play.js"

export interface BranchChoice {
  /** What is chosen, e.g. `Walk to the post office.` */
  readonly words: string
  /** The act; null: to wait. */
  readonly act: string | null
  /** What comes of it, sentence by sentence. */
  readonly text: readonly string[]
  /** A passage, by number. */
  readonly to: number
}

export interface Passage {
  /** The number of its state. */
  readonly number: number
  /** `cut`: what was written ends here, not the world. */
  readonly ending: Ending | "cut" | null
  /** Of an ending: what is said there. */
  readonly text: readonly string[]
  readonly choices: readonly BranchChoice[]
}

export interface Branching {
  readonly format: "dramaturg-branching"
  readonly version: 1
  readonly world: string
  /** As people read it. */
  readonly title: string
  /** Whose choices they are. */
  readonly as: string
  /** What readers should know before they read on. */
  readonly note: string | null
  readonly opening: readonly string[]
  /** By number; the first is where it begins. */
  readonly passages: readonly Passage[]
}
