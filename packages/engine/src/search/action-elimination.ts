/**
 * Action elimination: finds the shortest story among the subsequences of a plan.
 *
 * A shortest subsequence that is possible, explained and reaches the goal has no idle act (D23): the witness
 * of an idle act would be a subsequence of the plan too, and shorter.
 */
import type { Slices } from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import type { Explainer } from "./explain/explain.js"
import type { ExplainedAct } from "./explain/solution.js"
import type { Found } from "./author.js"

/**
 * Returns the shortest such story, or `acts` itself. `acts` must be possible and reach the goal; its reasons
 * are taken as given, those of shorter plans are looked for.
 */
export function* eliminateActions(
  explainer: Explainer,
  acts: readonly ExplainedAct[],
  goal: number,
): Slices<Found> {
  const actions = acts.map((each) => each.action)
  for (let length = 1; length < acts.length; length++) {
    for (const taken of subsequences(explainer, actions, length, goal)) {
      const explained = yield* explainedFrom(explainer, explainer.context.initial, taken)
      if (explained !== null) return foundBy(explainer, explained)
    }
    // The caller gets control once per length, because a long plan has very many subsequences.
    yield
  }
  return foundBy(explainer, acts)
}

function foundBy({ context }: Explainer, acts: readonly ExplainedAct[]): Found {
  const end = acts.reduce((state, each) => context.happen(state, each.action), context.initial)
  return { acts, utility: context.utility(context.author, end) }
}

/**
 * The possible subsequences of this length that reach the goal and improve on the start, those with the
 * leftmost acts first.
 */
function* subsequences(
  explainer: Explainer,
  actions: readonly number[],
  length: number,
  goal: number,
): Generator<readonly number[], void, void> {
  const { context } = explainer
  const start = context.utility(context.author, context.initial)
  // Many orders of the same acts lead to one state. A dead end is entered only once.
  const deadEnds = new Set<string>()
  function* from(
    state: StateId,
    at: number,
    taken: readonly number[],
  ): Generator<readonly number[], boolean, void> {
    if (taken.length === length) {
      const utility = context.utility(context.author, state)
      const isEnd = utility > start && utility >= goal
      if (isEnd) yield taken
      return isEnd
    }
    const place = `${state} ${at} ${taken.length}`
    if (deadEnds.has(place)) return false
    let isGood = false
    for (let i = at; i <= actions.length - (length - taken.length); i++) {
      if (!context.isPossible(state, actions[i])) continue
      const after = context.happen(state, actions[i])
      if (after >= 0 && (yield* from(after, i + 1, [...taken, actions[i]]))) isGood = true
    }
    if (!isGood) deadEnds.add(place)
    return isGood
  }
  yield* from(context.initial, 0, [])
}

/**
 * These actions with the reasons of all who consent; null if a character has none. The actions must be
 * possible in this order from `start`.
 */
export function* explainedFrom(
  explainer: Explainer,
  start: StateId,
  actions: readonly number[],
): Slices<readonly ExplainedAct[] | null> {
  const { context } = explainer
  const acts: ExplainedAct[] = []
  let state = start
  for (const action of actions) {
    const reasons = yield* explainer.explainOthers(state, action, -1, context.bounds.character)
    if (reasons === null) return null
    acts.push({ action, reasons })
    state = context.happen(state, action)
  }
  return acts
}
