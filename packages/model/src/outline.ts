/** A plot as somebody jotted it down: acts in order, perhaps with reasons, and whatever else they wrote between them. */
import type { Explanations } from "./solution.js"
import type { Span } from "./span.js"

export interface OutlineAct {
  /** As the world writes it, e.g. `walk(Tom, Cottage, Crossroads)`. */
  readonly act: string
  /** Undefined: no reasons were written down; they are looked for. Those given for some leave the others to be looked for. */
  readonly explanations?: Explanations
  readonly span: Span
}

/** A heading (act, chapter, scene), or anything else that is no act. */
export interface OutlineNote {
  readonly kind: "heading" | "note"
  /** Of a heading: 1 for the largest. */
  readonly level?: number
  readonly text: string
  /** How many acts stand before it. */
  readonly before: number
  readonly span: Span
}

export interface Outline {
  readonly acts: readonly OutlineAct[]
  readonly notes: readonly OutlineNote[]
}
