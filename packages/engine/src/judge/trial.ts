/** One plan before the judge: within which limits, at which depth of minds, with how much effort left. */
import type { Action } from "./event.js"
import { after, isPossible } from "./happen.js"
import { type Stage, openIn, utility } from "./stage.js"
import type { World } from "./world.js"

/** Infinity: no limit. */
export interface Bounds {
  readonly author: number
  readonly character: number
  readonly belief: number
}

export interface Trial {
  readonly stage: Stage
  readonly bounds: Bounds
  readonly start: World
  /** Looks into an act in a world that may still be taken; counted down. */
  readonly effort: { left: number }
  readonly reasons: Map<string, boolean>
  readonly outlooks: Map<string, readonly Prospect[]>
}

/** An act that can be taken, and where it leads. */
export interface Prospect {
  readonly act: Action
  readonly world: World
}

/** Thrown when the judge has looked at as much as it was allowed to. */
export class OutOfEffort extends Error {}

export function spend(trial: Trial): void {
  if (trial.effort.left-- <= 0) throw new OutOfEffort()
}

/** How many believers deep a world is (D1). */
export function depthOf(trial: Trial, world: World): number {
  return trial.start.depth - world.depth
}

/** The world after an act, or undefined where the act is not possible (D17). */
export function taken(trial: Trial, world: World, act: Action): World | undefined {
  return isPossible(world, act) ? (after(trial.stage, world, act) ?? undefined) : undefined
}

/** `owner` null: the author. */
export function worth(trial: Trial, world: World, owner: number | null): number {
  return utility(trial.stage, world, owner)
}

/** Every act that somebody consents to and whose precondition holds here. */
export function actsOfSomebody({ stage }: Trial, world: World): readonly Action[] {
  const known = stage.memory.possible.get(world)
  if (known !== undefined) return known
  const open = openIn(stage.memory.openActions, stage.actions, world)
  const acts = open.filter((each) => each.consenting.length > 0 && isPossible(world, each))
  stage.memory.possible.set(world, acts)
  return acts
}
