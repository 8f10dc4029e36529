/** Wants and reasons (D21, D22): is an act explained, has somebody a motive? Every plan is tried. */
import { type ActionTemplate, type Problem, type Term, asItIs, printValue } from "@dramaturg/model"
import type { Demand } from "./demands.js"
import { after } from "./happen.js"
import { hopeFor } from "./hope.js"
import { isMinimal } from "./minimal.js"
import { characterOf, read } from "./read.js"
import { type GroundEvent, type Universe, type World, ownerOf, worldOf } from "./worlds.js"

export type Act = GroundEvent<ActionTemplate>

/** A world of the stage, the belief limit, and what has been answered already. */
export interface Question {
  readonly universe: Universe
  readonly beliefLimit: number
  /** How many open fluents one reason may suppose (D41). */
  readonly cases?: number
  readonly answers: WeakMap<World, Map<Act, Map<string, boolean>>>
  /** What the author demands (D35). */
  readonly demands?: readonly Demand[]
}

/** u(W): a number, or null for unknown. */
export function utility({ universe: { problem } }: Question, world: World): number | null {
  return utilityFor(problem, ownerOf(world) ?? null, world)
}

/** What the world is worth to somebody (null: the author), as things are in it. */
export function utilityFor(problem: Problem, who: string | null, world: World): number | null {
  const body = problem.utilities.findLast((each) => each.character === who)?.body
  if (body === undefined) return 0
  const value = read({ problem, world, binding: new Map() }, body)
  if (value === true) return 1
  if (value === false) return 0
  if (value === asItIs) return null
  if (typeof value === "string") throw new Error(`The utility ${printValue(value)} is no number.`)
  return value
}

/** Nothing is higher than unknown, and unknown is higher than nothing. */
export function isHigher(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one > other
}

/** Unknown equals nothing, itself included. */
export function isEqual(one: number | null, other: number | null): boolean {
  return one !== null && one === other
}

export function consentingTo({ template, binding }: Act): readonly string[] {
  return [...new Set(template.consenting.map((each: Term) => characterOf(binding, each)))]
}

/** D22: the act, about to happen in W, makes sense for c. */
export function isExplained(question: Question, world: World, act: Act, c: string, horizon: number): boolean {
  const mind = world.mind(c)
  const known = answersFor(question, mind, act)
  const key = `${c} ${horizon}`
  const answer =
    known.get(key) ??
    (hasMotive(question, mind, act, horizon) || hopeFor(question, mind, act, horizon) !== undefined)
  known.set(key, answer)
  return answer
}

function answersFor({ answers }: Question, mind: World, act: Act): Map<string, boolean> {
  const byAct = answers.get(mind) ?? new Map<Act, Map<string, boolean>>()
  answers.set(mind, byAct)
  const known = byAct.get(act) ?? new Map<string, boolean>()
  byAct.set(act, known)
  return known
}

/** Whether all who consent to the act, the owner of W apart, have a reason for it there. */
export function isExplainedForOthers(question: Question, world: World, act: Act, horizon: number): boolean {
  const others = consentingTo(act).filter((c) => c !== ownerOf(world))
  return others.every((c) => isExplained(question, world, act, c, horizon))
}

/** A run: worlds W0…Wn and the acts between them. */
export interface Run {
  readonly worlds: readonly World[]
  readonly acts: readonly Act[]
}

/** Runs in a mind are of what can be foreseen; the author's are of what happens (D33). */
export function courseOf({ universe }: Question, isImagined: boolean): Universe {
  const { unforeseenIsCountedOn, unforeseenNeverHappens } = universe.misread
  if (isImagined) return unforeseenIsCountedOn ? universe : universe.foreseen
  return unforeseenNeverHappens ? universe.foreseen : universe
}

export function extended(question: Question, { worlds, acts }: Run, act: Act): Run | undefined {
  const next = after(courseOf(question, worlds[0].path.length > 0), worlds[worlds.length - 1], act)
  return next === undefined ? undefined : { worlds: [...worlds, next], acts: [...acts, act] }
}

export function endOf(run: Run): World {
  return run.worlds[run.worlds.length - 1]
}

function hasMotive(question: Question, mind: World, act: Act, horizon: number): boolean {
  const from = question.universe.isIntrospective ? stageOf(question.universe, mind, "plan") : mind
  const first = extended(question, { worlds: [from], acts: [] }, act)
  return first !== undefined && leadsToReason(question, first, longestFor(question, mind, horizon), horizon)
}

/** M1: how many acts a plan in this mind may have. */
export function longestFor(question: Question, mind: World, horizon: number): number {
  const isDeep = mind.path.length > question.beliefLimit + (question.universe.misread.oneLevelMore ? 1 : 0)
  return isDeep ? 1 : Math.max(1, horizon)
}

/** What the mind takes to be so, and beside it the mind itself as its owner's (D39, D41). */
export function stageOf(
  universe: Universe,
  mind: World,
  stage: World["stage"],
  values = mind.values,
  others = (c: string): World => mind.mind(c),
): World {
  const make = (c: string): World => (c === ownerOf(mind) ? mind : others(c))
  return worldOf(universe.depth, mind.path, values, make, stage)
}

/** Is this run a reason, or the beginning of one? */
function leadsToReason(question: Question, run: Run, longest: number, horizon: number): boolean {
  if (isReason(question, run, horizon)) return true
  const left = longest - run.acts.length
  if (left <= 0) return false
  const nested = question.universe.misread.freshHorizon ? horizon : horizon - run.acts.length
  return question.universe.actions.some((act) => {
    if (consentingTo(act).length === 0) return false
    const longer = extended(question, run, act)
    if (longer === undefined || !isExplainedForOthers(question, endOf(run), act, nested)) return false
    return leadsToReason(question, longer, longest, horizon)
  })
}

/** M2 to M5 for a run that is explained for everyone but its owner. */
function isReason(question: Question, run: Run, horizon: number): boolean {
  const [start, ...later] = run.worlds.map((each) => utility(question, each))
  const end = later[later.length - 1]
  if (!isHigher(end, start)) return false
  if (!mayPass(question, later.slice(0, -1), end)) return false
  if (!ownerWantsOwnActs(question, run, end)) return false
  return isMinimal(question, run, horizon)
}

/** M4. */
function mayPass(
  { universe: { misread } }: Question,
  between: readonly (number | null)[],
  end: number | null,
): boolean {
  if (misread.plansMayPassTheirEnd) return true
  if (misread.plansMustClimb) return between.every((each) => isHigher(end, each))
  return between.every((each) => !isEqual(each, end))
}

/** M3, the owner's part. */
function ownerWantsOwnActs(question: Question, run: Run, end: number | null): boolean {
  if (question.universe.misread.ownActsAreFree) return true
  const owner = ownerOf(run.worlds[0])
  return run.acts.every(
    (act, i) =>
      i === 0 ||
      !consentingTo(act).some((c) => c === owner) ||
      isHigher(end, utility(question, run.worlds[i])),
  )
}
