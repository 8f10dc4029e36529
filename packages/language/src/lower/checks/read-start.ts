/** Evaluates formulas in the statements about the initial state that have been read so far (D3 to D8). */
import {
  type Expression,
  type FluentTemplate,
  type Problem,
  type Term,
  type Value,
  asItIs,
  referenceTo,
  valuesOf,
} from "@dramaturg/model"

export type Binding = ReadonlyMap<string, Value>

/** By chain of believers, joined by spaces: what was stated about each fluent. */
export type Minds = Map<string, Map<string, Value>>

export interface Reader {
  readonly problem: Problem
  readonly minds: Minds
  /** How many more formulas may be evaluated: the check must end soon, even if it then misses a warning. */
  readonly budget: { left: number }
}

export class Spent extends Error {}

export function valueOf(term: Term, binding: Binding): Value {
  return term.kind === "constant" ? term.value : (binding.get(term.name) ?? null)
}

type Kind<K extends Expression["kind"]> = Extract<Expression, { kind: K }>

/** `chain`: the believers in whose belief the formula is evaluated. */
export function readIn(
  reader: Reader,
  expression: Expression,
  chain: readonly string[],
  binding: Binding,
): Value {
  if (--reader.budget.left < 0) throw new Spent()
  const read = (each: Expression, in_ = binding): Value => readIn(reader, each, chain, in_)
  const each = ({ variable, type, body }: Kind<"forall" | "exists" | "sum" | "product">): Value[] =>
    valuesOf(reader.problem, type).map((value) => read(body, new Map([...binding, [variable, value]])))
  switch (expression.kind) {
    case "variable":
    case "constant":
      return valueOf(expression, binding)
    case "fluent":
      return said(reader, expression, chain, binding)
    case "believes":
      return readIn(
        reader,
        expression.body,
        [...chain, String(valueOf(expression.character, binding))],
        binding,
      )
    case "knows": {
      const known = said(
        reader,
        expression.fluent,
        [...chain, String(valueOf(expression.character, binding))],
        binding,
      )
      return known === asItIs || (known !== null && known === said(reader, expression.fluent, chain, binding))
    }
    // Nothing happens at the start.
    case "pays":
      return false
    case "not":
      return read(expression.body) !== true
    case "and":
      return expression.parts.every((part) => read(part) === true)
    case "or":
      return expression.parts.some((part) => read(part) === true)
    case "forall":
      return each(expression).every((value) => value === true)
    case "exists":
      return each(expression).some((value) => value === true)
    case "sum":
    case "product":
      return each(expression).reduce(
        (a, b) => calculated(expression.kind === "sum" ? "+" : "*", a, b),
        expression.kind === "sum" ? 0 : 1,
      )
    case "if":
      return read(
        expression.branches.find(({ condition }) => read(condition) === true)?.body ?? expression.otherwise,
      )
    case "compare":
      return compared(expression.operator, read(expression.left), read(expression.right))
    case "arithmetic":
      return calculated(expression.operator, read(expression.left), read(expression.right))
    case "is": {
      const value = read(expression.body)
      return value !== null && valuesOf(reader.problem, expression.type).includes(value)
    }
  }
}

/**
 * The value stated for this chain of believers, or else for the chain without its innermost believer, and so
 * on down to the default. Whoever has it right has right about others, too, what they are taken to have
 * (D8); and what is as it is, is what it is where that is known (D40).
 */
function said(
  { problem, minds }: Reader,
  { property, arguments: terms }: FluentTemplate,
  chain: readonly string[],
  binding: Binding,
): Value {
  const { name, type } = problem.properties[property]
  const { label } = referenceTo(
    name,
    terms.map((each) => valueOf(each, binding)),
  )
  const at = (believers: readonly string[]): Value => {
    const stated = minds.get(believers.join(" "))?.get(label)
    const last = believers.at(-1)
    if (last === undefined) return stated ?? (stated === null ? null : defaultOf(type))
    const outer = at(believers.slice(0, -1))
    if (stated === asItIs) return outer === null ? asItIs : outer
    if (stated !== undefined) return stated
    return outer === asItIs ? at([...believers.slice(0, -2), last]) : outer
  }
  return at(chain)
}

function defaultOf(type: string): Value {
  return type === "boolean" ? false : type === "number" ? 0 : null
}

function compared(operator: Kind<"compare">["operator"], a: Value, b: Value): boolean {
  if (operator === "==" || operator === "!=") return (a === b) === (operator === "==")
  if (typeof a !== "number" || typeof b !== "number") return false
  return operator === ">" ? a > b : operator === ">=" ? a >= b : operator === "<" ? a < b : a <= b
}

function calculated(operator: Kind<"arithmetic">["operator"], a: Value, b: Value): Value {
  if (typeof a !== "number" || typeof b !== "number") return null
  const value = operator === "+" ? a + b : operator === "-" ? a - b : operator === "*" ? a * b : a / b
  return Number.isFinite(value) ? value : null
}
