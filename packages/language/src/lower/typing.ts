/**
 * The types of formulas, judged from declarations alone, and the words for them in messages.
 *
 * Every lowered formula can be asked whether it has type T. The unknown is a number and is of every type of
 * entities. It is no boolean, though a boolean property may hold it. A conditional has the types that all its
 * branches have.
 */
import type { Expression, Parameter, Term } from "@dramaturg/model"
import { printValue } from "@dramaturg/model"
import { type Scope, type World, belongs, isBelow, typeOfVariable } from "./world.js"

export function hasType(
  world: World,
  scope: Scope | undefined,
  expression: Expression,
  type: string,
): boolean {
  switch (expression.kind) {
    case "variable":
      return isBelow(world, typeOfVariable(scope, expression.name) ?? "", type)
    case "constant":
      return belongs(world, expression.value, type)
    case "fluent":
      return isBelow(world, world.properties[expression.property].type, type)
    case "believes":
      return hasType(world, scope, expression.body, type)
    case "if": {
      const bodies = [...expression.branches.map((each) => each.body), expression.otherwise]
      return bodies.every((body) => hasType(world, scope, body, type))
    }
    case "arithmetic":
    case "sum":
    case "product":
      return type === "number"
    default:
      return type === "boolean"
  }
}

/** Whether a property of this type can hold the value. A boolean property can hold the unknown. */
export function fitsValue(world: World, scope: Scope | undefined, value: Expression, type: string): boolean {
  if (type !== "boolean" || value.kind === "variable" || value.kind === "fluent")
    return hasType(world, scope, value, type)
  if (value.kind === "constant") return value.value === null || hasType(world, scope, value, type)
  if (value.kind === "believes") return fitsValue(world, scope, value.body, type)
  if (value.kind !== "if") return hasType(world, scope, value, type)
  return [...value.branches.map((each) => each.body), value.otherwise].every((body) =>
    fitsValue(world, scope, body, type),
  )
}

export function isBoolean(world: World, scope: Scope | undefined, expression: Expression): boolean {
  return hasType(world, scope, expression, "boolean")
}

/** Whether a term fits a parameter, judging from declarations alone, without coercion in either direction. */
export function accepts(world: World, scope: Scope | undefined, parameter: Parameter, term: Term): boolean {
  if (parameter.kind === "constant") return term.kind === "constant" && term.value === parameter.value
  return term.kind === "constant" && term.value === null ? false : hasType(world, scope, term, parameter.type)
}

/** "a place", "a number", "true or false". */
export function typeInWords(type: string): string {
  if (type === "boolean") return "true or false"
  if (type === "entity") return "a person or thing"
  return `${/^[aeiou]/i.test(type) ? "an" : "a"} ${type}`
}

/** The type of a formula in words: the declared type, or the most specific types of an entity. */
export function kindInWords(world: World, scope: Scope | undefined, expression: Expression): string {
  const type = typeOf(world, scope, expression)
  return type === undefined ? "unknown" : typeInWords(type)
}

/**
 * The most specific known type of a formula; undefined for the unknown and for conditionals of mixed types.
 */
export function typeOf(world: World, scope: Scope | undefined, expression: Expression): string | undefined {
  switch (expression.kind) {
    case "variable":
      return typeOfVariable(scope, expression.name)
    case "constant":
      return typeOfValue(world, expression.value)
    case "fluent":
      return world.properties[expression.property].type
    case "believes":
      return typeOf(world, scope, expression.body)
    case "if":
      return typeOfBranches(world, scope, expression)
    default:
      return hasType(world, scope, expression, "number") ? "number" : "boolean"
  }
}

function typeOfValue(
  world: World,
  value: Extract<Expression, { kind: "constant" }>["value"],
): string | undefined {
  if (value === null) return undefined
  if (typeof value === "boolean") return "boolean"
  if (typeof value === "number") return "number"
  const types = [...(world.entities.get(value)?.types ?? [])]
  return (
    types.find((type) => !types.some((other) => other !== type && isBelow(world, other, type))) ?? "entity"
  )
}

function typeOfBranches(
  world: World,
  scope: Scope | undefined,
  expression: Extract<Expression, { kind: "if" }>,
): string | undefined {
  const bodies = [...expression.branches.map((each) => each.body), expression.otherwise]
  const types = bodies.map((body) => typeOf(world, scope, body)).filter((type) => type !== undefined)
  return types.find((type) => bodies.every((body) => hasType(world, scope, body, type)))
}

/** A term as the author wrote it. */
export function termInWords(term: Term): string {
  return term.kind === "variable" ? term.name : printValue(term.value)
}
