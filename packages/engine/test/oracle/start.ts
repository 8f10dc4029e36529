/**
 * The start (D8): statements imposed one after another, defaults for what nobody has said, triggers in every
 * mind.
 */
import { type Effect, type Value, asItIs } from "@dramaturg/model"
import { atomsOf, heldAtoms } from "./events.js"
import { close, mirrored } from "./happen.js"
import { type BEYOND, type Universe, type World, defaultOf, isOpen, worldOf } from "./worlds.js"

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
  const held = heldAtoms(universe, now, atomsOf(universe, statement, new Map()), true)
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
  return mirrored(
    universe,
    worldOf(universe.depth, path, values, (c) => believed(universe, said, [...path, c])),
  )
}

function valueOf(
  universe: Universe,
  said: Said,
  path: readonly string[],
  fluent: string,
): Value | typeof BEYOND {
  if (isOpen(universe.problem, fluent)) return openValueOf(universe, said, path, fluent)
  for (let n = path.length; n >= 0; n--) {
    const chain = universe.misread.dropOutermost ? path.slice(path.length - n) : path.slice(0, n)
    const value = said.get(keyOfChain(chain, fluent))
    if (value !== undefined) return value
  }
  return defaultOf(universe.problem, Number.parseInt(fluent, 10))
}

/**
 * D8, D40: what nobody has said is found by dropping the innermost believer, or, if the one before has it
 * right, that one; and what is as it is, is what it is in the mind around it, if that knows.
 */
function openValueOf(
  universe: Universe,
  said: Said,
  path: readonly string[],
  fluent: string,
): Value | typeof BEYOND {
  const stated = said.get(keyOfChain(path, fluent))
  const last = path.at(-1)
  if (last === undefined)
    return stated ?? (stated === null ? null : defaultOf(universe.problem, Number.parseInt(fluent, 10)))
  const outer = openValueOf(universe, said, path.slice(0, -1), fluent)
  if (stated === asItIs) return outer === null ? asItIs : outer
  if (stated !== undefined) return stated
  return outer === asItIs && !universe.misread.knowersTakeAllForKnowers
    ? openValueOf(universe, said, [...path.slice(0, -2), last], fluent)
    : outer
}

/** The same world with its minds closed: the innermost first, as far as anybody looks. */
function settledMinds(universe: Universe, world: World): World {
  return mirrored(
    universe,
    worldOf(universe.depth, world.path, world.values, (c) =>
      close(universe, settledMinds(universe, world.mind(c))),
    ),
  )
}
