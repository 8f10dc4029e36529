/** The chosen and arranged presentation of a fabula, before it has words: beats in scenes. */
import type { EventRef, FluentRef, Value } from "@dramaturg/model"

/** Something that is so, or that the focaliser takes to be so (`believers`), at a moment. */
export interface FactBeat {
  readonly kind: "fact"
  readonly believers: readonly string[]
  readonly fluent: FluentRef
  readonly value: Value
  readonly moment: number
  /** The opposite was so, or believed, before. */
  readonly isOver?: true
}

export type Beat =
  | FactBeat
  /** What somebody wants, in the author's words. */
  | { readonly kind: "want"; readonly character: string }
  | { readonly kind: "act"; readonly occurrence: number }
  /** What follows by itself; `changes` are what it did, in the focaliser's mind or in the world. */
  | { readonly kind: "consequence"; readonly occurrence: number; readonly trigger: EventRef; readonly changes: readonly FactBeat[] }
  | { readonly kind: "intention"; readonly occurrence: number; readonly character: string; readonly acts: readonly string[] }
  | { readonly kind: "surprise"; readonly occurrence: number; readonly character: string }
  /** Somebody takes for true what is not: only who knows all can say so. */
  | { readonly kind: "error"; readonly occurrence: number; readonly fact: FactBeat; readonly actual: Value }
  /** They had counted on this act of somebody's, who does something else instead. */
  | { readonly kind: "unmet"; readonly occurrence: number; readonly character: string; readonly act: string }
  /** Leads over to another time. */
  | { readonly kind: "turn"; readonly to: "beginning" | "rest" }

export type Scene = readonly Beat[]

export interface Discourse {
  readonly scenes: readonly Scene[]
}
