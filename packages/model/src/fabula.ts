/**
 * The chronicle of a story: what happened, why, and what each character believed. Explanations, tellings and
 * graphs read it.
 *
 * The engine's `chronicle` makes a `Fabula` once. Later stages ask no engine about belief: `start` says what
 * holds and what each character believes at the start, and each occurrence says what it changed, in the world
 * and in minds, and how its observers learned of it. Moments are numbered as occurrences are: moment 0 is the
 * start, moment n is right after occurrence n.
 *
 * Two worked uses: for what Tom believes of `at(Bob)` at moment 3, take the last change up to 3 whose
 * believers are `[Tom]` and whose fluent is `at(Bob)`, else what `start` says of it (`standingAt` does that);
 * for how he came to believe it, read that change's `how` and its occurrence.
 */
import type { EventRef, FluentRef } from "./reference.js"
import type { Span } from "./span.js"
import type { Case, Prospect, Step } from "./solution.js"
import type { Value } from "./value.js"

/**
 * The value of one fluent: what the first believer believes that the second believes …; without believers,
 * what is so.
 */
export interface Holding {
  readonly believers: readonly string[]
  readonly fluent: FluentRef
  readonly value: Value
  /** Deeper in minds than the engine follows them: the value is not known (`value` is null). */
  readonly isBeyond?: true
}

/**
 * How a value or a belief came about. `effect`: an event's effect. `saw`: the believer saw the event, or saw
 * that it is so. `surprised`: the believer saw an event they thought impossible and amended their beliefs.
 * `told`: a character said so. `inferred`: the believer concluded it, by a trigger or otherwise.
 */
export type How = "effect" | "saw" | "surprised" | "told" | "inferred"

/** A value of one fluent, in the world or in a mind, that an occurrence changed. */
export interface Change {
  readonly believers: readonly string[]
  readonly fluent: FluentRef
  readonly before: Value
  readonly after: Value
  /** From now on deeper in minds than the engine follows them: the value is not known (`after` is null). */
  readonly isBeyond?: true
  readonly how: How
  /** With `told`: the character who said it, if it was a single one. */
  readonly by?: string
  /** The event's effect states that they come to believe it (D14). */
  readonly isOutright?: true
  /** With `inferred`: it is the one thing that explains the act to them (D45). */
  readonly isFromAct?: true
  /** With `inferred`: the trigger, if there is one. */
  readonly rule?: EventRef
}

/** What an act needed, and since which occurrence it had been so (0: since the start). */
export interface Cause extends Holding {
  readonly since: number
}

/**
 * A wrong belief. With one believer, `actual` is what is so instead; with several, `value` is what the first
 * takes the others to believe and `actual` what those do believe.
 */
export interface Mistake extends Holding {
  readonly actual: Value
  readonly since: number
}

/** Why a character consented to an act. */
export interface Motive {
  readonly character: string
  /** What they mean to happen next. Null: no reason is known. */
  readonly plan: readonly Step[] | null
  /** In a plan in hope (D42), what it supposes of what they do not know. */
  readonly supposing?: Case
  /** In a plan in hope, where known: what they would fear, did they do a later act of it at once (D43). */
  readonly fear?: Prospect["fear"]
  /**
   * Their utility in the state they believe in before the act, and the one at the end of the plan. Null
   * stands for NaN.
   */
  readonly before: number | null
  readonly hoped: number | null
  /**
   * The beliefs of theirs that the act's precondition needed; and, of those that came about in the story,
   * each without which they would gain nothing by the plan.
   */
  readonly relies: readonly Cause[]
  /** The wrong beliefs that decide what they do (D32). */
  readonly mistakes: readonly Mistake[]
}

/** An act or a trigger that happened once. */
export interface Occurrence extends EventRef {
  /** From 1. */
  readonly number: number
  /**
   * The number of the act, from 1; of a trigger, that of the act that set it off. 0: before the first act.
   */
  readonly act: number
  /** How the plot numbers that act, if not by its place. */
  readonly item?: string
  readonly kind: "act" | "trigger"
  /** Of a trigger: no character's plan may count on it. */
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
   * Wrong beliefs that the act leaves, about fluents in the believer's utility, whether or not the believer
   * ever acts; on the first act also those from the start.
   */
  readonly unaware?: readonly Mistake[]
  /** The act was not possible here; the chronicler applied its effects all the same. */
  readonly isForced?: true
}

/**
 * One more believer: the reader, who sees every occurrence and knows nothing else. At the start all is
 * unknown to them; of an occurrence they learn what it needed and what it did.
 */
export const reader = "(reader)"

/** The whole chronicle. JSON of it holds labels in place of references (see `printReferences`). */
export interface Fabula {
  readonly format: "dramaturg-fabula"
  readonly version: 1
  readonly world: string
  readonly characters: readonly string[]
  /** The length of the longest chain of believers in it. */
  readonly depth: number
  /**
   * All that holds; of each chain of believers only what differs from the chain without its last believer.
   */
  readonly start: readonly Holding[]
  readonly occurrences: readonly Occurrence[]
}

/** What a fluent holds, since which occurrence, and how it came about; `how` is null at the start. */
export interface Standing extends Pick<Holding, "value" | "isBeyond"> {
  readonly since: number
  readonly how: How | null
  readonly by?: string
  readonly isFromAct?: true
  readonly rule?: EventRef
}

/**
 * What the believers believe of the fluent of this label right after an occurrence (0: at the start). Null:
 * not known.
 */
export function standingAt(
  fabula: Fabula,
  moment: number,
  believers: readonly string[],
  label: string,
): Standing | null {
  for (let number = Math.min(moment, fabula.occurrences.length); number > 0; number--) {
    const change = fabula.occurrences[number - 1].changes.findLast(
      (each) => each.fluent.label === label && isSame(each.believers, believers),
    )
    if (change?.isBeyond) return null
    if (change) return standingAfter(change, number)
  }
  if (believers[0] === reader) return { value: null, since: 0, how: null }
  for (let length = believers.length; length >= 0; length--) {
    const said = fabula.start.find(
      (each) => each.fluent.label === label && isSame(each.believers, believers.slice(0, length)),
    )
    if (said?.isBeyond) return null
    if (said) return { value: said.value, since: 0, how: null }
  }
  return null
}

/** The standing that begins with a change. */
export function standingAfter(
  { after, isBeyond, how, by, isFromAct, rule }: Change,
  since: number,
): Standing {
  return {
    value: after,
    ...(isBeyond ? { isBeyond } : {}),
    since,
    how,
    ...(by === undefined ? {} : { by }),
    ...(isFromAct ? { isFromAct } : {}),
    ...(rule === undefined ? {} : { rule }),
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i])
}
