/**
 * The relaxed planning graph: how high each utility can be after k more actions if no effect is ever undone.
 *
 * Layer 0 holds the values of a vector. Each further layer adds the values that any action possible in the
 * layer before could write; triggers write at no cost. The bound is admissible, because a layer's sets
 * contain the values of every state reachable in that many actions: a condition is read as "may be true", a
 * condition about a mind as "may be anything", a number that a trigger changes as "may be any number". The
 * graph looks at no mind, so it depends on the vector alone and is remembered per vector. Characters may not
 * count on accidents, so their bounds are computed separately.
 *
 * The computation is driven by new values: each one counts down the rules that wait for it (rules.ts), so a
 * layer costs as much as it adds.
 */
import { finished, PAUSE, type Slices } from "@dramaturg/model"
import type { StateSpace, VectorId } from "../../belief/space.js"
import { BEYOND } from "../../task/values.js"
import { CONST } from "../../task/expressions.js"
import { type ValueSet, RelaxedValues } from "../../ground/relaxed-values.js"
import type { Bounds } from "../limits.js"
import type { TargetUtility } from "./heuristic.js"
import { ACCIDENT, type RuleTable, ruleTable, TRIGGER } from "./rules.js"

/** The most layers that are built; beyond them every value is taken to be possible. */
const MOST_LAYERS = 24

/**
 * Row k, `people` wide: the highest utility of each person asked about after k actions. `open`: the layers
 * were still growing at the end.
 */
interface Layers {
  readonly bounds: Float64Array
  readonly open: boolean
}

/** The relaxed planning graphs of one state space, one per vector, within these bounds. */
export class RelaxedGraph {
  readonly #space: StateSpace
  readonly #most: { readonly author: number; readonly character: number }
  readonly #sets: RelaxedValues
  readonly #table: RuleTable
  readonly #characters: number
  readonly #forAuthor: (Layers | undefined)[] = []
  readonly #forCharacters: (Layers | undefined)[] = []
  // The working arrays of one computation, allocated once and cleared each time.
  readonly #missing: Int32Array
  readonly #met: Uint8Array
  readonly #pending: Uint8Array
  readonly #isQueued: Uint8Array
  readonly #stale: Uint8Array
  #toRead: number[] = []
  #triggers: number[] = []
  #acts: number[] = []
  #grew = false
  #withAccidents = false
  #tops: readonly number[] | undefined

