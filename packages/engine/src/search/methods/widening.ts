/**
 * Widening: beside the whole search, quicker ones within smaller limits, and greedier ones.
 *
 * Most of the work at generous limits goes into refuting reasons that no story needs; reasons that exist are mostly short and
 * shallow. What a small lane finds is a guess: a reason that holds within small limits may have an idle step within larger
 * ones (explained-ness is not monotone), so it is certified within the limits that were asked for before it is shown. No lane
 * but the whole one may ever say "none".
 */
import type { Bounds } from "../limits.js"
import type { LanePlan, Method } from "./method.js"

export const widening: Method = {
  name: "widening",
  lanes: (bounds) => [{ bounds, weight: 0, eager: false }, ...proposals(bounds)],
}

/** How minds are narrowed (levels of belief, acts in mind), and how greedy the search is there. */
const NARROW: readonly (readonly [belief: number, character: number, weight: number])[] = [
  [1, 3, 5],
  [1, 5, 5],
  [1, 8, 1],
  [2, 5, 5],
]

function proposals(bounds: Bounds): readonly LanePlan[] {
  const plans: LanePlan[] = [{ bounds, weight: 5, eager: false }]
  for (const [belief, character, weight] of NARROW) {
    const narrow = { author: bounds.author, belief: Math.min(belief, bounds.belief), character: Math.min(character, bounds.character) }
    const isNew = plans.every((each) => each.bounds.belief !== narrow.belief || each.bounds.character !== narrow.character)
    if (isNew) plans.push({ bounds: narrow, weight, eager: false })
  }
  return plans
}
