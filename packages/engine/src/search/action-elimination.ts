/**
 * The shortest of all the stories that a line contains.
 *
 * Of the subsequences of a line that are possible, explained and reach the goal, a shortest one has no idle act (D23): what
 * would show one idle is a subsequence too, and shorter.
 */
import type { StateId } from "../belief/space.js"
import type { Explainer, Slices } from "./explain/explain.js"
import type { ExplainedAct } from "./explain/solution.js"
import type { Found } from "./author.js"

/** `acts` must itself be possible and reach the goal; its reasons are taken as given, those of shorter lines are looked for. */
export function* eliminateActions(explainer: Explainer, acts: readonly ExplainedAct[], goal: number): Slices<Found> {
  const actions = acts.map((each) => each.action)
  for (let length = 1; length < acts.length; length++) {
    for (const taken of subsequences(explainer, actions, length, goal)) {
      const explained = yield* explainedFrom(explainer, explainer.context.initial, taken)
      if (explained !== null) return foundBy(explainer, explained)
    }
    // Long lines have many parts; whoever nudges hears of nothing meanwhile.
    yield
  }
  return foundBy(explainer, acts)
}

function foundBy({ context }: Explainer, acts: readonly ExplainedAct[]): Found {
  const end = acts.reduce((state, each) => context.happen(state, each.action), context.initial)
  return { acts, utility: context.utility(context.author, end) }
}

/** The possible subsequences of this length that reach the goal and improve on the start, leftmost acts first. */
function* subsequences(explainer: Explainer, actions: readonly number[], length: number, goal: number): Generator<readonly number[], void, void> {
  const { context } = explainer
  const start = context.utility(context.author, context.initial)
  // Where many acts of a line may change places, as many ways lead to one state; what leads nowhere is followed once.
  const deadEnds = new Set<string>()
  function* from(state: StateId, at: number, taken: readonly number[]): Generator<readonly number[], boolean, void> {
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

/** These actions with a reason for everybody in each; null if somebody has none. They must be possible, in this order, from `start` on. */
export function* explainedFrom(explainer: Explainer, start: StateId, actions: readonly number[]): Slices<readonly ExplainedAct[] | null> {
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
