/** What a plan is checked in: the ground problem, the world in which the story begins, the limits, and who proves what is not attached. */
import type { Action } from "../semantics/event.js"
import { type GroundTask, utility } from "../semantics/ground-task.js"
import { after, isPossible } from "../semantics/happen.js"
import type { World } from "../semantics/world.js"
import type { Prover } from "./prover.js"

/** Infinity: no limit. */
export interface Bounds {
  readonly author: number
  readonly character: number
  readonly belief: number
}

export interface CheckContext {
  readonly task: GroundTask
  readonly bounds: Bounds
  readonly start: World
  readonly prover: Prover
}

/** How many believers deep a world is (D1). */
export function depthOf({ start }: CheckContext, world: World): number {
  return start.depth - world.depth
}

/**
 * The world after an act, or undefined where it is not possible (D17): in the author's line (owner null) what happens, in a plan
 * what can be foreseen (D33).
 */
export function taken({ task }: CheckContext, world: World, act: Action, owner: number | null): World | undefined {
  if (!isPossible(world, act)) return undefined
  return after(owner === null ? task : (task.foreseen ?? task), world, act) ?? undefined
}

/** `owner` null: the author. */
export function utilityOf({ task }: CheckContext, world: World, owner: number | null): number {
  return utility(task, world, owner)
}
