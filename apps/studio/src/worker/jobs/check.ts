/** Reads a world for the remarks on it, and for what it declares. */
import { charactersOf } from "@dramaturg/model"
import type { Job } from "../job.js"
import { readWorld } from "../read-world.js"

export const check: Job<"check"> = async ({ world }) => {
  const began = performance.now()
  const { problem, diagnostics } = readWorld(world)
  return {
    name: problem?.name ?? null,
    doc: problem?.doc ?? null,
    diagnostics,
    characters: problem ? charactersOf(problem) : [],
    rules: problem ? [...problem.actions, ...problem.triggers.filter((each) => !each.isHidden)].map((each) => each.name) : [],
    milliseconds: performance.now() - began,
  }
}
