/** Why somebody does something, as the search finds it: numbers, nested; `solution.ts` turns it into words of the model. */

/** A plan in somebody's mind. `steps[0]` is the act that it explains. */
export interface Reason {
  readonly steps: readonly ReasonStep[]
}

export interface ReasonStep {
  readonly action: number
  /** For every other character who consents to the step, as the owner of the plan imagines it. Empty for the first step. */
  readonly reasons: ReadonlyMap<number, Reason>
}
