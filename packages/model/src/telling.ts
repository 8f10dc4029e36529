/**
 * The finished text of a story, sentence by sentence, with its thread: which occurrences each sentence tells, and what it claims.
 *
 * A claim is what can be held against the fabula: that something occurred; that something was so, or that somebody believed it, at a
 * moment (after so many occurrences); that somebody meant to do something. A sentence without claims tells nothing (it leads over from
 * one time to another).
 */
import type { Value } from "./value.js"

/** Who perceives: nobody in particular and everything (zero); one person (internal); an onlooker who sees no mind (external). */
export type Focalisation = "zero" | "internal" | "external"

export interface Manner {
  readonly focalisation: Focalisation
  /** Through whom, if it is internal. */
  readonly focaliser?: string
  readonly order: "as it happened" | "from the middle" | "from the end"
  /** Scene: everything; summary: acts alone. */
  readonly pace: "scene" | "summary"
  /** Short: fewer facts, and nobody's errors and surprises; by itself full. */
  readonly length?: "short" | "full"
  readonly tense: "past" | "present"
  /** `first`: the focaliser tells it. */
  readonly person: "third" | "first"
  /** Same seed, same words. */
  readonly seed: number
}

export type Claim =
  | { readonly kind: "occurred"; readonly occurrence: number }
  /** No believers: it is so. */
  | { readonly kind: "so"; readonly believers: readonly string[]; readonly fluent: string; readonly value: Value; readonly moment: number }
  /** At this occurrence they mean these acts to follow, in this order, though perhaps not at once. */
  | { readonly kind: "means"; readonly occurrence: number; readonly character: string; readonly acts: readonly string[] }
  /** They counted on this act; at this occurrence it has not happened. */
  | { readonly kind: "unmet"; readonly occurrence: number; readonly character: string; readonly act: string }
  /** They did not think that it could happen. */
  | { readonly kind: "surprised"; readonly occurrence: number; readonly character: string }
  /** As the author says it. */
  | { readonly kind: "wants"; readonly character: string }

export interface Sentence {
  readonly text: string
  readonly occurrences: readonly number[]
  readonly claims: readonly Claim[]
}

export interface Paragraph {
  readonly sentences: readonly Sentence[]
}

/** What the reader may notice and the sentence does not say. */
export interface MarginNote {
  /** `irony`: somebody acts on what is not so. `suspense`: whether what they mean comes about stays open for a while. `thwarted`: it
   * never does. `chance`: nobody could have foreseen it. */
  readonly kind: "irony" | "suspense" | "thwarted" | "chance"
  /** Paragraph and sentence, from 0. */
  readonly paragraph: number
  readonly sentence: number
  readonly occurrence: number
  readonly text: string
}

export interface Telling {
  readonly format: "dramaturg-telling"
  readonly version: 1
  readonly world: string
  readonly manner: Manner
  readonly paragraphs: readonly Paragraph[]
  readonly notes: readonly MarginNote[]
}
