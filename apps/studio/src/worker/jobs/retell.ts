/** Tells a story that is there already in another manner. Nothing is searched for again. */
import type { Job } from "../job.js"
import { readWorld } from "../read-world.js"
import { tell } from "../tell.js"

export const retell: Job<"retell"> = async ({ world, fabula, manner }) => {
  const { problem } = readWorld(world)
  return { telling: problem ? tell(fabula, problem, manner) : null }
}
