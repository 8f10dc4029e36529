/**
 * One act or trigger happens, taken apart: what it did to the world, and for every mind which part of the definitions changed
 * it: surprise (D13), seeing it happen (D12), being told outright (D14), rules running in the mind (D15, D16). The parts are the
 * judge's own, called one by one; that they add up to what the judge does in one go is checked each time.
 */
import type { Action, GroundEvent } from "../judge/event.js"
import { beyond } from "../judge/facts.js"
import { act, fireFirst, readingsOf, surprise, tell } from "../judge/happen.js"
import type { Stage } from "../judge/stage.js"
import { Deeper, type World } from "../judge/world.js"
import { merged, type Shift, shifts } from "./difference.js"

export interface Happened {
  /** Triggers of the world itself not yet run. */
  readonly world: World
  readonly shifts: readonly Shift[]
  readonly observers: readonly number[]
  readonly surprised: readonly number[]
}

/** An act, whether or not it is possible: if it is not, its effects happen all the same. */
export function takeApart(stage: Stage, before: World, action: Action, depth: number): Happened {
  const world = act(stage, before, action)
  const observers = stage.setting.characters.map((_, c) => c).filter((c) => sees(before, action, c))
  const surprised = observers.filter((c) => action.precondition(before.minds[c]) !== true)
  const found: Shift[] = [...ownShifts(before, world)]
  before.minds.forEach((mind, c) => {
    const seen = observers.includes(c) ? witnessed(stage, before, action, c, mind, depth) : { mind, shifts: [] }
    found.push(...seen.shifts, ...settled(stage, before, action, c, mind, seen.mind, world.minds[c], depth))
  })
  return { world, shifts: merged(found), observers, surprised }
}

function sees(world: World, action: Action, character: number): boolean {
  const seen = action.observing[character](world)
  if (seen === beyond) throw new Deeper()
  return seen === true
}

function ownShifts(before: World, after: World): readonly Shift[] {
  return shifts(before, after, 0, "effect")
}

function witnessed(stage: Stage, world: World, action: Action, c: number, mind: World, depth: number): { mind: World; shifts: readonly Shift[] } {
  const ready = surprise(stage, world, action, c, mind, false)
  const after = act(stage, ready, action)
  return { mind: after, shifts: [...shifts(mind, ready, depth, "surprised", [c]), ...shifts(ready, after, depth, "saw", [c])] }
}

/** What the event says about a mind, and what then follows in it. */
function settled(
  stage: Stage, world: World, event: GroundEvent, c: number, before: World, seen: World, end: World, depth: number,
): readonly Shift[] {
  const told = tell(stage, seen, c, readingsOf(world, event.atoms))
  const found = [...shifts(seen, told, depth, "told", [c])]
  if (told === before) return found
  let mind = told
  for (const next of fired(stage, told)) {
    if (mind === end) break
    found.push(...shifts(mind, next.world, depth, "inferred", [c], next.trigger.label))
    mind = next.world
  }
  if (mind !== end) throw new Error(`The chronicle of ${event.label} and the judge disagree about a mind. This is a mistake in the engine.`)
  return found
}

/** One trigger after another. If a world comes back, whether it really does is beyond us here (D16, D20). */
function* fired(stage: Stage, start: World): Generator<{ readonly trigger: GroundEvent; readonly world: World }> {
  const met = new Set([start])
  for (let next = fireFirst(stage, start); next !== undefined; next = fireFirst(stage, next.world)) {
    if (met.has(next.world)) throw new Deeper()
    met.add(next.world)
    yield next
  }
}

export interface Fired extends Happened {
  readonly trigger: GroundEvent
}

/** The triggers that the world itself sets off, one after another, until it rests; which it must (D16). */
export function* firings(stage: Stage, start: World, depth: number): Generator<Fired> {
  let world = start
  for (const next of fired(stage, start)) {
    const before = world
    const found = [...ownShifts(before, next.world)]
    before.minds.forEach((mind, c) => found.push(...settled(stage, before, next.trigger, c, mind, mind, next.world.minds[c], depth)))
    world = next.world
    yield { trigger: next.trigger, world, shifts: merged(found), observers: [], surprised: [] }
  }
}
