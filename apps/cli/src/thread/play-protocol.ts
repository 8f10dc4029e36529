/** What a play and its thread say to each other: the play stays in the thread from turn to turn, and a view of it comes back. */
import type { Measures, Parting } from "@dramaturg/engine"
import type { Choice, Ending, Limits, PlayRecord, Turn } from "@dramaturg/model"
import type { Answer, WorldText } from "./protocol.js"

export interface PlayAsked {
  readonly world: WorldText
  /** Undefined: whoever the record names, or the only one there is. */
  readonly as: string | undefined
  readonly goal: number | undefined
  readonly seed: number | undefined
  readonly limits: Limits
  /** A play to go on from. */
  readonly record: PlayRecord | undefined
}

/** How a play stands. */
export interface PlayView {
  readonly world: string
  readonly as: string
  /** What the player is called in prose. */
  readonly name: string
  readonly goal: number
  /** The node one stands at; −1: the start. */
  readonly at: number
  /** What has happened since the choice before, through the player's eyes; at the start, how the story begins. */
  readonly text: readonly string[]
  readonly choices: readonly (Choice & { readonly words: string })[]
  readonly ending: Ending | null
  /** The ending in words. */
  readonly endingText: string | null
  /** The choice before, and what came of it; null at the start. */
  readonly turn: Turn | null
  readonly record: PlayRecord
}

export interface PlayAnswer extends Answer {
  /** It could not be begun. */
  readonly complaint: string
  readonly view: PlayView
  /** Where it parts from the play that it goes on from. */
  readonly partings: readonly Parting[]
}

export type MoveAsked =
  | { readonly do: "choose"; readonly chosen: string | null }
  | { readonly do: "undo" | "why" | "story" | "tree" }
  | { readonly do: "go"; readonly node: number }

/** How it can still end from where one stands. */
export interface Outlook {
  readonly goal: number
  readonly rest: number
  /** All of it was looked at. */
  readonly isWhole: boolean
  readonly states: number
}

export interface MoveAnswer extends Answer {
  /** After a move; not there if it could not be made. */
  readonly view: PlayView
  readonly reasons: readonly string[]
  readonly measures: Measures
  readonly outlook: Outlook
  readonly tree: readonly { readonly number: number; readonly after: number; readonly chosen: string | null; readonly ending: Ending | null }[]
}
