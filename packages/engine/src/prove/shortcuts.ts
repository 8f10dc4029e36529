/**
 * Has a plan an idle act? (D23)
 *
 * What could replace the plan after an act is left out is first listed without asking for reasons, which is
 * cheap and nearly always finds nothing. Only of the remaining candidates is it asked whether their acts make
 * sense.
 */
import type { Slices } from "@dramaturg/model"
import type { Line, Shortcut } from "../check/prover.js"
import type { Action } from "../semantics/event.js"
import type { World } from "../semantics/world.js"
import { prepareTaken, type ProofContext, spend, taken, utilityOf } from "./context.js"

/** Is an act, taken in a world, explained for all who consent except the owner of the plan? */
export type IsExplained = (world: World, act: Action) => Slices<boolean>

/** Undefined if the plan is minimal. */
export function* findShortcut(
  context: ProofContext,
  line: Line,
  isExplained: IsExplained,
): Slices<Shortcut | undefined> {
  let first: Shortcut | undefined
  yield* shortcuts(context, line, isExplained, (each) => {
    first = each
    return true
  })
  return first
}

/**
 * For each act that is idle, in order, what could be done instead; ends when `isEnough`, which is called with
 * each, returns true.
 */
export function* shortcuts(
  context: ProofContext,
  line: Line,
  isExplained: IsExplained,
  isEnough: (found: Shortcut) => boolean,
): Slices<void> {
  const worlds = yield* runOf(context, line)
  const target = utilityOf(context, worlds[line.acts.length], line.owner)
  const reduction = {
    context,
    plan: line.acts,
    owner: line.owner,
    isExplained,
    target,
    reaches: new Map<number, boolean>(),
    nogoods: new Set<number>(),
  }
  for (let without = 0; without < line.acts.length; without++) {
    const acts = yield* findRest(reduction, worlds[without], without + 1)
    if (acts !== undefined && isEnough({ without, acts })) return
  }
}

function* runOf(context: ProofContext, { start, acts, owner }: Line): Slices<readonly World[]> {
  const worlds = [start]
  for (const act of acts) {
    yield* prepareTaken(context, worlds[worlds.length - 1], act, owner)
    const next = taken(context, worlds[worlds.length - 1], act, owner)
    if (next === undefined) throw new Error(`${act.label} is not possible where the plan takes it.`)
    worlds.push(next)
    yield
  }
  return worlds
}

interface Reduction {
  readonly context: ProofContext
  readonly plan: readonly Action[]
  readonly owner: number | null
  readonly isExplained: IsExplained
  readonly target: number
  /** By world and index of the first act still to choose from: can the target be reached at all? */
  readonly reaches: Map<number, boolean>
  /** Nogoods, by the same key: the target cannot be reached by acts that make sense. */
  readonly nogoods: Set<number>
}

/**
 * A subsequence of the plan from act `from` on that leads from `world` to the target with every act
 * explained; undefined if there is none.
 */
function* findRest(reduction: Reduction, world: World, from: number): Slices<readonly Action[] | undefined> {
  const { context, plan, owner, isExplained, target } = reduction
  if (utilityOf(context, world, owner) === target) return []
  const key = keyOf(reduction, world, from)
  if (reduction.nogoods.has(key)) return undefined
  for (let i = from; i < plan.length; i++) {
    yield* prepareTaken(context, world, plan[i], owner)
    const next = step(reduction, world, plan[i])
    yield
    if (next === undefined || !(yield* canReach(reduction, next, i + 1))) continue
    if (!(yield* isExplained(world, plan[i]))) continue
    const rest = yield* findRest(reduction, next, i + 1)
    if (rest !== undefined) return [plan[i], ...rest]
  }
  reduction.nogoods.add(key)
  return undefined
}

/** The same, without asking whether the acts make sense. */
function* canReach(reduction: Reduction, world: World, from: number): Slices<boolean> {
  const { context, plan, owner, target } = reduction
  if (utilityOf(context, world, owner) === target) return true
  const key = keyOf(reduction, world, from)
  const known = reduction.reaches.get(key)
  if (known !== undefined) return known
  let found = false
  for (let i = from; i < plan.length && !found; i++) {
    yield* prepareTaken(context, world, plan[i], owner)
    const next = step(reduction, world, plan[i])
    yield
    found = next !== undefined && (yield* canReach(reduction, next, i + 1))
  }
  reduction.reaches.set(key, found)
  return found
}

/** The next act of a shortcut; an act of the owner's own must be taken below the target. */
function step({ context, owner, target }: Reduction, world: World, act: Action): World | undefined {
  spend(context)
  if (owner !== null && act.consenting.includes(owner) && !(utilityOf(context, world, owner) < target))
    return undefined
  return taken(context, world, act, owner)
}

function keyOf({ plan }: Reduction, world: World, from: number): number {
  return world.id * (plan.length + 1) + from
}
