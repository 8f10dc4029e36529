/**
 * Relaxed value sets: over-approximations of the values that each fluent may have if no effect is ever
 * undone.
 *
 * A fluent's set is a bit mask over the ids below the first number, plus an interval for numbers (empty when
 * lo > hi). Reading a formula over such sets tells whether it may be true and whether it may be false; it
 * never wrongly answers "no".
 */
import { BEYOND, FALSE, TRUE, UNKNOWN, type ValueId, type ValueTable } from "../task/values.js"
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

export const MAY_BE_TRUE = 1
export const MAY_BE_FALSE = 2

/**
 * A set of values of its own. Millions are made, so the mask is a plain array, which is cheap to allocate;
 * empty masks are shared.
 */
export interface ValueSet {
  readonly mask: readonly number[]
  readonly lo: number
  readonly hi: number
}

/** The relaxed value sets of all fluents; they only grow until `clear`. */
export class RelaxedValues {
  readonly values: ValueTable
  readonly table: ArrayLike<number>
  readonly words: number
  readonly count: number
  readonly masks: Int32Array
  readonly lo: Float64Array
  readonly hi: Float64Array
  /**
   * How a formula inside `believes` is read: false, like any other (one set for all minds); true, as possibly
   * having any value.
   */
  readonly mindsAreOpen: boolean
  readonly #singles: ValueSet[] = []
  readonly #noMask: readonly number[]
  readonly #unknownMask: readonly number[]

  constructor(values: ValueTable, table: ArrayLike<number>, count: number, mindsAreOpen: boolean) {
    this.values = values
    this.table = table
    this.count = count
    this.words = (values.firstNumber + 31) >> 5
    this.masks = new Int32Array(this.words * count)
    this.lo = new Float64Array(count).fill(Infinity)
    this.hi = new Float64Array(count).fill(-Infinity)
    this.mindsAreOpen = mindsAreOpen
    this.#noMask = new Array<number>(this.words).fill(0)
    this.#unknownMask = this.#noMask.with(0, 1 << UNKNOWN)
  }

  clear(): void {
    this.masks.fill(0)
    this.lo.fill(Infinity)
    this.hi.fill(-Infinity)
  }

  /** Adds one value to a fluent's set; returns whether it was new. */
  add(fluent: number, value: ValueId): boolean {
    if (value === BEYOND) return this.addAll(fluent)
    if (this.values.isNumber(value)) {
      const number = this.values.numberOf(value)
      return this.addRange(fluent, number, number)
    }
    const word = fluent * this.words + (value >> 5)
    const bit = 1 << (value & 31)
    if (this.masks[word] & bit) return false
    this.masks[word] |= bit
    return true
  }

  addRange(fluent: number, lo: number, hi: number): boolean {
    if (lo > hi || (lo >= this.lo[fluent] && hi <= this.hi[fluent])) return false
    this.lo[fluent] = Math.min(this.lo[fluent], lo)
    this.hi[fluent] = Math.max(this.hi[fluent], hi)
    return true
  }

  /** Adds every value. */
  addAll(fluent: number): boolean {
    let grew = this.addRange(fluent, -Infinity, Infinity)
    for (let w = 0; w < this.words; w++) {
      const index = fluent * this.words + w
      if (this.masks[index] !== -1) grew = true
      this.masks[index] = -1
    }
    return grew
  }

  addSet(fluent: number, valueSet: ValueSet): boolean {
    let grew = this.addRange(fluent, valueSet.lo, valueSet.hi)
    for (let w = 0; w < this.words; w++) {
      const index = fluent * this.words + w
      const joined = this.masks[index] | valueSet.mask[w]
      if (joined !== this.masks[index]) {
        this.masks[index] = joined
        grew = true
      }
    }
    return grew
  }

  has(fluent: number, value: ValueId): boolean {
    if (this.values.isNumber(value)) {
      const number = this.values.numberOf(value)
      return this.lo[fluent] <= number && number <= this.hi[fluent]
    }
    return (this.masks[fluent * this.words + (value >> 5)] & (1 << (value & 31))) !== 0
  }

