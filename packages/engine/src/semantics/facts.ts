/**
 * What holds in a world, minds left aside: a value for every fluent. Equal facts are one object, because most
 * events change minds only. Other events change few fluents, so facts are stored in stretches, which they
 * share with the facts they were made from.
 */
import type { Value } from "@dramaturg/model"

export const beyond: unique symbol = Symbol("beyond")

export type Cell = Value | typeof beyond

type Stretch = readonly Cell[]

const BITS = 4
const LENGTH = 1 << BITS

export interface Facts {
  readonly id: number
  readonly stretches: readonly Stretch[]
  /** The sum of a weight per value, so that it can be updated in proportion to a change. */
  readonly hash: number
  /** Others with this hash, made before. */
  readonly earlier: Facts | undefined
}

/** The facts made so far, by hash. */
export interface FactsMemory {
  readonly latest: Map<number, Facts>
  readonly codes: Map<Cell, number>
  made: number
}

export function newFactsMemory(): FactsMemory {
  return { latest: new Map(), codes: new Map(), made: 0 }
}

/** The value of a fluent. */
export function valueOf({ stretches }: Facts, fluent: number): Cell {
  return stretches[fluent >> BITS][fluent & (LENGTH - 1)]
}

export function valuesOf({ stretches }: Facts): readonly Cell[] {
  return stretches.flat()
}

/** The facts with these values, by fluent. */
export function factsOf(memory: FactsMemory, values: readonly Cell[]): Facts {
  const stretches: Stretch[] = []
  for (let from = 0; from < values.length; from += LENGTH) stretches.push(values.slice(from, from + LENGTH))
  return factsAt(
    memory,
    values.reduce<number>((hash, value, fluent) => (hash + weightOf(memory, fluent, value)) | 0, 0),
    stretches,
  )
}

/** The facts with other values for some fluents. */
export function factsWith(memory: FactsMemory, facts: Facts, changes: ReadonlyMap<number, Cell>): Facts {
  let { hash } = facts
  let stretches: Cell[][] | undefined
  for (const [fluent, value] of changes) {
    const before = valueOf(facts, fluent)
    if (before === value) continue
    hash = (hash + weightOf(memory, fluent, value) - weightOf(memory, fluent, before)) | 0
    stretches ??= [...facts.stretches] as Cell[][]
    const place = fluent >> BITS
    if (stretches[place] === facts.stretches[place]) stretches[place] = [...facts.stretches[place]]
    stretches[place][fluent & (LENGTH - 1)] = value
  }
  return stretches === undefined ? facts : factsAt(memory, hash, stretches)
}

/** The join of two facts: what both agree on; everything else is beyond. */
export function joinFacts(memory: FactsMemory, one: Facts, other: Facts): Facts {
  const changes = new Map<number, Cell>()
  for (let place = 0; place < one.stretches.length; place++) {
    const [left, right] = [one.stretches[place], other.stretches[place]]
    if (left === right) continue
    for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) changes.set(place * LENGTH + i, beyond)
  }
  return factsWith(memory, one, changes)
}

function factsAt(memory: FactsMemory, hash: number, stretches: readonly Stretch[]): Facts {
  const earlier = memory.latest.get(hash)
  for (let each = earlier; each !== undefined; each = each.earlier)
    if (isSame(each.stretches, stretches)) return each
  const news = { id: memory.made++, stretches, hash, earlier }
  memory.latest.set(hash, news)
  return news
}

function isSame(one: readonly Stretch[], other: readonly Stretch[]): boolean {
  for (let place = 0; place < one.length; place++) {
    const [left, right] = [one[place], other[place]]
    if (left === right) continue
    for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false
  }
  return true
}

function weightOf({ codes }: FactsMemory, fluent: number, value: Cell): number {
  const mixed = Math.imul((fluent + 1) * 64 + codeOf(codes, value), 0x9e3779b1)
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
}

/** A number for a value that no other value has. */
export function codeOf(codes: Map<Cell, number>, value: Cell): number {
  const known = codes.get(value)
  if (known !== undefined) return known
  codes.set(value, codes.size)
  return codes.size - 1
}
