/**
 * Has a character a plan in hope (D42)? Asked where D22 gives no motive. In every case, in order, all plans
 * are looked for, shortest first, in the world supposed: layer k holds every world in which k acts of a plan
 * can end, with all the steps that lead there. What belongs to a whole plan (M3 to M7) is tested on the plans
 * that end in an improvement.
 */
import type { Fear, Slices } from "@dramaturg/model"
import { type MakesSense, fearedIn, isKnownPossible, misleads, surelyMisleads } from "../check/hope.js"
import type { Line, Shortcut } from "../check/prover.js"
import { fearTold } from "./fear.js"
import { type Supposing, casesOf, supposed } from "../semantics/cases.js"
import type { Action } from "../semantics/event.js"
import { isPossible } from "../semantics/happen.js"
import type { World } from "../semantics/world.js"
import { type ProofContext, prepareTaken, spend, taken, taskOf, utilityOf } from "./context.js"
import { isOneActDeep } from "./horizon.js"

/** Who is asked for a plan in hope, and for which act. `mind`: theirs; the act is possible there. */
export interface Asked {
  readonly mind: World
  readonly act: Action
  readonly owner: number
  readonly horizon: number
  /** For all others who consent. */
  readonly makesSense: MakesSense
}

interface Query {
  readonly context: ProofContext
  readonly hope: Supposing
  readonly horizon: number
  readonly makesSense: MakesSense
}

/** What is made of a plan with all of D42 but M5, M6 and, where it lay beyond, M7; undefined: nothing. */
type Taking<Found> = (
  query: Query,
  acts: readonly Action[],
  worlds: readonly World[],
) => Slices<Found | undefined>

interface Edge {
  readonly from: World
  readonly act: Action
}

type Layer = Map<World, Edge[]>

/** Is the act explained by a hope? */
export function* hasHope(context: ProofContext, asked: Asked): Slices<boolean> {
  const found = yield* firstPlan(context, asked, function* (each, acts, worlds) {
    if ((yield* feared(each, acts, worlds)) !== undefined) return undefined
    const isSound = (yield* shortcutFor(each, acts, worlds)) === undefined && isHonest(each, acts, worlds)
    return isSound ? true : undefined
  })
  return found === true
}

/** What is feared of the first plan to which nothing but M6 is wanting; undefined if there is none. */
export function* firstFear(context: ProofContext, asked: Asked): Slices<Fear | undefined> {
  return yield* firstPlan(context, asked, function* (each, acts, worlds) {
    const found = yield* feared(each, acts, worlds)
    if (found === undefined || (yield* shortcutFor(each, acts, worlds)) !== undefined) return undefined
    return isHonest(each, acts, worlds)
      ? fearTold(context.task, each.hope, acts, found, asked.mind)
      : undefined
  })
}

/** In the cases of the mind, in order. */
function* firstPlan<Found>(
  context: ProofContext,
  { mind, act, owner, horizon, makesSense }: Asked,
  take: Taking<Found>,
): Slices<Found | undefined> {
  if (Number.isNaN(utilityOf(context, mind, owner))) return undefined
  for (const chosen of casesOf(context.task, mind)) {
    const query = { context, hope: { mind, owner, chosen }, horizon, makesSense }
    const found = yield* planIn(query, act, take)
    if (found !== undefined) return found
  }
  return undefined
}

function* planIn<Found>(query: Query, act: Action, take: Taking<Found>): Slices<Found | undefined> {
  const { context, hope, horizon } = query
  const start = supposed(taskOf(context, hope.owner), hope)
  const first = yield* step(query, start, act)
  if (first === undefined) return undefined
  const before = believedUtility(query, start)
  const most = isOneActDeep(context, hope.mind) ? 1 : Math.max(1, horizon)
  const layers: Layer[] = [new Map([[first, [{ from: start, act }]]])]
  const met = new Set([start, first])
  for (let length = 1; length <= most; length++) {
    const layer = layers[length - 1]
    if (layer.size === 0) return undefined
    for (const world of layer.keys()) {
      if (!(believedUtility(query, world) > before)) continue
      const found = yield* takenOf(query, take, layers, length, world, [])
      if (found !== undefined) return found
    }
    if (length === most || (most === Infinity && length > met.size)) return undefined
    const next = yield* nextLayer(query, layer, length)
    for (const world of next.keys()) met.add(world)
    layers.push(next)
  }
  return undefined
}

function* nextLayer(query: Query, layer: Layer, taken: number): Slices<Layer> {
  const { context, horizon } = query
  const next: Layer = new Map()
  for (const [from, edges] of layer) {
    if (taken > 1 && !(yield* someSensible(query, edges, horizon - (taken - 1)))) continue
    for (const act of context.task.actions) {
      if (act.consenting.length === 0 || act.isAttempt || act.precondition(from) === false) continue
      const world = yield* step(query, from, act)
      if (world === undefined) continue
      const into = next.get(world)
      if (into === undefined) next.set(world, [{ from, act }])
      else into.push({ from, act })
    }
  }
  return next
}

