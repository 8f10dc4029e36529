/**
 * One act or trigger happens, taken apart: what it did to the world, and for every mind which part of the
 * definitions changed it: surprise (D13) or an inference from the act (D45), seeing it happen (D12), being
 * told outright (D14), triggers running in the mind (D15, D16). The parts are those of semantics/happen.ts,
 * called one by one; that they add up to what it does in one go is checked each time.
 */
import type { Happening, Slices } from "@dramaturg/model"
import type { Action, GroundEvent } from "../semantics/event.js"
import {
  act,
  after,
  fireFirst,
  type Observer,
  prepareAfter,
  readingsIn,
  readied,
  settle,
  surprise,
  takePlace,
  believe,
} from "../semantics/happen.js"
import type { World } from "../semantics/world.js"
import { Deeper } from "../semantics/world.js"
import { merged, type Shift, shifts } from "./difference.js"
import { decided, type Scene } from "./scene.js"
import { outright, type Told } from "./way.js"

export interface Happened {
  /** Triggers of the world itself not yet run. */
  readonly world: World
  readonly shifts: readonly Shift[]
  readonly observers: readonly number[]
  readonly surprised: readonly number[]
}

/** An act, whether or not it is possible: if it is not, its effects happen all the same. */
export function* takeApart(scene: Scene, before: World, action: Action, depth: number): Slices<Happened> {
  const { task } = scene
  // Where it lies beyond whether it is possible, it happens, and so it is.
  const isTaken = decided(scene, action.precondition(before)) === undefined
  const world = takePlace(task, before, action)
  const observers = task.setting.characters
    .map((_, c) => c)
    .filter((c) => decided(scene, action.observing[c](before)) === true)
  const surprised = observers.filter((c) => decided(scene, action.precondition(before.minds[c])) === false)
  const found: Shift[] = [...ownShifts(before, world)]
  yield
  for (const [c, mind] of before.minds.entries()) {
    const seen = observers.includes(c)
      ? seenBy(scene, { world: before, action, character: c, mind, isPossible: isTaken }, depth)
      : { mind, shifts: [] }
    found.push(
      ...seen.shifts,
      ...settled(
        scene,
        { before, event: action, consenting: action.consenting, after: world },
        c,
        seen.mind,
        depth,
      ),
    )
    yield
  }
  return { world, shifts: merged(scene, found), observers, surprised }
}

function ownShifts(before: World, after: World): readonly Shift[] {
  return shifts(before, after, 0, "effect")
}

function seenBy(
  { task }: Scene,
  observer: Observer,
  depth: number,
): { mind: World; shifts: readonly Shift[] } {
  const { action, character: c, mind } = observer
  const ready = readied(task, observer)
  const after = act(task, ready, action)
  const isInferred = ready !== mind && ready !== surprise(task, observer)
  const before = shifts(mind, ready, depth, isInferred ? "inferred" : "surprised", [c])
  return {
    mind: after,
    shifts: [
      ...before.map((each): Shift => (isInferred ? { ...each, isFromAct: true } : each)),
      ...shifts(ready, after, depth, "saw", [c]),
    ],
  }
}

/**
 * What the event says about a mind, and what then follows in it. `seen`: the mind when it has seen the event,
 * or not.
 */
function settled(scene: Scene, happening: Told, c: number, seen: World, depth: number): readonly Shift[] {
  const { task } = scene
  const { before, event, after } = happening
  const end = after.minds[c]
  const told = believe(task, seen, c, readingsIn(task, before, event))
  const found = shifts(seen, told, depth, "told", [c]).map(
    (each): Shift => ({ ...each, isOutright: true, ...outright(scene, each, happening) }),
  )
  if (told === before.minds[c]) return found
  let mind = told
  for (const next of fired(scene, told)) {
    if (mind === end) break
    found.push(...shifts(mind, next.world, depth, "inferred", [c], next.trigger))
    mind = next.world
  }
  // In the deepest scene it may lie beyond whether something was seen, or whether triggers come to rest: then
  // nothing more is known.
  if (mind !== end && scene.isDeepest) return [...found, ...shifts(mind, end, depth, "inferred", [c])]
  if (mind !== end)
    throw new Error(
      `The chronicle of ${event.label} and the definitions disagree about a mind. This is a mistake in the engine.`,
    )
  return found
}

/** One trigger after another. If a world comes back, whether it really does is beyond us here (D16, D20). */
function* fired(
  { task, isDeepest }: Scene,
  start: World,
): Generator<{ readonly trigger: GroundEvent; readonly world: World }> {
  const met = new Set([start])
  for (let next = fireFirst(task, start); next !== undefined; next = fireFirst(task, next.world)) {
    if (met.has(next.world) && isDeepest) return
    if (met.has(next.world)) throw new Deeper()
    met.add(next.world)
    yield next
  }
}

export interface Part extends Happened {
  readonly event: GroundEvent
  readonly kind: Happening["kind"]
  /** The world in which it happens. */
  readonly before: World
}

/**
 * An act and the triggers that the world itself then sets off, one after another, until it rests. Of a
 * trigger of which it lies beyond whether it fires (in the deepest scene) nothing is told but that its doings
 * are not known. Undefined: the triggers would never rest.
 */
export function* partsOf(
  scene: Scene,
  start: World,
  action: Action,
  depth: number,
): Slices<{ readonly parts: readonly Part[]; readonly world: World } | undefined> {
  const { task } = scene
  yield* prepareAfter(task, start, action)
  if (after(task, start, action) === null) return undefined
  yield
  const parts: Part[] = [
    { ...(yield* takeApart(scene, start, action, depth)), event: action, kind: "act", before: start },
  ]
  let world = parts[0].world
  for (const next of fired(scene, world)) {
    const found = [...ownShifts(world, next.world)]
    for (const [c, mind] of world.minds.entries()) {
      found.push(
        ...settled(
          scene,
          { before: world, event: next.trigger, consenting: [], after: next.world },
          c,
          mind,
          depth,
        ),
      )
      yield
    }
    if (decided(scene, next.trigger.precondition(world)) === undefined) addTo(scene, parts, found, next.world)
    else
      parts.push({
        event: next.trigger,
        kind: "trigger",
        before: world,
        world: next.world,
        shifts: merged(scene, found),
        observers: [],
        surprised: [],
      })
    world = next.world
  }
  const end = settle(task, parts[0].world)
  if (end !== world && !scene.isDeepest)
    throw new Error(
      `The chronicle of ${action.label} and the definitions disagree. This is a mistake in the engine.`,
    )
  if (end !== world) addTo(scene, parts, shifts(world, end, depth, "effect"), end)
  return { parts, world: end }
}

/** More that came of the last part. */
function addTo(scene: Scene, parts: Part[], found: readonly Shift[], world: World): void {
  const last = parts[parts.length - 1]
  parts[parts.length - 1] = { ...last, world, shifts: merged(scene, [...last.shifts, ...found]) }
}

export type Note = (kind: Happening["kind"], label: string, shifts: readonly Shift[]) => void

/**
 * What a world is after an act with all that it sets off, each part noted. Where triggers would never rest,
 * the act leaves no trace (D30).
 */
export function* afterwards(scene: Scene, world: World, action: Action, note: Note): Slices<World> {
  const happened = yield* partsOf(scene, world, action, 1)
  if (happened === undefined) return world
  for (const { kind, event, shifts } of happened.parts) note(kind, event.label, shifts)
  return happened.world
}
