/**
 * Over-approximate sets of values, for reasoning in which nothing is ever undone ("relaxed").
 *
 * A fluent's set is a bit mask over the ids below the first number, plus an interval for numbers (empty when lo > hi).
 * Reading a formula over such sets answers "may it be true, may it be false", never wrongly "no".
 */
import { BEYOND, FALSE, TRUE, UNKNOWN, type ValueId, type ValueTable } from "../task/values.js"
import {
  AND, ARITH, BELIEVES, COMPARE, CONST, FLUENT, IF, IS, ISNT, type Node, NOT, OR, PRODUCT, SUM,
} from "../task/code.js"

export const MAY_BE_TRUE = 1
export const MAY_BE_FALSE = 2

/** A set of values on its own. Made by the million, so its mask is a plain list, which is cheap, and shared where it is empty. */
export interface Possible {
  readonly mask: readonly number[]
  readonly lo: number
  readonly hi: number
}

export class PossibleValues {
  readonly values: ValueTable
  readonly code: ArrayLike<number>
  readonly words: number
  readonly count: number
  readonly masks: Int32Array
  readonly lo: Float64Array
  readonly hi: Float64Array
  /** What a formula inside `believes` may be: read like any other (one set for all minds), or anything at all. */
  readonly mindsAreOpen: boolean
  readonly #singles: Possible[] = []
  readonly #noMask: readonly number[]
  readonly #unknownMask: readonly number[]

