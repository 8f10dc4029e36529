/**
 * What an event needs, as it stands in a world: the literals by which its precondition holds, and since when
 * they do.
 */
import type { Cause } from "@dramaturg/model"
import type { GroundEvent } from "../semantics/event.js"
import { beyond } from "../semantics/facts.js"
import type { Formula } from "../semantics/formula.js"
import { literalsOf } from "../semantics/surprise.js"
import { type World, valueAlong } from "../semantics/world.js"
import { type Scene, sayable } from "./scene.js"
import { keyOf, type Shift } from "./difference.js"

/**
 * Since which occurrence something has been so or been believed: by belief, as `keyOf` writes it. Nothing:
 * since the start.
 */
export type Since = Map<string, number>

export function remember(since: Since, found: readonly Shift[], occurrence: number): void {
  for (const each of found) since.set(keyOf(each.chain, each.fluent), occurrence)
}

/** `chain` leads to the world in question: empty for what is so, `[c]` for what a character believes. */
export function needsOf(
  scene: Scene,
  world: World,
  event: GroundEvent,
  since: Since,
  chain: readonly number[] = [],
): readonly Cause[] {
  return literalCauses(scene, world, event.formula, event.precondition(world) === true, since, chain)
}

/** The literals by which a formula holds. */
export function literalCauses(
  scene: Scene,
  world: World,
  formula: Formula,
  holds: boolean,
  since: Since,
  chain: readonly number[],
): readonly Cause[] {
  const { setting } = scene.task
  const causes = new Map<string, Cause>()
  for (const literal of literalsOf(setting, formula, world, holds)) {
    const whole = [...chain, ...literal.chain]
    const key = keyOf(whole, literal.fluent)
    const value = sayable(scene, valueAlong(world, literal.chain, literal.fluent))
    if (value !== beyond)
      causes.set(key, {
        believers: whole.map((each) => setting.characters[each]),
        fluent: setting.fluents[literal.fluent].reference,
        value,
        since: since.get(key) ?? 0,
      })
  }
  return [...causes.values()]
}
