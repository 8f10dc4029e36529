/**
 * A world set up so that a story can be followed in it step by step: the judge's worlds, which know nothing of any search.
 *
 * How deep minds have to be is not known beforehand. Whoever works in a scene may find it too shallow (`Deeper`); then all is
 * done again in a deeper one. In the deepest, nothing is told of what lies beyond (`told`), and nothing is decided by it (`decided`).
 */
import { type Problem, printValue } from "@dramaturg/model"
import type { Action } from "../judge/event.js"
import type { Fluent } from "../judge/formula.js"
import { Endless, settleDeeply } from "../judge/happen.js"
import { nestingOf } from "../judge/nesting.js"
import { type Stage, cleared, setStage } from "../judge/stage.js"
import { worldFrom } from "../judge/start.js"
import { type Cell, beyond } from "../judge/facts.js"
import { Deeper, type World } from "../judge/world.js"
import { deeper, MOST_LEVELS, NotWithinLimits } from "../levels.js"

export interface Scene {
  readonly stage: Stage
  readonly start: World
  /** Minds are never followed deeper than here. */
  readonly isDeepest: boolean
}

/** Where so many worlds were made, deeper ones are not: each level may multiply them by the number of people. */
const MANY_WORLDS = 200_000

/** Scenes kept from before, and the last that sufficed: by depth, where the next work of the same kind begins. */
export interface Scenes {
  readonly byDepth: Map<number, Scene>
  first?: Scene
}

/**
 * What `work` makes of a scene in which minds are at least so deep. Throws what no depth mends: `NotWithinLimits` if something is decided
 * by what lies beyond the deepest.
 */
export function inScene<R>(problem: Problem, levels: number, work: (scene: Scene) => R, stage: Stage = setStage(problem), scenes: Scenes = { byDepth: new Map() }): R {
  const nesting = nestingOf(problem)
  const open = (depth: number): Scene => {
    const scene = scenes.byDepth.get(depth) ?? openScene(stage, depth)
    scenes.byDepth.set(depth, scene)
    return scene
  }
  try {
    for (let scene = scenes.first ?? open(Math.min(MOST_LEVELS, levels + nesting + 1)); ; scene = next(scene, nesting, open)) {
      scenes.first = scene
      try {
        return work(scene)
      } catch (error) {
        if (!(error instanceof Deeper)) throw error
        if (scene.isDeepest) throw new NotWithinLimits()
      }
    }
  } catch (error) {
    throw error instanceof Endless ? new Error("At the start, triggers set one another off without end. Ask groundingNotes first.") : error
  }
}

function next(scene: Scene, nesting: number, open: (depth: number) => Scene): Scene {
  const isWide = scene.stage.memory.worlds.made > MANY_WORLDS
  return isWide ? { ...scene, isDeepest: true } : open(deeper(scene.start.depth, nesting)!)
}

function openScene(setting: Stage, depth: number): Scene {
  const stage = cleared(setting)
  const start = settleDeeply(stage, worldFrom(stage.setting, stage.tables, stage.memory.worlds, depth))
  return { stage, start, isDeepest: depth >= MOST_LEVELS }
}

/** A value that is told; `beyond` only where no scene is deeper, and then nothing is to be told of it. */
export function told({ isDeepest }: Pick<Scene, "isDeepest">, value: Cell): Cell {
  if (value === beyond && !isDeepest) throw new Deeper()
  return value
}

/** What decides something; undefined only where no scene is deeper, and then it is not within the limits. */
export function decided(scene: Pick<Scene, "isDeepest">, value: Cell): boolean | undefined {
  return told(scene, value) === beyond ? undefined : value === true
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

/** Two actions may share a label: then the first that is possible is meant. Undefined: no such action is left in this world. */
export function actionNamed({ stage }: Scene, label: string, world: World): Action | undefined {
  const readings = stage.actionsByLabel.get(label) ?? []
  return readings.find((each) => each.precondition(world) === true) ?? readings[0]
}

export function fluentLabel(problem: Problem, { property, arguments: values }: Fluent): string {
  return `${problem.properties[property].name}(${values.map(printValue).join(", ")})`
}
