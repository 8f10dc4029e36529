/**
 * Has a character a reason? The search for an explanation (D22), used where a solution attaches none and
 * where a shortcut (D23) must be shown to be explained or not. It is exhaustive, shortest plans first
 * (layered-graph.ts). Answers are remembered for all horizons for which they are proved (horizon.ts).
 */
import type { Fear, Slices } from "@dramaturg/model"
import type { MakesSense } from "../check/hope.js"
import { type Line, OutOfEffort, type Shortcut } from "../check/prover.js"
import type { Action } from "../semantics/event.js"
import { Deeper, type World } from "../semantics/world.js"
import { type Projection, project, abstractionOf } from "./abstraction.js"
import { type PlanQuery, leastFrom } from "./applicable.js"
import { type ProofContext, attempted, isReluctant, newAnswers, prepareTaken, utilityOf } from "./context.js"
import { isMonotone, isOneActDeep, isSteady } from "./horizon.js"
import { shortestPlan } from "./layered-graph.js"
import { irrelevantIn } from "./relevance.js"
import { findShortcut } from "./shortcuts.js"
import { firstFear, hasHope, shortcutInHope } from "./hope.js"

/** D22: does the act, about to happen in `world`, make sense to this character? */
export function* isExplained(
  context: ProofContext,
  world: World,
  act: Action,
  character: number,
  horizon: number,
): Slices<boolean> {
  if (world.depth === 0) throw new Deeper()
  return yield* hasMotive(context, world.minds[character], act, character, horizon)
}

/** Does the act make sense to everyone who consents to it, except `owner` (null: no exception)? */
export function* isExplainedToOthers(
  context: ProofContext,
  world: World,
  act: Action,
  owner: number | null,
  horizon: number,
): Slices<boolean> {
  for (const each of act.consenting)
    if (each !== owner && !(yield* isExplained(context, world, act, each, horizon))) return false
  return true
}

/** Does the owner of this mind have a plan that begins with the act (M1 to M5)? */
export function* hasMotive(
  context: ProofContext,
  mind: World,
  act: Action,
  owner: number,
  horizon: number,
): Slices<boolean> {
  if (isReluctant(context, mind, act, owner)) return false
  const { actions, setting } = context.task
  const key = (mind.id * actions.length + act.order) * setting.characters.length + owner
  if (isMonotone(context, mind) && !hasOpen(context))
    return yield* isWithin(context, key, isOneActDeep(context, mind) ? 1 : Math.max(1, horizon), (most) =>
      motive(context, mind, act, owner, most),
    )
  let motives = context.answers.motives.get(horizon)
  if (motives === undefined) context.answers.motives.set(horizon, (motives = new Map()))
  const known = motives.get(key)
  if (known !== undefined) return known
  const found =
    (yield* motive(context, mind, act, owner, horizon)) !== undefined ||
    (hasOpen(context) &&
      act.precondition(mind) === true &&
      (yield* hasHope(context, { mind, act, owner, horizon, makesSense: others(context, owner) })))
  motives.set(key, found)
  return found
}

/**
 * What keeps the owner of this mind from the act (D43). Undefined, too, if the effort ends the search: that
 * there is no motive is certain without it.
 */
export function* fearOf(
  context: ProofContext,
  mind: World,
  act: Action,
  owner: number,
  horizon: number,
): Slices<Fear | undefined> {
  if (!hasOpen(context) || act.precondition(mind) !== true) return undefined
  try {
    return yield* firstFear(context, { mind, act, owner, horizon, makesSense: others(context, owner) })
  } catch (error) {
    if (error instanceof OutOfEffort) return undefined
    throw error
  }
}

/** May people wonder about anything here? Then whether an act is explained is asked of whole minds only. */
function hasOpen({ task }: ProofContext): boolean {
  return task.possible.size > 0
}

function others(context: ProofContext, owner: number): MakesSense {
  return (world, act, left) => isExplainedToOthers(context, world, act, owner, left)
}

