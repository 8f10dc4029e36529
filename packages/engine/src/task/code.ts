/**
 * Ground formulas as flat integers.
 *
 * A formula is a node, a node is an index into `code`; equal nodes are stored once, so comparing indices compares formulas.
 * Layout at a node's index (all operands are ints; "node" means the index of another node):
 *
 *   CONST    value
 *   FLUENT   fluent                      its value
 *   IS       fluent value                fluent == value
 *   ISNT     fluent value                fluent != value
 *   BELIEVES character node              node, read in the character's mind
 *   NOT      node
 *   AND, OR  count node...
 *   COMPARE  operator left right single  operator: index into OPERATORS; single: 1 when only the fluent on the left is
 *                                        repaired by a surprise (D13)
 *   ARITH    operator left right         operator: index into ARITHMETIC
 *   IF       count (condition body)... otherwise
 *   SUM, PRODUCT  count node...
 *
 * `CodeBuilder` folds what is constant while it builds, but only so far as a surprise cannot notice (D13): which parts of a
 * disjunction are true, and what stands on the other side of a comparison, is part of the meaning. So equal sides or equal
 * branches are left standing; and a true part swallows the others only while templates are filled in (`absorbs`), where the
 * definition says so, not when grounding later finds out what never changes.
 */
import type { ArithmeticOperator, Comparison } from "@dramaturg/model"
import { arithmetic, ordered } from "./arithmetic.js"
import { FALSE, TRUE, type ValueId, type ValueTable } from "./values.js"
import { NodeTable } from "./node-table.js"

export type Node = number

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

export const OPERATORS: readonly Comparison[] = ["==", "!=", ">", ">=", "<", "<="]
export const ARITHMETIC: readonly ArithmeticOperator[] = ["+", "-", "*", "/"]
const EQ = 0
const NE = 1

export class CodeBuilder {
  readonly code: number[] = []
  readonly values: ValueTable
  readonly #nodes = new NodeTable(this.code)
  readonly #absorbs: boolean
  readonly true: Node
  readonly false: Node

  constructor(values: ValueTable, absorbs: boolean) {
    this.values = values
    this.#absorbs = absorbs
    this.true = this.constant(TRUE)
    this.false = this.constant(FALSE)
  }

  constant(value: ValueId): Node {
    return this.#emit([CONST, value])
  }

  fluent(fluent: number): Node {
    return this.#emit([FLUENT, fluent])
  }

  truth(value: boolean): Node {
    return value ? this.true : this.false
  }

  believes(character: number, node: Node): Node {
    return this.isConstant(node) ? node : this.#emit([BELIEVES, character, node])
  }

  not(node: Node): Node {
    const { code } = this
    if (this.isConstant(node)) return this.truth(!this.holds(node))
    if (code[node] === NOT && this.isCondition(code[node + 1])) return code[node + 1]
    if (code[node] === IS) return this.#emit([ISNT, code[node + 1], code[node + 2]])
    if (code[node] === ISNT) return this.#emit([IS, code[node + 1], code[node + 2]])
    return this.#emit([NOT, node])
  }

  and(nodes: readonly Node[]): Node {
    return this.#junction(AND, nodes, this.false, this.true)
  }

  or(nodes: readonly Node[]): Node {
    return this.#junction(OR, nodes, this.true, this.false)
  }

  compare(operator: Comparison, left: Node, right: Node, single: boolean): Node {
    const { code } = this
    const op = OPERATORS.indexOf(operator)
    if (this.isConstant(left) && this.isConstant(right)) return this.#compareConstants(op, code[left + 1], code[right + 1])
    if (op === EQ || op === NE) {
      if (this.isConstant(left)) return this.compare(operator, right, left, false)
      if (this.isConstant(right)) {
        if (code[left] === FLUENT) return this.#emit([op === EQ ? IS : ISNT, code[left + 1], code[right + 1]])
        if (code[left] === BELIEVES) return this.believes(code[left + 1], this.compare(operator, code[left + 2], right, single))
      }
    }
    return this.#emit([COMPARE, op, left, right, single ? 1 : 0])
  }

  arithmetic(operator: ArithmeticOperator, left: Node, right: Node): Node {
    const op = ARITHMETIC.indexOf(operator)
    if (!this.isConstant(left) || !this.isConstant(right)) return this.#emit([ARITH, op, left, right])
    return this.constant(arithmetic(this.values, op, this.code[left + 1], this.code[right + 1]))
  }

  fold(operator: typeof SUM | typeof PRODUCT, nodes: readonly Node[]): Node {
    const op = operator === SUM ? 0 : 2
    if (!nodes.every((each) => this.isConstant(each))) return this.#emit([operator, nodes.length, ...nodes])
    const start = this.values.idOfNumber(operator === SUM ? 0 : 1)
    return this.constant(nodes.reduce((total, each) => arithmetic(this.values, op, total, this.code[each + 1]), start))
  }

