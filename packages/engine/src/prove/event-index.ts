/**
 * An index of events: which could happen in a world, without testing every one of them.
 *
 * There are many worlds and they differ little. So what the facts alone rule out is remembered by facts, and
 * what the facts of one mind rule out besides, by both. Most triggers tell a character what can be seen, and
 * most characters learn nothing at a given moment. An event that the index leaves out is either not possible,
 * or a trigger that would change nothing; so `settle` (D16) gives the same worlds with the index and without
 * it.
 */
import { finished, type Problem, type Slices } from "@dramaturg/model"
import type { GroundEvent } from "../semantics/event.js"
import { type Cell, beyond, valueOf } from "../semantics/facts.js"
import { type Formula, junction } from "../semantics/formula.js"
import { type Candidates, type GroundTask, groundTask } from "../semantics/ground-task.js"
import { isBeyondThroughout } from "../semantics/happen.js"
import { type Reader, reader } from "../semantics/read.js"
import type { World } from "../semantics/world.js"
import { beliefsIn, looksInside } from "./influence.js"

/** Events by a value that a fluent must have for them. */
export interface Register<E extends GroundEvent> {
  readonly byValue: ReadonlyMap<number, ReadonlyMap<Cell, readonly Entry<E>[]>>
  readonly others: readonly Entry<E>[]
}

interface Entry<E extends GroundEvent> {
  readonly event: E
  /** The part of the precondition that looks into no mind: where it is false, the precondition is false. */
  readonly outside: Reader
}

interface TriggerIndex {
  readonly all: Register<GroundEvent>
  /** The triggers that also write values of the world: only these do anything in a world without minds. */
  readonly writing: Register<GroundEvent>
  /**
   * The only character into whose mind the precondition looks, and no deeper; "several": it looks into
   * others' or deeper. No entry: it looks into no mind.
   */
  readonly looksInto: ReadonlyMap<GroundEvent, number | "several">
}

/** The triggers that the facts do not rule out. */
interface Open {
  /** Those that look into no mind, and those that look into several or deeper. */
  readonly outer: readonly GroundEvent[]
  /** By the character whose mind they look into. */
  readonly inner: readonly (readonly GroundEvent[])[]
}

const none: readonly GroundEvent[] = []

const tasks = new WeakMap<Problem, GroundTask>()

/**
 * The ground task of a problem, with indexed triggers. It is made once per problem; worlds are made of a
 * `fresh` copy.
 */
export function indexedTask(problem: Problem): GroundTask {
  return tasks.get(problem) ?? finished(indexTask(problem))
}

/** The same, made event by event. */
export function* indexTask(problem: Problem): Slices<GroundTask> {
  const known = tasks.get(problem)
  if (known !== undefined) return known
  const made = yield* groundTask(problem, indexing())
  const task = tasks.get(problem) ?? made
  tasks.set(problem, task)
  return task
}

function indexing(): GroundTask["candidatesFor"] {
  const indexes = new Map<readonly GroundEvent[], TriggerIndex>()
  return (task) => {
    let index = indexes.get(task.triggers)
    if (index === undefined) indexes.set(task.triggers, (index = indexOf(task.triggers)))
    return candidatesIn(task, index)
  }
}

function indexOf(triggers: readonly GroundEvent[]): TriggerIndex {
  const looksInto = new Map<GroundEvent, number | "several">()
  for (const each of triggers) {
    const looks = beliefsIn(each.formula)
    const isPlain = looks.every(
      ({ character, body }) => character === looks[0].character && !looksInside(body),
    )
    if (looks.length > 0) looksInto.set(each, isPlain ? looks[0].character : "several")
  }
  return {
    all: registerOf(triggers),
    writing: registerOf(triggers.filter(({ drafts }) => drafts.some(({ chain }) => chain.length === 0))),
    looksInto,
  }
}

/** Files events by the value that a fluent must have for them. */
export function registerOf<E extends GroundEvent>(events: readonly E[]): Register<E> {
  const byValue = new Map<number, Map<Cell, Entry<E>[]>>()
  const others: Entry<E>[] = []
  for (const event of events) {
    const entry = { event, outside: reader(outsideOf(event.formula)) }
    const need = needOf(event.formula)
    if (need === undefined) {
      others.push(entry)
      continue
    }
    const values = byValue.get(need.fluent) ?? new Map<Cell, Entry<E>[]>()
    byValue.set(need.fluent, values)
    const alike = values.get(need.value)
    if (alike === undefined) values.set(need.value, [entry])
    else alike.push(entry)
  }
  return { byValue, others }
}

