/** The plan that comes nearest to a reason, where there is none. */
import type { NearMiss, Slices } from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import type { SearchContext } from "../search/context.js"
import type { Explainer } from "../search/explain/explain.js"

/** How many states are looked at, at most, for what a character could almost have wanted. */
const NEAR = 4000

interface Line {
  readonly state: StateId
  readonly actions: readonly number[]
}

/**
 * Breadth first through all acts with consenting characters, reasons left aside, for the first or else the
 * best improvement.
 */
export function* nearMiss(
  explainer: Explainer,
  mind: StateId,
  action: number,
  who: number,
  horizon: number,
): Slices<NearMiss> {
  const { context } = explainer
  const before = context.utility(who, mind)
  const found = yield* improvement(context, mind, action, who, horizon, before)
  const plan = found.actions.map((each) => context.task.actions[each].label)
  const utility = context.utility(who, found.state)
  const result = { plan, utility: Number.isNaN(utility) ? null : utility }
  if (!(utility > before)) return { ...result, flaw: { kind: "worthless" } }
  let state = context.happen(mind, action, who)
  for (let i = 0; i < found.actions.length; i++) {
    for (const other of context.task.actions[found.actions[i]].consenting) {
      if (
        other === who ||
        (yield* explainer.explain(state, found.actions[i], other, horizon - i - 1)) !== null
      )
        continue
      return { ...result, flaw: { kind: "consent", act: plan[i], character: context.task.characters[other] } }
    }
    state = context.happen(state, found.actions[i], who)
  }
  return { ...result, flaw: { kind: "idle", instead: plan } }
}

function* improvement(
  context: SearchContext,
  mind: StateId,
  action: number,
  who: number,
  horizon: number,
  before: number,
): Slices<Line> {
  const first: Line = { state: context.happen(mind, action, who), actions: [] }
  const met = new Set([mind, first.state])
  if (first.state < 0) return { state: mind, actions: [] }
  let best = first
  let layer: readonly Line[] = [first]
  for (let length = 1; length < horizon && layer.length > 0 && met.size < NEAR; length++) {
    const next: Line[] = []
    for (const line of layer) {
      if (context.utility(who, line.state) > context.utility(who, best.state)) best = line
      if (context.utility(who, best.state) > before) return best
      yield
      for (const each of context.applicableIn(line.state, who).actions) {
        if (context.task.actions[each].consenting.length === 0 || met.size >= NEAR) continue
        const state = context.happen(line.state, each, who)
        if (state < 0 || met.has(state)) continue
        met.add(state)
        next.push({ state, actions: [...line.actions, each] })
      }
    }
    layer = next
  }
  return layer.reduce(
    (most, line) => (context.utility(who, line.state) > context.utility(who, most.state) ? line : most),
    best,
  )
}
