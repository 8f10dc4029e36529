/** Tells a story that is there already in another manner. Nothing is searched for again. */
import type { Fabula, Manner, Telling } from "@dramaturg/model"
import type { Job } from "@dramaturg/web/job"
import type { World } from "../protocol.js"
import { readWorld } from "@dramaturg/web/read-world"
import { tell } from "@dramaturg/web/tell"

export const retell: Job<
  { readonly world: World; readonly fabula: Fabula; readonly manner: Manner },
  { readonly telling: Telling | null }
> = async ({ world, fabula, manner }) => {
  const { problem } = readWorld(world)
  return { telling: problem ? tell(fabula, problem, manner) : null }
}
