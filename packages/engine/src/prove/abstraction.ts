/**
 * Abstraction: worlds in which some fluents are left out.
 *
 * Most fluents that can change have no bearing on what a character wants, but each of them multiplies the
 * worlds to be searched. So whether a character has a motive is first asked of a projection of the mind: the
 * irrelevant fluents are `beyond` in it, in all minds inside it, and in every world that follows from it.
 *
 * Why that is exact. A world with `beyond` in it stands for all worlds that fill it in, and every reading of
 * it other than beyond holds in all of them (D20); an event in it leads to a world that stands for all
 * resulting worlds. So an answer found without meeting beyond where something is decided is the answer of
 * each of them. Where beyond is met, `Deeper` is thrown and the question is asked again of the full mind. So
 * the choice of fluents need not be right (relevance.ts guesses it).
 *
 * In one case beyond may be met and the work goes on: where it is not known whether an act is *possible*.
 * This is done only in steady minds (horizon.ts).
 *
 * 1. Such an act that would lead to the very world in which it is taken is left out, after the first act of a
 *    plan.
 * 2. Any other is followed as if it were possible. A plan with such an act is never accepted (the answer is
 *    then unclear, and `Deeper` is thrown), and no shortcut is made of one.
 *
 * Completeness. Take a real plan. Leave out, after its first act, all acts that lead from a world to another
 * with the same projection. What is left is among the plans that are tried: its worlds have the same
 * projections as the real ones, so the other acts are known to be possible or are followed by rule 2, and
 * their reasons are known and, being asked earlier, still hold. If the plan is refused, it is for a shortcut
 * whose acts are known to be possible and explained in every real world; that shortcut is a subsequence of
 * the real plan as well, so the real plan is not minimal. If it is not refused, nothing was left out, and all
 * of it is known to be possible, it is the real plan. If something was left out and what remains is known to
 * be possible, what remains is itself the shortcut. Otherwise the answer is unclear.
 *
 * Soundness. A plan that is found is possible. It has no shortcut of acts known to be possible, and none of
 * other acts, because `Deeper` would have been thrown where one was met; and acts of the first kind add
 * nothing to a shortcut.
 */
import type { Action } from "../semantics/event.js"
import { beyond, factsWith } from "../semantics/facts.js"
import type { Formula } from "../semantics/formula.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { isAtRest } from "../semantics/happen.js"
import { type World, type Worlds, worldOf } from "../semantics/world.js"

/** The projections of one context, and the projected worlds made so far. */
export interface Abstraction {
  /** By the owner of a mind. */
  readonly projections: readonly Projection[]
  /** The projections of worlds made so far, by owner. */
  readonly done: readonly Map<World, World>[]
}

/**
 * The fluents left out of a character's mind; `within`: also out of all minds inside it, of every character.
 */
export interface Projection {
  readonly fluents: readonly number[]
  readonly within: boolean
}

/** An abstraction by these projections, with no worlds projected yet. */
export function abstractionOf(projections: readonly Projection[]): Abstraction {
  return { projections, done: projections.map(() => new Map()) }
}

/** The projection of a character's mind, and of the minds in it. */
export function project(worlds: Worlds, abstraction: Abstraction, world: World, owner: number): World {
  const known = abstraction.done[owner].get(world)
  if (known !== undefined) return known
  const { fluents, within } = abstraction.projections[owner]
  const minds = world.minds.map((mind, c) => project(worlds, abstraction, mind, within ? owner : c))
  const projected = worldOf(
    worlds,
    factsWith(worlds.facts, world.facts, new Map(fluents.map((each) => [each, beyond]))),
    minds,
    world.owner,
  )
  abstraction.done[owner].set(world, projected)
  return projected
}

/**
 * Is it evident that the act would change nothing but fluents that are left out? It writes only such fluents,
 * no trigger fires whatever is written, and it surprises no character who sees it: the parts of its
 * precondition that are not left out hold for them.
 */
export function isLeftOut(
  task: GroundTask,
  abstraction: Abstraction,
  world: World,
  act: Action,
  owner: number,
): boolean {
  const { fluents, within } = abstraction.projections[owner]
  if (!isAtRest(task, world)) return false
  if (
    !isPlain(act.formula) ||
    act.atoms.some(({ chain, fluent }) => chain.length > 0 || !fluents.includes(fluent))
  )
    return false
  return world.minds.every((mind, c) => {
    const sees = act.observing[c](world)
    if (sees !== true && sees !== beyond) return true
    const expected = act.precondition(mind)
    return (
      (expected === true || expected === beyond) &&
      isLeftOut(task, abstraction, mind, act, within ? owner : c)
    )
  })
}

/**
 * Whether a formula is a conjunction of parts about one fluent each, so that every part that is not beyond
 * holds if the whole is not false.
 */
function isPlain(formula: Formula): boolean {
  if (formula.kind === "and") return formula.parts.every(isPlain)
  if (formula.kind === "not") return formula.body.kind === "fluent"
  if (formula.kind === "compare") return formula.left.kind === "fluent" && formula.right.kind === "value"
  return formula.kind === "fluent"
}
