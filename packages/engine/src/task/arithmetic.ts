/** Numbers as the definitions want them (D4): what is not determined, or too large to be written down, is unknown. */
import { UNKNOWN, type ValueId, type ValueTable } from "./values.js"

/** The index of `/` in ARITHMETIC. */
export const DIVIDED_BY = 3

/** `op` is an index into ARITHMETIC (+ - * /). Anything but two numbers, division by zero, and what is no finite number gives unknown. */
export function arithmetic(values: ValueTable, op: number, left: ValueId, right: ValueId): ValueId {
  if (!values.isNumber(left) || !values.isNumber(right)) return UNKNOWN
  const a = values.numberOf(left)
  const b = values.numberOf(right)
  if (op === 0) return values.idOfNumber(a + b)
  if (op === 1) return values.idOfNumber(a - b)
  if (op === 2) return values.idOfNumber(a * b)
  return values.idOfNumber(a / b)
}

/** `op` is an index into OPERATORS from 2 on (> >= < <=). False unless both are numbers. */
export function ordered(values: ValueTable, op: number, left: ValueId, right: ValueId): boolean {
  if (!values.isNumber(left) || !values.isNumber(right)) return false
  const a = values.numberOf(left)
  const b = values.numberOf(right)
  if (op === 2) return a > b
  if (op === 3) return a >= b
  return op === 4 ? a < b : a <= b
}
