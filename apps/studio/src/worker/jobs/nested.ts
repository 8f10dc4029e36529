/** Writes a story down once more, with what people believe of one another's beliefs. */
import { chronicle } from "@dramaturg/engine"
import type { Job } from "../job.js"
import { readWorld } from "../read-world.js"
import { breathe } from "../slices.js"

export const nested: Job<"nested"> = async ({ world, plan }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is a mistake in the text; it has to be mended first." }
  await breathe(helm)
  return { kind: "nested", fabula: chronicle(problem, { plan, explanations: [] }, { depth: 2 }) }
}
