/** Writes a play down in another format. */
import { chroniclerOf, playable, startExploration, startSearch } from "@dramaturg/engine"
import { exporters, graphOfPlay } from "@dramaturg/exports"
import type { SpaceState } from "@dramaturg/model"
import { branchingOf } from "@dramaturg/telling"
import type { Job } from "../job.js"
import { readWorld } from "../read-world.js"
import { breathe, within } from "../slices.js"

const SCRIPT_VISITS = 20_000
const MOST_PLACES = 2000

export const carry: Job<"carry"> = async ({ world, as, to, budget }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is a mistake in the text; it has to be mended first." }
  const search = startSearch(problem, { maxVisited: SCRIPT_VISITS })
  while (search.status === "searching") {
    search.step(100)
    await breathe(helm)
  }
  const exploration = startExploration(problem, { as, script: search.story?.solution, maxVisited: MOST_PLACES, depth: null, ...within(budget.milliseconds) })
  const states: SpaceState[] = []
  while (exploration.status === "exploring") {
    exploration.step(20)
    states.push(...exploration.take())
    helm.tell({ stage: "searching", visited: states.length })
    await breathe(helm)
  }
  const game = playable(problem, as)
  const write = chroniclerOf(game)
  const work = branchingOf(game, { head: exploration.head, states, foot: exploration.foot! }, (past) => write({ plan: past, explanations: [] }))
  for (let written = 1; ; written++) {
    const { done, value } = work.next()
    if (done) {
      const format = exporters.find((each) => each.name === to)!
      const text = format.write(format.from === "graph" ? graphOfPlay(value) : value)
      const cut = exploration.foot!.states - states.length
      return { kind: "carried", text, name: `${problem.name}-${as.toLowerCase()}${format.extension}`, places: states.length, missing: cut > 0 ? `${cut} places are missing: there are too many to write them all.` : null }
    }
    if (written % 5 === 0) {
      helm.tell({ stage: "writing", visited: written })
      await breathe(helm)
    }
  }
}
