/**
 * What happened, with everything that one may ask of it: the story as a chronicle, for whoever explains, tells or draws it.
 *
 * A `Fabula` is made once, by the engine's replay, and answers all later questions about belief by itself: what holds and what
 * everybody believes at the start, and what each occurrence changed, in the world and in minds, with how it came to be known.
 * Moments are numbered as occurrences are: moment 0 is the start, moment n is right after occurrence n.
 *
 * Two worked uses: to know what Tom believes of `at(Bob)` at moment 3, take the last change up to 3 whose believers are `[Tom]`
 * and whose fluent is `at(Bob)`, else what `start` says of it (`holdingAt` does that); to know how he came to believe it, read
 * that change's `how` and its occurrence.
 */
import type { EventRef, FluentRef } from "./reference.js"
import type { Span } from "./span.js"
import type { Step } from "./solution.js"
import type { Value } from "./value.js"

/** What somebody believes that somebody believes …, of one fluent. No believers: what is so. */
export interface Holding {
  readonly believers: readonly string[]
  readonly fluent: FluentRef
  readonly value: Value
  /** It lies deeper in minds than they are ever followed: nothing is told of it (`value` is null). */
  readonly isBeyond?: true
}

/**
 * How something came to be so, or to be believed: by the effect of what happened; by being seen, to happen or to be so; as a surprise,
 * because what was seen could not have happened otherwise; by being told by somebody; by being concluded, by a rule or otherwise.
 */
export type How = "effect" | "saw" | "surprised" | "told" | "inferred"

export interface Change {
  readonly believers: readonly string[]
  readonly fluent: FluentRef
  readonly before: Value
  readonly after: Value
  /** What it is from now on lies deeper in minds than they are ever followed: nothing is told of it (`after` is null). */
  readonly isBeyond?: true
  readonly how: How
  /** Of what somebody was told: who said it, where one person did. */
  readonly by?: string
  /** What happened says outright that they come to believe it (D14), however they did. */
  readonly isOutright?: true
  /** Of an inference: the trigger. */
  readonly rule?: EventRef
}

/** Something an act needed, and since which occurrence it had been so (0: since the start). */
export interface Cause extends Holding {
  readonly since: number
}

/**
 * Something that somebody is wrong about. Of one believer: what is so instead (`actual`); of several, what the first of them thinks that the
 * others believe, and what those really do.
 */
export interface Mistake extends Holding {
  readonly actual: Value
  readonly since: number
}

/** Why somebody consented. */
export interface Motive {
  readonly character: string
  /** What they mean to happen next. Null: no reason is known. */
  readonly plan: readonly Step[] | null
  /** The utility they see before the act, and the one they hope for. NaN is written as null. */
  readonly before: number | null
  readonly hoped: number | null
  /** What they believed that made the act possible to their mind. */
  readonly relies: readonly Cause[]
  /** Where they are wrong so that it decides what they do (D32). */
  readonly mistakes: readonly Mistake[]
}

export interface Occurrence extends EventRef {
  /** From 1. */
  readonly number: number
  /** From 1: the act, or the act that set it off. 0: before the first act. */
  readonly act: number
  /** How the writer of the plot counts that act, where it is not by its place. */
  readonly item?: string
  readonly kind: "act" | "trigger"
  /** Of a trigger: nobody counted on it. */
  readonly isUnforeseen?: true
  readonly origin?: Span
  readonly consenting: readonly string[]
  readonly observers: readonly string[]
  /** Those observers who did not think it possible. */
  readonly surprised: readonly string[]
  readonly motives: readonly Motive[]
  readonly causes: readonly Cause[]
  readonly changes: readonly Change[]
  /**
   * What the act leaves people wrong about of which their wishes speak, whether or not they ever do anything; of the first act, also what
   * they had wrong from the start.
   */
  readonly unaware?: readonly Mistake[]
  /** It was not possible; its effects were taken to have happened all the same. */
  readonly isForced?: true
}

/**
 * One more believer: the reader, who sees every occurrence and knows nothing else. At the start all is unknown to them; of an
 * occurrence they learn what it needed and what it did.
 */
export const reader = "(reader)"

export interface Fabula {
  readonly format: "dramaturg-fabula"
  readonly version: 1
  readonly world: string
  readonly characters: readonly string[]
  /** How many believers deep minds are told of. */
  readonly depth: number
  /** All that holds; and of minds all in which they differ from the mind without its innermost believer. */
  readonly start: readonly Holding[]
  readonly occurrences: readonly Occurrence[]
}

/** What a fluent holds, since when, and how it came about; at the start: `how` is null. */
export interface Standing extends Pick<Holding, "value" | "isBeyond"> {
  readonly since: number
  readonly how: How | null
  readonly by?: string
  readonly rule?: EventRef
}

/** What is so, or believed, of the fluent of this label right after an occurrence (0: at the start). Null where the fabula tells nothing of it. */
export function standingAt(fabula: Fabula, moment: number, believers: readonly string[], label: string): Standing | null {
  for (let number = Math.min(moment, fabula.occurrences.length); number > 0; number--) {
    const change = fabula.occurrences[number - 1].changes.findLast((each) => each.fluent.label === label && isSame(each.believers, believers))
    if (change?.isBeyond) return null
    if (change) return standingAfter(change, number)
  }
  if (believers[0] === reader) return { value: null, since: 0, how: null }
  for (let length = believers.length; length >= 0; length--) {
    const said = fabula.start.find((each) => each.fluent.label === label && isSame(each.believers, believers.slice(0, length)))
    if (said?.isBeyond) return null
    if (said) return { value: said.value, since: 0, how: null }
  }
  return null
}

/** How things stand since a change. */
export function standingAfter({ after, isBeyond, how, by, rule }: Change, since: number): Standing {
  return { value: after, ...(isBeyond ? { isBeyond } : {}), since, how, ...(by === undefined ? {} : { by }), ...(rule === undefined ? {} : { rule }) }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i])
}
