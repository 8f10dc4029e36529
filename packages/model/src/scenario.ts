/** An author's test of a world: the world with changes, and the expected results. */
import type { EndingAnswer } from "./ending.js"
import type { Expression } from "./expression.js"
import type { Problem } from "./problem.js"
import type { Lack } from "./review.js"
import type { Solution } from "./solution.js"
import type { Span } from "./span.js"
import type { Value } from "./value.js"

/** One scenario of a world. */
export interface Scenario {
  readonly title: string
  readonly origin: Span
  /** The world with everything that the scenario changes. */
  readonly problem: Problem
  /** The utility that its story must reach; undefined: any improvement (D26). */
  readonly goal?: number
  readonly expectations: readonly Expectation[]
}

/** One line `expect` of a scenario. */
export type Expectation = {
  /** As the author wrote it, without `expect`: `no act weep(Anna)`. */
  readonly text: string
  readonly origin: Span
  readonly negated: boolean
} & (
  | { readonly kind: "story" }
  /** The characters' reasons lead to an end in which this holds, the author's utility aside. */
  | { readonly kind: "ending"; readonly condition: Expression }
  /** Holds at the end of the story that is told. */
  | { readonly kind: "holds"; readonly condition: Expression }
  /** Occurs in the story that is told: an act or a trigger. Undefined: any. */
  | { readonly kind: "act"; readonly name: string; readonly arguments: readonly (Value | undefined)[] }
)

/** What decided an expectation. */
export type Evidence =
  /**
   * A story: the one that is told, or one that ends so. `occurrence`: the label of what was looked for, if it
   * occurs.
   */
  | { readonly kind: "story"; readonly story: Solution; readonly occurrence?: string }
  /** The condition holds before anything has happened. */
  | { readonly kind: "start" }
  /** The condition does not hold at the end of the story that is told; `lacks`: what is so instead. */
  | { readonly kind: "lacks"; readonly story: Solution; readonly lacks: readonly Lack[] }
  /** There is no such story. `answer`, where one was expected: the changes that would make one possible. */
  | {
      readonly kind: "none"
      readonly proof: "exhausted" | "limited" | "impossible"
      readonly answer: EndingAnswer | null
    }

/** The result of one expectation. */
export interface Fulfilment {
  readonly expectation: Expectation
  /** Null: it could not be decided within the limits. */
  readonly isMet: boolean | null
  readonly evidence: Evidence
}

/** `passed`: all expectations are met; `failed`: one is not; `undecided`: neither. */
export interface ScenarioOutcome {
  readonly title: string
  readonly origin: Span
  readonly outcome: "passed" | "failed" | "undecided"
  readonly fulfilments: readonly Fulfilment[]
}
