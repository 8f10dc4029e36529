/**
 * The ground, numbered problem that the search runs on. Made for loops, not for eyes; it never leaves the engine.
 *
 * Fluents, actions, triggers and characters are numbers. A fluent whose value can never differ from its start in anybody's
 * mind is not here: it was folded into the formulas. Formulas are nodes of `code` (see code.ts).
 */
import type { Problem, Span } from "@dramaturg/model"
import type { ValueId, ValueTable } from "./values.js"
import type { ExpressionId } from "./expressions.js"

export interface Fluent {
  readonly property: number
  readonly arguments: readonly ValueId[]
  /** As a world writes it, e.g. `at(Tom)`. */
  readonly label: string
  /** `boolean`, `number` or a type of entities. */
  readonly type: string
}

/**
 * One thing an event does: where `condition` holds, the fluent gets the value. `chain` is whose belief is written: `[]` is
 * the state at hand, `[a, b]` is what a believes that b believes. Both nodes are read in the state at hand.
 */
export interface Atom {
  readonly condition: ExpressionId
  readonly chain: readonly number[]
  readonly fluent: number
  readonly value: ExpressionId
  /** It happens, but no explanation counts on it (D33). */
  readonly isUnforeseen?: true
}

export interface GroundEvent {
  /** Name and values of all parameters, e.g. `walk(Tom, Cottage, Crossroads)`. */
  readonly label: string
  readonly precondition: ExpressionId
  /** In source order; of two that set one fluent the later wins (D11). */
  readonly atoms: readonly Atom[]
  /** Those of them that explanations count on, if these are not all (D33). */
  readonly foreseen?: readonly Atom[]
  readonly origin: Span | undefined
}

export interface Action extends GroundEvent {
  /** Distinct characters in entity order; none: an accident. */
  readonly consenting: readonly number[]
  /** For each character the condition under which they see it. */
  readonly observing: readonly ExpressionId[]
  /** It happens in plays, and nobody plans it (D36). */
  readonly isAttempt?: true
}

export interface Trigger extends GroundEvent {
  /** It happens, but no explanation counts on it (D33). */
  readonly isUnforeseen?: true
}

/** What is believed at the start: explicit values along chains of believers; `children` is indexed by character. */
export interface Belief {
  readonly values: ReadonlyMap<number, ValueId>
  readonly children: ReadonlyMap<number, Belief>
}

export interface Task {
  readonly problem: Problem
  readonly values: ValueTable
  readonly characters: readonly string[]
  readonly fluents: readonly Fluent[]
  /** By fluent: has it one value in the world and in every mind (D34)? */
  readonly isCommon: readonly boolean[]
  readonly expressions: Int32Array
  readonly actions: readonly Action[]
  readonly triggers: readonly Trigger[]
  /** One for each character; then the author's, at index `characters.length`. */
  readonly utilities: readonly ExpressionId[]
  /** The actual start: a value for every fluent; `initial.children` differ only where somebody's belief was stated. */
  readonly initial: Belief
  /** Position of each fluent in the order in which a surprise repairs (property name, then arguments). */
  readonly rank: readonly number[]
  /** The deepest nesting of `believes` that any formula reads. */
  readonly readingDepth: number
}
