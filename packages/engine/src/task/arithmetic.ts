/** Arithmetic as the definitions have it (D4): a result that is not determined, or not finite, is unknown. */
import { UNKNOWN, type ValueId, type ValueTable } from "./values.js"

/** The index of `/` in ARITHMETIC. */
export const DIVIDED_BY = 3

/**
 * Calculates `left op right`; `op` is an index into ARITHMETIC (+ - * /). The result is unknown unless both
 * sides are numbers and the result is finite.
 */
export function arithmetic(values: ValueTable, op: number, left: ValueId, right: ValueId): ValueId {
  if (!values.isNumber(left) || !values.isNumber(right)) return UNKNOWN
  const a = values.numberOf(left)
  const b = values.numberOf(right)
  if (op === 0) return values.idOfNumber(a + b)
  if (op === 1) return values.idOfNumber(a - b)
  if (op === 2) return values.idOfNumber(a * b)
  return values.idOfNumber(a / b)
}

/**
 * Compares two numbers; `op` is an index into OPERATORS from 2 on (> >= < <=). False unless both sides are
 * numbers.
 */
export function ordered(values: ValueTable, op: number, left: ValueId, right: ValueId): boolean {
  if (!values.isNumber(left) || !values.isNumber(right)) return false
  const a = values.numberOf(left)
  const b = values.numberOf(right)
  if (op === 2) return a > b
  if (op === 3) return a >= b
  return op === 4 ? a < b : a <= b
}
