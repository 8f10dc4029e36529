/**
 * Events as the relaxed layers see them: rules of literals and writes, in flat tables.
 *
 * A **rule** is what one event writes in the world itself under one condition. Its **literals** are the conjuncts of the
 * event's precondition and that condition; a rule is ready once each of its literals may be true, which is counted down, not
 * searched for. A literal about one fluent and one value ("is", "is not", for values that are no numbers) becomes true when a
 * value arrives; any other formula is *complex* and read again when a fluent in it has changed. What is said about a mind may
 * be anything and is left out.
 */
import { AND, BELIEVES, CONST, FLUENT, ownFluents, IS, ISNT, type Node, NOT } from "../../task/code.js"
import type { GroundEvent, Task } from "../../task/task.js"
import { TRUE } from "../../task/values.js"

export const ACT = 0
export const ACCIDENT = 1
export const TRIGGER = 2

export interface Write {
  readonly fluent: number
  /** A node that is a constant, or is read when the rule is applied. */
  readonly value: Node
}

export interface Rule {
  readonly kind: typeof ACT | typeof ACCIDENT | typeof TRIGGER
  readonly writes: readonly Write[]
  /** Some of its values have to be computed, so it may write more when what they read has changed. */
  readonly computes: boolean
}

export interface RuleTable {
  readonly rules: readonly Rule[]
  /** For each rule the number of its literals. */
  readonly counts: Int32Array
  readonly literals: number
  /** For each literal the rules that wait for it. */
  readonly waiting: readonly (readonly number[])[]
  /** At `fluent * firstNumber + value`: the literals that this value makes true. */
  readonly byValue: ReadonlyMap<number, readonly number[]>
  /** For each fluent: literals "is not `value`", as pairs [literal, value]. */
  readonly byOther: readonly (readonly (readonly [literal: number, value: number])[])[]
  /** The complex literals: for each its node, and for each fluent those that read it. */
  readonly complexNodes: ReadonlyMap<number, Node>
  readonly complexBy: readonly (readonly number[])[]
  /** For each fluent the rules whose computed values read it. */
  readonly computedBy: readonly (readonly number[])[]
  /** For each fluent the people (the author last) whose utility reads it. */
  readonly valuedBy: readonly (readonly number[])[]
}

export function ruleTable(task: Task): RuleTable {
  return new RuleTableBuilder(task).build()
}

class RuleTableBuilder {
  readonly #task: Task
  readonly #values: number
  readonly #known = new Map<string, number>()
  readonly #waiting: number[][] = []
  readonly #byValue = new Map<number, number[]>()
  readonly #byOther: [number, number][][]
  readonly #complexNodes = new Map<number, Node>()
  readonly #complexBy: number[][]
  readonly #computedBy: number[][]
  readonly #rules: Rule[] = []
  readonly #counts: number[] = []

  constructor(task: Task) {
    this.#task = task
    this.#values = task.values.firstNumber
    const perFluent = <T>(): T[][] => task.fluents.map(() => [])
    this.#byOther = perFluent()
    this.#complexBy = perFluent()
    this.#computedBy = perFluent()
  }

  build(): RuleTable {
    const task = this.#task
    for (const each of task.actions) this.#add(each, each.consenting.length > 0 ? ACT : ACCIDENT)
    for (const each of task.triggers) this.#add(each, TRIGGER)
    return {
      rules: this.#rules,
      counts: Int32Array.from(this.#counts),
      literals: this.#waiting.length,
      waiting: this.#waiting,
      byValue: this.#byValue,
      byOther: this.#byOther,
      complexNodes: this.#complexNodes,
      complexBy: this.#complexBy,
      computedBy: this.#computedBy,
      valuedBy: this.#readers(task.utilities),
    }
  }

  #readers(nodes: readonly Node[]): readonly (readonly number[])[] {
    const readers: number[][] = this.#task.fluents.map(() => [])
    nodes.forEach((node, i) => ownFluents(this.#task.code, node).forEach((fluent) => readers[fluent].push(i)))
    return readers
  }

  #add(event: GroundEvent, kind: Rule["kind"]): void {
    const byCondition = new Map<Node, Write[]>()
    for (const { chain, condition, fluent, value } of event.atoms) {
      if (chain.length > 0) continue
      const writes = byCondition.get(condition) ?? []
      byCondition.set(condition, writes)
      writes.push({ fluent, value })
    }
    for (const [condition, writes] of byCondition) this.#addRule(kind, [event.precondition, condition], writes)
  }

  #addRule(kind: Rule["kind"], conditions: readonly Node[], writes: readonly Write[]): void {
    const { code } = this.#task
    const nodes = conditions.flatMap((each) => conjuncts(code, each))
    if (nodes.some((each) => code[each] === CONST && code[each + 1] !== TRUE)) return
    const rule = this.#rules.length
    const literals = new Set(nodes.filter((each) => code[each] !== CONST && code[each] !== BELIEVES).map((each) => this.#literal(each)))
    const computed = writes.filter((each) => code[each.value] !== CONST)
    this.#rules.push({ kind, writes, computes: computed.length > 0 })
    this.#counts.push(literals.size)
    for (const each of literals) this.#waiting[each].push(rule)
    for (const fluent of new Set(computed.flatMap((each) => [...ownFluents(code, each.value)]))) this.#computedBy[fluent].push(rule)
  }

  #literal(node: Node): number {
    const { code } = this.#task
    const simple = this.#simple(node)
    const key = simple === undefined ? `node ${node}` : simple.join()
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const literal = this.#waiting.length
    this.#known.set(key, literal)
    this.#waiting.push([])
    if (simple === undefined) {
      this.#complexNodes.set(literal, node)
      for (const fluent of ownFluents(code, node)) this.#complexBy[fluent].push(literal)
    } else {
      const [fluent, value, is] = simple
      const at = fluent * this.#values + value
      if (is) this.#byValue.set(at, [...(this.#byValue.get(at) ?? []), literal])
      else this.#byOther[fluent].push([literal, value])
    }
    return literal
  }

  /** Fluent, value, and whether it is to have it or to have another; undefined for anything but that. */
  #simple(node: Node): readonly [fluent: number, value: number, is: boolean] | undefined {
    const { code } = this.#task
    const kind = code[node]
    if (kind === FLUENT) return [code[node + 1], TRUE, true]
    if (kind === NOT && code[code[node + 1]] === FLUENT) return [code[code[node + 1] + 1], TRUE, false]
    if (kind !== IS && kind !== ISNT) return undefined
    return code[node + 2] < this.#values ? [code[node + 1], code[node + 2], kind === IS] : undefined
  }
}

function conjuncts(code: Int32Array, node: Node): readonly Node[] {
  if (code[node] !== AND) return [node]
  return Array.from(code.subarray(node + 2, node + 2 + code[node + 1])).flatMap((each) => conjuncts(code, each))
}
