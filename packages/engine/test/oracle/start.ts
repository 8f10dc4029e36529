/**
 * The start (D8): statements imposed one after another, defaults for what nobody has said, triggers in every
 * mind.
 */
import type { Effect, Value } from "@dramaturg/model"
import { atomsOf, heldAtoms } from "./events.js"
import { close } from "./happen.js"
import { type BEYOND, type Universe, type World, defaultOf, worldOf } from "./worlds.js"

/** What was said so far, by chain of believers and fluent. */
type Said = World["values"]

export function startOf(universe: Universe): World {
  const said = universe.problem.initial.reduce<Said>(
    (before, statement) => impose(universe, before, statement),
    new Map(),
  )
  return close(universe, settledMinds(universe, believed(universe, said, [])))
}

function impose(universe: Universe, said: Said, statement: Effect): Said {
  const now = believed(universe, said, [])
  const held = heldAtoms(universe.problem, now, atomsOf(universe, statement, new Map()))
  const told = held.map(({ atom, value }): readonly [string, typeof value] => [
    keyOfChain(atom.believers, atom.fluent),
    value,
  ])
  return new Map<string, Value | typeof BEYOND>([...said, ...told])
}

function keyOfChain(chain: readonly string[], fluent: string): string {
  return `${chain.join(".")}:${fluent}`
}

/** The world of this owner path as statements and defaults have it, before any trigger. */
function believed(universe: Universe, said: Said, path: readonly string[]): World {
  const fluents = new Set([...said.keys()].map((key) => key.slice(key.indexOf(":") + 1)))
  const values = new Map<string, Value | typeof BEYOND>(
    [...fluents].map((fluent) => [fluent, valueOf(universe, said, path, fluent)]),
  )
  return worldOf(universe.depth, path, values, (c) => believed(universe, said, [...path, c]))
}

function valueOf(
  universe: Universe,
  said: Said,
  path: readonly string[],
  fluent: string,
): Value | typeof BEYOND {
  for (let n = path.length; n >= 0; n--) {
    const chain = universe.misread.dropOutermost ? path.slice(path.length - n) : path.slice(0, n)
    const value = said.get(keyOfChain(chain, fluent))
    if (value !== undefined) return value
  }
  return defaultOf(universe.problem, Number.parseInt(fluent, 10))
}

/** The same world with its minds closed: the innermost first, as far as anybody looks. */
function settledMinds(universe: Universe, world: World): World {
  return worldOf(universe.depth, world.path, world.values, (c) =>
    close(universe, settledMinds(universe, world.mind(c))),
  )
}
