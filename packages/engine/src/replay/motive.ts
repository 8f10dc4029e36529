/** Why somebody consents: the plan in their mind, what it is worth to them, and where that mind is wrong. */
import type { Explanations, Mistake, Motive, Step } from "@dramaturg/model"
import type { Action, GroundEvent } from "../judge/event.js"
import { valueOf } from "../judge/facts.js"
import { fluentsMentioned, instantiate } from "../judge/formula.js"
import { act, fireFirst } from "../judge/happen.js"
import { utility } from "../judge/stage.js"
import type { World } from "../judge/world.js"
import { keyOf } from "./difference.js"
import { needsOf, type Since } from "./needs.js"
import { actionNamed, fluentLabel, type Scene } from "./scene.js"

export function motiveOf(scene: Scene, world: World, action: Action, who: number, explanations: Explanations, since: Since): Motive {
  const { stage } = scene
  const character = stage.setting.characters[who]
  const plan = Object.hasOwn(explanations, character) ? explanations[character] : null
  const mind = world.minds[who]
  const { end, events } = imagine(scene, mind, action, plan ?? [])
  return {
    character, plan, before: finite(utility(stage, mind, who)), hoped: plan === null ? null : finite(utility(stage, end, who)),
    relies: action.precondition(mind) === true ? needsOf(scene, mind, action, since, [who]) : [],
    mistakes: mistakesIn(scene, world, who, events, since),
  }
}

function finite(utility: number): number | null {
  return Number.isNaN(utility) ? null : utility
}

/** Follows a plan in a mind, as far as it goes there, with the triggers it sets off. */
function imagine(scene: Scene, mind: World, first: Action, steps: readonly Step[]): { readonly end: World; readonly events: readonly GroundEvent[] } {
  const stage = scene.stage.foreseen ?? scene.stage
  const events: GroundEvent[] = []
  let world = mind
  for (const action of [first, ...steps.map((each) => actionNamed(scene, each.act, world))]) {
    if (action === undefined || action.precondition(world) !== true) break
    events.push(action)
    world = act(stage, world, action)
    const met = new Set([world])
    for (let next = fireFirst(stage, world); next !== undefined; next = fireFirst(stage, world)) {
      events.push(next.trigger)
      world = next.world
      if (met.has(world)) break
      met.add(world)
    }
  }
  return { end: world, events }
}

/** Where the mind is wrong about anything that the plan, the rules it counts on, or the wish behind it speak of. */
function mistakesIn(scene: Scene, world: World, who: number, events: readonly GroundEvent[], since: Since): readonly Mistake[] {
  const { setting } = scene.stage
  const mind = world.minds[who]
  const spokenOf = new Set([...events.flatMap((each) => [...each.mentions]), ...wishOf(scene, who)])
  const mistakes: Mistake[] = []
  for (const fluent of spokenOf) {
    const believed = valueOf(mind.facts, fluent)
    const actual = valueOf(world.facts, fluent)
    if (believed === actual || typeof believed === "symbol" || typeof actual === "symbol") continue
    const label = fluentLabel(setting.problem, setting.fluents[fluent])
    mistakes.push({ believers: [setting.characters[who]], fluent: label, value: believed, actual, since: since.get(keyOf([who], fluent)) ?? 0 })
  }
  return mistakes
}

function wishOf({ stage: { setting } }: Scene, who: number): readonly number[] {
  const wish = setting.problem.utilities.find((each) => each.character === setting.characters[who])
  return wish === undefined ? [] : fluentsMentioned(instantiate(setting, wish.body, new Map()))
}
