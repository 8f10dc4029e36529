/** What the command and its search thread say to each other: plain data only. */
import type { Search, SearchOptions } from "@dramaturg/engine"
import type { Diagnostic, Problem } from "@dramaturg/model"

export interface SearchOrder {
  readonly problem: Problem
  /** Everything `startSearch` takes except the clock, which no message can carry. */
  readonly options: Omit<SearchOptions, "clock">
}

/** How a search stands at one moment. */
export type Snapshot = Pick<Search, "status" | "limit" | "progress" | "story" | "best" | "shortest" | "undecided">

export type SearchMessage =
  | { readonly kind: "notes"; readonly notes: readonly Diagnostic[] }
  | { readonly kind: "progress" | "end"; readonly snapshot: Snapshot }
