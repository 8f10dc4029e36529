/**
 * Has a plan an idle step? (D23.) It has if, from some point on, leaving one act out, a subsequence of the rest is still
 * possible, explained, and ends in exactly the same utility.
 *
 * Possibility and utility are asked first, of all subsequences; the few that pass are then asked to be explained.
 */
import type { StateId } from "../belief/space.js"
import type { Explainer, Slices } from "./explain.js"

/** `states[i]` is where `actions[i]` is taken. `owner` -1: the author, whose acts need no reason of their own. */
export interface Line {
  readonly states: readonly StateId[]
  readonly actions: readonly number[]
  readonly owner: number
  readonly horizon: number
  /** The utility that the whole line ends in. */
  readonly target: number
}

interface Taken {
  readonly state: StateId
  readonly action: number
}

export function* isMinimal(explainer: Explainer, line: Line): Slices<boolean> {
  for (let i = 0; i < line.actions.length; i++) {
    for (const shortcut of shortcuts(explainer, line, line.states[i], i + 1, [])) {
      if (yield* isExplained(explainer, line, shortcut)) return false
    }
  }
  return true
}

/** All subsequences of the acts from index `from` on that are possible from `state` and end in the target utility. */
function* shortcuts(
  explainer: Explainer,
  line: Line,
  state: StateId,
  from: number,
  taken: readonly Taken[],
): Generator<readonly Taken[], void, void> {
  const { context } = explainer
  const who = line.owner < 0 ? context.author : line.owner
  if (context.utility(who, state) === line.target) yield taken
  for (let j = from; j < line.actions.length; j++) {
    const action = line.actions[j]
    if (!context.isPossible(state, action)) continue
    const after = context.happen(state, action)
    if (after >= 0) yield* shortcuts(explainer, line, after, j + 1, [...taken, { state, action }])
  }
}

function* isExplained(explainer: Explainer, line: Line, taken: readonly Taken[]): Slices<boolean> {
  const { context } = explainer
  for (const { state, action } of taken) {
    const isOwn = line.owner >= 0 && context.task.actions[action].consenting.includes(line.owner)
    if (isOwn && !(context.utility(line.owner, state) < line.target)) return false
  }
  for (const { state, action } of taken) {
    if ((yield* explainer.explainOthers(state, action, line.owner, line.horizon)) === null) return false
  }
  return true
}