  /** The only value that a fluent can have; undefined if it can have several. */
  onlyValue(fluent: number): ValueId | undefined {
    let only: ValueId | undefined
    for (let id = 0; id < this.values.firstNumber; id++) {
      if (!this.has(fluent, id)) continue
      if (only !== undefined) return undefined
      only = id
    }
    if (this.lo[fluent] > this.hi[fluent]) return only
    return only === undefined && this.lo[fluent] === this.hi[fluent]
      ? this.values.idOfNumber(this.lo[fluent])
      : undefined
  }

  mayBeTrue(id: ExpressionId): boolean {
    return (this.truth(id) & MAY_BE_TRUE) !== 0
  }

  /** MAY_BE_TRUE and MAY_BE_FALSE of a condition. */
  truth(id: ExpressionId): number {
    const { table } = this
    switch (table[id]) {
      case CONST:
        return table[id + 1] === TRUE ? MAY_BE_TRUE : MAY_BE_FALSE
      case FLUENT:
        return this.#isOneOf(table[id + 1], TRUE)
      case IS:
        return this.#isOneOf(table[id + 1], table[id + 2])
      case ISNT:
        return swap(this.#isOneOf(table[id + 1], table[id + 2]))
      case KNOWS:
      case PAYS:
        return MAY_BE_TRUE | MAY_BE_FALSE
      case BELIEVES:
        return this.mindsAreOpen ? MAY_BE_TRUE | MAY_BE_FALSE : this.truth(table[id + 2])
      case NOT:
        return swap(this.truth(table[id + 1]))
      case AND:
        return this.#junction(id, MAY_BE_TRUE, MAY_BE_FALSE)
      case OR:
        return this.#junction(id, MAY_BE_FALSE, MAY_BE_TRUE)
      case COMPARE:
        return this.#compare(id)
      default: {
        const set = this.valueSet(id)
        const yes = (set.mask[0] & (1 << TRUE)) !== 0 ? MAY_BE_TRUE : 0
        const others =
          set.lo <= set.hi || set.mask.some((word, i) => (i === 0 ? word & ~(1 << TRUE) : word) !== 0)
        return yes | (others ? MAY_BE_FALSE : 0)
      }
    }
  }

  /** The set of values that a formula may have. */
  valueSet(id: ExpressionId): ValueSet {
    const { table } = this
    switch (table[id]) {
      case CONST:
        return this.#single(table[id + 1])
      case FLUENT:
        return { mask: this.#maskOf(table[id + 1]), lo: this.lo[table[id + 1]], hi: this.hi[table[id + 1]] }
      case BELIEVES:
        return this.mindsAreOpen ? this.#anything() : this.valueSet(table[id + 2])
      case ARITH:
        return this.#combine(table[id + 1], this.valueSet(table[id + 2]), this.valueSet(table[id + 3]))
      case SUM:
      case PRODUCT: {
        let total = this.#single(this.values.idOfNumber(table[id] === SUM ? 0 : 1))
        for (let i = 0; i < table[id + 1]; i++) {
          total = this.#combine(table[id] === SUM ? 0 : 2, total, this.valueSet(table[id + 2 + i]))
        }
        return total
      }
      case IF:
        return this.#conditional(id)
      case WRITTEN: {
        const { mask, lo, hi } = this.valueSet(table[id + 1])
        const more = [UNKNOWN, this.values.asItIs]
        return { mask: more.reduce((bits, each) => withBit(bits, each), mask), lo, hi }
      }
      default: {
        const truth = this.truth(id)
        const mask = this.#noMask.slice()
        if (truth & MAY_BE_TRUE) mask[0] |= 1 << TRUE
        if (truth & MAY_BE_FALSE) mask[0] |= 1 << FALSE
        return { mask, lo: Infinity, hi: -Infinity }
      }
    }
  }

  /**
   * The highest number that a utility may reach (true counts 1, false 0); -Infinity if it can only be
   * unknown.
   */
  highest(id: ExpressionId): number {
    const { table } = this
    switch (table[id]) {
      case IF:
        return this.#highestOf(id, (each) => this.highest(each))
      case SUM:
      case ARITH:
        return this.#extreme(id, true)
      default: {
        const { mask, hi } = this.valueSet(id)
        return Math.max(hi, mask[0] & (1 << TRUE) ? 1 : mask[0] & (1 << FALSE) ? 0 : -Infinity)
      }
    }
  }

  /**
   * The highest (`up`) or lowest number that a formula may come to; -Infinity for highest, Infinity for
   * lowest, if it is never a number.
   */
  #extreme(id: ExpressionId, up: boolean): number {
    const { table } = this
    const none = up ? -Infinity : Infinity
    switch (table[id]) {
      case CONST:
        return this.values.isNumber(table[id + 1]) ? this.values.numberOf(table[id + 1]) : none
      case FLUENT:
        return up ? this.hi[table[id + 1]] : this.lo[table[id + 1]]
      case BELIEVES:
        return this.mindsAreOpen ? -none : this.#extreme(table[id + 2], up)
      case IF:
        return up
          ? this.#highestOf(id, (each) => this.#extreme(each, true))
          : -this.#highestOf(id, (each) => -this.#extreme(each, false))
      case SUM: {
        let total = 0
        for (let i = id + 2; i < id + 2 + table[id + 1]; i++) {
          const part = this.#extreme(table[i], up)
          if (part === none) return none
          total += part
        }
        return total
      }
      case ARITH: {
        if (table[id + 1] > 1) break
        const left = this.#extreme(table[id + 2], up)
        const right =
          table[id + 1] === 0 ? this.#extreme(table[id + 3], up) : -this.#extreme(table[id + 3], !up)
        return left === none || right === none ? none : left + right
      }
    }
    const { lo, hi } = this.valueSet(id)
    return up ? hi : lo
  }

  /** The highest value among the branches that a conditional may take. */
  #highestOf(id: ExpressionId, body: (id: ExpressionId) => number): number {
    const { table } = this
    const end = id + 2 + 2 * table[id + 1]
    let best = -Infinity
    for (let i = id + 2; i < end; i += 2) {
      const truth = this.truth(table[i])
      if (truth & MAY_BE_TRUE) best = Math.max(best, body(table[i + 1]))
      if ((truth & MAY_BE_FALSE) === 0) return best
    }
    return Math.max(best, body(table[end]))
  }

