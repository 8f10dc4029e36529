/** A plot as somebody jotted it down: acts in order, perhaps with reasons, and whatever else they wrote between them. */
import type { Explanations } from "./solution.js"
import type { Span } from "./span.js"

export interface OutlineAct {
  /** As the world writes it, e.g. `walk(Tom, Cottage, Crossroads)`. */
  readonly act: string
  /** Undefined: no reasons were written down; they are looked for. Those given for some leave the others to be looked for. */
  readonly explanations?: Explanations
  /** How its writer counts it: by their own number where they gave one. Undefined: by its place among the acts. */
  readonly item?: string
  readonly span: Span
}

/** An act, and a sentence in which its world tells it. */
export interface NearAct {
  readonly act: string
  readonly told: string
}

/** A heading (act, chapter, scene), an item that was meant as part of the plot and is no act of the world (`unread`), or anything else. */
export interface OutlineNote {
  readonly kind: "heading" | "note" | "unread"
  /** Of a heading: 1 for the largest. */
  readonly level?: number
  readonly text: string
  /** How many acts stand before it. */
  readonly before: number
  /** Of an item: how its writer counts it. */
  readonly item?: string
  /** Of what is not understood: the acts that have most words in common with it. */
  readonly near?: readonly NearAct[]
  readonly span: Span
}

export interface Outline {
  readonly acts: readonly OutlineAct[]
  readonly notes: readonly OutlineNote[]
}
