/**
 * A plot as its writer noted it down: acts in order, perhaps with reasons, with the headings and notes
 * between them.
 */
import type { Explanations } from "./solution.js"
import type { Span } from "./span.js"

/** An item that was read as an act of the world. */
export interface OutlineAct {
  /** As the world writes it, e.g. `walk(Tom, Cottage, Crossroads)`. */
  readonly act: string
  /** The reasons written down. A review searches for those of consenting characters who are missing here. */
  readonly explanations?: Explanations
  /** The writer's own number for it. Undefined: it is numbered by its place among the acts. */
  readonly item?: string
  readonly span: Span
}

/** An act, and a sentence in which its world tells it. */
export interface NearAct {
  readonly act: string
  readonly told: string
}

/**
 * A heading (act, chapter, scene), an item that stands for an act and could not be read as one (`unread`), or
 * other text.
 */
export interface OutlineNote {
  readonly kind: "heading" | "note" | "unread"
  /** Of a heading: 1 for the largest. */
  readonly level?: number
  readonly text: string
  /** How many acts stand before it. */
  readonly before: number
  /** The writer's own number, if it is an item. */
  readonly item?: string
  /** With `unread`: the acts that have most words in common with it. */
  readonly near?: readonly NearAct[]
  readonly span: Span
}

/** Acts and notes, each in the order of the text. */
export interface Outline {
  readonly acts: readonly OutlineAct[]
  readonly notes: readonly OutlineNote[]
}
