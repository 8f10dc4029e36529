/**
 * The finished text of a story, sentence by sentence: which occurrences each sentence tells, and what it
 * claims.
 *
 * A claim can be compared with the fabula: that an event occurred; that a fact held, or that a character
 * believed it, at a moment (the number of an occurrence); that a character meant to do something, hoped or
 * feared that something was so. A sentence without claims only leads from one time to another.
 */
import type { Value } from "./value.js"

/**
 * Who perceives. `zero`: an all-knowing narrator. `internal`: one character. `external`: an onlooker who sees
 * no mind.
 */
export type Focalisation = "zero" | "internal" | "external"

/** How a story is told. */
export interface Manner {
  readonly focalisation: Focalisation
  /** The character, with `internal`. */
  readonly focaliser?: string
  readonly order: "as it happened" | "from the middle" | "from the end"
  /** `scene`: acts, beliefs and intentions; `summary`: acts alone. */
  readonly pace: "scene" | "summary"
  /** `short`: fewer facts, no errors and no surprises. Undefined: `full`. */
  readonly length?: "short" | "full"
  readonly tense: "past" | "present"
  /** `first`: the focaliser tells it. */
  readonly person: "third" | "first"
  /** Chooses among variants: the same seed gives the same words. */
  readonly seed: number
}

/** What a sentence says, in a form that can be compared with the fabula. */
export type Claim =
  | { readonly kind: "occurred"; readonly occurrence: number }
  /** Without believers: it is so. */
  | {
      readonly kind: "so"
      readonly believers: readonly string[]
      readonly fluent: string
      readonly value: Value
      readonly moment: number
    }
  /** At this occurrence the character plans these acts, in this order, others perhaps between them. */
  | {
      readonly kind: "means"
      readonly occurrence: number
      readonly character: string
      readonly acts: readonly string[]
    }
  /** The character counted on this act, which has not happened by this occurrence. */
  | { readonly kind: "unmet"; readonly occurrence: number; readonly character: string; readonly act: string }
  /** The character does this in hope (D43): it is better for them if the fluent has this value. */
  | {
      readonly kind: "hopes"
      readonly occurrence: number
      readonly character: string
      readonly fluent: string
      readonly value: Value
    }
  /** Of an act that this one prepares, the character fears (D43) that the fluent has this value. */
  | {
      readonly kind: "fears"
      readonly occurrence: number
      readonly character: string
      readonly fluent: string
      readonly value: Value
    }
  /** The character had thought the occurrence impossible. */
  | { readonly kind: "surprised"; readonly occurrence: number; readonly character: string }
  /** In the author's words. */
  | { readonly kind: "wants"; readonly character: string }

/** One sentence with the numbers of the occurrences that it tells and its claims. */
export interface Sentence {
  readonly text: string
  readonly occurrences: readonly number[]
  readonly claims: readonly Claim[]
}

/** Sentences in order. */
export interface Paragraph {
  readonly sentences: readonly Sentence[]
}

/** What readers may notice and the sentence does not say. */
export interface MarginNote {
  /**
   * `irony`: a character acts on a wrong belief. `suspense`: a character's plan stays open for several acts.
   * `thwarted`: the plan never comes about. `chance`: no character could have foreseen it.
   */
  readonly kind: "irony" | "suspense" | "thwarted" | "chance"
  /** Paragraph and sentence, from 0. */
  readonly paragraph: number
  readonly sentence: number
  readonly occurrence: number
  readonly text: string
}

/** The finished text. */
export interface Telling {
  readonly format: "dramaturg-telling"
  readonly version: 1
  readonly world: string
  readonly manner: Manner
  readonly paragraphs: readonly Paragraph[]
  readonly notes: readonly MarginNote[]
}
