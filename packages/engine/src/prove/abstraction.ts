/**
 * Abstraction: worlds in which some fluents are left out.
 *
 * A person who wants something need not think of everything: most of what can change has no bearing on it, but every bit of it
 * doubles the worlds to be looked through. So whether a character has a motive is first asked of a mind in which such fluents are
 * `beyond`, in it and in all minds inside it, and in every world that follows from it.
 *
 * Why that is exact. A world with `beyond` in it stands for all worlds that fill it in, and whatever is read in it other than
 * beyond is so in all of them (D20); what happens in it leads to a world that stands for all that follow. So an answer found
 * without meeting beyond where something is decided is the answer of each of them. Where beyond is met, `Deeper` is thrown
 * and the question is asked again of the full mind. So which fluents are left out need not be right (relevance.ts guesses).
 *
 * In one case beyond may be met and the work goes on: where it is not known whether an act is *possible*. This is only done in
 * steady minds (horizon.ts).
 *
 * 1. Such an act that would lead to the very world in which it is taken is left aside, after the first act of a plan.
 * 2. Any other is followed as if it were possible; a plan with such an act is never accepted (then the answer is unclear, and
 *    `Deeper` is thrown), and no shortcut is made of one.
 *
 * Take a real plan. Leave out, after its first act, all acts that lead from a world to another with the same
 * projection. What is left is a line that is looked at: its worlds have the same projections as the real ones, so the other acts are
 * known to be possible or followed by 2, and their reasons are known and, being asked earlier, still hold. If the line is
 * refused, it is for a shortcut whose acts are known to be possible and explained in every real world; that is a
 * subsequence of the plan as well, so the plan is not minimal. If it is not refused and nothing was left out and all of it
 * is known to be possible, it is the real plan. If something was left out and what remains is known to be possible, what
 * remains is itself the shortcut. Otherwise the answer is unclear. The other way round, a plan that is found is possible, has no
 * shortcut of acts known to be possible, and none of others, for `Deeper` would have been thrown where one was met; and acts
 * of the first kind add nothing to a shortcut.
 */
import type { Action } from "../semantics/event.js"
import { beyond, factsWith } from "../semantics/facts.js"
import type { Formula } from "../semantics/formula.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { isAtRest } from "../semantics/happen.js"
import { type World, type Worlds, worldOf } from "../semantics/world.js"

export interface Abstraction {
  /** By the owner of a mind. */
  readonly projections: readonly Projection[]
  /** What has become of worlds, by owner. */
  readonly done: readonly Map<World, World>[]
}

/** What is left out of a character's mind; `within`: and in all minds inside it, whosever they are. */
export interface Projection {
  readonly fluents: readonly number[]
  readonly within: boolean
}

export function abstractionOf(projections: readonly Projection[]): Abstraction {
  return { projections, done: projections.map(() => new Map()) }
}

/** The projection of a character's mind, and of the minds in it. */
export function project(worlds: Worlds, abstraction: Abstraction, world: World, owner: number): World {
  const known = abstraction.done[owner].get(world)
  if (known !== undefined) return known
  const { fluents, within } = abstraction.projections[owner]
  const minds = world.minds.map((mind, c) => project(worlds, abstraction, mind, within ? owner : c))
  const projected = worldOf(worlds, factsWith(worlds.facts, world.facts, new Map(fluents.map((each) => [each, beyond]))), minds)
  abstraction.done[owner].set(world, projected)
  return projected
}

/**
 * Can it be seen at a glance that the act would change nothing but what is left out? All that it writes is, no trigger fires
 * whatever was written, and those who see it find nothing in it to be surprised at: of the parts of its precondition,
 * those that are not left out hold for them.
 */
export function isLeftOut(task: GroundTask, abstraction: Abstraction, world: World, act: Action, owner: number): boolean {
  const { fluents, within } = abstraction.projections[owner]
  if (!isAtRest(task, world)) return false
  if (!isPlain(act.formula) || act.atoms.some(({ chain, fluent }) => chain.length > 0 || !fluents.includes(fluent))) return false
  return world.minds.every((mind, c) => {
    const sees = act.observing[c](world)
    if (sees !== true && sees !== beyond) return true
    const expected = act.precondition(mind)
    return (expected === true || expected === beyond) && isLeftOut(task, abstraction, mind, act, within ? owner : c)
  })
}

/** A conjunction of parts about one fluent each, so that each that is not beyond holds if the whole does not fail. */
function isPlain(formula: Formula): boolean {
  if (formula.kind === "and") return formula.parts.every(isPlain)
  if (formula.kind === "not") return formula.body.kind === "fluent"
  if (formula.kind === "compare") return formula.left.kind === "fluent" && formula.right.kind === "value"
  return formula.kind === "fluent"
}
