/**
 * A world set up so that a story can be followed in it step by step: the judge's worlds, which know nothing of any search.
 *
 * How deep minds have to be is not known beforehand. Whoever works in a scene may find it too shallow (`Deeper`); then all is
 * done again in a deeper one.
 */
import { type Problem, printValue } from "@dramaturg/model"
import type { Action } from "../judge/event.js"
import type { Fluent } from "../judge/formula.js"
import { Endless, settleDeeply } from "../judge/happen.js"
import { nestingOf } from "../judge/nesting.js"
import { type Stage, cleared, setStage } from "../judge/stage.js"
import { worldFrom } from "../judge/start.js"
import { Deeper, type World } from "../judge/world.js"

export interface Scene {
  readonly stage: Stage
  readonly start: World
}

const DEEPEST = 24

/** What `work` makes of a scene in which minds are at least so deep. Throws what no depth mends. `scenes`: kept from before, by depth. */
export function inScene<R>(problem: Problem, levels: number, work: (scene: Scene) => R, stage: Stage = setStage(problem), scenes: Map<number, Scene> = new Map()): R {
  for (let depth = Math.min(DEEPEST, levels + nestingOf(problem) + 1); ; depth++) {
    try {
      const scene = scenes.get(depth) ?? openScene(stage, depth)
      scenes.set(depth, scene)
      return work(scene)
    } catch (error) {
      if (error instanceof Endless) throw new Error("At the start, triggers set one another off without end. Ask groundingNotes first.")
      if (!(error instanceof Deeper)) throw error
      if (depth >= DEEPEST) throw new Error(`What happens depends on what people believe of one another more than ${DEEPEST} levels deep.`)
    }
  }
}

function openScene(setting: Stage, depth: number): Scene {
  const stage = cleared(setting)
  return { stage, start: settleDeeply(stage, worldFrom(stage.setting, stage.tables, stage.memory.worlds, depth)) }
}

/** Two actions may share a label: then the first that is possible is meant. Undefined: no such action is left in this world. */
export function actionNamed({ stage }: Scene, label: string, world: World): Action | undefined {
  const readings = stage.actionsByLabel.get(label) ?? []
  return readings.find((each) => each.precondition(world) === true) ?? readings[0]
}

export function fluentLabel(problem: Problem, { property, arguments: values }: Fluent): string {
  return `${problem.properties[property].name}(${values.map(printValue).join(", ")})`
}
