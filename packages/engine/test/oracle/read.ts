/** What an expression reads as in a world (D3 to D7). */
import {
  type Comparison,
  type Expression,
  type FluentTemplate,
  type Knows,
  type Problem,
  type Term,
  type Value,
  asItIs,
  valuesOf,
} from "@dramaturg/model"
import { type Binding, TOO_DEEP, TooDeep, type World, fluentKey, orTooDeep, valueAt } from "./worlds.js"

/** The world in which an expression is read, and what its variables stand for. */
export interface Place {
  readonly problem: Problem
  readonly world: World
  readonly binding: Binding
  /** D46: whether the act that happens pays in a world. */
  readonly pays?: (world: World) => boolean
}

export function holds(place: Place, condition: Expression): boolean {
  return read(place, condition) === true
}

export function read(place: Place, e: Expression): Value {
  switch (e.kind) {
    case "constant":
    case "variable":
      return termValue(place.binding, e)
    case "fluent":
      return valueAt(place.problem, place.world, keyOf(place.binding, e))
    case "believes":
      return read({ ...place, world: place.world.mind(characterOf(place.binding, e.character)) }, e.body)
    case "knows":
      return knows(place, e)
    case "pays":
      if (place.pays === undefined) throw new Error("Nothing happens that could pay.")
      return place.pays(place.world)
    case "not":
      return !holds(place, e.body)
    case "and":
      return all(e.parts, (part) => holds(place, part))
    case "or":
      return !all(e.parts, (part) => !holds(place, part))
    case "forall":
      return all(bindings(place, e), (each) => holds(each, e.body))
    case "exists":
      return !all(bindings(place, e), (each) => !holds(each, e.body))
    case "if":
      return chosen(place, e.branches, e.otherwise)
    case "sum":
      return bindings(place, e)
        .map((each) => read(each, e.body))
        .reduce((a, b) => calculate("+", a, b), 0)
    case "product":
      return bindings(place, e)
        .map((each) => read(each, e.body))
        .reduce((a, b) => calculate("*", a, b), 1)
    case "compare":
      return compare(e.operator, read(place, e.left), read(place, e.right))
    case "arithmetic":
      return calculate(e.operator, read(place, e.left), read(place, e.right))
    case "is":
      return valuesOf(place.problem, e.type).includes(read(place, e.body))
  }
}

/** D40: as it is, or what it is here, and not unknown. */
function knows({ problem, world, binding }: Place, { character, fluent }: Knows): boolean {
  const key = keyOf(binding, fluent)
  const theirs = valueAt(problem, world.mind(characterOf(binding, character)), key)
  return theirs === asItIs || (theirs !== null && theirs === valueAt(problem, world, key))
}

/** "False and too deep" is false (D20): one part that fails is enough, wherever it stands. */
function all<T>(parts: readonly T[], test: (part: T) => boolean): boolean {
  let tooDeep: TooDeep | undefined
  for (const part of parts) {
    try {
      if (!test(part)) return false
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error
      tooDeep = error
    }
  }
  if (tooDeep !== undefined) throw tooDeep
  return true
}

type Branches = (Expression & { readonly kind: "if" })["branches"]

/** D7; where it is too deep whether a branch is taken, what it and the others agree on (D20). */
function chosen(place: Place, [first, ...rest]: Branches, otherwise: Expression): Value {
  if (first === undefined) return read(place, otherwise)
  const isTaken = orTooDeep(() => holds(place, first.condition))
  if (isTaken !== TOO_DEEP) return isTaken ? read(place, first.body) : chosen(place, rest, otherwise)
  const value = read(place, first.body)
  if (value !== chosen(place, rest, otherwise)) throw new TooDeep()
  return value
}

/** The body that a conditional reads (D7). */
export function bodyOf(place: Place, e: Expression & { readonly kind: "if" }): Expression {
  return e.branches.find((each) => holds(place, each.condition))?.body ?? e.otherwise
}

/** The place once for every value of the type that a quantifier or sum runs over. */
export function bindings(
  place: Place,
  e: { readonly variable: string; readonly type: string },
): readonly Place[] {
  return valuesOf(place.problem, e.type).map((value) => ({
    ...place,
    binding: new Map(place.binding).set(e.variable, value),
  }))
}

export function termValue(binding: Binding, term: Term): Value {
  if (term.kind === "constant") return term.value
  if (!binding.has(term.name)) throw new Error(`Nothing is bound to ${term.name}.`)
  return binding.get(term.name) as Value
}

export function characterOf(binding: Binding, term: Term): string {
  return String(termValue(binding, term))
}

export function keyOf(binding: Binding, fluent: FluentTemplate): string {
  return fluentKey(
    fluent.property,
    fluent.arguments.map((each) => termValue(binding, each)),
  )
}

/** D5. */
export function compare(operator: Comparison, left: Value, right: Value): boolean {
  if (operator === "==") return left === right
  if (operator === "!=") return left !== right
  if (typeof left !== "number" || typeof right !== "number") return false
  return { ">": left > right, ">=": left >= right, "<": left < right, "<=": left <= right }[operator]
}

/** D4. */
function calculate(operator: "+" | "-" | "*" | "/", left: Value, right: Value): Value {
  if (typeof left !== "number" || typeof right !== "number" || (operator === "/" && right === 0)) return null
  const result = { "+": left + right, "-": left - right, "*": left * right, "/": left / right }[operator]
  return Number.isFinite(result) ? result + 0 : null
}
