/** Whether a world can end as somebody asked, and if not, what would let it. */
import type { FluentRef } from "./reference.js"
import type { Solution } from "./solution.js"
import type { Value } from "./value.js"

/** One change to the world with which a story reaches the ending; the judge accepts it. */
export type Opening = { readonly story: Solution } & (
  | { readonly kind: "fact"; readonly fluent: FluentRef; readonly was: Value; readonly value: Value }
  /** If the first of them believed so at the start; of several, if they believed that the next believes so. */
  | { readonly kind: "belief"; readonly believers: readonly string[]; readonly fluent: FluentRef; readonly was: Value; readonly value: Value }
  /** If a limit were wider. */
  | { readonly kind: "limit"; readonly limit: "author" | "character" | "belief"; readonly was: number; readonly value: number }
  /** This character wants the ending as much as the author does. */
  | { readonly kind: "want"; readonly character: string }
  /** Without this trigger. */
  | { readonly kind: "rule"; readonly trigger: string }
)

export type OpeningKind = "limit" | "want" | "belief" | "fact" | "belief about a belief" | "rule"

/** What was tried of one kind of change. */
export interface Tried {
  readonly kind: OpeningKind
  /** How many there are that could have a bearing on the ending. */
  readonly of: number
  /** How many of them open it; where these are enough, no more were tried. */
  readonly opened: number
  /** How many were given up before it was known whether they do. */
  readonly unfinished: number
  /** For how many there was no time, or which are more than are tried of one kind. */
  readonly untried: number
}

export type EndingAnswer =
  | { readonly kind: "reached"; readonly story: Solution }
  | {
      readonly kind: "not-reached"
      /**
       * `impossible`: nothing that can happen ever makes it true, whatever anybody wants. `exhausted`: no story within the limits
       * reaches it. `limited`: none was found before the search was stopped.
       */
      readonly proof: "impossible" | "exhausted" | "limited"
      /** What stopped the search, if something did. */
      readonly limit?: "time" | "visits" | "memory" | "belief" | "effort"
      readonly openings: readonly Opening[]
      /** Every kind of change, in the order in which they were tried. */
      readonly tried: readonly Tried[]
      /** Not all single changes were tried to their end. */
      readonly isCutShort: boolean
    }
