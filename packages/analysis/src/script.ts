/** The story that the manager of a play would like to tell. It goes without if none is found soon. */
import { startSearch } from "@dramaturg/engine"
import type { Problem, Solution } from "@dramaturg/model"
import type { Steps } from "./question.js"
import type { Bounds } from "./world.js"

/** How long it is looked for: in visits, so that it is the same story everywhere. */
const SCRIPT_VISITS = 20_000

export function* scriptOf(problem: Problem, { goal, limits, clock, timeoutMs }: Bounds & { readonly goal?: number }): Steps<Solution | undefined> {
  const search = startSearch(problem, { goal, limits, clock, timeoutMs, maxVisited: SCRIPT_VISITS })
  while (search.status === "searching") search.step(yield { stage: "preparing", visited: search.progress.visited })
  return search.story?.solution
}
