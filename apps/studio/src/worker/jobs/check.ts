/** Reads a world for the remarks on it, and for what it declares. */
import { charactersOf } from "@dramaturg/model"
import type { Job } from "../job.js"
import type { Checked, World } from "../protocol.js"
import { readScenarios } from "../read-scenarios.js"
import { readWorld } from "../read-world.js"

export const check: Job<{ readonly world: World }, Checked> = async ({ world }) => {
  const began = performance.now()
  const { problem, diagnostics } = readWorld(world)
  const isTorn = diagnostics.some((each) => each.severity === "error")
  // A file that includes a world with errors has the same errors and would only repeat them.
  const besides = isTorn ? [] : readScenarios(world).diagnostics
  return {
    name: problem?.name ?? null,
    doc: problem?.doc ?? null,
    diagnostics, besides,
    characters: problem ? charactersOf(problem) : [],
    rules: problem ? [...problem.actions, ...problem.triggers.filter((each) => !each.isHidden)].map((each) => each.name) : [],
    milliseconds: performance.now() - began,
  }
}
