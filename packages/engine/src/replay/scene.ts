/**
 * A world set up so that a story can be followed in it step by step: in the checker's worlds, which know
 * nothing of any search. The problem has been made ground once, for the checker; each scene only makes worlds
 * of its own.
 *
 * How deep minds have to be is not known beforehand. Work in a scene may find it too shallow (`Deeper`); then
 * all is done again in a deeper one. In the deepest, nothing is told of what lies beyond (`sayable`), and
 * nothing is decided by it (`decided`).
 */
import type { Problem, Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import { Endless, settleDeeply } from "../semantics/happen.js"
import { nestingOf } from "../verify/nesting.js"
import { type GroundTask, fresh } from "../semantics/ground-task.js"
import { worldFrom } from "../semantics/start.js"
import { type Cell, beyond } from "../semantics/facts.js"
import { Deeper, type World } from "../semantics/world.js"
import { deeper, MOST_LEVELS, NotWithinLimits } from "../levels.js"
import { indexTask } from "../prove/event-index.js"

export interface Scene {
  readonly task: GroundTask
  readonly start: World
  /** Minds are never followed deeper than here. */
  readonly isDeepest: boolean
}

/**
 * Where so many worlds were made, deeper ones are not: each level may multiply them by the number of people.
 */
const MANY_WORLDS = 200_000

/**
 * Scenes kept from before, and the last that sufficed: by depth, where the next work of the same kind begins.
 */
export interface Scenes {
  readonly byDepth: Map<number, Scene>
  first?: Scene
}

/**
 * What `work` makes of a scene in which minds are at least so deep. Throws what no depth mends:
 * `NotWithinLimits` if something is decided by what lies beyond the deepest.
 */
export function* inScene<R>(
  problem: Problem,
  levels: number,
  work: (scene: Scene) => Slices<R>,
  given?: GroundTask,
  scenes: Scenes = { byDepth: new Map() },
): Slices<R> {
  const task = given ?? (yield* indexTask(problem))
  const nesting = nestingOf(problem)
  const open = function* (depth: number): Slices<Scene> {
    const scene = scenes.byDepth.get(depth) ?? (yield* openScene(task, depth))
    scenes.byDepth.set(depth, scene)
    return scene
  }
  try {
    for (
      let scene = scenes.first ?? (yield* open(Math.min(MOST_LEVELS, levels + nesting + 1)));
      ;
      scene = yield* next(scene, nesting, open)
    ) {
      scenes.first = scene
      try {
        return yield* work(scene)
      } catch (error) {
        if (!(error instanceof Deeper)) throw error
        if (scene.isDeepest) throw new NotWithinLimits()
      }
    }
  } catch (error) {
    throw error instanceof Endless
      ? new Error("At the start, triggers set one another off without end. Ask groundingNotes first.")
      : error
  }
}

function* next(scene: Scene, nesting: number, open: (depth: number) => Slices<Scene>): Slices<Scene> {
  const isWide = scene.task.memory.worlds.made > MANY_WORLDS
  return isWide ? { ...scene, isDeepest: true } : yield* open(deeper(scene.start.depth, nesting)!)
}

function* openScene(ground: GroundTask, depth: number): Slices<Scene> {
  const task = fresh(ground)
  yield
  const start = yield* settleDeeply(task, worldFrom(task.setting, task.tables, task.memory.worlds, depth))
  return { task, start, isDeepest: depth >= MOST_LEVELS }
}

/** A value that is told; `beyond` only where no scene is deeper, and then nothing is to be told of it. */
export function sayable({ isDeepest }: Pick<Scene, "isDeepest">, value: Cell): Cell {
  if (value === beyond && !isDeepest) throw new Deeper()
  return value
}

/** What decides something; undefined only where no scene is deeper, and then it is not within the limits. */
export function decided(scene: Pick<Scene, "isDeepest">, value: Cell): boolean | undefined {
  return sayable(scene, value) === beyond ? undefined : value === true
}

/** The same of a reader that finds out by itself that a world is too shallow. */
export function unlessBeyond<R>({ isDeepest }: Pick<Scene, "isDeepest">, read: () => R): R | undefined {
  try {
    return read()
  } catch (error) {
    if (isDeepest && error instanceof Deeper) return undefined
    throw error
  }
}

/**
 * Two actions may share a label: then the first that is possible is meant. Undefined: no such action is left
 * in this world.
 */
export function actionNamed({ task }: Scene, label: string, world: World): Action | undefined {
  const readings = task.actionsByLabel.get(label) ?? []
  return readings.find((each) => each.precondition(world) === true) ?? readings[0]
}
