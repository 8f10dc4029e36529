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
  /** Whose mind it is (D1). All are `actual` where no property is open. */
  readonly owner: number
  /** By character; empty at depth 0. */
  readonly minds: readonly World[]
  /** Others with the same hash, made before. */
  readonly earlier: World | undefined
}

/** The owner of the actual world; where no property is open, of every world. */
export const actual = -1

/** The owner of a world that a character supposes (D41). */
export function supposedBy(character: number): number {
  return -2 - character
}

/** Whose mind it is, or whose supposition; undefined: the actual world. */
export function ownerOf({ owner }: World): number | undefined {
  return owner === actual ? undefined : owner < actual ? -2 - owner : owner
}

/**
 * Thrown when something that decides a question reads beyond: the work must start again with deeper worlds.
 */
export class Deeper extends Error {}

/** The worlds made so far, by hash. */
export interface Worlds {
  readonly latest: Map<number, World>
  readonly facts: FactsMemory
  /** Worlds with one level of minds less. */
  readonly shallower: Map<World, World>
  made: number
}

export function newWorlds(): Worlds {
  return { latest: new Map(), facts: newFactsMemory(), shallower: new Map(), made: 0 }
}

/** The one world with these facts and minds; the minds of a deeper world are all one less deep. */
export function worldOf(
  worlds: Worlds,
  facts: Facts,
  minds: readonly World[],
  owner: number = actual,
): World {
  let hash = facts.id
  for (const { id } of minds) hash = (Math.imul(hash, 31) + id) | 0
  const earlier = worlds.latest.get(hash)
  for (let each = earlier; each !== undefined; each = each.earlier)
    if (each.facts === facts && each.owner === owner && isSame(each.minds, minds)) return each
  const world = {
    id: worlds.made++,
    depth: minds.length === 0 ? 0 : minds[0].depth + 1,
    facts,
    owner,
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

/** The world with one level of minds less. */
export function shallower(worlds: Worlds, world: World): World {
  const known = worlds.shallower.get(world)
  if (known !== undefined) return known
  const minds = world.depth === 1 ? [] : world.minds.map((mind) => shallower(worlds, mind))
  const made = worldOf(worlds, world.facts, minds, world.owner)
  worlds.shallower.set(world, made)
  return made
}

/** The join of two worlds of one depth: what both agree on; everything else is beyond. */
export function join(worlds: Worlds, one: World, other: World): World {
  if (one === other) return one
  return worldOf(
    worlds,
    joinFacts(worlds.facts, one.facts, other.facts),
    one.minds.map((mind, c) => join(worlds, mind, other.minds[c])),
    one.owner,
  )
}

/** A world as deep as this one in which every value is beyond. */
export function allBeyond(worlds: Worlds, world: World): World {
  const nothing = new Map<number, Cell>(valuesOf(world.facts).map((_, fluent) => [fluent, beyond]))
  return worldOf(
    worlds,
    factsWith(worlds.facts, world.facts, nothing),
    world.minds.map((mind) => allBeyond(worlds, mind)),
    world.owner,
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
