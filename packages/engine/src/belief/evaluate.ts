/**
 * Reads a formula in a state (D3 to D7). Where the state is not deep enough it uses the tables of kleene.ts,
 * which the checker uses too, so that every answer other than beyond is right at any depth.
 */
import {
  AND,
  ARITH,
  BELIEVES,
  COMPARE,
  CONST,
  FLUENT,
  IF,
  IS,
  ISNT,
  KNOWS,
  type ExpressionId,
  NOT,
  OR,
  PAYS,
  PRODUCT,
  SUM,
  WRITTEN,
} from "../task/expressions.js"
import { arithmetic, DIVIDED_BY, ordered } from "../task/arithmetic.js"
import { agreed, and, areNumbers, not, NO_NUMBER, NUMBER, or, type Side, type Truth } from "../kleene.js"
import type { StateId, StateSpace } from "./space.js"
import { BEYOND, FALSE, TRUE, UNKNOWN, type ValueId } from "../task/values.js"

/** The truth of a condition: TRUE, FALSE or BEYOND. */
export function truth(space: StateSpace, id: ExpressionId, state: StateId): Truth {
  return truthOf(evaluate(space, id, state))
}

/**
 * The value of any formula. A condition that reads a fluent may come to an unknown, which `truth` counts as
 * false.
 */
export function evaluate(space: StateSpace, id: ExpressionId, state: StateId): ValueId {
  const table = space.task.expressions
  switch (table[id]) {
    case CONST:
      return table[id + 1]
    case FLUENT:
      return space.valueOf(state, table[id + 1])
    case IS: {
      const value = space.valueOf(state, table[id + 1])
      return value === BEYOND ? BEYOND : value === table[id + 2] ? TRUE : FALSE
    }
    case ISNT: {
      const value = space.valueOf(state, table[id + 1])
      return value === BEYOND ? BEYOND : value === table[id + 2] ? FALSE : TRUE
    }
    case BELIEVES: {
      const mind = space.belief(state, table[id + 1])
      return mind < 0 ? BEYOND : evaluate(space, table[id + 2], mind)
    }
    case NOT:
      return not(truth(space, table[id + 1], state))
    case AND:
      return junction(space, id, state, FALSE)
    case OR:
      return junction(space, id, state, TRUE)
    case COMPARE:
      return compare(space, id, state)
    case ARITH:
      return combine(
        space,
        table[id + 1],
        evaluate(space, table[id + 2], state),
        evaluate(space, table[id + 3], state),
      )
    case IF:
      return conditional(space, id, state)
    case SUM:
      return total(space, id, state, 0, 0)
    case PRODUCT:
      return total(space, id, state, 2, 1)
    case KNOWS:
      return knows(space, table[id + 1], table[id + 2], state)
    case PAYS:
      return space.pays(state, table[id + 1])
    case WRITTEN:
      return written(space, table[id + 1], table[id + 2] === 1, state)
    default:
      throw new Error(`No formula starts at ${id}: the task's code is damaged.`)
  }
}

/** D40: it is as it is, or known and so. */
function knows(space: StateSpace, character: number, fluent: number, state: StateId): Truth {
  const mind = space.belief(state, character)
  const there = mind < 0 ? BEYOND : space.valueOf(mind, fluent)
  if (there === BEYOND) return BEYOND
  if (there === UNKNOWN) return FALSE
  if (there === space.task.values.asItIs) return TRUE
  const here = space.valueOf(state, fluent)
  return here === BEYOND ? BEYOND : here === there ? TRUE : FALSE
}

/** D40, *Writing*: the fluent itself where it is not known, and what somebody has as it is, stay so. */
function written(space: StateSpace, body: ExpressionId, isCopy: boolean, state: StateId): ValueId {
  const { expressions: table, values } = space.task
  const value = evaluate(space, body, state)
  if (isCopy) return value === UNKNOWN && table[body] === FLUENT ? values.asItIs : value
  return value === values.asItIs ? UNKNOWN : value
}

