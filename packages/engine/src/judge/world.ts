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

export interface World {
  readonly id: number
  readonly depth: number
  readonly values: readonly Cell[]
  /** By character; empty at depth 0. */
  readonly minds: readonly World[]
}

/** Thrown when something that decides reads beyond: the work must start again with deeper worlds. */
export class Deeper extends Error {}

/** The worlds made so far. */
export interface Worlds {
  readonly known: Map<string, World>
  readonly codes: Map<Cell, number>
}

export function newWorlds(): Worlds {
  return { known: new Map(), codes: new Map() }
}

/** The one world with these values and minds; minds of a deeper world are all one less deep. */
export function worldOf(worlds: Worlds, values: readonly Cell[], minds: readonly World[]): World {
  const key = keyOf(worlds, values, minds)
  const known = worlds.known.get(key)
  if (known !== undefined) return known
  const world = { id: worlds.known.size, depth: minds.length === 0 ? 0 : minds[0].depth + 1, values, minds }
  worlds.known.set(key, world)
  return world
}

function keyOf({ codes }: Worlds, values: readonly Cell[], minds: readonly World[]): string {
  const units = values.map((value) => codeOf(codes, value))
  for (const { id } of minds) units.push(id & 0xffff, id >>> 16)
  return String.fromCharCode(...units)
}

/** Values are few enough for one UTF-16 unit each; should they not be, two worlds must still never be taken for one. */
function codeOf(codes: Map<Cell, number>, value: Cell): number {
  const known = codes.get(value)
  if (known !== undefined) return known
  if (codes.size > 0xffff) throw new RangeError("More than 65,536 different values in one judgement; narrow the numbers in this world.")
  codes.set(value, codes.size)
  return codes.size - 1
}

/** What two worlds of one depth agree on; everything else is beyond. */
export function blend(worlds: Worlds, one: World, other: World): World {
  if (one === other) return one
  const values = one.values.map((value, i) => (value === other.values[i] ? value : beyond))
  return worldOf(worlds, values, one.minds.map((mind, c) => blend(worlds, mind, other.minds[c])))
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
