/**
 * The ground, numbered problem that the search runs on. It is laid out for loops and never leaves the engine.
 *
 * Fluents, actions, triggers and characters are numbers. A fluent whose value can never differ from its start
 * in any mind is left out: it was folded into the formulas. Formulas are ids of expressions in the table
 * `expressions` (see expressions.ts).
 */
import type { EventRef, FluentRef, Problem, Span } from "@dramaturg/model"
import type { ValueId, ValueTable } from "./values.js"
import { type ExpressionId, fluentsIn } from "./expressions.js"

export interface Fluent {
  readonly property: number
  readonly arguments: readonly ValueId[]
  readonly reference: FluentRef
  /** `boolean`, `number` or a type of entities. */
  readonly type: string
}

/**
 * One effect of an event: where `condition` holds, the fluent gets the value. `chain` says whose belief is
 * written: `[]` is the state at hand, `[a, b]` is what a believes that b believes. Condition and value are
 * read in the state at hand.
 */
export interface Atom {
  readonly condition: ExpressionId
  readonly chain: readonly number[]
  /** How many of the chain lead to the mind in which condition and value are said to be read. */
  readonly outer: number
  readonly fluent: number
  readonly value: ExpressionId
  /** It happens, but no explanation counts on it (D33). */
  readonly isUnforeseen?: true
}

export interface GroundEvent extends EventRef {
  readonly precondition: ExpressionId
  /** In source order; of two atoms that set one fluent the later one wins (D11). */
  readonly atoms: readonly Atom[]
  /** The atoms that explanations count on, if these are not all (D33). */
  readonly foreseen?: readonly Atom[]
  readonly origin: Span | undefined
}

export interface Action extends GroundEvent {
  /** Distinct characters in entity order; none for an accident. */
  readonly consenting: readonly number[]
  /** For each character the condition under which they see it. */
  readonly observing: readonly ExpressionId[]
  /** It happens in plays, and no character plans it (D36). */
  readonly isAttempt?: true
  /** The number by which grounding names it where an effect asks whether it pays (D46). */
  readonly paying?: number
}

export interface Trigger extends GroundEvent {
  /** It happens, but no explanation counts on it (D33). */
  readonly isUnforeseen?: true
}

/**
 * What is believed at the start: explicit values along chains of believers; `children` is indexed by
 * character.
 */
export interface Belief {
  readonly values: ReadonlyMap<number, ValueId>
  readonly children: ReadonlyMap<number, Belief>
}

/** A fluent that people may wonder about. */
export interface OpenFluent {
  readonly fluent: number
  /** What might be, each with the condition under which whoever wonders thinks so. */
  readonly possible: readonly { readonly value: ValueId; readonly might: ExpressionId }[]
}

/** The ground task. */
export interface Task {
  readonly problem: Problem
  readonly values: ValueTable
  readonly characters: readonly string[]
  readonly fluents: readonly Fluent[]
  /** By fluent: whether it has one value in the world and in every mind (D34). */
  readonly isCommon: readonly boolean[]
  /** The open fluents (D40), in the order of cases (D41). */
  readonly open: readonly OpenFluent[]
  /** Where there are any: by utility, a value that it never exceeds in any mind. */
  readonly ceilings: readonly number[]
  readonly expressions: Int32Array
  readonly actions: readonly Action[]
  readonly triggers: readonly Trigger[]
  /** One utility for each character, then the author's, at index `characters.length`. */
  readonly utilities: readonly ExpressionId[]
  /**
   * The actual start: a value for every fluent. `initial.children` holds only beliefs that a statement gives.
   */
  readonly initial: Belief
  /** The position of each fluent in the order in which a surprise repairs (property name, then arguments). */
  readonly rank: readonly number[]
  /** The deepest nesting of `believes` that any formula reads. */
  readonly readingDepth: number
}

/** Does anybody infer anything from acts? (D45) */
export function infers({ problem, open }: Task): boolean {
  return open.length > 0 && problem.limits.infer !== undefined && problem.limits.infer !== 0
}

/** Do transitions depend on what acts are worth to people? (D45, D46) */
export function needsForesight(task: Task): boolean {
  return infers(task) || task.actions.some((each) => each.paying !== undefined)
}

/** The fluents that some event reads or writes, or some utility or `might` reads. */
export function fluentsMentioned({
  expressions,
  actions,
  triggers,
  utilities,
  open,
}: Task): ReadonlySet<number> {
  const found = new Set<number>()
  const read = (id: ExpressionId): void => void fluentsIn(expressions, id, found)
  for (const { precondition, atoms } of [...actions, ...triggers]) {
    read(precondition)
    for (const { condition, fluent, value } of atoms) {
      read(condition)
      read(value)
      found.add(fluent)
    }
  }
  for (const { observing } of actions) observing.forEach(read)
  utilities.forEach(read)
  for (const { possible } of open) for (const { might } of possible) read(might)
  return found
}
