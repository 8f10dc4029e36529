/** What a world is worth to somebody (D21). */
import { beyond } from "./facts.js"
import type { GroundTask } from "./ground-task.js"
import { Deeper, type World } from "./world.js"

/**
 * The utility of a world (D21). NaN stands for unknown, which is neither higher nor lower than anything and
 * equals nothing. `who` null: the author. Throws `Deeper` where it lies beyond.
 */
export function utility(task: GroundTask, world: World, who: number | null): number {
  const worth = worthOf(task, world, who)
  if (worth === undefined) throw new Deeper()
  return worth
}

/** The same; undefined where it lies beyond. */
export function worthOf(
  { utilities, setting }: GroundTask,
  world: World,
  who: number | null,
): number | undefined {
  const value = utilities[who ?? setting.characters.length].read(world)
  if (value === beyond) return undefined
  return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : NaN
}
