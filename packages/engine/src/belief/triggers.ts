/**
 * Finds the trigger to fire next without testing them all: by a literal that must be true, or, after a state in which all of
 * them rest, by what has changed since. A trigger that rests goes on resting unless something it reads or writes changed: a
 * value of the world, one value in one mind, or (where it looks deeper than that) anything in a mind.
 */
import { evaluate } from "./evaluate.js"
import { equalitiesOf, EventIndex } from "./event-index.js"
import { BELIEVES, ownFluents, type Node, nesting, operands } from "../ground/code.js"
import type { GroundEvent } from "../ground/task.js"
import type { StateId, StateSpace } from "./space.js"
import { FALSE, type ValueId } from "./values.js"

export class TriggerIndex {
  readonly #space: StateSpace
  readonly #index: EventIndex
  /** At depth 0 only triggers that write values can change anything. */
  readonly #writing: EventIndex
  readonly #byFluent: readonly number[][]
  readonly #byLiteral: readonly Map<ValueId, number[]>[]
  readonly #byMind: readonly number[][]
  readonly #byMindValue: readonly Map<number, number[]>[]
  readonly #isWoken: Uint8Array

  constructor(space: StateSpace) {
    const { code, triggers } = space.task
    this.#space = space
    this.#index = new EventIndex(code, triggers, () => true)
    this.#isWoken = new Uint8Array(triggers.length)
    this.#byFluent = space.task.fluents.map(() => [])
    this.#byLiteral = space.task.fluents.map(() => new Map())
    this.#byMind = space.task.characters.map(() => [])
    this.#byMindValue = space.task.characters.map(() => new Map<number, number[]>())
    triggers.forEach((each, i) => this.#watch(each, i))
    this.#writing = new EventIndex(code, triggers, (each) => each.atoms.some(({ chain }) => chain.length === 0))
  }

  /** The first trigger in task order that holds (surely or perhaps) and for which `changes` is true; -1 if there is none. */
  first(state: StateId, changes: (trigger: number) => boolean): number {
    const { triggers } = this.#space.task
    let best = Infinity
    const index = this.#space.depthOf(state) === 0 ? this.#writing : this.#index
    for (const group of index.groupsIn(this.#space, state)) {
      for (const trigger of group) {
        if (trigger >= best) break
        if (evaluate(this.#space, triggers[trigger].precondition, state) !== FALSE && changes(trigger)) {
          best = trigger
          break
        }
      }
    }
    return best === Infinity ? -1 : best
  }

  /**
   * The triggers that may have something to do in `state` if none had in `from`, in order; undefined where that cannot be
   * told: no state to compare with, or values that lie beyond.
   */
  wokenBy(from: StateId, state: StateId): readonly number[] | undefined {
    const space = this.#space
    if (from < 0 || space.depthOf(state) === 0) return undefined
    const woken: number[] = []
    const wake = (trigger: number): void => {
      if (this.#isWoken[trigger] === 1) return
      this.#isWoken[trigger] = 1
      woken.push(trigger)
    }
    const isKnown = this.#compare(from, state, wake)
    for (const each of woken) this.#isWoken[each] = 0
    return isKnown ? woken.sort((a, b) => a - b) : undefined
  }

  #compare(from: StateId, state: StateId, wake: (trigger: number) => void): boolean {
    const space = this.#space
    const own = (fluent: number, value: ValueId): void => {
      this.#byFluent[fluent].forEach(wake)
      this.#byLiteral[fluent].get(value)?.forEach(wake)
    }
    if (!space.compare(space.vectorOf(from), space.vectorOf(state), own)) return false
    for (let c = 0; c < space.task.characters.length; c++) {
      const before = space.belief(from, c)
      const mind = space.belief(state, c)
      if (before === mind) continue
      this.#byMind[c].forEach(wake)
      const inMind = (fluent: number): void => this.#byMindValue[c].get(fluent)?.forEach(wake)
      if (!space.compare(space.vectorOf(before), space.vectorOf(mind), inMind)) return false
    }
    return true
  }

  #watch({ precondition, atoms }: GroundEvent, trigger: number): void {
    const formulas = [precondition, ...atoms.flatMap(({ condition, value }) => [condition, value])]
    const { code } = this.#space.task
    const needed = new Map<number, ValueId>(equalitiesOf(code, precondition))
    const read = formulas.flatMap((each) => [...ownFluents(code, each)])
    const written = atoms.filter((each) => each.chain.length === 0).map((each) => each.fluent)
    for (const fluent of new Set([...read, ...written])) {
      // Where it needs the fluent to have one value, any other change leaves it at rest.
      const value = needed.get(fluent)
      if (value === undefined) this.#byFluent[fluent].push(trigger)
      else push(this.#byLiteral[fluent], value, trigger)
    }
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

  /** What a formula reads in minds. */
  #watchMinds(node: Node, trigger: number): void {
    const { code } = this.#space.task
    if (code[node] !== BELIEVES) {
      for (const each of operands(code, node)) this.#watchMinds(each, trigger)
      return
    }
    const inner = code[node + 2]
    for (const fluent of ownFluents(code, inner)) this.#watchMind(code[node + 1], fluent, trigger)
    if (nesting(code, [inner]) > 0) this.#byMind[code[node + 1]].push(trigger)
  }
}

function push(lists: Map<number, number[]>, key: number, item: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