  #isOneOf(fluent: number, value: ValueId): number {
    if (!this.has(fluent, value)) return MAY_BE_FALSE
    return this.#hasSeveral(fluent) ? MAY_BE_TRUE | MAY_BE_FALSE : MAY_BE_TRUE
  }

  #hasSeveral(fluent: number): boolean {
    let found = this.lo[fluent] > this.hi[fluent] ? 0 : this.lo[fluent] === this.hi[fluent] ? 1 : 2
    for (let w = 0; w < this.words && found < 2; w++) {
      const word = this.masks[fluent * this.words + w]
      if (word !== 0) found += (word & (word - 1)) === 0 ? 1 : 2
    }
    return found > 1
  }

  /** `all`: the answer that every part must allow; `any`: the answer for which one part suffices. */
  #junction(id: ExpressionId, all: number, any: number): number {
    const end = id + 2 + this.table[id + 1]
    let result = all
    for (let i = id + 2; i < end; i++) {
      const truth = this.truth(this.table[i])
      if ((truth & any) !== 0) result |= any
      if ((truth & all) === 0) return any
    }
    return result
  }

  #compare(id: ExpressionId): number {
    const op = this.table[id + 1]
    const left = this.valueSet(this.table[id + 2])
    const right = this.valueSet(this.table[id + 3])
    if (op === 0) return equality(left, right)
    if (op === 1) return swap(equality(left, right))
    if (left.lo > left.hi || right.lo > right.hi) return MAY_BE_FALSE
    const may =
      op === 2
        ? left.hi > right.lo
        : op === 3
          ? left.hi >= right.lo
          : op === 4
            ? left.lo < right.hi
            : left.lo <= right.hi
    return may ? MAY_BE_TRUE | MAY_BE_FALSE : MAY_BE_FALSE
  }

  #conditional(id: ExpressionId): ValueSet {
    const { table } = this
    const end = id + 2 + 2 * table[id + 1]
    const joined = { mask: this.#noMask.slice(), lo: Infinity, hi: -Infinity }
    for (let i = id + 2; i < end; i += 2) {
      const truth = this.truth(table[i])
      if (truth & MAY_BE_TRUE) join(joined, this.valueSet(table[i + 1]))
      if ((truth & MAY_BE_FALSE) === 0) return joined
    }
    join(joined, this.valueSet(table[end]))
    return joined
  }

  #combine(op: number, left: ValueSet, right: ValueSet): ValueSet {
    if (left.lo > left.hi || right.lo > right.hi)
      return { mask: this.#unknownMask, lo: Infinity, hi: -Infinity }
    if (op === 3) return { mask: this.#unknownMask, lo: -Infinity, hi: Infinity }
    const [lo, hi] =
      op === 0
        ? [left.lo + right.lo, left.hi + right.hi]
        : op === 1
          ? [left.lo - right.hi, left.hi - right.lo]
          : product(left, right)
    // A result too large for a number is unknown (D4). If a side is unbounded, the result is unbounded as
    // well.
    const mask =
      hasOnlyNumbers(left) && hasOnlyNumbers(right) && Number.isFinite(lo) && Number.isFinite(hi)
        ? this.#noMask
        : this.#unknownMask
    return { mask, lo: sure(lo, -Infinity), hi: sure(hi, Infinity) }
  }

  #single(value: ValueId): ValueSet {
    return (this.#singles[value] ??= this.#makeSingle(value))
  }

  #makeSingle(value: ValueId): ValueSet {
    if (this.values.isNumber(value)) {
      const number = this.values.numberOf(value)
      return { mask: this.#noMask, lo: number, hi: number }
    }
    const mask = this.#noMask.slice()
    mask[value >> 5] |= 1 << (value & 31)
    return { mask, lo: Infinity, hi: -Infinity }
  }

  #anything(): ValueSet {
    return { mask: new Array<number>(this.words).fill(-1), lo: -Infinity, hi: Infinity }
  }

  #maskOf(fluent: number): readonly number[] {
    const start = fluent * this.words
    let mask: number[] | undefined
    for (let w = 0; w < this.words; w++) {
      if (this.masks[start + w] === 0) continue
      mask ??= this.#noMask.slice()
      mask[w] = this.masks[start + w]
    }
    return mask ?? this.#noMask
  }
}

