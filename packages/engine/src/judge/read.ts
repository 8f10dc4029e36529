/** Reads ground formulas in worlds (D3 to D7), by Kleene's strong tables where a world does not reach deep enough (D20). */
import { type Formula, calculate, compareValues } from "./formula.js"
import { type Cell, beyond, valueOf } from "./facts.js"
import { Deeper, type World } from "./world.js"

/** A formula made ready to be read often. */
export type Reader = (world: World) => Cell

export function reader(formula: Formula): Reader {
  switch (formula.kind) {
    case "value": {
      const { value } = formula
      return () => value
    }
    case "fluent": {
      const { fluent } = formula
      return (world) => valueOf(world.facts, fluent)
    }
    case "believes": {
      const { character } = formula
      const body = reader(formula.body)
      return (world) => (world.depth === 0 ? beyond : body(world.minds[character]))
    }
    case "not": {
      const body = reader(formula.body)
      return (world) => negation(body(world))
    }
    case "and":
      return junction(formula.parts.map(reader), false)
    case "or":
      return junction(formula.parts.map(reader), true)
    case "if":
      return conditional(formula)
    case "compare": {
      const { operator } = formula
      return inOrder([formula.left, formula.right], (left, right) => compareValues(operator, left, right))
    }
    case "arithmetic": {
      const { operator } = formula
      return inOrder(formula.parts, (left, right) => calculate(operator, left, right))
    }
  }
}

function negation(value: Cell): Cell {
  return value === beyond ? beyond : value !== true
}

/** `settling`: the truth value that one part suffices to give the whole. */
function junction(parts: readonly Reader[], settling: boolean): Reader {
  return (world) => {
    let result: Cell = !settling
    for (const part of parts) {
      const value = part(world)
      if (value === beyond) result = beyond
      else if ((value === true) === settling) return settling
    }
    return result
  }
}

function conditional(formula: Formula & { kind: "if" }): Reader {
  const last = reader(formula.otherwise)
  return formula.branches.reduceRight<Reader>((rest, branch) => {
    const condition = reader(branch.condition)
    const body = reader(branch.body)
    return (world) => {
      const holds = condition(world)
      if (holds === true) return body(world)
      if (holds !== beyond) return rest(world)
      const value = body(world)
      return value === rest(world) ? value : beyond
    }
  }, last)
}

type Operation = (left: Exclude<Cell, typeof beyond>, right: Exclude<Cell, typeof beyond>) => Cell

/** Two parts or more, from left to right. */
function inOrder(formulas: readonly Formula[], operation: Operation): Reader {
  const [first, ...rest] = formulas.map(reader)
  return (world) => {
    let result = first(world)
    for (const part of rest) {
      const value = part(world)
      result = result === beyond || value === beyond ? beyond : operation(result, value)
    }
    return result
  }
}

/** A condition that decides something: it must not lie beyond. */
export function holds(condition: Reader, world: World): boolean {
  const value = condition(world)
  if (value === beyond) throw new Deeper()
  return value === true
}
