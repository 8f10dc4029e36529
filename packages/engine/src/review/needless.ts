/** Which acts of a possible story it could do without (D24 S4, S5), as the checker sees it. */
import type { Problem, Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import type { World } from "../semantics/world.js"
import { settle, after } from "../semantics/happen.js"
import type { Bounds } from "../check/context.js"
import { OutOfEffort } from "../check/prover.js"
import { NotWithinLimits } from "../levels.js"
import { proofContext } from "../prove/context.js"
import { Effort } from "../prove/effort.js"
import { isExplainedToOthers } from "../prove/motives.js"
import { shortcuts } from "../prove/shortcuts.js"
import { actionNamed, inScene, type Scene } from "../replay/scene.js"

export interface Needless {
  /** By act, from 0: what would do instead of it and all that follows. */
  readonly instead: ReadonlyMap<number, readonly string[]>
  /** False: the effort was over before all acts had been looked at. */
  readonly isWhole: boolean
}

/** `acts` must all be possible. */
export function* needlessActs(
  problem: Problem,
  acts: readonly string[],
  bounds: Bounds,
  looks: number,
  isOver: () => boolean,
): Slices<Needless> {
  const effort = new Effort()
  effort.begin(looks, isOver)
  const levels = Math.min(acts.length, bounds.belief) + 1
  try {
    return yield* needlessIn(problem, acts, bounds, effort, levels)
  } catch (error) {
    if (error instanceof NotWithinLimits) return { instead: new Map(), isWhole: false }
    throw error
  }
}

function* needlessIn(
  problem: Problem,
  acts: readonly string[],
  bounds: Bounds,
  effort: Effort,
  levels: number,
): Slices<Needless> {
  return yield* inScene(problem, levels, function* (scene) {
    const context = proofContext(scene.task, scene.start.depth, bounds.belief, effort)
    const instead = new Map<number, readonly string[]>()
    const line = { start: scene.start, acts: followed(scene, acts), owner: null }
    try {
      const makesSense = (world: World, act: Action): Slices<boolean> =>
        isExplainedToOthers(context, world, act, null, bounds.character)
      yield* shortcuts(context, line, makesSense, ({ without, acts }) => {
        instead.set(
          without,
          acts.map(({ label }) => label),
        )
        return false
      })
      return { instead, isWhole: true }
    } catch (error) {
      if (error instanceof OutOfEffort) return { instead, isWhole: false }
      throw error
    }
  })
}

function followed(scene: Scene, acts: readonly string[]): readonly Action[] {
  let world = scene.start
  return acts.map((label) => {
    const action = actionNamed(scene, label, world)!
    world = after(scene.task, world, action) ?? settle(scene.task, world)
    return action
  })
}
