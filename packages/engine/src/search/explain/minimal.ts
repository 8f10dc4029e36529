/**
 * Has a plan an idle act? (D23.) An act is idle if, without it, a subsequence of what follows is still
 * possible from where the act was taken, is explained, and ends in exactly the same utility. A plan is
 * minimal if none of its acts is idle.
 *
 * Whether an act is idle depends on nothing before it. So plan extraction, which works backwards, gives up at
 * the first idle act, and with it every plan that ends in the same way.
 *
 * Possibility and utility are tested first, for all subsequences; only those that pass are tested for
 * explanations.
 */
import type { Slices } from "@dramaturg/model"
import type { StateId } from "../../belief/space.js"
import type { Explainer } from "./explain.js"

/**
 * The end of a plan: an act taken in `state`, followed by `rest`. `owner` -1: the author, whose acts need no
 * reason of the author's own.
 */
export interface Suffix {
  readonly state: StateId
  readonly rest: readonly number[]
  readonly owner: number
  readonly horizon: number
  /** The utility in which the whole plan ends. */
  readonly target: number
}

interface Taken {
  readonly state: StateId
  readonly action: number
}

/** Whether the act before `suffix.rest` is idle (D23). */
export function* isIdle(explainer: Explainer, suffix: Suffix): Slices<boolean> {
  for (const shortcut of shortcuts(explainer, suffix, suffix.state, 0, [])) {
    if (yield* isExplained(explainer, suffix, shortcut)) return true
  }
  return false
}

/**
 * The subsequences of the rest from index `from` on that are possible from `state` and end in the target
 * utility.
 */
function* shortcuts(
  explainer: Explainer,
  suffix: Suffix,
  state: StateId,
  from: number,
  taken: readonly Taken[],
): Generator<readonly Taken[], void, void> {
  const { context } = explainer
  const who = suffix.owner < 0 ? context.author : suffix.owner
  if (context.utility(who, state) === suffix.target) yield taken
  for (let j = from; j < suffix.rest.length; j++) {
    const action = suffix.rest[j]
    if (!context.isPossible(state, action)) continue
    const after = context.happen(state, action, suffix.owner)
    if (after >= 0) yield* shortcuts(explainer, suffix, after, j + 1, [...taken, { state, action }])
  }
}

function* isExplained(explainer: Explainer, suffix: Suffix, taken: readonly Taken[]): Slices<boolean> {
  const { context } = explainer
  for (const { state, action } of taken) {
    const isOwn = suffix.owner >= 0 && context.task.actions[action].consenting.includes(suffix.owner)
    if (isOwn && !(context.utility(suffix.owner, state) < suffix.target)) return false
  }
  for (const { state, action } of taken) {
    if ((yield* explainer.explainOthers(state, action, suffix.owner, suffix.horizon)) === null) return false
  }
  return true
}
