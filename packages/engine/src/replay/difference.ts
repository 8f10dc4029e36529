/** Where two worlds differ, and how it came about. */
import { type Change, type EventRef, type How, referenceTo } from "@dramaturg/model"
import { type Cell, beyond, valuesOf } from "../semantics/facts.js"
import type { World } from "../semantics/world.js"
import { type Scene, sayable } from "./scene.js"

/** What a character came to believe, before labels: a chain of believers by index. */
export interface Shift {
  readonly chain: readonly number[]
  readonly fluent: number
  readonly before: Cell
  readonly after: Cell
  readonly how: How
  readonly by?: number
  readonly isOutright?: true
  readonly isFromAct?: true
  readonly rule?: EventRef
}

/** All in which `after` differs from `before`, minds included, down to so many believers. */
export function shifts(
  before: World,
  after: World,
  depth: number,
  how: How,
  chain: readonly number[] = [],
  rule?: EventRef,
): readonly Shift[] {
  if (before === after || chain.length > depth) return []
  const found: Shift[] = []
  const earlier = valuesOf(before.facts)
  valuesOf(after.facts).forEach((value, fluent) => {
    if (value === earlier[fluent]) return
    found.push({
      chain,
      fluent,
      before: earlier[fluent],
      after: value,
      how,
      ...(rule === undefined ? {} : { rule }),
    })
  })
  after.minds.forEach((mind, c) =>
    found.push(...shifts(before.minds[c], mind, depth, how, [...chain, c], rule)),
  )
  return found
}

/**
 * One shift for each belief, from the first value to the last, told as the last one; none where nothing
 * remains of it.
 */
export function merged(scene: Scene, steps: readonly Shift[]): readonly Shift[] {
  const last = new Map<string, Shift>()
  for (const each of steps) {
    const key = keyOf(each.chain, each.fluent)
    last.set(key, { ...each, before: (last.get(key) ?? each).before })
  }
  const lasting = [...last.values()].filter((each) => each.before !== each.after)
  for (const { before, after } of lasting) {
    sayable(scene, before)
    sayable(scene, after)
  }
  return lasting
}

export function keyOf(chain: readonly number[], fluent: number): string {
  return `${chain.join()}:${fluent}`
}

export function changeOf(
  { task }: Scene,
  { chain, fluent, before, after, how, by, isOutright, isFromAct, rule }: Shift,
): Change {
  const { characters, fluents } = task.setting
  return {
    believers: chain.map((each) => characters[each]),
    fluent: fluents[fluent].reference,
    before: before === beyond ? null : before,
    ...(after === beyond ? { after: null, isBeyond: true } : { after }),
    how,
    ...(by === undefined ? {} : { by: characters[by] }),
    ...(isOutright ? { isOutright } : {}),
    ...(isFromAct ? { isFromAct } : {}),
    ...(rule === undefined ? {} : { rule: referenceTo(rule.name, rule.arguments) }),
  }
}
