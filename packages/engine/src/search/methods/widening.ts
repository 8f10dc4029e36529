/**
 * The method `widening`: beside the complete search it runs quicker ones within smaller
 * limits, in the order of size.
 *
 * Most of the work at generous limits goes into refuting reasons that no story needs, while reasons that
 * exist are mostly short and shallow. A story found within small limits is only a proposal: a reason within
 * small limits may have an idle step within larger ones (explained-ness is not monotone), so the checker
 * certifies it within the requested limits before it is shown. Only the complete member may conclude that
 * there is no story. So the others may be greedy, and may give up a reason that takes long to find.
 */
import type { Bounds } from "../limits.js"
import type { MemberPlan, Method } from "./method.js"

export const widening: Method = {
  name: "widening",
  about:
    "the usual: beside the whole search quicker ones within smaller limits; its story need not be a shortest one",
  members: (bounds) => [{ bounds, weight: 0, eager: false, nodeBudget: Infinity }, ...proposals(bounds)],
}

/**
 * The weight of the estimate in a greedy member. With less, utilities that need two things at once are not
 * reached; more changes little.
 */
const WEIGHT = 3

/** The smaller limits: levels of belief, and acts in a character's plan. */
const NARROW: readonly (readonly [belief: number, character: number])[] = [
  [1, 3],
  [2, 3],
  [1, 4],
  [2, 4],
  [1, 5],
  [2, 5],
]

/**
 * The node budget of the member that keeps the character limit: a reason that exists is mostly found soon.
 * This member is less greedy than the others, because a wrongly refuted reason must not leave it with only
 * one plan to pursue.
 */
const NODE_BUDGET = 100
const BUDGETED_WEIGHT = 1

function proposals(bounds: Bounds): readonly MemberPlan[] {
  const plans: MemberPlan[] = []
  const propose = (belief: number, character: number, weight = WEIGHT, nodeBudget = Infinity): void => {
    const narrow = {
      author: bounds.author,
      belief: Math.min(belief, bounds.belief),
      character: Math.min(character, bounds.character),
    }
    const isNew = plans.every(
      (each) => each.bounds.belief !== narrow.belief || each.bounds.character !== narrow.character,
    )
    if (isNew) plans.push({ bounds: narrow, weight, eager: false, nodeBudget })
  }
  for (const [belief, character] of NARROW) propose(belief, character)
  propose(1, bounds.character, BUDGETED_WEIGHT, NODE_BUDGET)
  propose(bounds.belief, bounds.character)
  return plans
}
