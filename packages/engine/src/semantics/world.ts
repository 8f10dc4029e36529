/**
 * Worlds as the definitions have them (D1, D20).
 *
 * A world is a value for every fluent and one believed world for every character. Believed worlds go on
 * without end, so a world is kept to a `depth`: its minds are one level less deep, and a world of depth 0 has
 * none. A fluent may hold `beyond`, which is not a value but says that the answer lies deeper than this world
 * reaches.
 *
 * Equal worlds of equal depth are one object, so `===` compares them and `id` identifies them in every
 * memory.
 */
import {
  type Cell,
  type Facts,
  type FactsMemory,
  beyond,
  joinFacts,
  factsWith,
  newFactsMemory,
  valueOf,
  valuesOf,
} from "./facts.js"

/** A world; immutable, and equal worlds are one object. */
export interface World {
  readonly id: number
  readonly depth: number
  readonly facts: Facts
  /** By character; empty at depth 0. */
  readonly minds: readonly World[]
  /** Others with the same hash, made before. */
  readonly earlier: World | undefined
}

/**
 * Thrown when something that decides a question reads beyond: the work must start again with deeper worlds.
 */
export class Deeper extends Error {}

/** The worlds made so far, by hash. */
export interface Worlds {
  readonly latest: Map<number, World>
  readonly facts: FactsMemory
  made: number
}

export function newWorlds(): Worlds {
  return { latest: new Map(), facts: newFactsMemory(), made: 0 }
}

/** The one world with these facts and minds; the minds of a deeper world are all one less deep. */
export function worldOf(worlds: Worlds, facts: Facts, minds: readonly World[]): World {
  let hash = facts.id
  for (const { id } of minds) hash = (Math.imul(hash, 31) + id) | 0
  const earlier = worlds.latest.get(hash)
  for (let each = earlier; each !== undefined; each = each.earlier)
    if (each.facts === facts && isSame(each.minds, minds)) return each
  const world = {
    id: worlds.made++,
    depth: minds.length === 0 ? 0 : minds[0].depth + 1,
    facts,
    minds,
    earlier,
  }
  worlds.latest.set(hash, world)
  return world
}

function isSame(one: readonly World[], other: readonly World[]): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}

/** The join of two worlds of one depth: what both agree on; everything else is beyond. */
export function join(worlds: Worlds, one: World, other: World): World {
  if (one === other) return one
  return worldOf(
    worlds,
    joinFacts(worlds.facts, one.facts, other.facts),
    one.minds.map((mind, c) => join(worlds, mind, other.minds[c])),
  )
}

/** A world as deep as this one in which every value is beyond. */
export function allBeyond(worlds: Worlds, world: World): World {
  const nothing = new Map<number, Cell>(valuesOf(world.facts).map((_, fluent) => [fluent, beyond]))
  return worldOf(
    worlds,
    factsWith(worlds.facts, world.facts, nothing),
    world.minds.map((mind) => allBeyond(worlds, mind)),
  )
}

/** The mind at the end of a chain of believers; undefined if it lies beyond the world's depth. */
export function mindAlong(world: World, chain: readonly number[]): World | undefined {
  let at: World | undefined = world
  for (const character of chain) at = at?.minds[character]
  return at
}

/** The value of a fluent at the end of a chain of believers; beyond if the world is not that deep. */
export function valueAlong(world: World, chain: readonly number[], fluent: number): Cell {
  const mind = mindAlong(world, chain)
  return mind === undefined ? beyond : valueOf(mind.facts, fluent)
}
