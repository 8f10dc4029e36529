/**
 * Worlds as the judge keeps them (D1, D20).
 *
 * A world is a value for every fluent and one believed world for every character. Believed worlds go on without end, so a
 * world is kept to a `depth`: its minds are one less deep, and a world of depth 0 has none. A fluent may hold `beyond`,
 * which is no value but the confession that the answer lies deeper than this world reaches.
 *
 * Equal worlds of equal depth are one object, so `===` compares them and `id` stands for them in every memory.
 */
import type { Value } from "@dramaturg/model"

export const beyond: unique symbol = Symbol("beyond")

export type Cell = Value | typeof beyond

/** The values of a world, by fluent. Equal ones are one object too, for most of what happens changes minds only. */
export interface Facts {
  readonly id: number
  readonly values: readonly Cell[]
}

export interface World {
  readonly id: number
  readonly depth: number
  readonly facts: Facts
  /** Those of the facts. */
  readonly values: readonly Cell[]
  /** By character; empty at depth 0. */
  readonly minds: readonly World[]
}

/** Thrown when something that decides reads beyond: the work must start again with deeper worlds. */
export class Deeper extends Error {}

/** The worlds made so far. */
export interface Worlds {
  readonly worlds: Map<string, World>
  readonly facts: Map<string, Facts>
  readonly codes: Map<Cell, number>
}

export function newWorlds(): Worlds {
  return { worlds: new Map(), facts: new Map(), codes: new Map() }
}

/** The one world with these facts and minds; the minds of a deeper world are all one less deep. */
export function worldOf({ worlds }: Worlds, facts: Facts, minds: readonly World[]): World {
  let key = `${facts.id}`
  for (const { id } of minds) key += `,${id}`
  const known = worlds.get(key)
  if (known !== undefined) return known
  const depth = minds.length === 0 ? 0 : minds[0].depth + 1
  const world = { id: worlds.size, depth, facts, values: facts.values, minds }
  worlds.set(key, world)
  return world
}

export function factsOf({ facts, codes }: Worlds, values: readonly Cell[]): Facts {
  const key = keyOf(codes, values)
  const known = facts.get(key)
  if (known !== undefined) return known
  const made = { id: facts.size, values }
  facts.set(key, made)
  return made
}

/** A text for these values that no other values have. */
export function keyOf(codes: Map<Cell, number>, values: readonly Cell[]): string {
  return values.map((each) => codeOf(codes, each)).join()
}

/** The world without its minds. */
export function withoutMinds(worlds: Worlds, world: World): World {
  return world.depth === 0 ? world : worldOf(worlds, world.facts, [])
}

function codeOf(codes: Map<Cell, number>, value: Cell): number {
  const known = codes.get(value)
  if (known !== undefined) return known
  codes.set(value, codes.size)
  return codes.size - 1
}

/** What two worlds of one depth agree on; everything else is beyond. */
export function blend(worlds: Worlds, one: World, other: World): World {
  if (one === other) return one
  const values = one.values.map((value, i) => (value === other.values[i] ? value : beyond))
  return worldOf(worlds, factsOf(worlds, values), one.minds.map((mind, c) => blend(worlds, mind, other.minds[c])))
}

/** The mind at the end of a chain of believers; undefined beyond the tree. */
export function mindAlong(world: World, chain: readonly number[]): World | undefined {
  let at: World | undefined = world
  for (const character of chain) at = at?.minds[character]
  return at
}

export function valueAlong(world: World, chain: readonly number[], fluent: number): Cell {
  const mind = mindAlong(world, chain)
  return mind === undefined ? beyond : mind.values[fluent]
}
