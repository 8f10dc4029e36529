/** Numbers fluents in the order in which formulas mention them. */
import { type Problem, referenceTo } from "@dramaturg/model"
import { FALSE, UNKNOWN, type ValueId, type ValueTable } from "../task/values.js"
import type { Fluent } from "../task/task.js"

/** The fluents of one problem, numbered from 0. */
export class FluentTable {
  readonly fluents: Fluent[] = []
  readonly #problem: Problem
  readonly #values: ValueTable
  readonly #known = new Map<string, number>()

  constructor(problem: Problem, values: ValueTable) {
    this.#problem = problem
    this.#values = values
  }

  idOf(property: number, args: readonly ValueId[]): number {
    const key = `${property}:${args.join(",")}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const id = this.fluents.length
    const { name, type } = this.#problem.properties[property]
    const reference = referenceTo(
      name,
      args.map((each) => this.#values.valueOf(each)),
    )
    this.fluents.push({ property, arguments: args, reference, type })
    this.#known.set(key, id)
    return id
  }

  /** The value of a fluent that no statement mentions: False, 0 or unknown. */
  defaultOf(fluent: number): ValueId {
    const { type } = this.fluents[fluent]
    return type === "boolean" ? FALSE : type === "number" ? this.#values.idOfNumber(0) : UNKNOWN
  }
}
