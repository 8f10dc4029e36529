/**
 * Values as small integers, so that equality is identity and a state is a row of numbers.
 *
 * Ids 0 to 3 are fixed; then come the entities in entity order, then the numbers in order of first
 * appearance. `beyond` is not a value of the language: it stands for "deeper in minds than this state
 * reaches" (D20) and never leaves the engine.
 */
import { asItIs, type Value } from "@dramaturg/model"
import * as truths from "../kleene.js"

/** A value as a small integer of one `ValueTable`. */
export type ValueId = number

export const FALSE = truths.NO
export const TRUE = truths.YES
export const UNKNOWN = 2
export const BEYOND = truths.BEYOND

/** The values of one problem by id. */
export class ValueTable {
  readonly firstNumber: ValueId
  /** The id of "as it is" (D40), after the entities; -1 where no property is open. */
  readonly asItIs: ValueId
  readonly #entities: readonly string[]
  readonly #entityIds = new Map<string, ValueId>()
  readonly #numbers: number[] = []
  readonly #numberIds = new Map<number, ValueId>()

  constructor(entities: readonly string[], hasOpen = false) {
    this.#entities = hasOpen ? [...entities, asItIs] : entities
    this.#entities.forEach((name, i) => this.#entityIds.set(name, BEYOND + 1 + i))
    this.firstNumber = BEYOND + 1 + this.#entities.length
    this.asItIs = hasOpen ? this.firstNumber - 1 : -1
  }

  /** Whether every id that both tables have stands for the same value in both. */
  agreesWith(other: ValueTable): boolean {
    const shared = Math.min(this.#numbers.length, other.#numbers.length)
    return (
      this.#entities.join("\n") === other.#entities.join("\n") &&
      this.#numbers.slice(0, shared).every((each, i) => each === other.#numbers[i])
    )
  }

  isNumber(id: ValueId): boolean {
    return id >= this.firstNumber
  }

  /** The number that `id` stands for; only for ids of which `isNumber` is true. */
  numberOf(id: ValueId): number {
    return this.#numbers[id - this.firstNumber]
  }

  /** The id of a number. A number that is not finite is unknown, and -0 is 0 (D2). */
  idOfNumber(number: number): ValueId {
    if (!Number.isFinite(number)) return UNKNOWN
    const plain = number === 0 ? 0 : number
    const known = this.#numberIds.get(plain)
    if (known !== undefined) return known
    const id = this.firstNumber + this.#numbers.length
    this.#numbers.push(plain)
    this.#numberIds.set(plain, id)
    return id
  }

  idOf(value: Value): ValueId {
    if (value === null) return UNKNOWN
    if (value === true) return TRUE
    if (value === false) return FALSE
    if (typeof value === "number") return this.idOfNumber(value)
    const id = this.#entityIds.get(value)
    if (id === undefined)
      throw new Error(
        `No entity is called ${value}. Values given to the engine must come from its own problem.`,
      )
    return id
  }

  valueOf(id: ValueId): Value {
    if (id === FALSE) return false
    if (id === TRUE) return true
    if (id === UNKNOWN || id === BEYOND) return null
    return id < this.firstNumber ? this.#entities[id - BEYOND - 1] : this.numberOf(id)
  }
}
