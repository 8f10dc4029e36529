/** A world as its problem, without the places of the text that it was made from. */
import { withoutOrigins } from "@dramaturg/model"
import type { Work } from "../protocol.js"
import { readSound } from "./read-world.js"

export const compile: Work<"compile"> = async ({ world }, report) => {
  const sound = readSound(world, report)
  if (sound) report({ compiled: withoutOrigins(sound.problem) })
}
