/**
 * Not knowing (D31): would somebody who has no reason for an act have one, if certain things that they are wrong about were to
 * their mind as they really are? Every mind that D31 names is drawn and asked.
 */
import type { Expression, Value } from "@dramaturg/model"
import { close } from "./happen.js"
import { type Act, type Question, isExplained } from "./explain.js"
import { type Place, bindings, bodyOf, holds, keyOf } from "./read.js"
import { type BEYOND, type Universe, type World, TOO_DEEP, orTooDeep, valueAt, worldOf } from "./worlds.js"

/** Where D31 leaves a choice: how it is read. The defaults are what the engine does. */
export interface WiserReadings {
  /** The triggers of the mind run to their fixpoint once it is wiser. */
  readonly settles?: boolean
  /** (d): in the mind that is the state itself its owner believes to believe just that; otherwise what they really believe. */
  readonly knowsOneself?: boolean
}

/** D31 (a) to (e), in this order; the letter of the first mind in which the act would be explained. */
export function wiserBy(question: Question, world: World, act: Act, c: string, horizon: number, readings: WiserReadings = {}): string | undefined {
  const { universe } = question
  const asks = (mind: World): boolean => isExplained(question, inPlaceOf(world, c, mind), act, c, horizon)
  const knows = (fluents: readonly string[]): boolean => asks(wiser(universe, world, c, fluents, readings))
  const wrong = wrongFluents(universe, world, c)
  const disbelieved = wrong.filter((each) => fluentsAgainst(placeOf(universe, world.mind(c), act), act.template.precondition).includes(each))
  const others = wrong.filter((each) => !disbelieved.includes(each))
  if (disbelieved.length > 0 && knows(disbelieved)) return "a"
  if (others.some((each) => knows([...disbelieved, each]))) return "b"
  if (wrong.length > 0 && knows(wrong)) return "c"
  if (asks(stateItself(universe, world, c, readings))) return "d"
  if (others.some((one, i) => others.slice(i + 1).some((other) => knows([...disbelieved, one, other])))) return "e"
  return undefined
}

function placeOf({ problem }: Universe, world: World, { binding }: Act): Place {
  return { problem, world, binding }
}

/** The same world with another mind in it. */
function inPlaceOf(world: World, c: string, mind: World): World {
  return { ...world, mind: (each) => (each === c ? mind : world.mind(each)) }
}

/** Every fluent that is not for c as it is. What is too deep is for somebody else to say. */
function wrongFluents({ problem }: Universe, world: World, c: string): readonly string[] {
  const mind = world.mind(c)
  const keys = new Set([...world.values.keys(), ...mind.values.keys()])
  return [...keys].filter((key) => valueAt(problem, world, key) !== valueAt(problem, mind, key))
}

/** The mind of c, in which these are as they really are, which c also believes to believe, and so on. */
function wiser(universe: Universe, world: World, c: string, fluents: readonly string[], { settles }: WiserReadings): World {
  const real = new Map(fluents.map((each) => [each, valueAt(universe.problem, world, each)]))
  const mind = told(universe, world.mind(c), c, real)
  return settles ? close(universe, mind) : mind
}

function told(universe: Universe, mind: World, c: string, real: ReadonlyMap<string, Value>): World {
  const values = new Map<string, Value | typeof BEYOND>([...mind.values, ...real])
  return worldOf(universe.depth, mind.path, values, (each) => (each === c ? told(universe, mind.mind(c), c, real) : mind.mind(each)))
}

/** The state itself in place of the mind of c. */
function stateItself(universe: Universe, world: World, c: string, { knowsOneself }: WiserReadings): World {
  const moved = (from: World, path: readonly string[]): World =>
    worldOf(universe.depth, path, from.values, (each) => moved(knowsOneself && from === world && each === c ? world : from.mind(each), [...path, each]))
  return moved(world, [c])
}

/** The fluents, outside minds, by which a condition does not hold here. */
function fluentsAgainst(place: Place, e: Expression): readonly string[] {
  if (holds(place, e)) return []
  switch (e.kind) {
    case "not": return fluentsFor(place, e.body)
    case "and": case "or": return e.parts.flatMap((part) => fluentsAgainst(place, part))
    case "forall": case "exists": return bindings(place, e).flatMap((each) => fluentsAgainst(each, e.body))
    case "if": return [...fluentsRead(place, { ...e, otherwise: nothing, branches: e.branches.map(({ condition }) => ({ condition, body: nothing })) }), ...fluentsAgainst(place, bodyOf(place, e))]
    default: return fluentsRead(place, e)
  }
}

/** Those by which it does. */
function fluentsFor(place: Place, e: Expression): readonly string[] {
  if (!holds(place, e)) return []
  switch (e.kind) {
    case "not": return fluentsAgainst(place, e.body)
    case "and": case "or": return e.parts.flatMap((part) => fluentsFor(place, part))
    case "forall": case "exists": return bindings(place, e).flatMap((each) => fluentsFor(each, e.body))
    case "if": return [...fluentsRead(place, { ...e, otherwise: nothing, branches: e.branches.map(({ condition }) => ({ condition, body: nothing })) }), ...fluentsFor(place, bodyOf(place, e))]
    default: return fluentsRead(place, e)
  }
}

const nothing: Expression = { kind: "constant", value: true }

/** All that is read there, outside minds. */
function fluentsRead(place: Place, e: Expression): readonly string[] {
  switch (e.kind) {
    case "constant": case "variable": case "believes": return []
    case "fluent": return [keyOf(place.binding, e)]
    case "not": case "is": return fluentsRead(place, e.body)
    case "and": case "or": return e.parts.flatMap((part) => fluentsRead(place, part))
    case "forall": case "exists": case "sum": case "product": return bindings(place, e).flatMap((each) => fluentsRead(each, e.body))
    case "if": return [...e.branches.flatMap((each) => [...fluentsRead(place, each.condition), ...fluentsRead(place, each.body)]), ...fluentsRead(place, e.otherwise)]
    case "compare": case "arithmetic": return [...fluentsRead(place, e.left), ...fluentsRead(place, e.right)]
  }
}
