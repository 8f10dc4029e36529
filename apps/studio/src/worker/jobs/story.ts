/** Looks for a story of a world; what is found is written down, told, and handed over with everybody's reasons. */
import { type Search, startSearch, WarmEngine } from "@dramaturg/engine"
import { hasErrors } from "@dramaturg/model"
import type { Helm, Job } from "../job.js"
import type { NoStory } from "../protocol.js"
import { readWorld } from "../read-world.js"
import { breathe, nudge, within } from "../slices.js"
import { written } from "../write-down.js"

/** It remembers what it found out, so the next story of nearly the same world comes sooner, and stays the same where it can. */
let engine = new WarmEngine()

export const story: Job<"story"> = async ({ world, budget, seed, manner }, helm) => {
  const began = performance.now()
  const elapsed = (): number => (performance.now() - began) / 1000
  helm.tell({ stage: "reading" })
  const { problem, diagnostics } = readWorld(world)
  if (!problem) return { kind: "torn", diagnostics: diagnostics.filter((each) => hasErrors([each])) }
  helm.tell({ stage: "preparing" })
  await breathe(helm)
  const options = { ...within(budget.milliseconds), memoryMiB: budget.mebibytes, seed }
  const search = seed === 0 ? engine.search(problem, options) : startSearch(problem, options)
  await follow(search, helm, elapsed)
  if (search.status !== "solved") {
    // What is full is let go of; the next search begins anew.
    if (search.limit === "memory") engine = new WarmEngine()
    return noneOf(search, elapsed())
  }
  helm.tell({ stage: "writing", visited: search.progress.visited })
  await breathe(helm)
  const { solution, utility } = search.story!
  return { ...written(problem, solution, manner, world.texts), isShortest: search.shortest, isUndecided: search.undecided, utility, seconds: elapsed() }
}

async function follow(search: Search, helm: Helm, elapsed: () => number): Promise<void> {
  const tellMore = (): void => helm.tell({
    stage: "searching", visited: search.progress.visited, seconds: elapsed(), mebibytes: Math.round(search.progress.bytes / 2 ** 20), depth: search.progress.depth,
  })
  tellMore()
  await nudge(helm, {
    step: (visits) => {
      search.step(visits)
      return search.status !== "searching"
    },
    tell: tellMore,
  })
}

function noneOf({ status, limit, progress }: Search, seconds: number): NoStory {
  return { kind: "none", proof: status === "exhausted" ? "exhausted" : "limited", limit, visited: progress.visited, seconds }
}
