/** Whether a world can end as somebody asked, and if not, what would let it. */
import type { Solution } from "./solution.js"
import type { Value } from "./value.js"

/** One change to the world with which a story reaches the ending; the judge accepts it. */
export type Opening = { readonly story: Solution } & (
  | { readonly kind: "fact"; readonly fluent: string; readonly was: Value; readonly value: Value }
  /** This character wants the ending as much as the author does. */
  | { readonly kind: "want"; readonly character: string }
  /** Without this trigger. */
  | { readonly kind: "rule"; readonly trigger: string }
)

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
      /** Not all single changes were tried to their end. */
      readonly isCutShort: boolean
    }
