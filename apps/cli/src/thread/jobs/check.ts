/** Reads a world and makes it ground, for the remarks on both and for what it declares. */
import { askCheck } from "@dramaturg/analysis"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"
import { stepThrough } from "./slices.js"

export const check: Work<"check"> = async ({ world }, report) => {
  const question = askCheck(readWorld(world, report), {})
  stepThrough(question, () => {})
  report(question.result!)
}
