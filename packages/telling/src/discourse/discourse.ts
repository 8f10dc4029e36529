/** The chosen and arranged presentation of a fabula, before it has words: scenes, made of beats. */
import type { Case, EventRef, FluentRef, Value } from "@dramaturg/model"

/** A fact of the world at a moment, or, with `believers`, what the focaliser believes then. */
export interface FactBeat {
  readonly kind: "fact"
  readonly believers: readonly string[]
  readonly fluent: FluentRef
  readonly value: Value
  readonly moment: number
  /** The opposite was so, or believed, before. */
  readonly isOver?: true
  /** The focaliser infers it from the act before (D45). */
  readonly isInferred?: true
}

/** The least thing that a telling tells; a tongue makes sentences of it. */
export type Beat =
  | FactBeat
  /** A character's wish, in the author's words. */
  | { readonly kind: "want"; readonly character: string }
  | { readonly kind: "act"; readonly occurrence: number }
  /** A trigger. `changes`: what it changed, in the focaliser's mind or in the world. */
  | {
      readonly kind: "consequence"
      readonly occurrence: number
      readonly trigger: EventRef
      readonly changes: readonly FactBeat[]
    }
  | {
      readonly kind: "intention"
      readonly occurrence: number
      readonly character: string
      readonly acts: readonly string[]
    }
  /**
   * What a character does not know, who is about to find it out. `knower`: the one whom they take to know it
   * and turn to. `hoped`: whether they hope that it is so (D42). `feared`: what they fear of it. `doubted`:
   * who does not know it either, to their mind, and whom they will turn to once that is otherwise (D43).
   * `alike`: the same of others, of which they hope the same in later acts; told once for all.
   */
  | {
      readonly kind: "wonder"
      readonly occurrence: number
      readonly character: string
      readonly fluents: readonly FluentRef[]
      readonly knower?: string
      readonly hoped?: boolean
      readonly feared?: Case
      readonly doubted?: string
      readonly alike?: readonly { readonly occurrence: number; readonly fluent: FluentRef }[]
    }
  | { readonly kind: "surprise"; readonly occurrence: number; readonly character: string }
  /** A character's wrong belief, told by an all-knowing narrator. */
  | { readonly kind: "error"; readonly occurrence: number; readonly fact: FactBeat; readonly actual: Value }
  /** The character had counted on this act of another, who does something else. */
  | { readonly kind: "unmet"; readonly occurrence: number; readonly character: string; readonly act: string }
  /** A step to another time. */
  | { readonly kind: "turn"; readonly to: "beginning" | "rest" }

export type Scene = readonly Beat[]

/** What is told, in what order, before there are words for it. */
export interface Discourse {
  readonly scenes: readonly Scene[]
}
