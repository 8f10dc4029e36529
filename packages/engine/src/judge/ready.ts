/**
 * Which events could happen in a world, without asking every one of them.
 *
 * Worlds are many but differ little, so what the facts alone rule out is remembered by the facts, and what the facts of one
 * mind rule out besides, by both. Most triggers tell somebody what can be seen, and few people ever have something to learn.
 */
import type { GroundEvent } from "./event.js"
import type { Formula } from "./formula.js"
import type { Stage } from "./stage.js"
import { type Cell, beyond, valueOf } from "./facts.js"
import type { World } from "./world.js"

/** Events by a fluent that must have a certain value for them. */
export interface Register<E extends GroundEvent> {
  readonly byValue: ReadonlyMap<number, ReadonlyMap<Cell, readonly E[]>>
  readonly others: readonly E[]
}

/** The triggers that the facts do not rule out. */
export interface Open {
  /** Those that look into no mind, and those that look into several or deeper. */
  readonly outer: readonly GroundEvent[]
  /** By the one whose mind they look into. */
  readonly inner: readonly (readonly GroundEvent[])[]
}

const none: readonly GroundEvent[] = []

export function registerOf<E extends GroundEvent>(events: readonly E[]): Register<E> {
  const byValue = new Map<number, Map<Cell, E[]>>()
  const others: E[] = []
  for (const event of events) {
    const need = needOf(event.formula)
    if (need === undefined) {
      others.push(event)
      continue
    }
    const values = byValue.get(need.fluent) ?? new Map<Cell, E[]>()
    byValue.set(need.fluent, values)
    const alike = values.get(need.value)
    if (alike === undefined) values.set(need.value, [event])
    else alike.push(event)
  }
  return { byValue, others }
}

/** A fluent and the value without which the formula does not hold. */
function needOf(formula: Formula): { readonly fluent: number; readonly value: Cell } | undefined {
  for (const part of formula.kind === "and" ? formula.parts : [formula]) {
    if (part.kind === "compare" && part.operator === "==" && part.left.kind === "fluent" && part.right.kind === "value") {
      return { fluent: part.left.fluent, value: part.right.value }
    }
  }
  return undefined
}

/** The events that the facts of a world, minds left aside, do not rule out; in order. */
export function openIn<E extends GroundEvent>({ byValue, others }: Register<E>, world: World): readonly E[] {
  const open = others.filter((each) => mayHold(each.outside(world)))
  for (const [fluent, events] of byValue) {
    const value = valueOf(world.facts, fluent)
    const those = value === beyond ? [...events.values()].flat() : (events.get(value) ?? [])
    for (const each of those) if (mayHold(each.outside(world))) open.push(each)
  }
  return open.sort((a, b) => a.order - b.order)
}

function mayHold(value: Cell): boolean {
  return value === true || value === beyond
}

/** Would nothing change in a mind by telling its owner what the fluent is? */
type IsBlank = (stage: Stage, mind: World, owner: number, fluent: number) => boolean

/** The triggers that could fire and change something; in order. */
export function readyTriggers(stage: Stage, world: World, isBlank: IsBlank): readonly GroundEvent[] {
  const { outer, inner } = openTriggers(stage, world)
  const ready = [...outer]
  for (let c = 0; c < inner.length; c++) {
    if (inner[c].length > 0) ready.push(...tellingIn(stage, world, readyIn(stage, world, inner[c], c), c, isBlank))
  }
  return ready.length < 2 ? ready : ready.sort((a, b) => a.order - b.order)
}

function openTriggers({ memory, triggerRegister, setting }: Stage, world: World): Open {
  const known = memory.openTriggers.get(world.facts)
  if (known !== undefined) return known
  const all = openIn(triggerRegister, world)
  const made = {
    outer: all.filter((each) => typeof each.looksInto !== "number"),
    inner: setting.characters.map((_, c) => orNone(all.filter((each) => each.looksInto === c))),
  }
  memory.openTriggers.set(world.facts, made)
  return made
}

/** Of those that look into one mind, what the facts there do not rule out. */
function readyIn({ memory }: Stage, world: World, open: readonly GroundEvent[], character: number): readonly GroundEvent[] {
  return remember(memory.readyTriggers, character, world.facts.id * 2 ** 26 + world.minds[character].facts.id, () =>
    open.filter((each) => mayHold(each.precondition(world))),
  )
}

/** Of these, the ones that do not only tell the owner of that mind what would leave it as it is. */
function tellingIn(stage: Stage, world: World, ready: readonly GroundEvent[], character: number, isBlank: IsBlank): readonly GroundEvent[] {
  if (ready.length === 0) return ready
  const mind = world.minds[character]
  const isMute = (each: GroundEvent): boolean =>
    each.atoms.every(({ chain, fluent }) => chain.length === 1 && chain[0] === character && isBlank(stage, mind, character, fluent))
  return remember(stage.memory.tellingTriggers, character, world.facts.id * 2 ** 26 + mind.id, () => ready.filter((each) => !isMute(each)))
}

function remember(memory: Map<number, readonly GroundEvent[]>[], character: number, key: number, work: () => readonly GroundEvent[]): readonly GroundEvent[] {
  const memories = (memory[character] ??= new Map())
  let known = memories.get(key)
  if (known === undefined) memories.set(key, (known = orNone(work())))
  return known
}

/** Empty lists are all one, for there are very many. */
function orNone(events: readonly GroundEvent[]): readonly GroundEvent[] {
  return events.length === 0 ? none : events
}
