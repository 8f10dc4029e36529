/**
 * The expression table: ground formulas as flat integers.
 *
 * An expression is identified by the index at which it starts in the table. Equal expressions are stored
 * once, so comparing ids compares formulas. Layout at an expression's index (all operands are ints; `id` is
 * the id of another expression):
 *
 * CONST    value FLUENT   fluent                      its value IS       fluent value                fluent
 * == value ISNT     fluent value                fluent != value BELIEVES character id                id, read
 * in the character's mind NOT      id AND, OR  count id... COMPARE  operator left right single  operator:
 * index into OPERATORS; single: 1 when a surprise repairs only
 *                                        the fluent on the left (D13)
 * ARITH    operator left right         operator: index into ARITHMETIC IF       count (condition body)...
 * otherwise SUM, PRODUCT  count id...
 *
 * `ExpressionBuilder` folds constants while it builds, but only where a surprise cannot notice it (D13):
 * which parts of a disjunction are true, and what stands on the other side of a comparison, is part of the
 * meaning. So equal sides and equal branches are kept. A constant part decides a conjunction or disjunction
 * only while templates are filled in (`absorbs`), where the definition says so, and not when grounding later
 * finds which fluents never change.
 */
import type { ArithmeticOperator, Comparison } from "@dramaturg/model"
import { arithmetic, ordered } from "./arithmetic.js"
import { FALSE, TRUE, type ValueId, type ValueTable } from "./values.js"
import { ExpressionInterner } from "./expression-interner.js"

/** The index at which an expression starts in its table. */
export type ExpressionId = number

export const CONST = 0
export const FLUENT = 1
export const IS = 2
export const ISNT = 3
export const BELIEVES = 4
export const NOT = 5
export const AND = 6
export const OR = 7
export const COMPARE = 8
export const ARITH = 9
export const IF = 10
export const SUM = 11
export const PRODUCT = 12
/** KNOWS character fluent: whether they have it right (D40). */
export const KNOWS = 13
/** WRITTEN id copy: what an atom writes of an open fluent; copy 1: as it is, if the operand says no more. */
export const WRITTEN = 14
/** PAYS action: whether all who consent to the action are better off right after it (D46). */
export const PAYS = 15

export const OPERATORS: readonly Comparison[] = ["==", "!=", ">", ">=", "<", "<="]
export const ARITHMETIC: readonly ArithmeticOperator[] = ["+", "-", "*", "/"]
const EQ = 0
const NE = 1

/** Builds an expression table. Each function returns the id of an expression. */
export class ExpressionBuilder {
  readonly table: number[] = []
  readonly values: ValueTable
  readonly #interner = new ExpressionInterner(this.table)
  readonly #absorbs: boolean
  readonly true: ExpressionId
  readonly false: ExpressionId

  constructor(values: ValueTable, absorbs: boolean) {
    this.values = values
    this.#absorbs = absorbs
    this.true = this.constant(TRUE)
    this.false = this.constant(FALSE)
  }

  constant(value: ValueId): ExpressionId {
    return this.#emit([CONST, value])
  }

  fluent(fluent: number): ExpressionId {
    return this.#emit([FLUENT, fluent])
  }

  truth(value: boolean): ExpressionId {
    return value ? this.true : this.false
  }

  believes(character: number, id: ExpressionId): ExpressionId {
    return this.isConstant(id) ? id : this.#emit([BELIEVES, character, id])
  }

  knows(character: number, fluent: number): ExpressionId {
    return this.#emit([KNOWS, character, fluent])
  }

  pays(action: number): ExpressionId {
    return this.#emit([PAYS, action])
  }

  /**
   * The value that an atom writes of an open fluent (D40), read so many minds within; `isCopy` tells whether
   * an operand is what the atom may write as it is.
   */
  written(id: ExpressionId, outer: number, isCopy: (operand: ExpressionId) => boolean): ExpressionId {
    const { table } = this
    if (table[id] === BELIEVES && outer > 0)
      return this.believes(table[id + 1], this.written(table[id + 2], outer - 1, isCopy))
    if (table[id] === FLUENT || table[id] === BELIEVES) return this.#emit([WRITTEN, id, isCopy(id) ? 1 : 0])
    if (table[id] !== IF) return id
    const parts = operands(table, id)
    const bodies = parts.map((each, i) =>
      i % 2 === 1 || i === parts.length - 1 ? this.written(each, outer, isCopy) : each,
    )
    return this.#emit([IF, table[id + 1], ...bodies])
  }