function* someSensible({ makesSense }: Query, edges: readonly Edge[], left: number): Slices<boolean> {
  for (const { from, act } of edges) if (yield* makesSense(from, act, left)) return true
  return false
}

/** The world after an act that is possible there and, if its hoper consents, known to be; M7, if known. */
function* step({ context, hope: { owner } }: Query, world: World, act: Action): Slices<World | undefined> {
  spend(context)
  yield
  if (!isPossible(world, act) || !isKnownPossible(world, act, owner)) return undefined
  yield* prepareTaken(context, world, act, owner)
  const next = taken(context, world, act, owner)
  return next === undefined || misleads(world, act, next, owner) === true ? undefined : next
}

function believedUtility({ context, hope: { owner } }: Query, world: World): number {
  return utilityOf(context, world.minds[owner], owner)
}

/**
 * What is made of the first plan that ends in this world, followed by these steps, and is taken. M4 follows
 * from M5: what comes after a world as good as the end is idle, for whatever is feared of, or wrongly told
 * by, the acts up to there is of all of them.
 */
function* takenOf<Found>(
  query: Query,
  take: Taking<Found>,
  layers: readonly Layer[],
  length: number,
  end: World,
  rest: readonly Edge[],
): Slices<Found | undefined> {
  const { hope, horizon, makesSense } = query
  const at = rest.length === 0 ? end : rest[0].from
  for (const edge of layers[length - 1].get(at)!) {
    const plan = [edge, ...rest]
    if (length === 1) {
      const worlds = [...plan.map(({ from }) => from), end]
      const found = yield* take(
        query,
        plan.map((each) => each.act),
        worlds,
      )
      if (found !== undefined) return found
      continue
    }
    const [now, target] = [believedUtility(query, edge.from), believedUtility(query, end)]
    if (now === target || (edge.act.consenting.includes(hope.owner) && !(now < target))) continue
    if (!(yield* makesSense(edge.from, edge.act, horizon - (length - 1)))) continue
    const found = yield* takenOf(query, take, layers, length - 1, end, plan)
    if (found !== undefined) return found
  }
  return undefined
}

/** M7 of a whole plan, where it decides. */
function isHonest({ hope }: Query, acts: readonly Action[], worlds: readonly World[]): boolean {
  return !acts.some((act, i) => surelyMisleads(worlds[i], act, worlds[i + 1], hope.owner))
}

function feared(
  { context, hope, horizon, makesSense }: Query,
  acts: readonly Action[],
  worlds: readonly World[],
) {
  return fearedIn(taskOf(context, hope.owner), hope, acts, worlds, horizon, makesSense)
}

/** D23 for a plan in hope. */
export function* shortcutInHope(
  context: ProofContext,
  { start, acts, hope }: Line & { readonly hope: Supposing },
  horizon: number,
  makesSense: MakesSense,
): Slices<Shortcut | undefined> {
  const query = { context, hope, horizon, makesSense }
  const worlds = [start]
  for (const act of acts) worlds.push((yield* step(query, worlds[worlds.length - 1], act))!)
  return yield* shortcutFor(query, acts, worlds)
}

function* shortcutFor(
  query: Query,
  acts: readonly Action[],
  worlds: readonly World[],
): Slices<Shortcut | undefined> {
  const target = believedUtility(query, worlds[acts.length])
  for (let without = 0; without < acts.length; without++) {
    const before = { acts: acts.slice(0, without), worlds: worlds.slice(0, without + 1) }
    const found = yield* shortcutFrom(query, acts.slice(without + 1), before, target)
    if (found !== undefined) return { without, acts: found.slice(without) }
  }
  return undefined
}

interface Taken {
  readonly acts: readonly Action[]
  readonly worlds: readonly World[]
}

/** All acts of a plan that, after those taken, goes on with some of `rest` to the target. */
function* shortcutFrom(
  query: Query,
  rest: readonly Action[],
  { acts, worlds }: Taken,
  target: number,
): Slices<readonly Action[] | undefined> {
  const { hope, horizon, makesSense } = query
  const world = worlds[worlds.length - 1]
  const now = believedUtility(query, world)
  const isAsGood = now === target && (yield* feared(query, acts, worlds)) === undefined
  if (isAsGood && isHonest(query, acts, worlds)) return acts
  for (const [i, act] of rest.entries()) {
    if (act.consenting.includes(hope.owner) && !(now < target)) continue
    const next = yield* step(query, world, act)
    if (next === undefined || !(yield* makesSense(world, act, horizon))) continue
    const further = { acts: [...acts, act], worlds: [...worlds, next] }
    const found = yield* shortcutFrom(query, rest.slice(i + 1), further, target)
    if (found !== undefined) return found
  }
  return undefined
}
