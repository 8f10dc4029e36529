/**
 * The author's world, checked and typed, variables still in place.
 *
 * A `Problem` is what a reader of text hands over once a world has no error in it, and all that the engine and the judge
 * ever see of the author. It is plain readonly data: it can be written as JSON, read back, compared. It owns
 *
 * - *types* and *entities*: who and what there is. Entities stand in the law's order: characters first, each group in order
 *   of declaration. All enumeration (grounding, quantifiers, sums) follows this order, so it is part of the meaning.
 * - *properties*: what can be said of them. A property with arguments filled in is a fluent; it holds one value.
 * - *actions* and *triggers*: what may be chosen and what must happen. Separate, because only actions are chosen, consented
 *   to and observed.
 * - *initial*: statements that are imposed one after another on the defaults (False, 0, unknown).
 * - *utilities*: how good a state is, for the author (`character` null) and for each character.
 *
 * Names that survived checking need no scope any more: a type is its name, an entity is its name, a property its index (two
 * properties may share a name when no arguments fit both). Variables are names bound by the nearest binder.
 *
 * Two worked uses: to ground an action, try every value of each parameter's type in entity order and read the templates
 * with those values for the variables; to print a ground action, write its name and the values of *all* parameters,
 * constants included: `open(Tom, Chest, Home)`.
 */
import type { Effect, Expression, Term } from "./expression.js"
import type { Span } from "./span.js"
import type { Value } from "./value.js"

export interface Type {
  readonly name: string
  /** Direct parents. `entity` has none; `character` and every declared type have at least one. */
  readonly parents: readonly string[]
  readonly doc?: string
  readonly origin?: Span
}

export interface Entity {
  readonly name: string
  /** Every type it belongs to, ancestors included, so `types.includes(t)` answers "is it a t?". */
  readonly types: readonly string[]
  /** How prose calls it, if not by its name. */
  readonly told?: { readonly name: string; readonly pronoun?: Pronoun }
  readonly doc?: string
  readonly origin?: Span
}

export type Pronoun = "he" | "she" | "it" | "they"

/** A parameter is a variable of a type (never `number`; `boolean` is allowed) or a fixed value. */
export type Parameter =
  | { readonly kind: "variable"; readonly name: string; readonly type: string }
  | { readonly kind: "constant"; readonly value: Value }

export interface Property {
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** `boolean`, `number`, or the name of a type of entities. */
  readonly type: string
  /** Has one value, in the world and in every mind: everybody knows it, and knows that everybody does. */
  readonly isCommon?: true
  /** Made by us and nobody's word: it is never shown to people. */
  readonly isHidden?: true
  /** Templates of sentences that say it, e.g. `{who} [be] in {value}`. */
  readonly told?: readonly string[]
  readonly doc?: string
  readonly origin?: Span
}

export interface Observation {
  readonly variable: string
  /** `character` or a supertype of it; only characters observe. */
  readonly type: string
  readonly condition: Expression
}

export interface EventTemplate {
  readonly name: string
  readonly parameters: readonly Parameter[]
  readonly precondition: Expression
  readonly effect: Effect
  /** Templates of sentences that say that it happens, e.g. `{who} [crawl] to {to}`. */
  readonly told?: readonly string[]
  /** What is said aloud. */
  readonly says?: readonly string[]
  readonly doc?: string
  readonly origin?: Span
}

export interface ActionTemplate extends EventTemplate {
  /** Who must have a reason; nobody: an accident, which the author may choose freely and no character foresees. */
  readonly consenting: readonly Term[]
  /** For any character, when they see it, judged in the state in which the action is taken. Undefined: everybody, always. */
  readonly observing: Observation | undefined
  /** Somebody tries what they wrongly think possible: made for a play (D36), and nothing that anybody plans. */
  readonly isAttempt?: true
}

export interface TriggerTemplate extends EventTemplate {
  /** It happens, but no explanation counts on it. */
  readonly isUnforeseen?: true
  /** Made by us and nobody's word: it is never shown to people. */
  readonly isHidden?: true
}

export interface Utility {
  /** Null: the author. */
  readonly character: string | null
  /** Numeric, or boolean (true counts 1, false 0). */
  readonly body: Expression
  /** What they want, as prose says it: `to be whole again`. */
  readonly told?: string
  readonly doc?: string
  readonly origin?: Span
}

/** Bounds on what is searched. Null: none. Undefined: not said. */
export interface Limits {
  /** How many actions a story may have. */
  readonly author?: number | null
  /** How many actions an explanation may have, the explained one included, shared by a whole nest of explanations. */
  readonly character?: number | null
  /** How deep beliefs about beliefs are searched for explanations. */
  readonly belief?: number | null
}

export interface Problem {
  readonly format: "dramaturg-problem"
  readonly version: 1
  readonly name: string
  readonly doc?: string
  /** The built-in types `boolean`, `number`, `entity`, `character` included. */
  readonly types: readonly Type[]
  readonly entities: readonly Entity[]
  readonly properties: readonly Property[]
  readonly actions: readonly ActionTemplate[]
  readonly triggers: readonly TriggerTemplate[]
  /** Imposed in order. The assignments of one statement are simultaneous. */
  readonly initial: readonly Effect[]
  /** At most one for the author and one for each character; a missing one is constantly 0. */
  readonly utilities: readonly Utility[]
  readonly limits: Limits
}

/** The values of a type in the order of all enumeration: entities in entity order; `boolean` is False, True. */
export function valuesOf(problem: Problem, type: string): readonly Value[] {
  if (type === "boolean") return [false, true]
  return problem.entities.filter((each) => each.types.includes(type)).map((each) => each.name)
}

/** The names of all characters, in entity order. */
export function charactersOf(problem: Problem): readonly string[] {
  return valuesOf(problem, "character") as readonly string[]
}
