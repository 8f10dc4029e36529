/**
 * A character's reason for an act, as the search finds it: nested numbers. `explain/solution.ts` turns it
 * into the nouns of the model.
 */
import type { ValueId } from "../task/values.js"

/** A plan in a character's mind. `steps[0]` is the act that it explains. */
export interface Reason {
  /** In a plan in hope (D42), the case: values supposed for fluents. */
  readonly supposed?: readonly Supposed[]
  readonly steps: readonly ReasonStep[]
}

export interface Supposed {
  readonly fluent: number
  readonly value: ValueId
}

/** A step of a plan in a character's mind. */
export interface ReasonStep {
  readonly action: number
  /**
   * The reasons of every other character who consents to the step, as the owner of the plan imagines them.
   * Empty for the first step.
   */
  readonly reasons: ReadonlyMap<number, Reason>
}
