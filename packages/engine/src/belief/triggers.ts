/**
 * Finds the trigger to fire next without testing all of them: by a literal that must be true, or, after a
 * state in which all triggers rest, by what has changed since (incremental re-evaluation). A trigger at rest
 * stays at rest unless something it reads or writes has changed: a value of the world, one value in one mind,
 * or, where it reads deeper than that, anything in a mind.
 */
import { truth } from "./evaluate.js"
import { equalitiesOf, EventIndex } from "./event-index.js"
import { BELIEVES, KNOWS, ownFluents, type ExpressionId, nesting, operands } from "../task/expressions.js"
import type { GroundEvent, Trigger } from "../task/task.js"
import type { StateId, StateSpace, VectorId } from "./space.js"
import { FALSE, type ValueId } from "../task/values.js"

/** The index of the triggers for which `isWanted` is true. */
export class TriggerIndex {
  readonly #space: StateSpace
  readonly #index: EventIndex<Trigger>
  /** At depth 0 only triggers that write values of the world can change anything. */
  readonly #writing: EventIndex<Trigger>
  readonly #byFluent: readonly number[][]
  readonly #byLiteral: readonly Map<ValueId, number[]>[]
  readonly #byMind: readonly number[][]
  readonly #byMindValue: readonly Map<number, number[]>[]
  /** The number of ints in a set of triggers, which has one bit per trigger. */
  readonly #words: number
  readonly #differing: Int32Array

  constructor(space: StateSpace, isWanted: (trigger: Trigger) => boolean = () => true) {
    const { expressions: table, triggers } = space.task
    this.#space = space
    this.#index = new EventIndex(table, triggers, isWanted)
    this.#words = (triggers.length + 31) >>> 5
    this.#differing = new Int32Array(space.task.fluents.length)
    this.#byFluent = space.task.fluents.map(() => [])
    this.#byLiteral = space.task.fluents.map(() => new Map())
    this.#byMind = space.task.characters.map(() => [])
    this.#byMindValue = space.task.characters.map(() => new Map<number, number[]>())
    triggers.forEach((each, i) => {
      if (isWanted(each)) this.#watch(each, i)
    })
    this.#writing = new EventIndex(
      table,
      triggers,
      (each) => isWanted(each) && each.atoms.some(({ chain }) => chain.length === 0),
    )
  }

  /**
   * The first trigger in task order that holds (certainly or perhaps) and for which `changes` is true; -1 if
   * there is none.
   */
  first(state: StateId, changes: (trigger: number) => boolean): number {
    const { triggers } = this.#space.task
    let best = Infinity
    const index = this.#space.depthOf(state) === 0 ? this.#writing : this.#index
    for (const group of index.groupsIn(this.#space, state)) {
      for (const trigger of group) {
        if (trigger >= best) break
        if (truth(this.#space, triggers[trigger].precondition, state) !== FALSE && changes(trigger)) {
          best = trigger
          break
        }
      }
    }
    return best === Infinity ? -1 : best
  }

  /** An empty set of triggers, for `addAffected`. */
  noTriggers(): Int32Array {
    return new Int32Array(this.#words)
  }

  /**
   * Adds to `affected` the triggers that may change something in `state`, given that none did in `from`.
   * Returns false if that cannot be determined: there is no state to compare with, or values lie beyond.
   */
  addAffected(affected: Int32Array, from: StateId, state: StateId): boolean {
    const space = this.#space
    if (from < 0 || space.depthOf(state) === 0) return false
    if (!this.#addAffectedByValues(affected, space.vectorOf(from), space.vectorOf(state))) return false
    for (let c = 0; c < this.#byMind.length; c++) {
      const before = space.belief(from, c)
      const mind = space.belief(state, c)
      if (
        before !== mind &&
        !this.#addAffectedByMind(affected, c, space.vectorOf(before), space.vectorOf(mind))
      )
        return false
    }
    return true
  }

  #addAffectedByValues(affected: Int32Array, from: VectorId, to: VectorId): boolean {
    const fluents = this.#differing
    const count = this.#space.compare(from, to, fluents)
    for (let i = 0; i < count; i++) {
      addAll(affected, this.#byFluent[fluents[i]])
      addAll(affected, this.#byLiteral[fluents[i]].get(this.#space.valueInVector(to, fluents[i])))
    }
    return count >= 0
  }

  #addAffectedByMind(affected: Int32Array, character: number, from: VectorId, to: VectorId): boolean {
    addAll(affected, this.#byMind[character])
    const fluents = this.#differing
    const count = this.#space.compare(from, to, fluents)
    for (let i = 0; i < count; i++) addAll(affected, this.#byMindValue[character].get(fluents[i]))
    return count >= 0
  }

  #watch({ precondition, atoms }: GroundEvent, trigger: number): void {
    const formulas = [precondition, ...atoms.flatMap(({ condition, value }) => [condition, value])]
    const { expressions: table } = this.#space.task
    const needed = new Map<number, ValueId>(equalitiesOf(table, precondition))
    const read = formulas.flatMap((each) => [...ownFluents(table, each)])
    const written = atoms.filter((each) => each.chain.length === 0).map((each) => each.fluent)
    for (const fluent of new Set([...read, ...written])) {
      // A trigger that needs the fluent to have one value stays at rest after any other change of it.
      const value = needed.get(fluent)
      if (value === undefined) this.#byFluent[fluent].push(trigger)
      else push(this.#byLiteral[fluent], value, trigger)
    }
    // Whoever had right what it writes would not any more (D40).
    for (const { fluent } of this.#space.task.open)
      if (written.includes(fluent))
        for (let c = 0; c < this.#byMind.length; c++) this.#watchMind(c, fluent, trigger)
    for (const { chain, fluent } of atoms) {
      if (chain.length === 0) continue
      if (chain.length === 1) this.#watchMind(chain[0], fluent, trigger)
      else this.#byMind[chain[0]].push(trigger)
    }
    for (const each of formulas) this.#watchMinds(each, trigger)
  }

  #watchMind(character: number, fluent: number, trigger: number): void {
    push(this.#byMindValue[character], fluent, trigger)
  }

  /** Registers the trigger for what a formula reads in minds. */
  #watchMinds(id: ExpressionId, trigger: number): void {
    const { expressions: table } = this.#space.task
    if (table[id] === KNOWS) return this.#watchMind(table[id + 1], table[id + 2], trigger)
    if (table[id] !== BELIEVES) {
      for (const each of operands(table, id)) this.#watchMinds(each, trigger)
      return
    }
    const inner = table[id + 2]
    for (const fluent of ownFluents(table, inner)) this.#watchMind(table[id + 1], fluent, trigger)
    if (nesting(table, [inner]) > 0) this.#byMind[table[id + 1]].push(trigger)
  }
}

function push(lists: Map<number, number[]>, key: number, item: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

function addAll(set: Int32Array, triggers: readonly number[] | undefined): void {
  if (triggers === undefined) return
  for (let i = 0; i < triggers.length; i++) set[triggers[i] >>> 5] |= 1 << triggers[i]
}