  constructor(values: ValueTable, code: ArrayLike<number>, count: number, mindsAreOpen: boolean) {
    this.values = values
    this.code = code
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

  /** Adds one value to a fluent's set; whether it was new. */
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

  /** Anything at all may be the value. */
  addAll(fluent: number): boolean {
    let grew = this.addRange(fluent, -Infinity, Infinity)
    for (let w = 0; w < this.words; w++) {
      const index = fluent * this.words + w
      if (this.masks[index] !== -1) grew = true
      this.masks[index] = -1
    }
    return grew
  }

  addPossible(fluent: number, possible: Possible): boolean {
    let grew = this.addRange(fluent, possible.lo, possible.hi)
    for (let w = 0; w < this.words; w++) {
      const index = fluent * this.words + w
      const joined = this.masks[index] | possible.mask[w]
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

  /** The one value a fluent can have; undefined if it can have several. */
  onlyValue(fluent: number): ValueId | undefined {
    let only: ValueId | undefined
    for (let id = 0; id < this.values.firstNumber; id++) {
      if (!this.has(fluent, id)) continue
      if (only !== undefined) return undefined
      only = id
    }
    if (this.lo[fluent] > this.hi[fluent]) return only
    return only === undefined && this.lo[fluent] === this.hi[fluent] ? this.values.idOfNumber(this.lo[fluent]) : undefined
  }

  mayBeTrue(node: Node): boolean {
    return (this.truth(node) & MAY_BE_TRUE) !== 0
  }

  /** MAY_BE_TRUE and MAY_BE_FALSE of a condition. */
  truth(node: Node): number {
    const { code } = this
    switch (code[node]) {
      case CONST:
        return code[node + 1] === TRUE ? MAY_BE_TRUE : MAY_BE_FALSE
      case FLUENT:
        return this.#isOneOf(code[node + 1], TRUE)
      case IS:
        return this.#isOneOf(code[node + 1], code[node + 2])
      case ISNT:
        return swap(this.#isOneOf(code[node + 1], code[node + 2]))
      case BELIEVES:
        return this.mindsAreOpen ? MAY_BE_TRUE | MAY_BE_FALSE : this.truth(code[node + 2])
      case NOT:
        return swap(this.truth(code[node + 1]))
      case AND:
        return this.#junction(node, MAY_BE_TRUE, MAY_BE_FALSE)
      case OR:
        return this.#junction(node, MAY_BE_FALSE, MAY_BE_TRUE)
      case COMPARE:
        return this.#compare(node)
      default: {
        const possible = this.possible(node)
        const yes = (possible.mask[0] & (1 << TRUE)) !== 0 ? MAY_BE_TRUE : 0
        const others = possible.lo <= possible.hi || possible.mask.some((word, i) => (i === 0 ? word & ~(1 << TRUE) : word) !== 0)
        return yes | (others ? MAY_BE_FALSE : 0)
      }
    }
  }

  /** The values a formula may have. */
  possible(node: Node): Possible {
    const { code } = this
    switch (code[node]) {
      case CONST:
        return this.#single(code[node + 1])
      case FLUENT:
        return { mask: this.#maskOf(code[node + 1]), lo: this.lo[code[node + 1]], hi: this.hi[code[node + 1]] }
      case BELIEVES:
        return this.mindsAreOpen ? this.#anything() : this.possible(code[node + 2])
      case ARITH:
        return this.#combine(code[node + 1], this.possible(code[node + 2]), this.possible(code[node + 3]))
      case SUM:
      case PRODUCT: {
        let total = this.#single(this.values.idOfNumber(code[node] === SUM ? 0 : 1))
        for (let i = 0; i < code[node + 1]; i++) {
          total = this.#combine(code[node] === SUM ? 0 : 2, total, this.possible(code[node + 2 + i]))
        }
        return total
      }
      case IF:
        return this.#conditional(node)
      default: {
        const truth = this.truth(node)
        const mask = this.#noMask.slice()
        if (truth & MAY_BE_TRUE) mask[0] |= 1 << TRUE
        if (truth & MAY_BE_FALSE) mask[0] |= 1 << FALSE
        return { mask, lo: Infinity, hi: -Infinity }
      }
    }
  }

  /** The highest number that a utility may be (true counts 1, false 0); -Infinity if it can only be unknown. */
  highest(node: Node): number {
    const { code } = this
    switch (code[node]) {
      case IF:
        return this.#highestOf(node, (each) => this.highest(each))
      case SUM:
      case ARITH:
        return this.#extreme(node, true)
      default: {
        const { mask, hi } = this.possible(node)
        return Math.max(hi, mask[0] & (1 << TRUE) ? 1 : mask[0] & (1 << FALSE) ? 0 : -Infinity)
      }
    }
  }

  /** The highest or lowest number that a formula may be; -Infinity for highest (Infinity for lowest): it is no number. */
  #extreme(node: Node, up: boolean): number {
    const { code } = this
    const none = up ? -Infinity : Infinity
    switch (code[node]) {
      case CONST:
        return this.values.isNumber(code[node + 1]) ? this.values.numberOf(code[node + 1]) : none
      case FLUENT:
        return up ? this.hi[code[node + 1]] : this.lo[code[node + 1]]
      case BELIEVES:
        return this.mindsAreOpen ? -none : this.#extreme(code[node + 2], up)
      case IF:
        return up
          ? this.#highestOf(node, (each) => this.#extreme(each, true))
          : -this.#highestOf(node, (each) => -this.#extreme(each, false))
      case SUM: {
        let total = 0
        for (let i = node + 2; i < node + 2 + code[node + 1]; i++) {
          const part = this.#extreme(code[i], up)
          if (part === none) return none
          total += part
        }
        return total
      }
      case ARITH: {
        if (code[node + 1] > 1) break
        const left = this.#extreme(code[node + 2], up)
        const right = code[node + 1] === 0 ? this.#extreme(code[node + 3], up) : -this.#extreme(code[node + 3], !up)
        return left === none || right === none ? none : left + right
      }
    }
    const { lo, hi } = this.possible(node)
    return up ? hi : lo
  }

  /** The highest of the bodies that a conditional may come to. */
  #highestOf(node: Node, body: (node: Node) => number): number {
    const { code } = this
    const end = node + 2 + 2 * code[node + 1]
    let best = -Infinity
    for (let i = node + 2; i < end; i += 2) {
      const truth = this.truth(code[i])
      if (truth & MAY_BE_TRUE) best = Math.max(best, body(code[i + 1]))
      if ((truth & MAY_BE_FALSE) === 0) return best
    }
    return Math.max(best, body(code[end]))
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

  /** `all`: what every part must allow; `any`: what one part suffices for. */
  #junction(node: Node, all: number, any: number): number {
    const end = node + 2 + this.code[node + 1]
    let result = all
    for (let i = node + 2; i < end; i++) {
      const truth = this.truth(this.code[i])
      if ((truth & any) !== 0) result |= any
      if ((truth & all) === 0) return any
    }
    return result
  }

  #compare(node: Node): number {
    const op = this.code[node + 1]
    const left = this.possible(this.code[node + 2])
    const right = this.possible(this.code[node + 3])
    if (op === 0) return equality(left, right)
    if (op === 1) return swap(equality(left, right))
    if (left.lo > left.hi || right.lo > right.hi) return MAY_BE_FALSE
    const may = op === 2 ? left.hi > right.lo : op === 3 ? left.hi >= right.lo : op === 4 ? left.lo < right.hi : left.lo <= right.hi
    return may ? MAY_BE_TRUE | MAY_BE_FALSE : MAY_BE_FALSE
  }

  #conditional(node: Node): Possible {
    const { code } = this
    const end = node + 2 + 2 * code[node + 1]
    const joined = { mask: this.#noMask.slice(), lo: Infinity, hi: -Infinity }
    for (let i = node + 2; i < end; i += 2) {
      const truth = this.truth(code[i])
      if (truth & MAY_BE_TRUE) join(joined, this.possible(code[i + 1]))
      if ((truth & MAY_BE_FALSE) === 0) return joined
    }
    join(joined, this.possible(code[end]))
    return joined
  }

  #combine(op: number, left: Possible, right: Possible): Possible {
    if (left.lo > left.hi || right.lo > right.hi) return { mask: this.#unknownMask, lo: Infinity, hi: -Infinity }
    if (op === 3) return { mask: this.#unknownMask, lo: -Infinity, hi: Infinity }
    const [lo, hi] = op === 0 ? [left.lo + right.lo, left.hi + right.hi] : op === 1 ? [left.lo - right.hi, left.hi - right.lo] : product(left, right)
    // What is too large for a number is unknown (D4). Where sides have no bound, neither has what comes of them.
    const mask = hasOnlyNumbers(left) && hasOnlyNumbers(right) && Number.isFinite(lo) && Number.isFinite(hi) ? this.#noMask : this.#unknownMask
    return { mask, lo: sure(lo, -Infinity), hi: sure(hi, Infinity) }
  }

  #single(value: ValueId): Possible {
    return (this.#singles[value] ??= this.#makeSingle(value))
  }

  #makeSingle(value: ValueId): Possible {
    if (this.values.isNumber(value)) {
      const number = this.values.numberOf(value)
      return { mask: this.#noMask, lo: number, hi: number }
    }
    const mask = this.#noMask.slice()
    mask[value >> 5] |= 1 << (value & 31)
    return { mask, lo: Infinity, hi: -Infinity }
  }

  #anything(): Possible {
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

/** Without an end, so is the range; nothing lies beyond all numbers. */
function sure(number: number, otherwise: number): number {
  return Number.isFinite(number) ? number : otherwise
}

function product(left: Possible, right: Possible): readonly [lo: number, hi: number] {
  const corners = [left.lo * right.lo, left.lo * right.hi, left.hi * right.lo, left.hi * right.hi]
  return [Math.min(...corners), Math.max(...corners)]
}

function swap(truth: number): number {
  return ((truth & MAY_BE_TRUE) << 1) | ((truth & MAY_BE_FALSE) >> 1)
}

function hasOnlyNumbers({ mask }: Possible): boolean {
  for (let w = 0; w < mask.length; w++) if (mask[w] !== 0) return false
  return true
}

function join(into: { mask: number[]; lo: number; hi: number }, other: Possible): void {
  for (let w = 0; w < into.mask.length; w++) into.mask[w] |= other.mask[w]
  into.lo = Math.min(into.lo, other.lo)
  into.hi = Math.max(into.hi, other.hi)
}

function equality(left: Possible, right: Possible): number {
  const numbersMeet = left.lo <= right.hi && right.lo <= left.hi && left.lo <= left.hi && right.lo <= right.hi
  const meet = numbersMeet || left.mask.some((word, i) => (word & right.mask[i]) !== 0)
  if (!meet) return MAY_BE_FALSE
  return isSingle(left) && isSingle(right) ? MAY_BE_TRUE : MAY_BE_TRUE | MAY_BE_FALSE
}

function isSingle(possible: Possible): boolean {
  let bits = possible.lo === possible.hi ? 1 : possible.lo < possible.hi ? 2 : 0
  for (let word of possible.mask) for (; word !== 0 && bits < 2; word &= word - 1) bits++
  return bits === 1
}
