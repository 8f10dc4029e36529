/**
 * A story with its reasons: a plan, and for every act the plan that each consenting character has in mind.
 * Explanations nest (a character who plans on another character's act must believe that the other has a
 * reason for it), so a solution is a certificate that the checker can check without searching.
 */

import type { FluentRef } from "./reference.js"
import type { Value } from "./value.js"

/** What each consenting character has in mind after an act. */
export type Explanations = { readonly [character: string]: Plan }

/** The steps that remain of a character's own plan, perhaps with what it supposes. */
export type Plan = readonly Step[] | Hope

/** A plan in hope (D42). */
export interface Hope {
  readonly case: Case
  readonly steps: readonly Step[]
}

/** Values supposed for open fluents that somebody does not know (D41), each once. */
export type Case = readonly Supposition[]

/** A case in which somebody hopes (D41): the value that they suppose of one fluent that they do not know. */
export interface Supposition {
  /** A ground fluent, e.g. `killer()`. */
  readonly fluent: string
  readonly value: Value
}

/**
 * What keeps somebody from an act (D43): a plan that would be a reason in hope (D42) but for M6, and the case
 * that breaks it.
 */
export interface Fear {
  /** The case in which the plan is better for them. */
  readonly hoped: Case
  /** The acts of the plan after the one in question. */
  readonly plan: readonly string[]
  /** The case of the same fluents in which it leaves them worse off than they are. */
  readonly feared: Case
  /** How many acts they would do there, the one in question counted. */
  readonly acts: number
  /** Their utility now, and there. */
  readonly before: number
  readonly after: number
  /** What they would believe there of what their utility reads, where it is not what they believe now. */
  readonly losses: readonly Loss[]
}

/** What an act done in hope comes to in the other cases of the same fluents (D43). */
export interface Prospect {
  /** Counted from 1. */
  readonly act: number
  readonly character: string
  /** The case in which the plan that is given holds. */
  readonly hoped: Case
  readonly others: readonly OtherCase[]
  /** They would have a reason in every case: they hope to learn which it is. */
  readonly isToLearn: boolean
  /** What they would fear, did they do a later act of the plan at once. */
  readonly fear?: Fear & { readonly act: string }
}

/** Another case than the one that somebody hopes for. */
export interface OtherCase {
  readonly case: Case
  /** How many acts of the plan, the first counted, are done there before its owner knows better (D42 M6). */
  readonly acts: number
  /** The acts after the first of a plan that would be a reason there; absent: none was found. */
  readonly plan?: readonly string[]
}

/** A value in somebody's mind, now and in a case that they fear. */
export interface Loss {
  readonly fluent: FluentRef
  readonly before: Value
  readonly after: Value
}

/** The steps of a plan, whether or not it is in hope. */
export function stepsOf(plan: Plan): readonly Step[] {
  return "case" in plan ? plan.steps : plan
}

/** Each character with the steps of their plan. */
export function plannedIn(
  explanations: Explanations,
): readonly (readonly [character: string, steps: readonly Step[]])[] {
  return Object.entries(explanations).map(([character, plan]) => [character, stepsOf(plan)])
}

/** What a plan supposes; undefined if it is not in hope. */
export function caseOf(plan: Plan): Case | undefined {
  return "case" in plan ? plan.case : undefined
}

/**
 * A step of a character's plan. `explanations` holds the other consenting characters; the owner's reason is
 * the plan itself.
 */
export interface Step {
  /** A ground action, e.g. `walk(Tom, Cottage, Crossroads)`. */
  readonly act: string
  readonly explanations: Explanations
}

/** A story that can be checked: `plan` and `explanations` have the same length. */
export interface Solution {
  /** Ground actions in order. */
  readonly plan: readonly string[]
  /** One for each act of the plan. */
  readonly explanations: readonly Explanations[]
}

/**
 * Which definition (of docs/semantics.md) an act breaks, and for which character (null: the author, or the
 * act as such).
 */
export interface Breach {
  /** Counted from 1; 0 for the solution as a whole. */
  readonly act: number
  readonly character: string | null
  readonly definition: string
  readonly message: string
  /**
   * Of an idle act of the story (D24 S4): the acts that would do instead of this one and all that follow it.
   */
  readonly instead?: readonly string[]
  /** Of a reason that nothing but a fear speaks against (D42 M6): what is feared. */
  readonly fear?: Fear
  /**
   * Present on a question left open, which is no breach: the limit that stopped the checker, `effort`, `time`
   * or `depth`.
   */
  readonly limit?: string
}

/** The state of one act (0: the story as a whole) when the checker stops undecided. */
export interface JudgedAct {
  readonly act: number
  /** `open`: no breach so far, but not every question about it is answered. */
  readonly standing: "holds" | "open"
  /**
   * The largest number of acts in worlds examined for one question about it, whether or not they settled it.
   */
  readonly looks: number
}

/** With `undecided`, `breaches` names the open questions and the limit that stopped the checker. */
export interface Verdict {
  readonly verdict: "valid" | "invalid" | "undecided"
  readonly breaches: readonly Breach[]
  /** With `undecided`, unless minds were not followed deep enough: act by act, the story as a whole last. */
  readonly acts?: readonly JudgedAct[]
}
