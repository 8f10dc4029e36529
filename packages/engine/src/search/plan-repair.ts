/**
 * Plan repair: changes a proposal so as to remove what the checker found wrong with it.
 *
 * A story found within smaller limits, or with a node budget, can break two rules within the requested
 * limits. First, it may have an idle act. The checker then names the acts that suffice instead, and those are
 * taken. Second, a reason may have an idle step; then another reason is looked for. The result needs no proof
 * here, because the checker judges it again.
 */
import type { Verdict, Slices } from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import type { Explainer } from "./explain/explain.js"
import type { ExplainedAct } from "./explain/solution.js"
import type { Found } from "./author.js"
import { explainedFrom } from "./action-elimination.js"

/**
 * Returns the repaired plan, or null if no repair is found. `found` must be possible, and `explainer` must
 * work within the limits that the verdict was given for.
 */
export function* repairPlan(explainer: Explainer, found: Found, { breaches }: Verdict): Slices<Found | null> {
  const idle = breaches.find((each) => each.instead !== undefined)
  const acts =
    idle === undefined
      ? yield* otherReasons(explainer, found, new Set(breaches.map((each) => each.act - 1)))
      : yield* withoutIdle(explainer, found, idle.act - 1, idle.instead!)
  return acts === null ? null : { acts, utility: found.utility }
}

function* otherReasons(
  explainer: Explainer,
  { acts }: Found,
  wrong: ReadonlySet<number>,
): Slices<readonly ExplainedAct[] | null> {
  const repaired: ExplainedAct[] = []
  for (let i = 0; i < acts.length; i++) {
    const again = wrong.has(i)
      ? yield* explainedFrom(explainer, stateAfter(explainer, acts.slice(0, i)), [acts[i].action])
      : [acts[i]]
    if (again === null) return null
    repaired.push(...again)
  }
  return wrong.has(-1) ? null : repaired
}

/** Replaces the acts from the idle one on by `instead`, which is a subsequence of the acts after it. */
function* withoutIdle(
  explainer: Explainer,
  { acts }: Found,
  idle: number,
  instead: readonly string[],
): Slices<readonly ExplainedAct[] | null> {
  const { actions } = explainer.context.task
  const kept = acts.slice(0, idle)
  const rest: number[] = []
  for (const { action } of acts.slice(idle + 1))
    if (actions[action].label === instead[rest.length]) rest.push(action)
  const explained = yield* explainedFrom(explainer, stateAfter(explainer, kept), rest)
  return explained === null ? null : [...kept, ...explained]
}

function stateAfter({ context }: Explainer, acts: readonly ExplainedAct[]): StateId {
  return acts.reduce((state, each) => context.happen(state, each.action), context.initial)
}
