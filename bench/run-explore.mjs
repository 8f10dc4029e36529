/** The child for one exploration of one world, in a process of its own. */
import { compiled, obey } from "./child.mjs"
import { doorOf } from "./snapshot.mjs"

obey(run)

async function run({ folder, text, file, options, states }) {
  const { compileStory } = await doorOf({ folder }, "language")
  const { startExploration } = await doorOf({ folder }, "engine")
  const problem = compiled(compileStory, text, file)
  const before = process.memoryUsage.rss()
  const began = performance.now()
  const { limits, timeoutMs } = options
  const exploration = startExploration(problem, {
    limits,
    depth: null,
    maxVisited: states,
    timeoutMs,
    clock: () => performance.now(),
  })
  let kept = 0
  while (exploration.status === "exploring") {
    exploration.step(256)
    kept += exploration.take().length
  }
  const { counts, status, limit } = exploration
  return {
    status,
    limit,
    solved: status === "complete" || limit === "visits",
    visited: kept,
    states: counts.states,
    edges: counts.edges,
    depth: counts.depth,
    keptMiB: counts.bytes / 2 ** 20,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    grownMiB: (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20,
    ms: performance.now() - began,
  }
}
