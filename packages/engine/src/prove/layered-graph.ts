/**
 * The layered graph in which a plan is looked for. Layer k holds every world in which k acts of a plan can
 * end, each once, with all the steps that lead there. Where a layer holds an improvement, the plans that end
 * in it are extracted (plan-extraction.ts). Worlds may be merged within a layer because whether an act makes
 * sense to the *others* depends only on the world and on how many acts are left; everything that depends on
 * the whole plan is tested on the extracted plan.
 */
import type { Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import type { World } from "../semantics/world.js"
import { type PlanQuery, leastFrom, applicable } from "./applicable.js"
import { type ProofContext, utilityOf } from "./context.js"
import { someAcceptedPlan } from "./plan-extraction.js"

/** An act that leads from a world of one layer to a world of the next. */
export interface Edge {
  readonly from: World
  readonly act: Action
  /** Whether it is known to be possible (abstraction.ts). */
  readonly sure: boolean
}

/** The worlds of a layer, each with the edges into it. */
export type Layer = ReadonlyMap<World, readonly Edge[]>

/** Accepts a plan, given without its first act, if it has no idle act. */
export type Accepts = (rest: readonly Action[]) => Slices<boolean>

/**
 * The length of a shortest accepted plan of at most `most` acts, of which the first has led to `first`;
 * undefined if there is none.
 */
export function* shortestPlan(
  context: ProofContext,
  query: PlanQuery,
  first: World,
  most: number,
  accepted: Accepts,
): Slices<number | undefined> {
  const layers: Layer[] = [new Map([[first, []]])]
  const met = new Set([first])
  for (let length = 2; length <= most; length++) {
    const layer = yield* nextLayer(context, query, layers[length - 2], query.horizon - (length - 1))
    if (layer.size === 0) return undefined
    layers.push(layer)
    for (const target of improvements(context, query, layer)) {
      if (yield* someAcceptedPlan(context, query, layers, target, accepted)) return length
    }
    const news = [...layer.keys()].filter((each) => !met.has(each))
    if (most === Infinity && news.length === 0 && length > met.size) return undefined
    for (const each of news) met.add(each)
  }
  return undefined
}

/** The utilities above the start's that a layer reaches. */
function improvements(
  context: ProofContext,
  { owner, before }: PlanQuery,
  layer: Layer,
): ReadonlySet<number> {
  return new Set(
    [...layer.keys()].map((each) => utilityOf(context, each, owner)).filter((each) => each > before),
  )
}

function* nextLayer(context: ProofContext, query: PlanQuery, layer: Layer, left: number): Slices<Layer> {
  const next = new Map<World, Edge[]>()
  for (const from of layer.keys()) {
    yield
    if (leastFrom(context, query, from) > left) continue
    for (const { act, world, sure } of yield* applicable(context, query, from, left)) {
      const edges = next.get(world)
      if (edges === undefined) next.set(world, [{ from, act, sure }])
      else edges.push({ from, act, sure })
    }
  }
  return next
}
