/**
 * The check context: the ground task, the world in which the story begins, the limits, and the prover for
 * what is not attached.
 */
import type { Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { after, isPossible, prepareAfter } from "../semantics/happen.js"
import { utility } from "../semantics/utility.js"
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
 * The world after an act, or undefined where the act is not possible (D17). In the author's plan (owner null)
 * it is what happens, in a character's plan what the character can foresee (D33).
 */
export function taken(
  { task }: CheckContext,
  world: World,
  act: Action,
  owner: number | null,
): World | undefined {
  if (!isPossible(world, act)) return undefined
  return after(owner === null ? task : (task.foreseen ?? task), world, act) ?? undefined
}

/** Does, in slices, most of the work of a call of `taken` that follows. */
export function* prepareTaken(
  { task }: CheckContext,
  world: World,
  act: Action,
  owner: number | null,
): Slices<void> {
  if (act.precondition(world) === true)
    yield* prepareAfter(owner === null ? task : (task.foreseen ?? task), world, act)
}

/** The utility of a world for a character, or for the author (`owner` null). */
export function utilityOf({ task }: CheckContext, world: World, owner: number | null): number {
  return utility(task, world, owner)
}
