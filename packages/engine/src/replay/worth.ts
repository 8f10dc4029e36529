/**
 * On which beliefs it hangs that a plan is worth anything to whoever has it.
 *
 * Looked at are those that came about since the start and that their wish reads, one by one: had they still
 * believed what they believed before, could they do the same, and would gain nothing by it?
 */
import type { Slices } from "@dramaturg/model"
import { correct } from "../semantics/happen.js"
import { beyond, type Cell } from "../semantics/facts.js"
import type { World } from "../semantics/world.js"
import { comesOf, type Deed, type Place, readByWish } from "./mistakes.js"
import { type Scene, unlessBeyond } from "./scene.js"

/** What a belief was before it became what it is; undefined: it has been so since the start. */
export type Before = (chain: readonly number[], fluent: number) => Cell | undefined

/** Each unit tries one belief. */
export function* decisiveBeliefs(
  scene: Scene,
  mind: World,
  deed: Deed,
  before: Before,
): Slices<readonly Place[]> {
  const { who, steps } = deed
  const gains = (from: World): boolean => {
    const { worth, reach } = comesOf(scene, from, deed)
    return reach > steps.length && Number(worth[1]) > Number(worth[0])
  }
  if (!gains(mind)) return []
  const decisive: Place[] = []
  for (const place of readByWish(scene, mind, who)) {
    const { chain, fluent } = place
    const value = before([who, ...chain], fluent)
    if (value === undefined || value === beyond) continue
    yield
    const isDecisive = unlessBeyond(scene, () => {
      const other = correct(scene.task, mind, who, { chain, fluent, value, sure: true })
      return comesOf(scene, other, deed).reach > steps.length && !gains(other)
    })
    if (isDecisive === true) decisive.push(place)
  }
  return decisive
}
