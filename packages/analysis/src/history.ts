/**
 * Follows one fluent through a story, in the world or in a mind, as it stands after each act and the triggers
 * that it set off.
 *
 * Between an act and its triggers a mind may be ahead of the world, since it infers at once what is about to
 * happen. Readers would not call that a mistake, so beliefs are compared with the truth only after the
 * triggers.
 */
import {
  asItIs,
  type Change,
  type Fabula,
  type FluentRef,
  type Holding,
  reader,
  type Standing,
  standingAfter,
  type Value,
} from "@dramaturg/model"

/** A value that the believers hold from an act on, until the next row of the same fluent and believers. */
export interface Row extends Standing {
  readonly fluent: FluentRef
  /** Empty: what is so. */
  readonly believers: readonly string[]
  /** The number of the act, and of the last occurrence that belongs to it. */
  readonly moment: number
  readonly act: number
  /**
   * Whether it agrees with the world, or with the mind of the next believer; of what is as it is, whether the
   * last believer knows. Null: this is the world, or a value is not known.
   */
  readonly isSo: boolean | null
}

/** Follows fluents through a story act by act. */
export interface History {
  /** The last act that it covers. */
  readonly last: number
  /** The last occurrence of each act, from act 0. */
  readonly rests: readonly number[]
  /** The values at the end of each act, from act 0. */
  valuesOf(believers: readonly string[], fluent: FluentRef): readonly Value[]
  /** What a chain of believers (empty: the world) held of a fluent, one row for each time it changed. */
  rowsOf(believers: readonly string[], fluent: FluentRef): readonly Row[]
}

/** The history up to the act `last` (0: the start), whose later acts are left out. */
export function historyOf(fabula: Fabula, last: number): History {
  const rests = restsOf(fabula, last)
  const starts = new Map(fabula.start.map((each) => [keyOf(each.believers, each.fluent), each]))
  const changes = changesOf(fabula)
  const lineOf = (believers: readonly string[], fluent: FluentRef) =>
    standings(
      rests,
      { ...startOf(starts, believers, fluent), since: 0, how: null },
      changes.get(keyOf(believers, fluent)) ?? [],
    )
  return {
    last,
    rests,
    valuesOf: (believers, fluent) => lineOf(believers, fluent).map((each) => each.value),
    rowsOf(believers, fluent) {
      const about = believers.length === 0 ? undefined : lineOf(believers.slice(1), fluent)
      const around = believers.length < 2 ? undefined : lineOf(believers.slice(1, -1), fluent)
      return rowsOfLine({ fluent, believers }, lineOf(believers, fluent), { about, around }, rests)
    },
  }
}

/** A chain of believers, and what they believe of one fluent. */
export interface Mind {
  readonly believers: readonly string[]
  readonly rows: readonly Row[]
}

/** One fluent through the story, in the world and in the minds that are shown. */
export interface Fact {
  readonly fluent: FluentRef
  readonly truth: readonly Row[]
  readonly minds: readonly Mind[]
}

/** The number of acts in a story. */
export function actsIn({ occurrences }: Fabula): number {
  return occurrences.reduce((most, each) => Math.max(most, each.act), 0)
}

function restsOf({ occurrences }: Fabula, last: number): readonly number[] {
  return Array.from(
    { length: last + 1 },
    (_, act) => occurrences.findLast((each) => each.act <= act)?.number ?? 0,
  )
}

function keyOf(believers: readonly string[], { label }: FluentRef): string {
  return [...believers, label].join("\n")
}

interface Dated extends Change {
  readonly since: number
}

function changesOf({ occurrences }: Fabula): ReadonlyMap<string, readonly Dated[]> {
  const found = new Map<string, Dated[]>()
  for (const { number, changes } of occurrences) {
    for (const each of changes) {
      const key = keyOf(each.believers, each.fluent)
      const list = found.get(key) ?? []
      if (list.length === 0) found.set(key, list)
      list.push({ ...each, since: number })
    }
  }
  return found
}

/**
 * The value at the start: a fabula lists a chain of believers only where it differs from the chain without
 * its last one.
 */
