/** What the author demands of a story (D35), read off the story itself: nothing is woven into the world. */
import type { Expression, TriggerTemplate } from "@dramaturg/model"
import { printValue } from "@dramaturg/model"
import { isContradictory } from "./events.js"
import { type Question, type Run, endOf, utility } from "./explain.js"
import { preconditionHolds } from "./happen.js"
import { holds } from "./read.js"
import type { GroundEvent, World } from "./worlds.js"

/** Undefined stands for any argument. */
export type Coming =
  | {
      readonly kind: "act" | "trigger"
      readonly name: string
      readonly arguments: readonly (string | undefined)[]
    }
  | { readonly kind: "holds"; readonly condition: Expression }

export type Demand =
  | { readonly demand: "must" | "never"; readonly what: Coming }
  | { readonly demand: "order"; readonly first: Coming; readonly then: Coming }
  | { readonly demand: "ends"; readonly condition: Expression }

/** v of the author; the utility of whoever else the run belongs to. */
export function worthOf(question: Question, run: Run): number | null {
  const { demands = [] } = question
  if (run.worlds[0].path.length > 0 || demands.length === 0) return utility(question, endOf(run))
  const areMet = demands.every((each) => isMet(question, run, each))
  if (!question.universe.problem.utilities.some((each) => each.character === null)) return areMet ? 1 : 0
  return utility(question, areMet ? endOf(run) : run.worlds[0])
}

function isMet(question: Question, run: Run, demand: Demand): boolean {
  if (demand.demand === "ends") return isSo(question, endOf(run), demand.condition)
  if (demand.demand !== "order")
    return momentsOf(question, run, demand.what).length > 0 === (demand.demand === "must")
  const [first] = momentsOf(question, run, demand.first)
  if (first === undefined) return false
  const later = momentsOf(question, run, demand.then).filter(
    (each) => each > first || (each === first && isAct(demand.first) && !isAct(demand.then)),
  )
  if (demand.then.kind !== "holds") return later.length > 0
  const { condition } = demand.then
  const earliest = isAct(demand.first) ? first - 1 : first
  return later.some((each) =>
    run.worlds.slice(earliest, each).some((world) => !isSo(question, world, condition)),
  )
}

function isAct({ kind }: Coming): boolean {
  return kind === "act"
}

function isSo({ universe: { problem } }: Question, world: World, condition: Expression): boolean {
  return holds({ problem, world, binding: new Map() }, condition)
}

/** The moments at which it comes about, in order. */
function momentsOf(question: Question, run: Run, coming: Coming): readonly number[] {
  const comes = (i: number): boolean => {
    if (coming.kind === "holds") return isSo(question, run.worlds[i], coming.condition)
    if (coming.kind === "act") return i > 0 && isNamed(run.acts[i - 1], coming)
    return triggersAt(question, run.worlds[i]).some((each) => isNamed(each, coming))
  }
  return run.worlds.map((_, i) => i).filter(comes)
}

function isNamed(
  { label }: { readonly label: string },
  { name, arguments: wanted }: Coming & { readonly name: string },
): boolean {
  const [, called, list] = /^(\w+)\((.*)\)$/.exec(label)!
  const values = list === "" ? [] : list.split(", ")
  return (
    called === name &&
    values.length === wanted.length &&
    wanted.every((each, i) => each === undefined || printValue(each) === values[i])
  )
}

/**
 * Those that fired while the world came to rest, or would have but for changing nothing: each in its turn,
 * before another one fired.
 */
function triggersAt({ universe }: Question, world: World): readonly GroundEvent<TriggerTemplate>[] {
  return universe.closures.get(world)!.flatMap(({ world: then, fired }) => {
    const turn =
      fired === undefined
        ? universe.triggers
        : universe.triggers.slice(0, universe.triggers.indexOf(fired) + 1)
    return turn.filter((each) => !isContradictory(universe, each) && preconditionHolds(universe, then, each))
  })
}
