/** Reads a world and makes it ground, for the remarks on both. */
import type { Work } from "../protocol.js"
import { readSound } from "./read-world.js"

export const check: Work<"check"> = async ({ world }, report) => {
  readSound(world, report)
}
