/**
 * One search among several: bounded in visits, ended when its time is over, and what came of it in one word.
 */
import type { Problem, Solution, Slices } from "@dramaturg/model"
import { groundingNotes } from "../search/notes.js"
import type { StoppedBy } from "../search/contract.js"
import type { StatedLimits } from "../search/limits.js"
import { startSearch } from "../search/search.js"

export type Found =
  | { readonly story: Solution }
  | { readonly limit: StoppedBy | "effort" }
  | "exhausted"
  | "impossible"

export function* storyOf(
  problem: Problem,
  { limits, goal }: { readonly limits?: StatedLimits; readonly goal?: number },
  most: number,
  isOver: () => boolean,
): Slices<Found> {
  if (groundingNotes(problem).some((each) => each.severity === "error" || each.code === "goal-out-of-reach"))
    return "impossible"
  const search = startSearch(problem, { goal, limits, maxVisited: most })
  while (search.status === "searching") {
    if (isOver()) return { limit: "time" }
    search.step(1)
    yield
  }
  if (search.status === "solved")
    return search.undecided ? { limit: "effort" } : { story: search.story!.solution }
  return search.status === "exhausted" ? "exhausted" : { limit: search.limit! }
}