/** Every value except true and beyond counts as false. */
function truthOf(value: ValueId): Truth {
  return value === TRUE || value === BEYOND ? value : FALSE
}

/** An AND is decided by a false part, an OR by a true one. */
function junction(
  space: StateSpace,
  id: ExpressionId,
  state: StateId,
  deciding: typeof TRUE | typeof FALSE,
): ValueId {
  const table = space.task.expressions
  const end = id + 2 + table[id + 1]
  let result: Truth = deciding === TRUE ? FALSE : TRUE
  for (let i = id + 2; i < end && result !== deciding; i++) {
    const part = truth(space, table[i], state)
    result = deciding === TRUE ? or(result, part) : and(result, part)
  }
  return result
}

function compare(space: StateSpace, id: ExpressionId, state: StateId): ValueId {
  const table = space.task.expressions
  const op = table[id + 1]
  const left = evaluate(space, table[id + 2], state)
  const right = evaluate(space, table[id + 3], state)
  if (op > 1) return order(space, op, left, right)
  if (left === BEYOND || right === BEYOND) return BEYOND
  return (left === right) === (op === 0) ? TRUE : FALSE
}

function order(space: StateSpace, op: number, left: ValueId, right: ValueId): ValueId {
  const numbers = areNumbers(sideOf(space, left), sideOf(space, right))
  if (numbers !== NUMBER) return numbers === NO_NUMBER ? FALSE : BEYOND
  return ordered(space.task.values, op, left, right) ? TRUE : FALSE
}

function combine(space: StateSpace, op: number, left: ValueId, right: ValueId): ValueId {
  const numbers = areNumbers(sideOf(space, left), sideOf(space, right, op === DIVIDED_BY))
  if (numbers !== NUMBER) return numbers === NO_NUMBER ? UNKNOWN : BEYOND
  return arithmetic(space.task.values, op, left, right)
}

/** Division by zero counts as having no number on that side (D4). */
function sideOf({ task: { values } }: StateSpace, value: ValueId, divides = false): Side {
  if (value === BEYOND) return BEYOND
  return values.isNumber(value) && !(divides && values.numberOf(value) === 0) ? NUMBER : NO_NUMBER
}

/**
 * The last branch to consider is the first one that is certainly taken. Its value must agree with those of
 * the earlier branches that may be taken; otherwise the result is beyond.
 */
function conditional(space: StateSpace, id: ExpressionId, state: StateId): ValueId {
  const table = space.task.expressions
  const end = id + 2 + 2 * table[id + 1]
  let perhaps: ValueId | undefined
  for (let i = id + 2; i <= end; i += 2) {
    const condition = i === end ? TRUE : truth(space, table[i], state)
    if (condition === FALSE) continue
    const body = evaluate(space, table[i === end ? end : i + 1], state)
    const value = perhaps === undefined ? body : agreed(perhaps, body, BEYOND)
    if (condition === TRUE || value === BEYOND) return value
    perhaps = value
  }
  throw new Error(`The conditional at ${id} has no end: the task's code is damaged.`)
}

function total(space: StateSpace, id: ExpressionId, state: StateId, op: number, start: number): ValueId {
  const table = space.task.expressions
  const end = id + 2 + table[id + 1]
  let sum = space.task.values.idOfNumber(start)
  for (let i = id + 2; i < end; i++) sum = combine(space, op, sum, evaluate(space, table[i], state))
  return sum
}

/**
 * A utility as a number; NaN stands for unknown, `undefined` for beyond. True counts 1, false 0 (D21). `who`:
 * a character, the author last.
 */
export function utilityOf(space: StateSpace, who: number, state: StateId): number | undefined {
  const value = evaluate(space, space.task.utilities[who], state)
  if (value === BEYOND) return undefined
  if (value === TRUE) return 1
  if (value === FALSE) return 0
  return value === UNKNOWN || !space.task.values.isNumber(value) ? NaN : space.task.values.numberOf(value)
}
