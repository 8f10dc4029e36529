/** Why somebody consents: the plan in their mind, what it is worth to them, and where that mind is wrong. */
import type { Explanations, Motive, Step } from "@dramaturg/model"
import type { Action } from "../judge/event.js"
import { act, fireFirst } from "../judge/happen.js"
import { utility } from "../judge/stage.js"
import type { World } from "../judge/world.js"
import { mistakesIn, type SinceWhen } from "./mistakes.js"
import { needsOf, type Since } from "./needs.js"
import { actionNamed, type Scene, unlessBeyond } from "./scene.js"

export function motiveOf(scene: Scene, world: World, action: Action, who: number, explanations: Explanations, since: Since, sinceWhen: SinceWhen): Motive {
  const { stage } = scene
  const character = stage.setting.characters[who]
  const plan = Object.hasOwn(explanations, character) ? explanations[character] : null
  const mind = world.minds[who]
  const end = imagine(scene, mind, action, plan ?? [])
  return {
    character, plan, before: worthOf(scene, mind, who) ?? null, hoped: plan === null ? null : (worthOf(scene, end, who) ?? null),
    relies: action.precondition(mind) === true ? needsOf(scene, mind, action, since, [who]) : [],
    mistakes: mistakesIn(scene, world, { who, first: action, steps: plan ?? [] }, sinceWhen),
  }
}

/** Null: unknown; undefined: too deep in minds to be told. */
export function worthOf(scene: Scene, world: World, who: number | null): number | null | undefined {
  const worth = unlessBeyond(scene, () => utility(scene.stage, world, who))
  return worth !== undefined && Number.isNaN(worth) ? null : worth
}

/** Follows a plan in a mind, as far as it goes there, with the triggers it sets off. */
function imagine(scene: Scene, mind: World, first: Action, steps: readonly Step[]): World {
  const stage = scene.stage.foreseen ?? scene.stage
  let world = mind
  for (const [i, label] of [first.label, ...steps.map((each) => each.act)].entries()) {
    const action = i === 0 ? first : actionNamed(scene, label, world)
    if (action === undefined || action.precondition(world) !== true) break
    world = act(stage, world, action)
    const met = new Set([world])
    for (let next = fireFirst(stage, world); next !== undefined; next = fireFirst(stage, world)) {
      world = next.world
      if (met.has(world)) break
      met.add(world)
    }
  }
  return world
}
