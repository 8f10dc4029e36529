/** Reads a world for the remarks on it, and for what it declares. */
import { askCheck } from "@dramaturg/analysis"
import { hasErrors } from "@dramaturg/model"
import { resultOf } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { Checked, World } from "../protocol.js"
import { readScenarios } from "../read-scenarios.js"
import { readWorld } from "@dramaturg/web/read-world"

export const check: Job<{ readonly world: World }, Checked> = async ({ world }, context) => {
  const began = performance.now()
  const result = await resultOf(askCheck(readWorld(world), {}), context)
  // A file that includes a world with errors has the same errors and would only repeat them.
  const besides = hasErrors(result.diagnostics) ? [] : readScenarios(world).diagnostics
  return { ...result, besides, milliseconds: performance.now() - began }
}
