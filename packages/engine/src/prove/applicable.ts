/**
 * Applicable actions: what the owner of a plan may expect to be done next, that is, possible acts after which an improvement
 * is still within reach, and which make sense to the others who consent (M3). What is cheap is asked first: the facts of the world, then whether the act
 * changes anything, and the others' reasons last.
 */
import type { Action } from "../semantics/event.js"
import { codeOf, valueOf } from "../semantics/facts.js"
import { after } from "../semantics/happen.js"
import { Deeper, type World, type Worlds, worldOf } from "../semantics/world.js"
import { type Candidate, type ProofContext, actsOfSomebody, attempted, spend, taskOf, utilityOf } from "./context.js"
import { isMonotone, isSteady } from "./horizon.js"
import { leastActs } from "./relaxation.js"

/** Whose plan is looked for, from where, and what it has to beat. */
export interface PlanQuery {
  readonly mind: World
  readonly owner: number
  readonly horizon: number
  readonly before: number
  /** Has everyone but the owner a reason for the act, with this horizon? */
  readonly makesSense: (world: World, act: Action, horizon: number) => boolean
}

/** An act that is expected, and where it leads. */
export interface Successor {
  readonly act: Action
  readonly world: World
  /** Whether it is known to be possible. */
  readonly sure: boolean
}

/** `left`: how many acts may still be taken. */
export function applicable(context: ProofContext, query: PlanQuery, world: World, left: number): readonly Successor[] {
  const candidates = candidatesIn(context, query, world).filter((each) => each.least < left)
  return isMonotone(context, world) ? shallow(context, query, world, candidates) : deep(context, query, world, candidates, left)
}

/** Where others look one act ahead, asking them is cheap, and done once. */
function shallow(context: ProofContext, query: PlanQuery, world: World, candidates: readonly Candidate[]): readonly Successor[] {
  return candidates
    .filter((each) => (each.sensible ??= query.makesSense(world, each.act, 1)))
    .map(({ act }) => ({ act, ...(attempted(context, world, act, query.owner) ?? { world, sure: true }) }))
    .filter((each) => each.world !== world)
}

function deep(context: ProofContext, query: PlanQuery, world: World, candidates: readonly Candidate[], left: number): readonly Successor[] {
  const successors: Successor[] = []
  for (const { act } of candidates) {
    if (isSteady(context, world) && isSurelyIdle(context, query, world, act)) continue
    if (!query.makesSense(world, act, left)) continue
    const next = attempted(context, world, act, query.owner)
    if (next !== undefined) successors.push({ act, ...next })
  }
  return successors
}

/** What lies beyond is not asked for the sake of an act for which the others may have no reason. */
function isSurelyIdle(context: ProofContext, query: PlanQuery, world: World, act: Action): boolean {
  try {
    return (attempted(context, world, act, query.owner)?.world ?? world) === world
  } catch (error) {
    if (error instanceof Deeper) return false
    throw error
  }
}

function candidatesIn(context: ProofContext, query: PlanQuery, world: World): readonly Candidate[] {
  const { owner, before } = query
  const key = `${owner} ${before}`
  let memory = context.answers.candidates.get(key)
  if (memory === undefined) context.answers.candidates.set(key, (memory = new Map()))
  const known = memory.get(world)
  if (known !== undefined) return known
  const possible = actsOfSomebody(context, world, owner)
  const expected = isMonotone(context, world) ? possible.filter((act) => context.knowledge.aims[owner].immediate().acts.has(act)) : possible
  const candidates = expected
    .map((act) => ({ act, least: leastAfter(context, query, world, act), sensible: undefined }))
    .filter(({ least }) => least < Infinity)
  memory.set(world, candidates)
  return candidates
}

function withoutMinds(worlds: Worlds, world: World): World {
  return world.depth === 0 ? world : worldOf(worlds, world.facts, [])
}

/** How many acts must at least follow this one to bring an improvement. Asked of the facts alone, which is cheap. */
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

/** How many acts it takes at least from this world to an improvement other than one that is there already (M4). */
export function leastFrom(context: ProofContext, { mind, owner, before }: PlanQuery, world: World): number {
  const { task, knowledge: { aims }, memory: { lowerBounds } } = context
  const isImmediate = isMonotone(context, mind)
  const { relaxation } = isImmediate ? aims[owner].immediate() : aims[owner]
  const present = utilityOf(context, world, owner)
  const question = `${owner} ${before} ${present} ${isImmediate}`
  let bounds = lowerBounds.get(question)
  if (bounds === undefined) lowerBounds.set(question, (bounds = { byFacts: new Map(), byRelevance: new Map() }))
  const known = bounds.byFacts.get(world.facts)
  if (known !== undefined) return known
  const { codes } = task.memory.worlds.facts
  const key = relaxation.fluents.map((each) => codeOf(codes, valueOf(world.facts, each))).join()
  const least = bounds.byRelevance.get(key) ?? leastActs(relaxation, world.facts, (value) => value > before && value !== present)
  bounds.byRelevance.set(key, least)
  bounds.byFacts.set(world.facts, least)
  return least
}
