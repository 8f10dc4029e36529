/**
 * The booleans that D13 fills in first: nothing ever writes them, and nobody is said to believe otherwise.
 */
import { type Problem, valuesOf } from "@dramaturg/model"
import { type Atom, atomsOf, writtenOut } from "./events.js"
import { type Universe, defaultOf, fluentKey } from "./worlds.js"

export function settledIn(universe: Universe): ReadonlySet<string> {
  const written = new Set(
    [...universe.actions, ...universe.triggers]
      .flatMap((each) => writtenOut(universe, each))
      .map((each) => each.fluent),
  )
  const said = universe.problem.initial.flatMap((statement) => atomsOf(universe, statement, new Map()))
  return new Set(
    booleans(universe.problem).filter(
      (each) => !written.has(each) && !isDoubted(universe.problem, said, each),
    ),
  )
}

function booleans(problem: Problem): readonly string[] {
  return problem.properties.flatMap(({ type, parameters }, property) => {
    if (type !== "boolean") return []
    const choices = parameters.map((each) =>
      each.kind === "constant" ? [each.value] : valuesOf(problem, each.type),
    )
    const combinations = choices.reduce<readonly (readonly unknown[])[]>(
      (all, some) => all.flatMap((one) => some.map((each) => [...one, each])),
      [[]],
    )
    return combinations.map((values) => fluentKey(property, values as Parameters<typeof fluentKey>[1]))
  })
}

/**
 * Whether somebody is said to believe of it what is not so. What is said otherwise than outright counts as
 * doubt.
 */
function isDoubted(problem: Problem, said: readonly Atom[], fluent: string): boolean {
  const about = said.filter((each) => each.fluent === fluent)
  const real =
    about
      .filter((each) => each.believers.length === 0)
      .map(valueSaid)
      .at(-1) ?? defaultOf(problem, Number.parseInt(fluent, 10))
  return about.some((each) => each.believers.length > 0 && valueSaid(each) !== real)
}

function valueSaid({ conditions, value }: Atom): unknown {
  if ("told" in value || conditions.length > 0) return undefined
  return value.expression.kind === "constant" ? value.expression.value : undefined
}
