/**
 * What a play and its thread say to each other: the play stays in the thread from turn to turn, and a view of
 * it comes back.
 */
import type { PlayOutlook, PlayQuestion, PlayStanding } from "@dramaturg/analysis"
import type { Measures, Parting } from "@dramaturg/engine"
import type { Ending, Turn } from "@dramaturg/model"
import type { Answer, WorldText } from "./protocol.js"

export interface PlayAsked extends PlayQuestion {
  readonly world: WorldText
}

export interface PlayView extends PlayStanding {
  readonly world: string
  readonly goal: number
  /** The node one stands at; −1: the start. */
  readonly at: number
  /**
   * What has happened since the choice before, through the player's eyes; at the start, how the story begins.
   */
  readonly text: readonly string[]
  /** The choice before, and what came of it; null at the start. */
  readonly turn: Turn | null
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

export interface MoveAnswer extends Answer {
  /** After a move; not there if it could not be made. */
  readonly view: PlayView
  readonly reasons: readonly string[]
  readonly measures: Measures
  readonly outlook: PlayOutlook
  readonly tree: readonly {
    readonly number: number
    readonly after: number
    readonly chosen: string | null
    readonly ending: Ending | null
  }[]
}
