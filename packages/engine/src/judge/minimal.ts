/**
 * Has a plan an idle act? (D23)
 *
 * What could replace the plan after an act is left out is listed first without asking for reasons, which is cheap and
 * nearly always finds nothing; only of what is left is it asked whether its acts make sense.
 */
import type { Action } from "./event.js"
import { type Trial, spend, taken, worth } from "./trial.js"
import type { World } from "./world.js"

/** A way to do without an act: which one (from 0), and what is done instead of it and all that follows. */
export interface Shortcut {
  readonly without: number
  readonly acts: readonly Action[]
}

/** A run whose minimality is in question. `owner` null: the author. */
export interface Line {
  readonly start: World
  readonly acts: readonly Action[]
  readonly owner: number | null
}

/** Does an act, taken in a world, make sense to everyone but the owner of the plan? */
export type MakesSense = (world: World, act: Action) => boolean

/** Undefined if the plan is minimal. */
export function findShortcut(trial: Trial, line: Line, makesSense: MakesSense): Shortcut | undefined {
  const [first] = shortcuts(trial, line, makesSense)
  return first
}

/** For each act that is idle, in order, what could be done instead. */
export function* shortcuts(trial: Trial, line: Line, makesSense: MakesSense): Generator<Shortcut> {
  const worlds = runOf(trial, line)
  const target = worth(trial, worlds[line.acts.length], line.owner)
  const inquiry = { trial, plan: line.acts, owner: line.owner, makesSense, target, reaches: new Map<number, boolean>(), barren: new Set<number>() }
  for (let without = 0; without < line.acts.length; without++) {
    const acts = findRest(inquiry, worlds[without], without + 1)
    if (acts !== undefined) yield { without, acts }
  }
}

function runOf(trial: Trial, { start, acts, owner }: Line): readonly World[] {
  const worlds = [start]
  for (const act of acts) {
    const next = taken(trial, worlds[worlds.length - 1], act, owner)
    if (next === undefined) throw new Error(`${act.label} is not possible where the plan takes it.`)
    worlds.push(next)
  }
  return worlds
}

interface Inquiry {
  readonly trial: Trial
  readonly plan: readonly Action[]
  readonly owner: number | null
  readonly makesSense: MakesSense
  readonly target: number
  /** By world and first act still to choose from: can the target be reached at all? */
  readonly reaches: Map<number, boolean>
  /** Likewise: it is known that it cannot be reached by acts that make sense. */
  readonly barren: Set<number>
}

/** A subsequence of the plan from act `from` on that leads from `world` to the target, all of it explained. */
function findRest(inquiry: Inquiry, world: World, from: number): readonly Action[] | undefined {
  const { trial, plan, owner, makesSense, target } = inquiry
  if (worth(trial, world, owner) === target) return []
  const key = keyOf(inquiry, world, from)
  if (inquiry.barren.has(key)) return undefined
  for (let i = from; i < plan.length; i++) {
    const next = step(inquiry, world, plan[i])
    if (next === undefined || !canReach(inquiry, next, i + 1)) continue
    if (!makesSense(world, plan[i])) continue
    const rest = findRest(inquiry, next, i + 1)
    if (rest !== undefined) return [plan[i], ...rest]
  }
  inquiry.barren.add(key)
  return undefined
}

/** The same without asking whether anything makes sense. */
function canReach(inquiry: Inquiry, world: World, from: number): boolean {
  const { trial, plan, owner, target } = inquiry
  if (worth(trial, world, owner) === target) return true
  const key = keyOf(inquiry, world, from)
  const known = inquiry.reaches.get(key)
  if (known !== undefined) return known
  let found = false
  for (let i = from; i < plan.length && !found; i++) {
    const next = step(inquiry, world, plan[i])
    found = next !== undefined && canReach(inquiry, next, i + 1)
  }
  inquiry.reaches.set(key, found)
  return found
}

/** The next act of a shortcut; an act of the owner's own must be taken below the target. */
function step({ trial, owner, target }: Inquiry, world: World, act: Action): World | undefined {
  spend(trial)
  if (owner !== null && act.consenting.includes(owner) && !(worth(trial, world, owner) < target)) return undefined
  return taken(trial, world, act, owner)
}

function keyOf({ plan }: Inquiry, world: World, from: number): number {
  return world.id * (plan.length + 1) + from
}