  not(id: ExpressionId): ExpressionId {
    const { table } = this
    if (this.isConstant(id)) return this.truth(!this.holds(id))
    if (table[id] === NOT && this.isCondition(table[id + 1])) return table[id + 1]
    if (table[id] === IS) return this.#emit([ISNT, table[id + 1], table[id + 2]])
    if (table[id] === ISNT) return this.#emit([IS, table[id + 1], table[id + 2]])
    return this.#emit([NOT, id])
  }

  and(ids: readonly ExpressionId[]): ExpressionId {
    return this.#junction(AND, ids, this.false, this.true)
  }

  or(ids: readonly ExpressionId[]): ExpressionId {
    return this.#junction(OR, ids, this.true, this.false)
  }

  compare(operator: Comparison, left: ExpressionId, right: ExpressionId, single: boolean): ExpressionId {
    const { table } = this
    const op = OPERATORS.indexOf(operator)
    if (this.isConstant(left) && this.isConstant(right))
      return this.#compareConstants(op, table[left + 1], table[right + 1])
    if (op === EQ || op === NE) {
      if (this.isConstant(left)) return this.compare(operator, right, left, false)
      if (this.isConstant(right)) {
        if (table[left] === FLUENT)
          return this.#emit([op === EQ ? IS : ISNT, table[left + 1], table[right + 1]])
        if (table[left] === BELIEVES)
          return this.believes(table[left + 1], this.compare(operator, table[left + 2], right, single))
      }
    }
    return this.#emit([COMPARE, op, left, right, single ? 1 : 0])
  }

  arithmetic(operator: ArithmeticOperator, left: ExpressionId, right: ExpressionId): ExpressionId {
    const op = ARITHMETIC.indexOf(operator)
    if (!this.isConstant(left) || !this.isConstant(right)) return this.#emit([ARITH, op, left, right])
    return this.constant(arithmetic(this.values, op, this.table[left + 1], this.table[right + 1]))
  }

  fold(operator: typeof SUM | typeof PRODUCT, ids: readonly ExpressionId[]): ExpressionId {
    const op = operator === SUM ? 0 : 2
    if (!ids.every((each) => this.isConstant(each))) return this.#emit([operator, ids.length, ...ids])
    const start = this.values.idOfNumber(operator === SUM ? 0 : 1)
    return this.constant(
      ids.reduce((total, each) => arithmetic(this.values, op, total, this.table[each + 1]), start),
    )
  }

  conditional(
    branches: readonly (readonly [condition: ExpressionId, body: ExpressionId])[],
    otherwise: ExpressionId,
  ): ExpressionId {
    const kept: (readonly [ExpressionId, ExpressionId])[] = []
    let last = otherwise
    for (const branch of branches) {
      if (branch[0] === this.false) continue
      if (branch[0] === this.true) {
        last = branch[1]
        break
      }
      kept.push(branch)
    }
    if (kept.length === 0) return last
    return this.#emit([IF, kept.length, ...kept.flat(), last])
  }

  isConstant(id: ExpressionId): boolean {
    return this.table[id] === CONST
  }

  /** Whether a constant counts as true; every value but `True` (an unknown, for example) does not. */
  holds(id: ExpressionId): boolean {
    return this.table[id + 1] === TRUE
  }

  /** Expressions that can only be true or false, so that a double negation can be removed. */
  isCondition(id: ExpressionId): boolean {
    const op = this.table[id]
    return (
      op === IS ||
      op === ISNT ||
      op === NOT ||
      op === AND ||
      op === OR ||
      op === COMPARE ||
      op === KNOWS ||
      op === PAYS
    )
  }

