/**
 * Plan extraction: reads plans from the layered graph, one after another, until one is minimal.
 *
 * There may be very many plans, nearly all of them with an idle act. So in a steady mind (horizon.ts) each is
 * read together with its *twins*: for every act so far, the world that results if that act is left out and
 * the later ones are followed, as far as they are possible and explained (with the horizon that the plan has
 * left there, which implies the full one). A twin is the end of a subsequence as D23 has it. So a prefix
 * leads to no minimal plan
 * - once a twin has the utility at which the plan aims: the twin is a shortcut; nor
 * - once a twin is in the same world, because it can follow all the rest, if that is known to be possible
 *   (abstraction.ts).
 *
 * Where it lies beyond whether a twin may follow, it does not: it then shows less, but nothing false. In
 * other minds the full horizon would have to be asked about, ever deeper in minds, so there are no twins.
 *
 * What follows a prefix depends only on its world, its twins and its length. Where all that follows was given
 * up for these reasons, that triple is a dead end and not entered again. The remaining plans are checked in
 * full: a twin follows greedily, so it misses shortcuts.
 */
import type { Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import { Deeper, type World } from "../semantics/world.js"
import type { PlanQuery } from "./applicable.js"
import { type ProofContext, attempted, spend, utilityOf } from "./context.js"
import { isSteady } from "./horizon.js"
import type { Accepts, Layer } from "./layered-graph.js"

interface Onward {
  readonly act: Action
  readonly to: World
  readonly sure: boolean
}

/**
 * The outcome for the plans that continue a prefix: one is accepted; or all have idle acts, as the twins
 * show; or all are refused otherwise.
 */
type Outcome = "accepted" | "idle" | "refused"

interface Extraction {
  readonly context: ProofContext
  readonly query: PlanQuery
  readonly target: number
  readonly onward: readonly ReadonlyMap<World, readonly Onward[]>[]
  /** From this layer on, all steps are known to be possible. */
  readonly sureFrom: number
  readonly accepted: Accepts
  /** By layer: the dead ends, where all plans are known to have idle acts. */
  readonly idle: readonly Set<string>[]
  /** By layer: where acts lead from twins. */
  readonly twinMoves: readonly Map<World, Map<Action, World>>[]
}

/** Is a plan accepted that ends in the last layer with the utility `target`? */
export function* someAcceptedPlan(
  context: ProofContext,
  query: PlanQuery,
  layers: readonly Layer[],
  target: number,
  accepted: Accepts,
): Slices<boolean> {
  const onward = stepsToTarget(context, query, layers, target)
  const idle = layers.map(() => new Set<string>())
  const first = [...layers[0].keys()][0]
  const twins = isSteady(context, query.mind) ? [query.mind] : []
  const sureFrom = 1 + onward.findLastIndex((steps) => [...steps.values()].flat().some(({ sure }) => !sure))
  return (
    (yield* extract(
      { context, query, target, onward, sureFrom, accepted, idle, twinMoves: layers.map(() => new Map()) },
      first,
      twins,
      [],
    )) === "accepted"
  )
}

/**
 * By layer and world, the steps that lead on to the target, by M4 and the part of M3 that concerns the owner.
 */
function stepsToTarget(
  context: ProofContext,
  { owner }: PlanQuery,
  layers: readonly Layer[],
  target: number,
): Extraction["onward"] {
  const onward: Map<World, Onward[]>[] = layers.map(() => new Map())
  const last = layers.length - 1
  let reached = [...layers[last].keys()].filter((each) => utilityOf(context, each, owner) === target)
  for (let k = last; k > 0; k--) {
    for (const to of reached) {
      for (const { from, act, sure } of layers[k].get(to)!) {
        const before = utilityOf(context, from, owner)
        if (before === target || (act.consenting.includes(owner) && !(before < target))) continue
        const steps = onward[k - 1].get(from)
        if (steps === undefined) onward[k - 1].set(from, [{ act, to, sure }])
        else steps.push({ act, to, sure })
      }
    }
    reached = [...onward[k - 1].keys()]
  }
  return onward
}

function* extract(
  extraction: Extraction,
  world: World,
  twins: readonly World[],
  line: readonly Action[],
): Slices<Outcome> {
  const { context, onward, idle, accepted } = extraction
  spend(context)
  yield
  if (isShownIdle(extraction, world, twins, line.length)) return "idle"
  if (line.length === onward.length - 1) return (yield* accepted(line)) ? "accepted" : "refused"
  const key = `${world.id} ${twins.map((each) => each.id).join()}`
  if (idle[line.length].has(key)) return "idle"
  let outcome: Outcome = "idle"
  for (const { act, to } of onward[line.length].get(world) ?? []) {
    const nextTwins = yield* twinsAfter(extraction, world, twins, act, line.length)
    const next = yield* extract(extraction, to, nextTwins, [...line, act])
    if (next === "accepted") return next
    if (next === "refused") outcome = next
  }
  if (outcome === "idle") idle[line.length].add(key)
  return outcome
}

/** Do the twins show that an act is idle? */
function isShownIdle(
  { context, query, target, sureFrom }: Extraction,
  world: World,
  twins: readonly World[],
  taken: number,
): boolean {
  return (
    (taken >= sureFrom && twins.includes(world)) ||
    twins.some((each) => utilityOf(context, each, query.owner) === target)
  )
}

function* twinsAfter(
  extraction: Extraction,
  world: World,
  twins: readonly World[],
  act: Action,
  taken: number,
): Slices<readonly World[]> {
  if (twins.length === 0) return twins
  const all = new Set([world])
  for (const each of twins) all.add(yield* twinAfter(extraction, each, act, taken))
  return [...all].sort((a, b) => a.id - b.id)
}

/** The world of a twin after the plan's next act. */
function* twinAfter(extraction: Extraction, twin: World, act: Action, taken: number): Slices<World> {
  const memory = extraction.twinMoves[taken]
  let known = memory.get(twin)
  if (known === undefined) memory.set(twin, (known = new Map()))
  let next = known.get(act)
  if (next === undefined) known.set(act, (next = yield* follow(extraction, twin, act, taken)))
  return next
}

function* follow(
  { context, query, target }: Extraction,
  twin: World,
  act: Action,
  taken: number,
): Slices<World> {
  spend(context)
  try {
    if (act.consenting.includes(query.owner) && !(utilityOf(context, twin, query.owner) < target)) return twin
    const next = attempted(context, twin, act, query.owner)
    return next?.sure &&
      next.world !== twin &&
      (yield* query.makesSense(twin, act, query.horizon - taken - 1))
      ? next.world
      : twin
  } catch (error) {
    if (error instanceof Deeper) return twin
    throw error
  }
}
