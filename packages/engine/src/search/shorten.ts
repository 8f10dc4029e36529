/**
 * The shortest of all the stories that a line contains.
 *
 * Of the subsequences of a line that are possible, explained and reach the goal, a shortest one has no idle act (D23): what
 * would show one idle is a subsequence too, and shorter.
 */
import type { StateId } from "../belief/space.js"
import type { Explainer, Slices } from "../explain/explain.js"
import type { ExplainedAct } from "../explain/solution.js"
import type { Found } from "./author.js"

/** `acts` must itself be possible and reach the goal; its reasons are taken as given, those of shorter lines are looked for. */
export function* shortened(explainer: Explainer, acts: readonly ExplainedAct[], goal: number): Slices<Found> {
  const actions = acts.map((each) => each.action)
  const found = yield* certified(explainer, actions, goal)
  return found === null || found.acts.length === acts.length ? { acts, utility: utilityAfter(explainer, actions) } : found
}

/** The same, when it is not known whether the line itself is explained: null if nothing in it is. */
export function* certified(explainer: Explainer, actions: readonly number[], goal: number): Slices<Found | null> {
  for (let length = 1; length <= actions.length; length++) {
    for (const taken of subsequences(explainer, actions, length, goal)) {
      const explained = yield* explainAll(explainer, taken)
      if (explained !== null) return { acts: explained, utility: utilityAfter(explainer, taken) }
    }
  }
  return null
}

function utilityAfter({ context }: Explainer, actions: readonly number[]): number {
  return context.utility(context.author, actions.reduce((state, action) => context.happen(state, action), context.initial))
}

/** The possible subsequences of this length that reach the goal and improve on the start, leftmost acts first. */
function* subsequences(explainer: Explainer, actions: readonly number[], length: number, goal: number): Generator<readonly number[], void, void> {
  const { context } = explainer
  const start = context.utility(context.author, context.initial)
  function* from(state: StateId, at: number, taken: readonly number[]): Generator<readonly number[], void, void> {
    if (taken.length === length) {
      const utility = context.utility(context.author, state)
      if (utility > start && utility >= goal) yield taken
      return
    }
    for (let i = at; i <= actions.length - (length - taken.length); i++) {
      if (!context.isPossible(state, actions[i])) continue
      const after = context.happen(state, actions[i])
      if (after >= 0) yield* from(after, i + 1, [...taken, actions[i]])
    }
  }
  yield* from(context.initial, 0, [])
}

/** A line with a reason for everybody in every act; null if somebody has none. */
function* explainAll(explainer: Explainer, actions: readonly number[]): Slices<readonly ExplainedAct[] | null> {
  const { context } = explainer
  const acts: ExplainedAct[] = []
  let state = context.initial
  for (const action of actions) {
    const reasons = yield* explainer.explainOthers(state, action, -1, context.bounds.character)
    if (reasons === null) return null
    acts.push({ action, reasons })
    state = context.happen(state, action)
  }
  return acts
}
