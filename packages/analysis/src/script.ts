/**
 * Searches the reference plan of a play's drama manager; undefined if none is found within the node budget.
 */
import { startGrounding, startSearch } from "@dramaturg/engine"
import type { Problem, Solution } from "@dramaturg/model"
import { partDone, type Steps } from "./question.js"
import type { Bounds } from "./world.js"

/** The node budget, in visits and not in time, so that every machine finds the same plan. */
const SCRIPT_VISITS = 20_000

export function* scriptOf(
  problem: Problem,
  { goal, limits, clock, timeoutMs }: Bounds & { readonly goal?: number },
): Steps<Solution | undefined> {
  yield* partDone(startGrounding(problem), "preparing")
  const search = startSearch(problem, { goal, limits, clock, timeoutMs, maxVisited: SCRIPT_VISITS })
  while (search.status === "searching")
    search.step(yield { stage: "preparing", visited: search.progress.visited })
  return search.story?.solution
}