function outsideOf(formula: Formula): Formula {
  const parts = formula.kind === "and" ? formula.parts : [formula]
  return junction(
    "and",
    parts.filter((each) => !looksInside(each)),
  )
}

/** A fluent and the value without which the formula does not hold; undefined if none is evident. */
function needOf(formula: Formula): { readonly fluent: number; readonly value: Cell } | undefined {
  for (const part of formula.kind === "and" ? formula.parts : [formula]) {
    if (
      part.kind === "compare" &&
      part.operator === "==" &&
      part.left.kind === "fluent" &&
      part.right.kind === "value"
    ) {
      return { fluent: part.left.fluent, value: part.right.value }
    }
  }
  return undefined
}

/** The events that the facts of a world, minds left aside, do not rule out; in order. */
export function notRuledOutIn<E extends GroundEvent>(
  { byValue, others }: Register<E>,
  world: World,
): readonly E[] {
  const open = others.filter((each) => mayHold(each.outside(world))).map(({ event }) => event)
  for (const [fluent, entries] of byValue) {
    const value = valueOf(world.facts, fluent)
    const those = value === beyond ? [...entries.values()].flat() : (entries.get(value) ?? [])
    for (const each of those) if (mayHold(each.outside(world))) open.push(each.event)
  }
  return open.sort((a, b) => a.order - b.order)
}

function mayHold(value: Cell): boolean {
  return value === true || value === beyond
}

/**
 * Returns the function that lists the triggers which could fire and change something, in order. It remembers
 * results for the worlds of one task.
 */
function candidatesIn(task: GroundTask, { all, writing, looksInto }: TriggerIndex): Candidates {
  const characters = task.setting.characters.map((_, c) => c)
  const open = new Map<number, Open>()
  const enabled: Map<number, readonly GroundEvent[]>[] = characters.map(() => new Map())
  const telling: Map<number, readonly GroundEvent[]>[] = characters.map(() => new Map())

  return (world) => {
    if (world.depth === 0) return notRuledOutIn(writing, world)
    const { outer, inner } = remembered(open, world.facts.id, () => openTriggers(world))
    const found = [...outer]
    for (let c = 0; c < inner.length; c++)
      if (inner[c].length > 0) found.push(...tellingIn(world, enabledIn(world, inner[c], c), c))
    return found.length < 2 ? found : found.sort((a, b) => a.order - b.order)
  }

  function openTriggers(world: World): Open {
    const events = notRuledOutIn(all, world)
    return {
      outer: events.filter((each) => typeof looksInto.get(each) !== "number"),
      inner: characters.map((c) => orNone(events.filter((each) => looksInto.get(each) === c))),
    }
  }

  /** Of the triggers that look into one mind, those that the facts there do not rule out. */
  function enabledIn(world: World, events: readonly GroundEvent[], c: number): readonly GroundEvent[] {
    return remembered(enabled[c], pairOf(world.facts.id, world.minds[c].facts.id), () =>
      orNone(events.filter((each) => mayHold(each.precondition(world)))),
    )
  }

  /** Of these triggers, those that do more than tell the owner of that mind what would leave it unchanged. */
  function tellingIn(world: World, events: readonly GroundEvent[], c: number): readonly GroundEvent[] {
    if (events.length === 0) return events
    const mind = world.minds[c]
    const isMute = (each: GroundEvent): boolean =>
      each.atoms.every(
        ({ chain, fluent }) =>
          chain.length === 1 && chain[0] === c && isBeyondThroughout(task, mind, c, fluent),
      )
    return remembered(telling[c], pairOf(world.facts.id, mind.id), () =>
      orNone(events.filter((each) => !isMute(each))),
    )
  }
}

function pairOf(one: number, other: number): number {
  return one * 2 ** 26 + other
}

function remembered<R>(memory: Map<number, R>, key: number, work: () => R): R {
  let known = memory.get(key)
  if (known === undefined) memory.set(key, (known = work()))
  return known
}

/** All empty lists are one object, because there are very many of them. */
function orNone(events: readonly GroundEvent[]): readonly GroundEvent[] {
  return events.length === 0 ? none : events
}