/** Has the shortest plan at most `most` acts? Asked where the horizon only bounds the length of plans. */
function* isWithin(
  { answers }: ProofContext,
  key: number,
  most: number,
  search: (most: number) => Slices<number | undefined>,
): Slices<boolean> {
  const { none, found } = answers.lengths.get(key) ?? { none: 0, found: Infinity }
  if (found <= most) return true
  if (most <= none) return false
  const length = yield* search(most)
  answers.lengths.set(key, length === undefined ? { none: most, found } : { none: length - 1, found: length })
  return length !== undefined
}

/** The number of acts of a shortest plan; undefined if there is none. */
function* motive(
  context: ProofContext,
  mind: World,
  act: Action,
  owner: number,
  horizon: number,
): Slices<number | undefined> {
  yield
  const before = utilityOf(context, mind, owner)
  yield* prepareTaken(context, mind, act, owner)
  const attempt = Number.isNaN(before) ? undefined : attempted(context, mind, act, owner)
  if (attempt === undefined) return undefined
  const { world: first, sure } = attempt
  if (utilityOf(context, first, owner) > before) return sure ? 1 : unclear()
  const most = isOneActDeep(context, mind) ? 1 : Math.max(1, horizon)
  if (most === 1 || (first === mind && isSteady(context, mind) && context.abstraction === undefined))
    return undefined
  const query: PlanQuery = {
    mind,
    owner,
    horizon,
    before,
    makesSense: (world, each, left) => isExplainedToOthers(context, world, each, owner, left),
  }
  if (isMonotone(context, mind)) yield* context.knowledge.aims[owner].prepare()
  if (leastFrom(context, query, first) > most - 1) return undefined
  const answer = yield* motiveAbstracted(context, mind, act, owner, horizon)
  if (answer !== "unclear") return answer
  return yield* shortestPlan(context, query, first, most, function* (rest) {
    if (!sure) unclear()
    const line = { start: mind, acts: [act, ...rest], owner }
    return (yield* shortcutOf(context, line, horizon)) === undefined
  })
}

/** A plan has been found, but it is not known whether it is possible (abstraction.ts). */
function unclear(): never {
  throw new Deeper()
}

/** The same, asked of the projection of the mind that leaves out what seems irrelevant (abstraction.ts). */
function* motiveAbstracted(
  context: ProofContext,
  mind: World,
  act: Action,
  owner: number,
  horizon: number,
): Slices<number | undefined | "unclear"> {
  const short = isSteady(context, mind) ? yield* abstracted(context, mind, owner) : undefined
  if (short === undefined) return "unclear"
  try {
    return yield* motive(
      short,
      project(context.task.memory.worlds, short.abstraction!, mind, owner),
      act,
      owner,
      horizon,
    )
  } catch (error) {
    if (error instanceof Deeper) return "unclear"
    throw error
  }
}

/**
 * The context in which what seems irrelevant is left out; undefined if nothing does, or if this is such a
 * context already.
 */
function* abstracted(context: ProofContext, mind: World, owner: number): Slices<ProofContext | undefined> {
  const { task, answers, abstraction } = context
  if (abstraction !== undefined || hasOpen(context)) return undefined
  const question = mind.id * task.setting.characters.length + owner
  if (!answers.abstracted.has(question))
    answers.abstracted.set(
      question,
      leavingOut(
        context,
        yield* irrelevantIn(task, context.knowledge, mind, owner, isMonotone(context, mind)),
      ),
    )
  return answers.abstracted.get(question)
}

function leavingOut(context: ProofContext, projections: readonly Projection[]): ProofContext | undefined {
  if (projections.every(({ fluents }) => fluents.length === 0)) return undefined
  const { pool } = context.answers
  const key = projections.map(({ fluents, within }) => `${within} ${fluents.join()}`).join(";")
  let known = pool.get(key)
  if (known === undefined)
    pool.set(key, (known = { ...context, abstraction: abstractionOf(projections), answers: newAnswers() }))
  return known
}

/** D23: what could be done instead of a plan with an idle act; undefined if the plan is minimal. */
export function* shortcutOf(
  context: ProofContext,
  line: Line,
  horizon: number,
): Slices<Shortcut | undefined> {
  const { hope } = line
  if (hope !== undefined)
    return yield* shortcutInHope(context, { ...line, hope }, horizon, others(context, hope.owner))
  return yield* findShortcut(context, line, (world, act) =>
    isExplainedToOthers(context, world, act, line.owner, horizon),
  )
}
