/** Which of many stories differ most. */
import type { Solution } from "@dramaturg/model"

/**
 * At most `most` of the stories: the shortest one of each collection of acts, then the same acts in other
 * orders, short before long.
 */
export function mostDifferent<Story extends { readonly solution: Solution }>(
  stories: readonly Story[],
  most: number,
): readonly Story[] {
  const byLength = [...stories].sort((a, b) => a.solution.plan.length - b.solution.plan.length)
  const seen = new Set<string>()
  const [others, reordered]: [Story[], Story[]] = [[], []]
  for (const each of byLength) {
    const key = [...each.solution.plan].sort().join()
    if (seen.has(key)) reordered.push(each)
    else others.push(each)
    seen.add(key)
  }
  return [...others, ...reordered].slice(0, most)
}

/**
 * How one story differs from another: acts that only one has, each as often as it has it more; or another
 * order.
 */
export interface Difference {
  readonly onlyHere: readonly string[]
  readonly missing: readonly string[]
  /** The acts are the same, and from this one on (from 1) they come in another order. */
  readonly reorderedAt: number | null
}

/** The difference of `plan` from the plan `from`, as acts or as an order. */
export function differenceOf(plan: readonly string[], from: readonly string[]): Difference {
  const [onlyHere, missing] = [without(plan, from), without(from, plan)]
  const at = plan.findIndex((each, i) => each !== from[i])
  return { onlyHere, missing, reorderedAt: onlyHere.length + missing.length === 0 && at >= 0 ? at + 1 : null }
}

function without(acts: readonly string[], gone: readonly string[]): readonly string[] {
  const left = [...gone]
  return acts.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
