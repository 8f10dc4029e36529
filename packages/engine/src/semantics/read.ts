/**
 * Reads ground formulas in worlds (D3 to D7), by the tables of kleene.ts where a world does not reach deep
 * enough (D20).
 */
import { asItIs, type Value } from "@dramaturg/model"
import {
  BEYOND,
  NO,
  NO_NUMBER,
  NUMBER,
  type Side,
  type Truth,
  YES,
  agreed,
  and,
  areNumbers,
  not,
  or,
} from "../kleene.js"
import { type Formula, calculate, compareValues } from "./formula.js"
import { type Cell, beyond, valueOf } from "./facts.js"
import { Deeper, type World } from "./world.js"

/** Does the act that happens pay in a world (D46)? */
export type Paying = (world: World) => Cell

/** A formula compiled to a function, for repeated reading. `paying`: for what asks if an act pays. */
export type Reader = (world: World, paying?: Paying) => Cell

/** Compiles a formula. */
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
      return (world, paying) => (world.depth === 0 ? beyond : body(world.minds[character], paying))
    }
    case "knows":
      return knowing(formula)
    case "pays":
      return (world, paying) => (paying === undefined ? beyond : paying(world))
    case "written":
      return writing(formula)
    case "not": {
      const body = reader(formula.body)
      return (world, paying) => cellOf(not(truthOf(body(world, paying))))
    }
    case "and":
      return junction(formula.parts.map(reader), NO)
    case "or":
      return junction(formula.parts.map(reader), YES)
    case "if":
      return conditional(formula)
    case "compare":
      return comparison(formula)
    case "arithmetic":
      return calculation(formula)
  }
}

/** D40: it is as it is, or known and so. */
function knowing({ character, fluent }: Formula & { kind: "knows" }): Reader {
  return (world) => {
    const here = valueOf(world.facts, fluent)
    const there = world.depth === 0 ? beyond : valueOf(world.minds[character].facts, fluent)
    if (there === beyond || there === null || there === asItIs)
      return there === beyond ? there : there !== null
    return here === beyond ? beyond : here === there
  }
}

/** D40, *Writing*: the fluent itself where it is not known, and what somebody has as it is, stay so. */
function writing({ body, isCopy }: Formula & { kind: "written" }): Reader {
  const read = reader(body)
  return (world, paying) => {
    const value = read(world, paying)
    if (isCopy) return body.kind === "fluent" && value === null ? asItIs : value
    return value === asItIs ? null : value
  }
}

/** A cell as a truth value: every value but true counts as false. */
export function truthOf(cell: Cell): Truth {
  return cell === beyond ? BEYOND : cell === true ? YES : NO
}

/** A truth value as a cell. */
export function cellOf(truth: Truth): Cell {
  return truth === BEYOND ? beyond : truth === YES
}

/** `settling`: the truth value of a part that decides the whole. */
function junction(parts: readonly Reader[], deciding: typeof YES | typeof NO): Reader {
  const join = deciding === YES ? or : and
  return (world, paying) => {
    let result = not(deciding)
    for (const part of parts) {
      result = join(result, truthOf(part(world, paying)))
      if (result === deciding) break
    }
    return cellOf(result)
  }
}

function conditional(formula: Formula & { kind: "if" }): Reader {
  const last = reader(formula.otherwise)
  return formula.branches.reduceRight<Reader>((rest, branch) => {
    const condition = reader(branch.condition)
    const body = reader(branch.body)
    return (world, paying) => {
      const holds = truthOf(condition(world, paying))
      if (holds !== BEYOND) return holds === YES ? body(world, paying) : rest(world, paying)
      const value = body(world, paying)
      return value === beyond ? beyond : agreed<Cell>(value, rest(world, paying), beyond)
    }
  }, last)
}

function comparison({ operator, left, right }: Formula & { kind: "compare" }): Reader {
  const [one, other] = [reader(left), reader(right)]
  const isOrdering = operator !== "==" && operator !== "!="
  return (world, paying) => {
    const a = one(world, paying)
    const b = other(world, paying)
    if (isOrdering && areNumbers(sideOf(a), sideOf(b)) === NO_NUMBER) return false
    return a === beyond || b === beyond ? beyond : compareValues(operator, a, b)
  }
}

/** Two parts or more, from left to right. */
function calculation({ operator, parts }: Formula & { kind: "arithmetic" }): Reader {
  const [first, ...rest] = parts.map(reader)
  const isDivision = operator === "/"
  return (world, paying) => {
    let result: Cell = first(world, paying)
    for (const part of rest) {
      const next: Cell = part(world, paying)
      const numbers = areNumbers(sideOf(result), isDivision && next === 0 ? NO_NUMBER : sideOf(next))
      result =
        numbers === BEYOND
          ? beyond
          : numbers === NO_NUMBER
            ? null
            : calculate(operator, result as Value, next as Value)
    }
    return result
  }
}

function sideOf(cell: Cell): Side {
  return cell === beyond ? BEYOND : typeof cell === "number" ? NUMBER : NO_NUMBER
}

/** Whether a condition holds. It decides something, so it must not lie beyond: then `Deeper` is thrown. */
export function holds(condition: Reader, world: World): boolean {
  const value = condition(world)
  if (value === beyond) throw new Deeper()
  return value === true
}
