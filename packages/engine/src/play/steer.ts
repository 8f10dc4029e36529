/**
 * The manager's plan: explained acts and accidents that lead from a state to the author's goal. First one in
 * which the player, too, does only what makes sense to them; if there is none, one in which they do anything
 * that they could.
 *
 * Greedy and bounded: what comes out is a function of the state, not of the caller or of earlier questions,
 * because neither the order of the frontier nor the allowance depends on what is remembered. "None" proves
 * nothing.
 */
import { PAUSE, type Slices } from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import { isPause } from "../search/pause.js"
import type { ExplainedAct } from "../search/explain/solution.js"
import { Frontier, type Ranked } from "../search/frontier.js"
import type { Evaluator } from "./evaluator.js"

/** How much more what remains counts than what lies behind. */
const WEIGHT = 3

export interface Destination {
  readonly goal: number
  readonly player: number
  /** How many states may be looked at. */
  readonly allowance: number
  /** A plan from here is known: the states that lie on the way of one. */
  readonly known: ReadonlyMap<StateId, ExplainedAct>
}

export type Plan = readonly ExplainedAct[]

export function* planTo(evaluator: Evaluator, state: StateId, destination: Destination): Slices<Plan | null> {
  return (
    (yield* search(evaluator, state, destination, false)) ??
    (yield* search(evaluator, state, destination, true))
  )
}

interface Step extends Ranked {
  readonly state: StateId
  readonly from: Step | undefined
  readonly action: number
  act: ExplainedAct | undefined
}

function* search(
  evaluator: Evaluator,
  start: StateId,
  { goal, player, allowance, known }: Destination,
  isFree: boolean,
): Slices<Plan | null> {
  const { context, task } = evaluator
  const hope = { who: context.author, least: goal, above: false }
  const frontier = new Frontier<Step>()
  const visited = new Set<StateId>()
  let order = 0
  let left = allowance
  frontier.push({ state: start, from: undefined, action: -1, act: undefined, total: 0, cost: 0, order })
  for (let step = frontier.pop(); step !== undefined && left > 0; step = frontier.pop()) {
    if (visited.has(step.state)) continue
    if (step.from !== undefined) {
      const isOwn = task.actions[step.action].consenting.includes(player)
      const act = yield* evaluator.reasons(step.from.state, step.action, isFree && isOwn ? player : -1)
      if (act === null) continue
      step.act = act
    }
    visited.add(step.state)
    if (evaluator.worth(step.state) >= goal) return planOf(step)
    const rest = restFrom(evaluator, step.state, known)
    if (rest !== null) return [...planOf(step), ...rest]
    if (evaluator.tooShallow) return null
    left--
    yield
    const { actions, vectors } = evaluator.moves(step.state)
    for (let i = 0; i < actions.length; i++) {
      if (isPause(i)) yield PAUSE
      const distance = context.estimate(vectors[i], hope)
      if (distance === Infinity) continue
      const state = evaluator.after(step.state, actions[i])
      if (state < 0 || visited.has(state)) continue
      const cost = step.cost + 1
      frontier.push({
        state,
        from: step,
        action: actions[i],
        act: undefined,
        cost,
        total: cost + WEIGHT * distance,
        order: ++order,
      })
    }
  }
  return null
}

function planOf(step: Step): ExplainedAct[] {
  const acts: ExplainedAct[] = []
  for (let at = step; at.from !== undefined; at = at.from) acts.unshift(at.act!)
  return acts
}

function restFrom(
  evaluator: Evaluator,
  state: StateId,
  known: ReadonlyMap<StateId, ExplainedAct>,
): Plan | null {
  const acts: ExplainedAct[] = []
  let at = state
  for (let act = known.get(at); act !== undefined; act = known.get(at)) {
    acts.push(act)
    at = evaluator.after(at, act.action)
  }
  return acts.length > 0 ? acts : null
}