function startOf(
  starts: ReadonlyMap<string, Holding>,
  believers: readonly string[],
  fluent: FluentRef,
): Pick<Holding, "value" | "isBeyond"> {
  for (let length = believers[0] === reader ? -1 : believers.length; length >= 0; length--) {
    const said = starts.get(keyOf(believers.slice(0, length), fluent))
    if (said !== undefined) return { value: said.value, ...(said.isBeyond ? { isBeyond: true } : {}) }
  }
  return { value: null }
}

/** One standing for each act; a change that is undone within an act is left out. */
function standings(
  rests: readonly number[],
  start: Standing,
  changes: readonly Dated[],
): readonly Standing[] {
  let standing = start
  return rests.map((moment) => {
    const change = changes.findLast((each) => each.since <= moment)
    if (change && (change.after !== standing.value || change.isBeyond !== standing.isBeyond))
      standing = standingAfter(change, change.since)
    return standing
  })
}

/** What a row is compared with: the mind that it is about, and the one around that. */
interface Compared {
  readonly about: readonly Standing[] | undefined
  readonly around: readonly Standing[] | undefined
}

/**
 * Does what is taken to be believed agree with what is? Whoever has it right by the mind around (D40) is
 * rightly taken to.
 */
export function agrees(thought: Value, about: Value, around: Value | undefined): boolean {
  return thought === about || (thought === asItIs && about !== null && about === around)
}

function rowsOfLine(
  { fluent, believers }: Pick<Row, "fluent" | "believers">,
  line: readonly Standing[],
  { about, around }: Compared,
  rests: readonly number[],
): readonly Row[] {
  const rows: Row[] = []
  line.forEach(({ value, isBeyond, since, how, by, isFromAct, rule }, act) => {
    const isSo =
      about && !isBeyond && !about[act].isBeyond ? agrees(value, about[act].value, around?.[act].value) : null
    const before = rows.at(-1)
    if (before && before.value === value && before.isSo === isSo && before.isBeyond === isBeyond) return
    rows.push({
      fluent,
      believers,
      moment: rests[act],
      act,
      value,
      ...(isBeyond ? { isBeyond } : {}),
      isSo,
      since,
      how,
      ...(by === undefined ? {} : { by }),
      ...(isFromAct ? { isFromAct } : {}),
      ...(rule === undefined ? {} : { rule }),
    })
  })
  return rows
}

/** One fluent in the world, in the minds of `people`, and in the nested minds that are worth showing. */
export function factOf(fabula: Fabula, history: History, people: readonly string[], fluent: FluentRef): Fact {
  const chains = [...people.map((each) => [each]), ...nestsOf(fabula, history, people, fluent)]
  return {
    fluent,
    truth: history.rowsOf([], fluent),
    minds: chains.map((believers) => ({ believers, rows: history.rowsOf(believers, fluent) })),
  }
}

/**
 * The chains of two or more believers that are shown: those whose values differ, after some act, from the
 * chain without its first believer or from the chain without its last.
 */
function nestsOf(
  { characters, depth }: Fabula,
  { valuesOf }: History,
  people: readonly string[],
  fluent: FluentRef,
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = []
  let chains: readonly (readonly string[])[] = people.filter((each) => each !== reader).map((each) => [each])
  for (let length = 2; length <= depth; length++) {
    chains = chains.flatMap((chain) =>
      characters.filter((each) => each !== chain.at(-1)).map((other) => [...chain, other]),
    )
    found.push(
      ...chains.filter((chain) => {
        const [around, about] = [valuesOf(chain.slice(0, -1), fluent), valuesOf(chain.slice(1), fluent)]
        return valuesOf(chain, fluent).some((value, act) => value !== around[act] || value !== about[act])
      }),
    )
  }
  return found
}

/** It changes, or a character is wrong about it. What the reader has not learned yet does not count. */
export function isEventful({ truth, minds }: Fact): boolean {
  return (
    truth.length > 1 ||
    minds.some(
      ({ believers, rows }) =>
        believers.length > 1 || (believers[0] !== reader && rows.some((each) => !each.isSo)),
    )
  )
}
