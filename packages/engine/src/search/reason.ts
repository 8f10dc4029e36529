/**
 * A character's reason for an act, as the search finds it: nested numbers. `solution.ts` turns it into the
 * nouns of the model.
 */

/** A plan in a character's mind. `steps[0]` is the act that it explains. */
export interface Reason {
  readonly steps: readonly ReasonStep[]
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
