/**
 * Events as the relaxed graph sees them: rules of literals and writes, in flat tables.
 *
 * A **rule** is what one event writes in the world itself under one condition. Its **literals** are the
 * conjuncts of the event's precondition and of that condition. A counter per rule tells when each of its
 * literals may be true. A literal about one fluent and one value ("is", "is not", for values that are not
 * numbers) becomes true when a value arrives. Any other formula is *complex* and is read again when a fluent
 * in it has changed. A formula about a mind may have any value and is left out.
 */
import {
  AND,
  BELIEVES,
  CONST,
  FLUENT,
  ownFluents,
  IS,
  ISNT,
  type ExpressionId,
  NOT,
} from "../../task/expressions.js"
import type { GroundEvent, Task } from "../../task/task.js"
import { TRUE } from "../../task/values.js"

export const ACT = 0
export const ACCIDENT = 1
export const TRIGGER = 2

export interface Write {
  readonly fluent: number
  /** An expression that is a constant, or is read when the rule is applied. */
  readonly value: ExpressionId
}

export interface Rule {
  readonly kind: typeof ACT | typeof ACCIDENT | typeof TRIGGER
  readonly writes: readonly Write[]
  /** Some of its values are computed, so the rule may write more when what they read has changed. */
  readonly computes: boolean
}

export interface RuleTable {
  readonly rules: readonly Rule[]
  /** For each rule, the number of its literals. */
  readonly counts: Int32Array
  readonly literals: number
  /** For each literal, the rules that wait for it. */
  readonly waiting: readonly (readonly number[])[]
  /** At `fluent * firstNumber + value`: the literals that this value makes true. */
  readonly byValue: ReadonlyMap<number, readonly number[]>
  /** For each fluent: literals "is not `value`", as pairs [literal, value]. */
  readonly byOther: readonly (readonly (readonly [literal: number, value: number])[])[]
  /** The complex literals: the expression of each, and for each fluent the literals that read it. */
  readonly complexIds: ReadonlyMap<number, ExpressionId>
  readonly complexBy: readonly (readonly number[])[]
  /** For each fluent the rules whose computed values read it. */
  readonly computedBy: readonly (readonly number[])[]
  /** For each fluent the people (the author last) whose utility reads it. */
  readonly valuedBy: readonly (readonly number[])[]
}

/** The rules of a task's actions and triggers. */
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
  readonly #complexIds = new Map<number, ExpressionId>()
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
      complexIds: this.#complexIds,
      complexBy: this.#complexBy,
      computedBy: this.#computedBy,
      valuedBy: this.#readers(task.utilities),
    }
  }

  #readers(ids: readonly ExpressionId[]): readonly (readonly number[])[] {
    const readers: number[][] = this.#task.fluents.map(() => [])
    ids.forEach((id, i) =>
      ownFluents(this.#task.expressions, id).forEach((fluent) => readers[fluent].push(i)),
    )
    return readers
  }

  #add(event: GroundEvent, kind: Rule["kind"]): void {
    const byCondition = new Map<ExpressionId, Write[]>()
    for (const { chain, condition, fluent, value } of event.atoms) {
      if (chain.length > 0) continue
      const writes = byCondition.get(condition) ?? []
      byCondition.set(condition, writes)
      writes.push({ fluent, value })
    }
    for (const [condition, writes] of byCondition)
      this.#addRule(kind, [event.precondition, condition], writes)
  }

  #addRule(kind: Rule["kind"], conditions: readonly ExpressionId[], writes: readonly Write[]): void {
    const { expressions: table } = this.#task
    const ids = conditions.flatMap((each) => conjuncts(table, each))
    if (ids.some((each) => table[each] === CONST && table[each + 1] !== TRUE)) return
    const rule = this.#rules.length
    const literals = new Set(
      ids
        .filter((each) => table[each] !== CONST && table[each] !== BELIEVES)
        .map((each) => this.#literal(each)),
    )
    const computed = writes.filter((each) => table[each.value] !== CONST)
    this.#rules.push({ kind, writes, computes: computed.length > 0 })
    this.#counts.push(literals.size)
    for (const each of literals) this.#waiting[each].push(rule)
    for (const fluent of new Set(computed.flatMap((each) => [...ownFluents(table, each.value)])))
      this.#computedBy[fluent].push(rule)
  }

  #literal(id: ExpressionId): number {
    const { expressions: table } = this.#task
    const simple = this.#simple(id)
    const key = simple === undefined ? `node ${id}` : simple.join()
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const literal = this.#waiting.length
    this.#known.set(key, literal)
    this.#waiting.push([])
    if (simple === undefined) {
      this.#complexIds.set(literal, id)
      for (const fluent of ownFluents(table, id)) this.#complexBy[fluent].push(literal)
    } else {
      const [fluent, value, is] = simple
      const at = fluent * this.#values + value
      if (is) this.#byValue.set(at, [...(this.#byValue.get(at) ?? []), literal])
      else this.#byOther[fluent].push([literal, value])
    }
    return literal
  }

  /**
   * The fluent, the value, and whether the fluent must have or must not have it; undefined for any other
   * formula.
   */
  #simple(id: ExpressionId): readonly [fluent: number, value: number, is: boolean] | undefined {
    const { expressions: table } = this.#task
    const kind = table[id]
    if (kind === FLUENT) return [table[id + 1], TRUE, true]
    if (kind === NOT && table[table[id + 1]] === FLUENT) return [table[table[id + 1] + 1], TRUE, false]
    if (kind !== IS && kind !== ISNT) return undefined
    return table[id + 2] < this.#values ? [table[id + 1], table[id + 2], kind === IS] : undefined
  }
}

function conjuncts(table: Int32Array, id: ExpressionId): readonly ExpressionId[] {
  if (table[id] !== AND) return [id]
  return Array.from(table.subarray(id + 2, id + 2 + table[id + 1])).flatMap((each) => conjuncts(table, each))
}
