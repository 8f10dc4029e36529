/**
 * Why a character consents: the plan in their mind, what it is worth to them, and where that mind is wrong.
 */
import {
  type Case,
  type Cause,
  type Explanations,
  type Motive,
  type Slices,
  type Step,
  type Value,
  caseOf,
  stepsOf,
} from "@dramaturg/model"
import { supposed } from "../semantics/cases.js"
import type { Action } from "../semantics/event.js"
import { act, fireFirst } from "../semantics/happen.js"
import { utility } from "../semantics/utility.js"
import { type World, valueAlong } from "../semantics/world.js"
import { type Deed, mistakesIn, type Place, type SinceWhen } from "./mistakes.js"
import { needsOf, type Since } from "./needs.js"
import { actionNamed, type Scene, unlessBeyond } from "./scene.js"
import { type Before, decisiveBeliefs } from "./worth.js"

/** What has come about so far. */
export interface Past {
  readonly since: Since
  readonly sinceWhen: SinceWhen
  readonly before: Before
}

export function* motiveOf(
  scene: Scene,
  world: World,
  action: Action,
  who: number,
  explanations: Explanations,
  { since, sinceWhen, before }: Past,
): Slices<Motive> {
  const { task } = scene
  const character = task.setting.characters[who]
  const given = Object.hasOwn(explanations, character) ? explanations[character] : null
  const plan = given && stepsOf(given)
  const mind = world.minds[who]
  const supposing = given === null ? undefined : caseOf(given)
  const end = supposing
    ? imagine(scene, inCase(scene, mind, who, supposing), action, plan ?? []).minds[who]
    : imagine(scene, mind, action, plan ?? [])
  yield
  const deed: Deed = { who, first: action, steps: plan ?? [] }
  const needs = action.precondition(mind) === true ? needsOf(scene, mind, action, since, [who]) : []
  const decisive = plan === null || supposing ? [] : yield* decisiveBeliefs(scene, mind, deed, before)
  return {
    character,
    plan,
    ...(supposing && { supposing }),
    before: worthOf(scene, mind, who) ?? null,
    hoped: plan === null ? null : (worthOf(scene, end, who) ?? null),
    relies: distinctBeliefs([
      ...needs,
      ...decisive.map((each) => causeOf(scene, mind, who, each, sinceWhen)),
    ]),
    mistakes: yield* mistakesIn(scene, world, deed, sinceWhen),
  }
}

function causeOf(
  { task: { setting } }: Scene,
  mind: World,
  who: number,
  { chain, fluent }: Place,
  sinceWhen: SinceWhen,
): Cause {
  const whole = [who, ...chain]
  return {
    believers: whole.map((each) => setting.characters[each]),
    fluent: setting.fluents[fluent].reference,
    value: valueAlong(mind, chain, fluent) as Value,
    since: sinceWhen(whole, fluent),
  }
}

function distinctBeliefs(causes: readonly Cause[]): readonly Cause[] {
  const keys = causes.map(({ believers, fluent }) => [...believers, fluent.label].join())
  return causes.filter((_, i) => keys.indexOf(keys[i]) === i)
}

/** What they suppose (D41). */
function inCase({ task }: Scene, mind: World, owner: number, supposing: Case): World {
  const chosen = supposing.map(({ fluent, value }) => ({
    fluent: task.setting.fluents.findIndex(({ reference }) => reference.label === fluent),
    value,
  }))
  return supposed(task.foreseen ?? task, { mind, owner, chosen })
}

/** Null: unknown; undefined: too deep in minds to be told. */
export function worthOf(scene: Scene, world: World, who: number | null): number | null | undefined {
  const worth = unlessBeyond(scene, () => utility(scene.task, world, who))
  return worth !== undefined && Number.isNaN(worth) ? null : worth
}

/** Follows a plan in a mind, as far as it goes there, with the triggers it sets off. */
function imagine(scene: Scene, mind: World, first: Action, steps: readonly Step[]): World {
  const task = scene.task.foreseen ?? scene.task
  let world = mind
  for (const [i, label] of [first.label, ...steps.map((each) => each.act)].entries()) {
    const action = i === 0 ? first : actionNamed(scene, label, world)
    if (action === undefined || action.precondition(world) !== true) break
    world = act(task, world, action)
    const met = new Set([world])
    for (let next = fireFirst(task, world); next !== undefined; next = fireFirst(task, world)) {
      world = next.world
      if (met.has(world)) break
      met.add(world)
    }
  }
  return world
}
