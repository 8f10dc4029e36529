/**
 * What an act is worth to people in a mind that thinks of it: whether it pays (D46), and what somebody who
 * sees it infers, where only one thing would explain it (D45).
 */
import { and } from "../kleene.js"
import type { Action } from "./event.js"
import { type Cell, beyond, valueOf } from "./facts.js"
import type { GroundTask } from "./ground-task.js"
import type { Reading } from "./happen.js"
import { cellOf, truthOf } from "./read.js"
import { worthOf } from "./utility.js"
import { type World, allBeyond, valueAlong } from "./world.js"

/** W→a: see happen.ts. */
type After = (task: GroundTask, world: World, action: Action) => World | null

/** Of somebody who sees an act: their mind, if triggers rest there after it, and how the mind changes. */
export interface Onlooking {
  readonly mind: World
  readonly observer: number
  readonly rests: () => boolean
  /** The mind with one thing corrected (D14); undefined where triggers never come to rest. */
  readonly correct: (change: Reading) => World | undefined
}

/**
 * D45: the mind with what its owner infers from an act that they see; the same where they infer nothing, and
 * with everything beyond where that lies beyond.
 */
export function inference(
  task: GroundTask,
  action: Action,
  { mind, observer, rests, correct }: Onlooking,
  after: After,
): World {
  const others = action.consenting.filter((each) => each !== observer)
  const isClearTo = (b: World, who: number): Cell => isExplained(task, action, b, who, after)
  const isClear = (b: World): Cell => every(others.map((each) => () => isClearTo(b, each)))
  const possible = every([() => action.precondition(mind), rests])
  const clear = isClear(mind)
  if (possible === false || clear === true) return mind
  const unclear = allBeyond(task.memory.worlds, mind)
  if (possible === beyond || clear === beyond) return unclear
  const puzzling = others.filter((each) => isClearTo(mind, each) === false)
  const changes = changesIn(task, mind, puzzling)
  if (changes === beyond) return unclear
  const found = changes.flatMap((each) => {
    const made = correct(each)
    const explains = made !== undefined && isClear(made)
    return explains === false ? [] : [{ made: made!, explains }]
  })
  if (found.some(({ explains }) => explains === beyond)) return unclear
  return found.length === 1 ? found[0].made : mind
}

/**
 * The changes of one open fluent that are considered. `puzzling`: those who have no reason for the act; to
 * correct what others believe, or what is believed already, could give them none.
 */
function changesIn(
  { possible }: GroundTask,
  mind: World,
  puzzling: readonly number[],
): readonly Reading[] | typeof beyond {
  const found: Reading[] = []
  for (const [fluent, candidates] of possible) {
    const held = valueOf(mind.facts, fluent)
    const theirs = puzzling.map((each) => valueAlong(mind, [each], fluent))
    const mights = held === null ? candidates.map(({ might }) => might(mind)) : theirs
    if (held === beyond || mights.includes(beyond)) return beyond
    if (held === null)
      for (const [i, { value }] of candidates.entries())
        if (mights[i] === true) found.push({ chain: [], fluent, value, sure: true })
    if (held !== null)
      for (const [i, each] of puzzling.entries())
        if (theirs[i] !== held) found.push({ chain: [each], fluent, value: held, sure: true })
  }
  return found
}

/** D22 with one act and no case. */
function isExplained(task: GroundTask, action: Action, b: World, who: number, after: After): Cell {
  return b.depth === 0 ? beyond : gains(task, action, b.minds[who], who, after)
}

/** D46: are all who consent to the act better off right after it, as things are in this world? */
export function pays(task: GroundTask, action: Action, world: World, after: After): Cell {
  return every(action.consenting.map((who) => () => gains(task, action, world, who, after)))
}

function gains(task: GroundTask, action: Action, world: World, who: number, after: After): Cell {
  const possible = action.precondition(world)
  const next = isFalse(possible) ? null : after(task.foreseen ?? task, world, action)
  if (next === null) return false
  const [before, then] = [worthOf(task, world, who), worthOf(task, next, who)]
  if (Number.isNaN(before) || Number.isNaN(then)) return false
  return before === undefined || then === undefined ? beyond : then > before && possible
}

/** Do all of them hold? What comes after one that does not is not asked. */
function every(parts: readonly (() => Cell)[]): Cell {
  let all: Cell = true
  for (const part of parts) if (all !== false) all = cellOf(and(truthOf(all), truthOf(part())))
  return all
}

/** Does it neither hold nor lie beyond? */
export function isFalse(cell: Cell): boolean {
  return cell !== true && cell !== beyond
}
