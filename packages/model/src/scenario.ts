/** A test of a world that the author wrote down: the world with something changed, and what is expected to come of it. */
import type { Expression } from "./expression.js"
import type { Problem } from "./problem.js"
import type { Span } from "./span.js"
import type { Value } from "./value.js"

export interface Scenario {
  readonly title: string
  readonly origin: Span
  /** The world with everything that the scenario changes. */
  readonly problem: Problem
  /** The utility that its story must reach; undefined: any improvement (D26). */
  readonly goal?: number
  readonly expectations: readonly Expectation[]
}

export type Expectation = {
  /** As the author wrote it, without `expect`: `no act weep(Anna)`. */
  readonly text: string
  readonly origin: Span
  readonly negated: boolean
} & (
  | { readonly kind: "story" }
  /** Somebody's reasons lead to an end in which this holds, whatever the author wants. */
  | { readonly kind: "ending"; readonly condition: Expression }
  /** Holds at the end of the story that is told. */
  | { readonly kind: "holds"; readonly condition: Expression }
  /** Occurs in the story that is told: an act or a trigger. Undefined: any. */
  | { readonly kind: "act"; readonly name: string; readonly arguments: readonly (Value | undefined)[] }
)

/** What came of one expectation. Null: it could not be decided within the limits. */
export interface Fulfilment {
  readonly expectation: Expectation
  readonly isMet: boolean | null
  /** Why not, or what was found instead, in sentences. */
  readonly because: readonly string[]
}

export interface ScenarioOutcome {
  readonly title: string
  /** `passed`: all are met; `failed`: one is not; `undecided`: neither. */
  readonly outcome: "passed" | "failed" | "undecided"
  readonly fulfilments: readonly Fulfilment[]
  /** The story that is told, if there is one. */
  readonly plan: readonly string[] | null
}