  conditional(branches: readonly (readonly [condition: Node, body: Node])[], otherwise: Node): Node {
    const kept: (readonly [Node, Node])[] = []
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

  isConstant(node: Node): boolean {
    return this.code[node] === CONST
  }

  /** Whether a constant node counts as true; anything but `True` (an unknown, say) does not. */
  holds(node: Node): boolean {
    return this.code[node + 1] === TRUE
  }

  /** Nodes that can only be true or false, so that a double negation may go. */
  isCondition(node: Node): boolean {
    const op = this.code[node]
    return op === IS || op === ISNT || op === NOT || op === AND || op === OR || op === COMPARE
  }

  #junction(op: typeof AND | typeof OR, nodes: readonly Node[], absorbing: Node, neutral: Node): Node {
    const flat: Node[] = []
    for (const node of nodes) {
      if (this.isConstant(node) && this.holds(node) === (neutral === this.true)) continue
      if (this.isConstant(node) && this.#absorbs) return absorbing
      const inner = this.code[node] === op ? this.code.slice(node + 2, node + 2 + this.code[node + 1]) : [this.isConstant(node) ? absorbing : node]
      for (const each of inner) if (!flat.includes(each)) flat.push(each)
    }
    if (flat.length === 0) return neutral
    if (flat.length === 1 && (flat[0] === absorbing || this.isCondition(flat[0]))) return flat[0]
    return this.#emit([op, flat.length, ...flat])
  }

  /** Whether a condition is false in every state, as far as constants and contradictory literals tell. */
  isNever(node: Node): boolean {
    const parts = operands(this.code, node)
    if (this.code[node] === AND) return parts.some((each) => this.isNever(each)) || this.#isContradictory(parts)
    if (this.code[node] === OR) return parts.every((each) => this.isNever(each))
    return node === this.false
  }

  /** Two literals on one fluent that cannot both hold. */
  #isContradictory(nodes: readonly Node[]): boolean {
    const equal = new Map<number, ValueId>()
    const unequal: (readonly [fluent: number, value: ValueId])[] = []
    for (const node of nodes) {
      const [fluent, value, positive] = this.#literal(node)
      if (fluent < 0) continue
      if (!positive) unequal.push([fluent, value])
      else if ((equal.get(fluent) ?? value) !== value) return true
      else equal.set(fluent, value)
    }
    return unequal.some(([fluent, value]) => equal.get(fluent) === value)
  }

  #literal(node: Node): readonly [fluent: number, value: ValueId, positive: boolean] {
    const { code } = this
    if (code[node] === IS || code[node] === ISNT) return [code[node + 1], code[node + 2], code[node] === IS]
    if (code[node] === FLUENT) return [code[node + 1], TRUE, true]
    if (code[node] === NOT && code[code[node + 1]] === FLUENT) return [code[code[node + 1] + 1], TRUE, false]
    return [-1, FALSE, true]
  }

  #compareConstants(op: number, left: ValueId, right: ValueId): Node {
    if (op === EQ) return this.truth(left === right)
    if (op === NE) return this.truth(left !== right)
    return this.truth(ordered(this.values, op, left, right))
  }

  #emit(ints: readonly number[]): Node {
    return this.#nodes.intern(ints)
  }
}

/** How deep the deepest of these formulas looks into minds. */
export function nesting(code: ArrayLike<number>, nodes: Iterable<Node>): number {
  let deepest = 0
  for (const node of nodes) {
    const inside = nesting(code, operands(code, node))
    deepest = Math.max(deepest, code[node] === BELIEVES ? 1 + inside : inside)
  }
  return deepest
}

/** The nodes directly inside a node. */
export function operands(code: ArrayLike<number>, node: Node): readonly Node[] {
  switch (code[node]) {
    case BELIEVES:
      return [code[node + 2]]
    case NOT:
      return [code[node + 1]]
    case COMPARE:
    case ARITH:
      return [code[node + 2], code[node + 3]]
    case IF:
      return listed(code, node + 2, 2 * code[node + 1] + 1)
    case AND:
    case OR:
    case SUM:
    case PRODUCT:
      return listed(code, node + 2, code[node + 1])
    default:
      return []
  }
}

function listed(code: ArrayLike<number>, from: number, count: number): readonly Node[] {
  const nodes: Node[] = []
  for (let i = from; i < from + count; i++) nodes.push(code[i])
  return nodes
}

/** The fluents of the state at hand that a formula reads; what it reads in minds is left out. */
export function ownFluents(code: ArrayLike<number>, node: Node, found = new Set<number>()): ReadonlySet<number> {
  const kind = code[node]
  if (kind === FLUENT || kind === IS || kind === ISNT) found.add(code[node + 1])
  else if (kind !== BELIEVES) for (const each of operands(code, node)) ownFluents(code, each, found)
  return found
}

/** The fluents that a formula reads, in the state at hand or in minds. */
export function fluentsIn(code: ArrayLike<number>, node: Node, found = new Set<number>()): ReadonlySet<number> {
  const kind = code[node]
  if (kind === FLUENT || kind === IS || kind === ISNT) found.add(code[node + 1])
  else for (const each of operands(code, node)) fluentsIn(code, each, found)
  return found
}

/** Every node there is, in order. */
export function* nodesIn(code: ArrayLike<number>): Iterable<Node> {
  for (let node = 0; node < code.length; node += lengthOf(code, node)) yield node
}

export function lengthOf(code: ArrayLike<number>, node: Node): number {
  switch (code[node]) {
    case CONST:
    case FLUENT:
    case NOT:
      return 2
    case IS:
    case ISNT:
    case BELIEVES:
      return 3
    case ARITH:
      return 4
    case COMPARE:
      return 5
    case IF:
      return 3 + 2 * code[node + 1]
    default:
      return 2 + code[node + 1]
  }
}
