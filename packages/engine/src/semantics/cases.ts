/** Cases and the worlds supposed in them (D41). */
import { type Expression, type Parameter, type Problem, type Value, valuesOf } from "@dramaturg/model"
import { beyond, factsWith, valueOf } from "./facts.js"
import { type Setting, instantiate, numberOf, yes } from "./formula.js"
import type { GroundTask } from "./ground-task.js"
import { settle, standing } from "./happen.js"
import { type Reader, holds, reader } from "./read.js"
import { Deeper, type World, shallower, supposedBy, worldOf } from "./world.js"

/** A value that an open fluent might have, and the condition under which whoever wonders thinks so. */
export interface Possibility {
  readonly value: Value
  readonly might: Reader
}

/** Values supposed for fluents, in the order of the definitions. */
export type Chosen = readonly { readonly fluent: number; readonly value: Value }[]

/** What somebody supposes: the mind that it is, whose it is, and the case. */
export interface Supposing {
  readonly mind: World
  readonly owner: number
  readonly chosen: Chosen
}

/** The open fluents in declaration and argument order, each with its possibilities. */
export function possibilities(setting: Setting): ReadonlyMap<number, readonly Possibility[]> {
  const { problem } = setting
  return new Map(
    problem.properties.flatMap((each, property) => {
      if (!each.isOpen) return []
      const { might, parameters, type } = each
      const bindings = parameters.reduce<readonly (readonly Value[])[]>(
        (lists, parameter) =>
          lists.flatMap((list) => valuesFor(problem, parameter).map((value) => [...list, value])),
        [[]],
      )
      return bindings.map((values) => {
        const bound = parameters.flatMap((one, i) =>
          one.kind === "variable" ? [[one.name, values[i]] as const] : [],
        )
        const possible = candidateValues(setting, type).map((value) => ({
          value,
          might: mightBe(setting, might, new Map([...bound, ["value", value]])),
        }))
        return [numberOf(setting, property, values), possible] as const
      })
    }),
  )
}

function valuesFor(problem: Problem, parameter: Parameter): readonly Value[] {
  return parameter.kind === "constant" ? [parameter.value] : valuesOf(problem, parameter.type)
}

function candidateValues({ problem }: Setting, type: string): readonly Value[] {
  return type === "number" ? [] : valuesOf(problem, type)
}

function mightBe(
  setting: Setting,
  might: Expression | undefined,
  binding: ReadonlyMap<string, Value>,
): Reader {
  return reader(might === undefined ? yes : instantiate(setting, might, binding))
}

/** cand(f, b). */
export function candidatesOf({ possible }: GroundTask, mind: World, fluent: number): readonly Value[] {
  return possible.get(fluent)!.flatMap(({ value, might }) => (holds(might, mind) ? [value] : []))
}

export function isUnknown(mind: World, fluent: number): boolean {
  const value = valueOf(mind.facts, fluent)
  if (value === beyond) throw new Deeper()
  return value === null
}

/** The cases of a mind, in order: fewer fluents first. */
export function* casesOf(task: GroundTask, mind: World): Generator<Chosen, void, void> {
  const unknown = [...task.possible.keys()].filter((each) => isUnknown(mind, each))
  for (let size = 1; size <= Math.min(task.mostSupposed, unknown.length); size++) yield* chosenFrom(0, size)

  function* chosenFrom(from: number, size: number): Generator<Chosen, void, void> {
    if (size === 0) return yield []
    for (let i = from; i <= unknown.length - size; i++)
      for (const value of candidatesOf(task, mind, unknown[i]))
        for (const rest of chosenFrom(i + 1, size - 1)) yield [{ fluent: unknown[i], value }, ...rest]
  }
}

/** All cases of the same fluents but this one. */
export function otherCases(task: GroundTask, { mind, chosen }: Supposing): readonly Chosen[] {
  return chosen
    .reduce<readonly Chosen[]>(
      (lists, { fluent }) =>
        lists.flatMap((list) =>
          candidatesOf(task, mind, fluent).map((value) => [...list, { fluent, value }]),
        ),
      [[]],
    )
    .filter((other) => other.some(({ value }, i) => value !== chosen[i].value))
}

/** b|σ, of which the mind b is what its owner believes. `task`: as characters can foresee it. */
export function supposed(task: GroundTask, { mind, owner, chosen }: Supposing): World {
  if (mind.depth === 0) throw new Deeper()
  const { worlds } = task.memory
  const facts = factsWith(worlds.facts, mind.facts, new Map(chosen.map((each) => [each.fluent, each.value])))
  const minds = mind.minds.map((each, c) =>
    c === owner ? shallower(worlds, mind) : taught(task, each, standing(task, facts, each, c, owner)),
  )
  return worldOf(worlds, facts, minds, supposedBy(owner))
}

function taught(task: GroundTask, before: World, after: World): World {
  return before === after ? before : settle(task, after)
}
