/**
 * Widening: beside the whole search, quicker ones within smaller limits, in the order of their size.
 *
 * Most of the work at generous limits goes into refuting reasons that no story needs; reasons that exist are mostly short and
 * shallow. What a small lane finds is a guess: a reason that holds within small limits may have an idle step within larger
 * ones (explained-ness is not monotone), so it is certified within the limits that were asked for before it is shown. No lane
 * but the whole one may ever say "none". So a small lane may be greedy, and may give up a reason that takes long to find.
 */
import type { Bounds } from "../limits.js"
import type { MemberPlan, Method } from "./method.js"

export const portfolio: Method = {
  name: "widening",
  about: "the usual: beside the whole search quicker ones within smaller limits; its story need not be a shortest one",
  members: (bounds) => [{ bounds, weight: 0, eager: false, nodeBudget: Infinity }, ...proposals(bounds)],
}

/** So much does the estimate count in a greedy lane: less, and wishes that come in pairs are not found; more changes little. */
const WEIGHT = 3

/** How minds are narrowed: levels of belief, and acts in mind. */
const NARROW: readonly (readonly [belief: number, character: number])[] = [[1, 3], [2, 3], [1, 4], [2, 4], [1, 5], [2, 5]]

/**
 * How many nodes a long reason is worth: who would have one has it soon, or is lost among those who have none. The lane that
 * is so impatient is less greedy than the others: a way that it rules out wrongly must not be the only one it looks at.
 */
const NODE_BUDGET = 100
const BUDGETED_WEIGHT = 1

function proposals(bounds: Bounds): readonly MemberPlan[] {
  const plans: MemberPlan[] = []
  const propose = (belief: number, character: number, weight = WEIGHT, nodeBudget = Infinity): void => {
    const narrow = { author: bounds.author, belief: Math.min(belief, bounds.belief), character: Math.min(character, bounds.character) }
    const isNew = plans.every((each) => each.bounds.belief !== narrow.belief || each.bounds.character !== narrow.character)
    if (isNew) plans.push({ bounds: narrow, weight, eager: false, nodeBudget })
  }
  for (const [belief, character] of NARROW) propose(belief, character)
  propose(1, bounds.character, BUDGETED_WEIGHT, NODE_BUDGET)
  propose(bounds.belief, bounds.character)
  return plans
}
