/**
 * A story with its reasons: a plan, and for every act the plan that each consenting character has in mind. Explanations
 * nest (what I expect you to do, I must believe you have a reason for), so a solution is a certificate: a judge can check
 * it without searching.
 */

/** What each consenting character has in mind after an act: the steps that remain of their own plan. */
export type Explanations = { readonly [character: string]: readonly Step[] }

/** A step somebody has in mind. `explanations` covers the others who consent to it; the owner's own reason is the plan. */
export interface Step {
  /** A ground action, e.g. `walk(Tom, Cottage, Crossroads)`. */
  readonly act: string
  readonly explanations: Explanations
}

export interface Solution {
  /** Ground actions in order. */
  readonly plan: readonly string[]
  /** One for each act of the plan. */
  readonly explanations: readonly Explanations[]
}

/** Which definition (of docs/semantics.md) an act breaks, and for whom (null: the author, or nobody in particular). */
export interface Breach {
  /** Counted from 1; 0 for the solution as a whole. */
  readonly act: number
  readonly character: string | null
  readonly definition: string
  readonly message: string
  /** Of an idle act of the story (D24 S4): the acts that would do instead of this one and all that follow it. */
  readonly instead?: readonly string[]
  /** If this is no breach but a question left open: the limit that stopped the judge, `effort`, `time` or `depth`. */
  readonly limit?: string
}

/** How things stand with one act (0: with the story as a whole) when the judge stops before it is sure. */
export interface JudgedAct {
  readonly act: number
  /** `open`: nothing speaks against it so far, but not every question about it is answered. */
  readonly standing: "holds" | "open"
  /** The most acts in worlds that were looked into for one question about it: those that settled it, or did not settle it. */
  readonly looks: number
}

/** `undecided` names what is open, and the limit that stopped the judge, in its breaches. */
export interface Verdict {
  readonly verdict: "valid" | "invalid" | "undecided"
  readonly breaches: readonly Breach[]
  /** Of an undecided one, unless minds were not followed deep enough: how things stand, act by act, the story as a whole last. */
  readonly acts?: readonly JudgedAct[]
}
