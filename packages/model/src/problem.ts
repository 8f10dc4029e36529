/**
 * The author's world, checked and typed, variables still in place.
 *
 * The language makes a `Problem` of a world without errors; the engine and the checker read nothing else of
 * the author's text. It is plain readonly data: it can be written as JSON, read back, compared. It owns
 *
 * - *types* and *entities*: who and what there is. Entities stand in the order of docs/semantics.md:
 *   characters first, each group in order of declaration. All enumeration (grounding, quantifiers, sums)
 *   follows this order, so it is part of the meaning.
 * - *properties*: what can be said of them. A property with arguments filled in is a fluent; it holds one
 *   value.
 * - *actions* and *triggers*: what may be chosen and what must happen. Separate, because only actions are
 *   chosen, consented to and observed.
 * - *initial*: statements that are imposed one after another on the defaults (False, 0, unknown).
 * - *utilities*: how good a state is, for the author (`character` null) and for each character.
 *
 * Names need no scope after checking: a type is its name, an entity is its name, a property its index (two
 * properties may share a name when no arguments fit both). Variables are names bound by the nearest binder.
 *
 * Two worked uses: to ground an action, try every value of each parameter's type in entity order and read the
 * templates with those values for the variables; to print a ground action, write its name and the values of
 * *all* parameters, constants included: `open(Tom, Chest, Home)`.
 */
import type { Effect, Expression, Term } from "./expression.js"
import type { Span } from "./span.js"
import type { Value } from "./value.js"

/** A kind of entity. Built in: `entity`, `character`, `boolean`, `number`. */
export interface Type {
  readonly name: string
  /** Direct parents. `entity` has none; `character` and every declared type have at least one. */
  readonly parents: readonly string[]
  readonly doc?: string
  readonly origin?: Span
}

/** A thing or a character of the world. */
export interface Entity {
  readonly name: string
  /** Every type it belongs to, ancestors included, so `types.includes(t)` answers "is it a t?". */
  readonly types: readonly string[]
  /** Its name and pronoun in prose, if the author gave them. */
  readonly told?: { readonly name: string; readonly pronoun?: Pronoun }
  readonly doc?: string
  readonly origin?: Span
}

/** The pronouns that prose can use for an entity. */
export type Pronoun = "he" | "she" | "it" | "they"

/** A parameter is a variable of a type (never `number`; `boolean` is allowed) or a fixed value. */
export type Parameter =
  | { readonly kind: "variable"; readonly name: string; readonly type: string }
  | { readonly kind: "constant"; readonly value: Value }

/** What can be said of entities. */
export interface Property {
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** `boolean`, `number`, or the name of a type of entities. */
  readonly type: string
  /** Common knowledge: it has one value, the same in the world and in every mind at any depth. */
  readonly isCommon?: true
  /**
   * It can be wondered about (D40, D41): a mind may hold that another has it right without knowing it, and
   * acts may be done in the hope of what it turns out to be. Never common.
   */
  readonly isOpen?: true
  /**
   * Of an open property: which values are possible to the mind that wonders. A condition over the property's
   * parameters and the variable `value`, read in that mind; it looks into no other. Absent: all of its type.
   */
  readonly might?: Expression
  /** Made by the program, not written by an author; no output shows it. */
  readonly isHidden?: true
  /** Sentence templates, e.g. `{who} [be] in {value}`. */
  readonly told?: readonly string[]
  /** Of an open property: templates for what goes on in whoever wonders about it (D43). */
  readonly moods?: { readonly [mood in Mood]?: readonly string[] }
  readonly doc?: string
  readonly origin?: Span
}

/**
 * What goes on in somebody, `mind`, who wonders about an open property: that they do, that they hope or fear
 * that it has a `value`, that they doubt that an `other` knows it.
 */
export type Mood = "wondered" | "hoped" | "feared" | "doubted"

/** A condition on who sees an action. */
export interface Observation {
  readonly variable: string
  /** `character` or a supertype of it; only characters observe. */
  readonly type: string
  readonly condition: Expression
}

/** What actions and triggers share. */
export interface EventTemplate {
  readonly name: string
  readonly parameters: readonly Parameter[]
  readonly precondition: Expression
  readonly effect: Effect
  /** Sentence templates, e.g. `{who} [crawl] to {to}`. */
  readonly told?: readonly string[]
  /** Templates of direct speech in it. */
  readonly says?: readonly string[]
  readonly doc?: string
  readonly origin?: Span
}

/** An action, with variables for parameters. */
export interface ActionTemplate extends EventTemplate {
  /**
   * Who must have a reason; empty: an accident, which the author may choose freely and no character foresees.
   */
  readonly consenting: readonly Term[]
  /**
   * When a character sees it, read in the state in which the action is taken. Undefined: all characters,
   * always.
   */
  readonly observing: Observation | undefined
  /** An attempt at what the character wrongly thinks possible: made for a play (D36); no plan contains it. */
  readonly isAttempt?: true
}

/** A trigger: it happens whenever its precondition holds. */
export interface TriggerTemplate extends EventTemplate {
  /** It happens, but no explanation may count on it. */
  readonly isUnforeseen?: true
  /** Made by the program, not written by an author; no output shows it. */
  readonly isHidden?: true
}

/** How good a state is, for the author or one character. */
export interface Utility {
  /** Null: the author. */
  readonly character: string | null
  /** Numeric, or boolean (true counts 1, false 0). */
  readonly body: Expression
  /** The wish in prose: `to be whole again`. */
  readonly told?: string
  readonly doc?: string
  readonly origin?: Span
}

/** Bounds on the search. Null: no bound. Undefined: the author said nothing. */
export interface Limits {
  /** The most actions in a story. */
  readonly author?: number | null
  /** The most actions in an explanation, the explained one and those of nested explanations included. */
  readonly character?: number | null
  /** The greatest depth of beliefs about beliefs at which explanations are searched. */
  readonly belief?: number | null
  /** The most open fluents that one reason supposes (D41). Undefined: 1. */
  readonly cases?: number | null
  /**
   * How many actions ahead an observer looks who infers something from an act (D45): 1, or 0, which is never.
   * Undefined: 0.
   */
  readonly infer?: number | null
}

/** A whole world without errors. */
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

/**
 * The values of a type in the order of all enumeration: entities in entity order; `boolean` is False, True.
 */
export function valuesOf(problem: Problem, type: string): readonly Value[] {
  if (type === "boolean") return [false, true]
  return problem.entities.filter((each) => each.types.includes(type)).map((each) => each.name)
}

/** The names of all characters, in entity order. */
export function charactersOf(problem: Problem): readonly string[] {
  return valuesOf(problem, "character") as readonly string[]
}

/**
 * The problem without the places of the text that it was made from, which mean nothing to the engine:
 * sentences about it then name no lines.
 */
export function withoutOrigins(problem: Problem): Problem {
  return bare(problem) as Problem
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== "object" || value === null) return value
  const parts = Object.entries(value).filter(([name, each]) => name !== "origin" && each !== undefined)
  return Object.fromEntries(parts.map(([name, each]) => [name, bare(each)]))
}