  constructor(space: StateSpace, bounds: Bounds) {
    const { task } = space
    this.#most = {
      author: Math.min(bounds.author, MOST_LAYERS),
      character: Math.min(bounds.character, MOST_LAYERS),
    }
    this.#space = space
    this.#characters = task.characters.length
    this.#sets = new RelaxedValues(task.values, task.expressions, task.fluents.length, true)
    this.#table = ruleTable(task)
    this.#missing = new Int32Array(this.#table.rules.length)
    this.#isQueued = new Uint8Array(this.#table.rules.length)
    this.#met = new Uint8Array(this.#table.literals)
    this.#pending = new Uint8Array(this.#table.literals)
    this.#stale = new Uint8Array(task.utilities.length)
  }

  /** The least number of actions after which the target may be met; Infinity if it never may. */
  distance(vector: VectorId, { who, least, above }: TargetUtility): number {
    const forAuthor = who === this.#characters
    const { bounds, open } = this.#layers(vector, forAuthor)
    const people = forAuthor ? 1 : this.#characters
    for (let i = forAuthor ? 0 : who, k = 0; i < bounds.length; i += people, k++) {
      if (above ? bounds[i] > least : bounds[i] >= least) return k
    }
    const highest = this.#highest(who)
    return open && (above ? highest > least : highest >= least) ? bounds.length / people : Infinity
  }

  /** Does, in slices, the work of all calls of `distance` for a vector. */
  *prepare(vector: VectorId): Slices<void> {
    this.#forAuthor[vector] ??= yield* this.#building(vector, true)
    this.#forCharacters[vector] ??= yield* this.#building(vector, false)
  }

  /** What may come about from a vector; it stands until this graph is asked anything else. */
  *reached(vector: VectorId): Slices<RelaxedValues> {
    yield* this.#building(vector, true)
    return this.#sets
  }

  /**
   * An upper bound on the author's utility after any number of actions. Each unit builds one layer; the
   * caller asks this graph nothing else until it is done.
   */
  *ceiling(vector: VectorId): Slices<number> {
    const { bounds, open } = (this.#forAuthor[vector] ??= yield* this.#building(vector, true))
    return open ? this.#highest(this.#characters) : bounds[bounds.length - 1]
  }

  /**
   * The highest value of a utility when every fluent may hold any value: all that is known where numbers grow
   * without bound.
   */
  #highest(who: number): number {
    if (this.#tops === undefined) {
      this.#clear(false)
      for (let f = 0; f < this.#sets.count; f++) this.#addAnything(f)
      this.#tops = this.#space.task.utilities.map((each) => this.#sets.highest(each))
    }
    return this.#tops[who]
  }

  #layers(vector: VectorId, forAuthor: boolean): Layers {
    return ((forAuthor ? this.#forAuthor : this.#forCharacters)[vector] ??= this.#build(vector, forAuthor))
  }

  #build(vector: VectorId, forAuthor: boolean): Layers {
    return finished(this.#building(vector, forAuthor))
  }

  *#building(vector: VectorId, forAuthor: boolean): Slices<Layers> {
    this.#clear(forAuthor)
    for (let f = 0; f < this.#sets.count; f++) this.#addValue(f, this.#space.valueInVector(vector, f))
    this.#toFixpoint()
    const first = forAuthor ? this.#characters : 0
    const people = forAuthor ? 1 : this.#characters
    const most = forAuthor ? this.#most.author : this.#most.character
    const bounds: number[] = []
    for (let k = 0; ; k++) {
      this.#addRow(bounds, first, people)
      if (k === most) return { bounds: Float64Array.from(bounds), open: true }
      yield PAUSE
      if (!this.#advance()) return { bounds: Float64Array.from(bounds), open: false }
    }
  }

  #clear(withAccidents: boolean): void {
    const { counts, rules, complexIds } = this.#table
    this.#sets.clear()
    this.#missing.set(counts)
    this.#met.fill(0)
    this.#pending.fill(0)
    this.#isQueued.fill(0)
    this.#stale.fill(1)
    this.#withAccidents = withAccidents
    this.#acts = []
    this.#triggers = []
    this.#toRead = [...complexIds.keys()]
    for (const literal of this.#toRead) this.#pending[literal] = 1
    for (let rule = 0; rule < rules.length; rule++) if (counts[rule] === 0) this.#enqueue(rule)
  }

  #addRow(bounds: number[], first: number, people: number): void {
    const { utilities } = this.#space.task
    for (let i = 0; i < people; i++) {
      bounds.push(
        this.#stale[first + i] ? this.#sets.highest(utilities[first + i]) : bounds[bounds.length - people],
      )
      this.#stale[first + i] = 0
    }
  }

  /** Adds the layer of one more action; returns whether it made any new value possible. */
  #advance(): boolean {
    const { rules } = this.#table
    const { expressions: table } = this.#space.task
    const applicable = this.#acts
    this.#acts = []
    this.#grew = false
    // All values are read before any is written, so that one layer is exactly one action.
    const read: ValueSet[] = []
    for (const rule of applicable) {
      this.#isQueued[rule] = 0
      if (rules[rule].computes)
        for (const { value } of rules[rule].writes)
          if (table[value] !== CONST) read.push(this.#sets.valueSet(value))
    }
    let next = 0
    for (const rule of applicable) {
      for (const { fluent, value } of rules[rule].writes) {
        if (table[value] === CONST) this.#addValue(fluent, table[value + 1])
        else this.#addSet(fluent, read[next++])
      }
    }
    this.#toFixpoint()
    return this.#grew
  }

  /** Applies triggers and complex literals until neither adds a value. */
  #toFixpoint(): void {
    while (this.#triggers.length > 0 || this.#toRead.length > 0) {
      while (this.#triggers.length > 0) this.#fire(this.#triggers.pop()!)
      const toRead = this.#toRead
      this.#toRead = []
      for (const literal of toRead) {
        this.#pending[literal] = 0
        if (this.#met[literal] === 0 && this.#sets.mayBeTrue(this.#table.complexIds.get(literal)!))
          this.#meet(literal)
      }
    }
  }

  #fire(rule: number): void {
    const { expressions: table } = this.#space.task
    this.#isQueued[rule] = 0
    for (const { fluent, value } of this.#table.rules[rule].writes) {
      if (table[value] === CONST) {
        this.#addValue(fluent, table[value + 1])
        continue
      }
      const written = this.#sets.valueSet(value)
      const grew = this.#addSet(fluent, written)
      // A trigger that computes a number may apply again and again within one action.
      if (grew && written.lo <= written.hi && this.#sets.addRange(fluent, -Infinity, Infinity))
        this.#touch(fluent)
    }
  }

  #addValue(fluent: number, value: number): void {
    const sets = this.#sets
    if (value === BEYOND) this.#addAnything(fluent)
    else if (sets.add(fluent, value)) this.#arrive(fluent, value)
  }

  #addAnything(fluent: number): void {
    for (let value = 0; value < this.#sets.values.firstNumber; value++) {
      if (value !== BEYOND && this.#sets.add(fluent, value)) this.#arrive(fluent, value)
    }
    if (this.#sets.addRange(fluent, -Infinity, Infinity)) this.#touch(fluent)
  }

  #addSet(fluent: number, { mask, lo, hi }: ValueSet): boolean {
    let grew = false
    for (let w = 0; w < mask.length; w++) {
      let fresh = mask[w] & ~this.#sets.masks[fluent * mask.length + w]
      for (; fresh !== 0; fresh &= fresh - 1) {
        const value = w * 32 + 31 - Math.clz32(fresh & -fresh)
        if (value >= this.#sets.values.firstNumber) break
        if (!this.#sets.add(fluent, value)) continue
        this.#arrive(fluent, value)
        grew = true
      }
    }
    if (!this.#sets.addRange(fluent, lo, hi)) return grew
    this.#touch(fluent)
    for (const [literal] of this.#table.byOther[fluent]) this.#meet(literal)
    return true
  }

  /** Records that a fluent has a new value. */
  #arrive(fluent: number, value: number): void {
    const { byValue, byOther } = this.#table
    const { firstNumber } = this.#sets.values
    if (value < firstNumber) {
      const literals = byValue.get(fluent * firstNumber + value)
      if (literals !== undefined) for (const literal of literals) this.#meet(literal)
    }
    for (const [literal, other] of byOther[fluent]) if (other !== value) this.#meet(literal)
    this.#touch(fluent)
  }

  #touch(fluent: number): void {
    const { complexBy, computedBy, valuedBy } = this.#table
    this.#grew = true
    for (const literal of complexBy[fluent]) {
      if (this.#pending[literal] !== 0 || this.#met[literal] !== 0) continue
      this.#pending[literal] = 1
      this.#toRead.push(literal)
    }
    for (const rule of computedBy[fluent]) if (this.#missing[rule] === 0) this.#enqueue(rule)
    for (const who of valuedBy[fluent]) this.#stale[who] = 1
  }

  #meet(literal: number): void {
    if (this.#met[literal] !== 0) return
    this.#met[literal] = 1
    for (const rule of this.#table.waiting[literal]) if (--this.#missing[rule] === 0) this.#enqueue(rule)
  }

  /** Queues a rule whose literals may all be true, or whose computed values may have changed. */
  #enqueue(rule: number): void {
    if (this.#isQueued[rule] !== 0) return
    const { kind } = this.#table.rules[rule]
    if (kind === ACCIDENT && !this.#withAccidents) return
    this.#isQueued[rule] = 1
    if (kind === TRIGGER) this.#triggers.push(rule)
    else this.#acts.push(rule)
  }
}