/** A bound that is not finite becomes the given infinity. */
function sure(number: number, otherwise: number): number {
  return Number.isFinite(number) ? number : otherwise
}

function product(left: ValueSet, right: ValueSet): readonly [lo: number, hi: number] {
  const corners = [left.lo * right.lo, left.lo * right.hi, left.hi * right.lo, left.hi * right.hi]
  return [Math.min(...corners), Math.max(...corners)]
}

function withBit(mask: readonly number[], value: ValueId): readonly number[] {
  return mask.with(value >> 5, mask[value >> 5] | (1 << (value & 31)))
}

function swap(truth: number): number {
  return ((truth & MAY_BE_TRUE) << 1) | ((truth & MAY_BE_FALSE) >> 1)
}

function hasOnlyNumbers({ mask }: ValueSet): boolean {
  for (let w = 0; w < mask.length; w++) if (mask[w] !== 0) return false
  return true
}

function join(into: { mask: number[]; lo: number; hi: number }, other: ValueSet): void {
  for (let w = 0; w < into.mask.length; w++) into.mask[w] |= other.mask[w]
  into.lo = Math.min(into.lo, other.lo)
  into.hi = Math.max(into.hi, other.hi)
}

function equality(left: ValueSet, right: ValueSet): number {
  const numbersMeet = left.lo <= right.hi && right.lo <= left.hi && left.lo <= left.hi && right.lo <= right.hi
  const meet = numbersMeet || left.mask.some((word, i) => (word & right.mask[i]) !== 0)
  if (!meet) return MAY_BE_FALSE
  return isSingle(left) && isSingle(right) ? MAY_BE_TRUE : MAY_BE_TRUE | MAY_BE_FALSE
}

function isSingle(set: ValueSet): boolean {
  let bits = set.lo === set.hi ? 1 : set.lo < set.hi ? 2 : 0
  for (let word of set.mask) for (; word !== 0 && bits < 2; word &= word - 1) bits++
  return bits === 1
}
