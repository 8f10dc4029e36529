/**
 * An index of events by one literal `fluent == value` that each of them needs. In a state, only the groups
 * whose literal is true are worth testing, besides the events that need no such literal. Within a group
 * events are in task order.
 */
import { AND, FLUENT, IS, type ExpressionId } from "../task/expressions.js"
import type { GroundEvent } from "../task/task.js"
import type { StateId, StateSpace } from "./space.js"
import { BEYOND, TRUE, type ValueId } from "../task/values.js"

/** A fluent and the value that it must have. */
export type Literal = readonly [fluent: number, value: ValueId]

/**
 * The index of the events for which `isWanted` is true. `groupsIn` lists the groups worth testing in a state.
 */
export class EventIndex<E extends GroundEvent = GroundEvent> {
  readonly #byFluent = new Map<number, Map<ValueId, number[]>>()
  /** The same index as an array, which is faster to iterate over. */
  readonly #keyed: readonly {
    readonly fluent: number
    readonly byValue: ReadonlyMap<ValueId, readonly number[]>
  }[]
  readonly #always: number[] = []

  constructor(table: Int32Array, events: readonly E[], isWanted: (event: E) => boolean) {
    const literals = events.map((each) => equalitiesOf(table, each.precondition))
    const needed = new Map<string, number>()
    for (const each of literals.flat()) needed.set(each.join(), (needed.get(each.join()) ?? 0) + 1)
    literals.forEach((each, event) => {
      if (isWanted(events[event])) this.#place(event, each, needed)
    })
    this.#keyed = Array.from(this.#byFluent, ([fluent, byValue]) => ({ fluent, byValue }))
  }

  groupsIn(space: StateSpace, state: StateId): readonly (readonly number[])[] {
    const groups: (readonly number[])[] = [this.#always]
    for (const { fluent, byValue } of this.#keyed) {
      const value = space.valueOf(state, fluent)
      if (value === BEYOND) groups.push(...byValue.values())
      else {
        const group = byValue.get(value)
        if (group !== undefined) groups.push(group)
      }
    }
    return groups
  }

  /** Files an event under the rarest of its literals, so that groups stay small. */
  #place(event: number, literals: readonly Literal[], needed: ReadonlyMap<string, number>): void {
    if (literals.length === 0) {
      this.#always.push(event)
      return
    }
    const [fluent, value] = literals.reduce((a, b) => (needed.get(b.join())! < needed.get(a.join())! ? b : a))
    const byValue = this.#byFluent.get(fluent) ?? new Map<ValueId, number[]>()
    this.#byFluent.set(fluent, byValue)
    const group = byValue.get(value) ?? []
    byValue.set(value, group)
    group.push(event)
  }
}

/** The literals `fluent == value` that are conjuncts of a condition, none of them inside a belief. */
export function equalitiesOf(table: Int32Array, id: ExpressionId): readonly Literal[] {
  if (table[id] === IS) return [[table[id + 1], table[id + 2]]]
  if (table[id] === FLUENT) return [[table[id + 1], TRUE]]
  if (table[id] !== AND) return []
  const found: Literal[] = []
  for (let i = 0; i < table[id + 1]; i++) found.push(...equalitiesOf(table, table[id + 2 + i]))
  return found
}