  #junction(
    op: typeof AND | typeof OR,
    ids: readonly ExpressionId[],
    absorbing: ExpressionId,
    neutral: ExpressionId,
  ): ExpressionId {
    const flat: ExpressionId[] = []
    for (const id of ids) {
      if (this.isConstant(id) && this.holds(id) === (neutral === this.true)) continue
      if (this.isConstant(id) && this.#absorbs) return absorbing
      const inner =
        this.table[id] === op
          ? this.table.slice(id + 2, id + 2 + this.table[id + 1])
          : [this.isConstant(id) ? absorbing : id]
      for (const each of inner) if (!flat.includes(each)) flat.push(each)
    }
    if (flat.length === 0) return neutral
    if (flat.length === 1 && (flat[0] === absorbing || this.isCondition(flat[0]))) return flat[0]
    return this.#emit([op, flat.length, ...flat])
  }

  /** Whether a condition is false in every state, as far as constants and contradictory literals show. */
  isNever(id: ExpressionId): boolean {
    const parts = operands(this.table, id)
    if (this.table[id] === AND)
      return parts.some((each) => this.isNever(each)) || this.#isContradictory(parts)
    if (this.table[id] === OR) return parts.every((each) => this.isNever(each))
    return id === this.false
  }

  /** Whether two of the literals on one fluent cannot both hold. */
  #isContradictory(ids: readonly ExpressionId[]): boolean {
    const equal = new Map<number, ValueId>()
    const unequal: (readonly [fluent: number, value: ValueId])[] = []
    for (const id of ids) {
      const [fluent, value, positive] = this.#literal(id)
      if (fluent < 0) continue
      if (!positive) unequal.push([fluent, value])
      else if ((equal.get(fluent) ?? value) !== value) return true
      else equal.set(fluent, value)
    }
    return unequal.some(([fluent, value]) => equal.get(fluent) === value)
  }

  #literal(id: ExpressionId): readonly [fluent: number, value: ValueId, positive: boolean] {
    const { table } = this
    if (table[id] === IS || table[id] === ISNT) return [table[id + 1], table[id + 2], table[id] === IS]
    if (table[id] === FLUENT) return [table[id + 1], TRUE, true]
    if (table[id] === NOT && table[table[id + 1]] === FLUENT) return [table[table[id + 1] + 1], TRUE, false]
    return [-1, FALSE, true]
  }

  #compareConstants(op: number, left: ValueId, right: ValueId): ExpressionId {
    if (op === EQ) return this.truth(left === right)
    if (op === NE) return this.truth(left !== right)
    return this.truth(ordered(this.values, op, left, right))
  }

  #emit(ints: readonly number[]): ExpressionId {
    return this.#interner.intern(ints)
  }
}

/** The depth of the deepest belief that any of these formulas reads. */
export function nesting(table: ArrayLike<number>, ids: Iterable<ExpressionId>): number {
  let deepest = 0
  for (const id of ids) {
    const inside = nesting(table, operands(table, id))
    deepest = Math.max(deepest, table[id] === BELIEVES || table[id] === KNOWS ? 1 + inside : inside)
  }
  return deepest
}

/** The ids of the expressions directly inside one. */
export function operands(table: ArrayLike<number>, id: ExpressionId): readonly ExpressionId[] {
  switch (table[id]) {
    case BELIEVES:
      return [table[id + 2]]
    case NOT:
    case WRITTEN:
      return [table[id + 1]]
    case COMPARE:
    case ARITH:
      return [table[id + 2], table[id + 3]]
    case IF:
      return listed(table, id + 2, 2 * table[id + 1] + 1)
    case AND:
    case OR:
    case SUM:
    case PRODUCT:
      return listed(table, id + 2, table[id + 1])
    default:
      return []
  }
}

function listed(table: ArrayLike<number>, from: number, count: number): readonly ExpressionId[] {
  const ids: ExpressionId[] = []
  for (let i = from; i < from + count; i++) ids.push(table[i])
  return ids
}

/** The fluents that a formula reads in the state at hand; fluents that it reads in minds are left out. */
export function ownFluents(
  table: ArrayLike<number>,
  id: ExpressionId,
  found = new Set<number>(),
): ReadonlySet<number> {
  const kind = table[id]
  if (kind === FLUENT || kind === IS || kind === ISNT) found.add(table[id + 1])
  else if (kind === KNOWS) found.add(table[id + 2])
  else if (kind !== BELIEVES) for (const each of operands(table, id)) ownFluents(table, each, found)
  return found
}

/** The fluents that a formula reads, in the state at hand or in minds. */
export function fluentsIn(
  table: ArrayLike<number>,
  id: ExpressionId,
  found = new Set<number>(),
): ReadonlySet<number> {
  const kind = table[id]
  if (kind === FLUENT || kind === IS || kind === ISNT) found.add(table[id + 1])
  else if (kind === KNOWS) found.add(table[id + 2])
  else for (const each of operands(table, id)) fluentsIn(table, each, found)
  return found
}

/** The ids of all expressions in the table, in order. */
export function* expressionsIn(table: ArrayLike<number>): Iterable<ExpressionId> {
  for (let id = 0; id < table.length; id += lengthOf(table, id)) yield id
}

/** The number of ints that an expression takes in the table. */
export function lengthOf(table: ArrayLike<number>, id: ExpressionId): number {
  switch (table[id]) {
    case CONST:
    case FLUENT:
    case NOT:
    case PAYS:
      return 2
    case IS:
    case ISNT:
    case BELIEVES:
    case KNOWS:
    case WRITTEN:
      return 3
    case ARITH:
      return 4
    case COMPARE:
      return 5
    case IF:
      return 3 + 2 * table[id + 1]
    default:
      return 2 + table[id + 1]
  }
}
