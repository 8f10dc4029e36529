/** Whether a story can end as asked, and if not, which single changes to the world would make it possible. */
import type { FluentRef } from "./reference.js"
import type { Solution } from "./solution.js"
import type { Value } from "./value.js"

/** One change to the world with which a story reaches the ending; the checker has accepted that story. */
export type Opening = { readonly story: Solution } & (
  | { readonly kind: "fact"; readonly fluent: FluentRef; readonly was: Value; readonly value: Value }
  /** The first believer believes so at the start; with several, believes that the next one believes so. */
  | {
      readonly kind: "belief"
      readonly believers: readonly string[]
      readonly fluent: FluentRef
      readonly was: Value
      readonly value: Value
    }
  /** A wider limit. */
  | {
      readonly kind: "limit"
      readonly limit: "author" | "character" | "belief"
      readonly was: number
      readonly value: number
    }
  /** This character wants the ending as much as the author does. */
  | { readonly kind: "want"; readonly character: string }
  /** Without this trigger. */
  | { readonly kind: "rule"; readonly trigger: string }
)

/** Kinds of changes that are tried. */
export type OpeningKind = "limit" | "want" | "belief" | "fact" | "belief about a belief" | "rule"

/** What was tried of one kind of change. */
export interface Tried {
  readonly kind: OpeningKind
  /** How many such changes could affect the ending. */
  readonly of: number
  /** How many of them make it possible; once these were enough, no more were tried. */
  readonly opened: number
  /** How many searches were stopped before an answer. */
  readonly unfinished: number
  /** How many were left out, for lack of time or because only so many of one kind are tried. */
  readonly untried: number
}

/** A story that ends so, or how sure it is that there is none, with the changes that were tried. */
export type EndingAnswer =
  | { readonly kind: "reached"; readonly story: Solution }
  | {
      readonly kind: "not-reached"
      /**
       * `impossible`: no event of the world ever makes it true, whether or not the characters have reasons.
       * `exhausted`: no story within the limits reaches it. `limited`: none was found before the search was
       * stopped.
       */
      readonly proof: "impossible" | "exhausted" | "limited"
      /** What stopped the search; only with `limited`. */
      readonly limit?: "time" | "visits" | "memory" | "belief" | "effort"
      readonly openings: readonly Opening[]
      /** Every kind of change, in the order in which they were tried. */
      readonly tried: readonly Tried[]
      /** Not all single changes were tried to their end. */
      readonly isCutShort: boolean
    }
