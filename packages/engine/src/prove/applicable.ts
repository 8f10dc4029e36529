/**
 * Applicable actions: what the owner of a plan may expect to happen next. These are the possible acts after
 * which an improvement is still within reach, and which make sense to the others who consent (M3). Cheap
 * tests come first: the facts of the world, then whether the act changes anything, and the others' reasons
 * last.
 */
import type { Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import { codeOf, valueOf } from "../semantics/facts.js"
import { after } from "../semantics/happen.js"
import { Deeper, type World, type Worlds, worldOf } from "../semantics/world.js"
import {
  type Candidate,
  type ProofContext,
  possibleActs,
  attempted,
  spend,
  taskOf,
  utilityOf,
} from "./context.js"
import { isMonotone, isSteady } from "./horizon.js"
import { leastActs } from "./relaxation.js"

/** A search for a plan: in whose mind, within which horizon, and from which utility it must improve. */
export interface PlanQuery {
  readonly mind: World
  readonly owner: number
  readonly horizon: number
  readonly before: number
  /** Does the act make sense to all who consent except the owner, with this horizon? */
  readonly makesSense: (world: World, act: Action, horizon: number) => Slices<boolean>
}

/** An applicable act and the world it leads to. */
export interface Successor {
  readonly act: Action
  readonly world: World
  /** Whether the act is known to be possible. */
  readonly sure: boolean
}

/** The applicable acts in a world; `left`: how many acts may still be taken. */
export function* applicable(
  context: ProofContext,
  query: PlanQuery,
  world: World,
  left: number,
): Slices<readonly Successor[]> {
  const candidates = (yield* candidatesIn(context, query, world)).filter((each) => each.least < left)
  return isMonotone(context, world)
    ? yield* shallow(context, query, world, candidates)
    : yield* deep(context, query, world, candidates, left)
}

/** Where the others' plans have one act, asking for their reasons is cheap, and the answer is stored. */
function* shallow(
  context: ProofContext,
  query: PlanQuery,
  world: World,
  candidates: readonly Candidate[],
): Slices<readonly Successor[]> {
  const sensible: Candidate[] = []
  for (const each of candidates)
    if ((each.sensible ??= yield* query.makesSense(world, each.act, 1))) sensible.push(each)
  return sensible
    .map(({ act }) => ({ act, ...(attempted(context, world, act, query.owner) ?? { world, sure: true }) }))
    .filter((each) => each.world !== world)
}

function* deep(
  context: ProofContext,
  query: PlanQuery,
  world: World,
  candidates: readonly Candidate[],
  left: number,
): Slices<readonly Successor[]> {
  const successors: Successor[] = []
  for (const { act } of candidates) {
    if (isSteady(context, world) && isSurelyIdle(context, query, world, act)) continue
    if (!(yield* query.makesSense(world, act, left))) continue
    const next = attempted(context, world, act, query.owner)
    if (next !== undefined) successors.push({ act, ...next })
  }
  return successors
}

/**
 * Whether the act leaves the world as it is. Where that lies beyond the answer is no: the question is not
 * asked again, deeper, for an act that may not make sense to the others.
 */
function isSurelyIdle(context: ProofContext, query: PlanQuery, world: World, act: Action): boolean {
  try {
    return (attempted(context, world, act, query.owner)?.world ?? world) === world
  } catch (error) {
    if (error instanceof Deeper) return false
    throw error
  }
}

function* candidatesIn(context: ProofContext, query: PlanQuery, world: World): Slices<readonly Candidate[]> {
  const { owner, before } = query
  const key = `${owner} ${before}`
  let memory = context.answers.candidates.get(key)
  if (memory === undefined) context.answers.candidates.set(key, (memory = new Map()))
  const known = memory.get(world)
  if (known !== undefined) return known
  const possible = yield* possibleActs(context, world, owner)
  if (isMonotone(context, world)) yield* context.knowledge.aims[owner].prepare()
  const expected = isMonotone(context, world)
    ? possible.filter((act) => context.knowledge.aims[owner].immediate().acts.has(act))
    : possible
  const candidates: Candidate[] = []
  for (const act of expected) {
    const least = leastAfter(context, query, world, act)
    if (least < Infinity) candidates.push({ act, least, sensible: undefined })
    yield
  }
  memory.set(world, candidates)
  return candidates
}

function withoutMinds(worlds: Worlds, world: World): World {
  return world.depth === 0 ? world : worldOf(worlds, world.facts, [], world.owner)
}

/**
 * The least number of acts that must follow this one to bring an improvement. It reads the facts alone, which
 * is cheap.
 */
function leastAfter(context: ProofContext, query: PlanQuery, world: World, act: Action): number {
  spend(context)
  const { task } = context
  try {
    const next = after(taskOf(context, query.owner), withoutMinds(task.memory.worlds, world), act)
    if (next === null) return Infinity
    return utilityOf(context, next, query.owner) > query.before ? 0 : leastFrom(context, query, next)
  } catch (error) {
    if (error instanceof Deeper) return 0
    throw error
  }
}

/** The least number of acts from this world to an improvement other than the present utility (M4). */
export function leastFrom(context: ProofContext, { mind, owner, before }: PlanQuery, world: World): number {
  const {
    task,
    knowledge: { aims },
    memory: { lowerBounds },
  } = context
  const isImmediate = isMonotone(context, mind)
  const { relaxation } = isImmediate ? aims[owner].immediate() : aims[owner]
  const present = utilityOf(context, world, owner)
  const question = `${owner} ${before} ${present} ${isImmediate}`
  let bounds = lowerBounds.get(question)
  if (bounds === undefined)
    lowerBounds.set(question, (bounds = { byFacts: new Map(), byRelevance: new Map() }))
  const known = bounds.byFacts.get(world.facts)
  if (known !== undefined) return known
  const { codes } = task.memory.worlds.facts
  const key = relaxation.fluents.map((each) => codeOf(codes, valueOf(world.facts, each))).join()
  const least =
    bounds.byRelevance.get(key) ??
    leastActs(relaxation, world.facts, (value) => value > before && value !== present)
  bounds.byRelevance.set(key, least)
  bounds.byFacts.set(world.facts, least)
  return least
}
