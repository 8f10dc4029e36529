/** The start (D8): statements imposed one after another, defaults for what nobody has said, triggers in every mind. */
import type { Effect, Value } from "@dramaturg/model"
import { atomHolds, atomValue, atomsOf } from "./events.js"
import { close } from "./happen.js"
import { type Universe, type World, defaultOf, worldOf } from "./worlds.js"

/** What was said so far, by chain of believers and fluent. */
type Said = ReadonlyMap<string, Value>

export function startOf(universe: Universe): World {
  const said = universe.problem.initial.reduce<Said>((before, statement) => impose(universe, before, statement), new Map())
  return close(universe, settledMinds(universe, believed(universe, said, [])))
}

function impose(universe: Universe, said: Said, statement: Effect): Said {
  const now = believed(universe, said, [])
  const atoms = atomsOf(universe.problem, statement, new Map()).filter((each) => atomHolds(universe.problem, now, each))
  const told = atoms.map((each) => [keyOfChain(each.believers, each.fluent), atomValue(universe.problem, now, each)] as const)
  return new Map([...said, ...told])
}

function keyOfChain(chain: readonly string[], fluent: string): string {
  return `${chain.join(".")}:${fluent}`
}

/** The world of this owner path as statements and defaults have it, before any trigger. */
function believed(universe: Universe, said: Said, path: readonly string[]): World {
  const fluents = new Set([...said.keys()].map((key) => key.slice(key.indexOf(":") + 1)))
  const values = new Map([...fluents].map((fluent) => [fluent, valueOf(universe, said, path, fluent)]))
  return worldOf(universe.deepest, path, values, (c) => believed(universe, said, [...path, c]))
}

function valueOf(universe: Universe, said: Said, path: readonly string[], fluent: string): Value {
  for (let n = path.length; n >= 0; n--) {
    const chain = universe.misread.dropOutermost ? path.slice(path.length - n) : path.slice(0, n)
    const value = said.get(keyOfChain(chain, fluent))
    if (value !== undefined) return value
  }
  return defaultOf(universe.problem, Number.parseInt(fluent, 10))
}

/** The same world with its minds closed: the innermost first, as far as anybody looks. */
function settledMinds(universe: Universe, world: World): World {
  return worldOf(universe.deepest, world.path, world.values, (c) => close(universe, settledMinds(universe, world.mind(c))))
}
