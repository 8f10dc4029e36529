/**
 * Formulas, with their names already found.
 *
 * Conditions and numbers are `Expression`s: they read a state and change nothing. What an event does is an
 * `Effect`: it reads a state and says which fluents get which values. The two are separate types so that
 * later stages need not ask whether an equals sign compares or assigns.
 *
 * A `Term` stands where only a variable or a value may stand: the arguments of a property, the character of
 * `believes`.
 */
import type { Value } from "./value.js"
import type { Span } from "./span.js"

/** A name bound by the nearest binder: a parameter or a quantifier. */
export interface Variable {
  readonly kind: "variable"
  readonly name: string
}

/** A fixed value. */
export interface Constant {
  readonly kind: "constant"
  readonly value: Value
}

/** A variable or a constant. */
export type Term = Variable | Constant

/**
 * A property applied to arguments. `property` is an index into `Problem.properties` (properties may be
 * overloaded).
 */
export interface FluentTemplate {
  readonly kind: "fluent"
  readonly property: number
  readonly arguments: readonly Term[]
}

/** Order compares numbers only; equality compares all values. */
export type Comparison = "==" | "!=" | ">" | ">=" | "<" | "<="
/** Operators on numbers. */
export type ArithmeticOperator = "+" | "-" | "*" | "/"

/** `body` is evaluated in the state that `character` believes in. */
export interface Believes {
  readonly kind: "believes"
  readonly character: Term
  readonly body: Expression
}

/**
 * Whether what `character` believes of a fluent of an open property is what it is (D40): it is so where it is
 * read, and known there, or it is `asItIs`.
 */
export interface Knows {
  readonly kind: "knows"
  readonly character: Term
  readonly fluent: FluentTemplate
}

/**
 * Whether everybody who consents to the action around it is better off right after it than before (D46), as
 * things are where it is read. Only in what is unforeseen.
 */
export interface Pays {
  readonly kind: "pays"
}

/**
 * True for `every`/`some` entity (or `False`, `True` for type `boolean`) of the type; an empty type makes
 * them true/false.
 */
export interface Quantified {
  readonly kind: "forall" | "exists"
  readonly variable: string
  readonly type: string
  readonly body: Expression
}

/** An empty type makes a sum 0 and a product 1. */
export interface Aggregate {
  readonly kind: "sum" | "product"
  readonly variable: string
  readonly type: string
  readonly body: Expression
}

/**
 * The body of the first branch whose condition holds, else `otherwise`: `True`, where the author wrote a
 * boolean conditional without an `else`.
 */
export interface Conditional {
  readonly kind: "if"
  readonly branches: readonly { readonly condition: Expression; readonly body: Expression }[]
  readonly otherwise: Expression
}

/** A formula that reads a state: boolean, a number, or an entity. `origin`: its place in the source. */
export type Expression = { readonly origin?: Span } & (
  | Variable
  | Constant
  | FluentTemplate
  | Believes
  | Knows
  | Pays
  | { readonly kind: "not"; readonly body: Expression }
  | { readonly kind: "and" | "or"; readonly parts: readonly Expression[] }
  | Conditional
  | Quantified
  | Aggregate
  | {
      readonly kind: "compare"
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: "arithmetic"
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: "is"; readonly body: Expression; readonly type: string }
)

/**
 * Gives one fluent a value. `believers` is the chain before the fluent: `believes(A, believes(B, f)) = v` has
 * `[A, B]`. The value is read in the state at hand (not in a mind): `believes(A, f = v)`, where `v` is read
 * in A's mind, is a `believes` effect around an assignment without believers.
 */
export interface Assignment {
  readonly kind: "assign"
  readonly believers: readonly Term[]
  readonly fluent: FluentTemplate
  readonly value: Expression
}

/** What an event does to a state. `origin`: its place in the source. */
export type Effect = { readonly origin?: Span } & (
  | Assignment
  /** All of them at once; none at all is "no change". */
  | { readonly kind: "all"; readonly parts: readonly Effect[] }
  | { readonly kind: "forall"; readonly variable: string; readonly type: string; readonly body: Effect }
  | {
      readonly kind: "if"
      readonly branches: readonly { readonly condition: Expression; readonly body: Effect }[]
      readonly otherwise: Effect | undefined
    }
  /** `body` happens in the mind of `character`; its conditions and values are read there. */
  | { readonly kind: "believes"; readonly character: Term; readonly body: Effect }
  /** It happens, but no explanation counts on it. */
  | { readonly kind: "unforeseen"; readonly body: Effect }
)

/** The expressions directly inside one. */
export function subexpressionsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "variable":
    case "constant":
    case "fluent":
    case "pays":
      return []
    case "knows":
      return [expression.fluent]
    case "and":
    case "or":
      return expression.parts
    case "if":
      return [
        ...expression.branches.flatMap(({ condition, body }) => [condition, body]),
        expression.otherwise,
      ]
    case "compare":
    case "arithmetic":
      return [expression.left, expression.right]
    default:
      return [expression.body]
  }
}

/** The parts that must all hold. */
export function conjunctsOf(expression: Expression): readonly Expression[] {
  return expression.kind === "and" ? expression.parts.flatMap(conjunctsOf) : [expression]
}
