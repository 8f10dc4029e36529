/** Tells a story that is there already in another manner. Nothing is searched for again. */
import type { Fabula, Manner, Telling } from "@dramaturg/model"
import type { Job } from "../job.js"
import type { World } from "../protocol.js"
import { readWorld } from "../read-world.js"
import { tell } from "../tell.js"

export const retell: Job<
  { readonly world: World; readonly fabula: Fabula; readonly manner: Manner },
  { readonly telling: Telling | null }
> = async ({ world, fabula, manner }) => {
  const { problem } = readWorld(world)
  return { telling: problem ? tell(fabula, problem, manner) : null }
}
