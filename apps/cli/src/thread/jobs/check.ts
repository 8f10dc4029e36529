/** Reads a world and makes it ground, for the remarks on both. */
import { groundingNotes } from "@dramaturg/engine"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const check: Work<"check"> = async ({ world }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (problem) report({ diagnostics: [...diagnostics, ...groundingNotes(problem)] })
}
