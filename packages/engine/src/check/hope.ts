/** What D42 asks of a plan in hope beyond what D22 asks of any: the parts of M3, M6 and M7. */
import { asItIs, type Slices } from "@dramaturg/model"
import { type Chosen, type Supposing, otherCases, supposed } from "../semantics/cases.js"
import type { Action } from "../semantics/event.js"
import { type Cell, beyond } from "../semantics/facts.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { after, isPossible, readingsOf } from "../semantics/happen.js"
import { utility } from "../semantics/utility.js"
import { Deeper, type World, valueAlong } from "../semantics/world.js"

/** Does an act, taken in a supposed world, make sense to all others who consent, with this horizon? */
export type MakesSense = (world: World, act: Action, horizon: number) => Slices<boolean>

/** M3: whoever consents to an act must know that it is possible. */
export function isKnownPossible(world: World, act: Action, owner: number): boolean {
  return !act.consenting.includes(owner) || isPossible(world.minds[owner], act)
}

/** M7: does the act, which leads to `next`, tell its hoper what is not so? */
export function misleads(world: World, act: Action, next: World, owner: number): Cell {
  const parts = readingsOf(world, act.foreseen).map(({ chain, fluent, value, sure }): Cell => {
    if (chain[0] !== owner || value === null || value === asItIs) return false
    const is = valueAlong(next, chain.slice(1), fluent)
    if (value === beyond || is === beyond) return beyond
    return value !== is && (sure || beyond)
  })
  return parts.includes(true) || (parts.includes(beyond) ? beyond : false)
}

/** The same where it decides something. */
export function surelyMisleads(world: World, act: Action, next: World, owner: number): boolean {
  const found = misleads(world, act, next, owner)
  if (found === beyond) throw new Deeper()
  return found === true
}

/** A case in which a plan leaves its owner worse off, and the world there after so many of its acts. */
export interface Feared {
  readonly chosen: Chosen
  readonly acts: number
  readonly world: World
}

/**
 * M6: what is feared of a plan; undefined if nothing is. `worlds`: those of the plan, in the case that is
 * hoped for. `task`: as characters can foresee it.
 */
export function* fearedIn(
  task: GroundTask,
  supposing: Supposing,
  acts: readonly Action[],
  worlds: readonly World[],
  horizon: number,
  makesSense: MakesSense,
): Slices<Feared | undefined> {
  const { owner } = supposing
  const before = utility(task, worlds[0].minds[owner], owner)
  for (const chosen of otherCases(task, supposing)) {
    let [world, done] = [supposed(task, { ...supposing, chosen }), 0]
    for (const [i, act] of acts.entries()) {
      if (!isPossible(world, act) || !isKnownPossible(world, act, owner)) break
      if (i > 0 && !(yield* makesSense(world, act, horizon - i))) break
      const next = after(task, world, act)
      yield
      if (next === null) break
      ;[world, done] = [next, i + 1]
      if (world.minds[owner] !== worlds[i + 1].minds[owner]) break
    }
    if (utility(task, world.minds[owner], owner) < before) return { chosen, acts: done, world }
  }
  return undefined
}
