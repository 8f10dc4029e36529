/**
 * No story exists: what could the author do? One demand after another is left out, one limit after another is
 * made wider, and at last no character needs a reason, which shows whose reason is missing. Each is a search
 * of its own, bounded in work and time.
 */
import {
  type Advice,
  type Opening,
  type Problem,
  type Relaxation,
  type Solution,
  type Unmotivated,
  PAUSE,
  Query,
  type Slices,
} from "@dramaturg/model"
import { ground } from "../ground/ground.js"
import type { StatedLimits } from "../search/limits.js"
import { widened } from "./changes.js"
import { deadlineOf, type QueryOptions } from "./query.js"
import { Reasoner } from "./reasoner.js"
import { boundsFor } from "./review.js"
import { storyOf } from "./trial.js"

/** What advice is asked with. */
export interface AdviceOptions extends QueryOptions {
  readonly limits?: StatedLimits
  readonly goal?: number
  /** The world without one of its demands at a time, and at last without all of them. */
  readonly relaxed?: readonly Relaxation[]
  /** Is told what is being tried. */
  readonly onTrial?: (what: string) => void
}

/** Visits for each search. */
const TRIAL = 10_000
/** So many demands or limits are enough. */
const MOST = 2

/** `problem` must be one of which it is known that no story exists within the limits. */
export function startAdvice(problem: Problem, options: AdviceOptions = {}): Query<Advice> {
  return new Query(adviceOn(problem, options))
}

function* adviceOn(problem: Problem, options: AdviceOptions): Slices<Advice> {
  const isOver = deadlineOf(options)
  const sharing = (share: number): (() => boolean) => {
    const { clock, timeoutMs = Infinity } = options
    const end = clock === undefined ? Infinity : clock() + timeoutMs * share
    return () => isOver() || (clock !== undefined && clock() > end)
  }
  const tally: Tally = { unfinished: 0 }
  const demands = yield* demandsInTheWay(options, sharing(0.4), tally)
  const limits = yield* limitsInTheWay(problem, options, sharing(0.4), tally)
  options.onTrial?.("as if nobody needed a reason")
  const unmotivated = yield* unmotivatedActs(problem, options, isOver)
  return { demands, limits, unmotivated, unfinished: tally.unfinished }
}

interface Tally {
  unfinished: number
}

function* demandsInTheWay(
  options: AdviceOptions,
  isOver: () => boolean,
  tally: Tally,
): Slices<Advice["demands"]> {
  const found: Advice["demands"][number][] = []
  for (const { demands, problem } of options.relaxed ?? []) {
    // Without all of them: only where a single one does not do.
    if (found.length >= MOST || (demands.length > 1 && found.length > 0)) break
    options.onTrial?.(`without ${demands.join(", ")}`)
    const story = yield* tried(problem, options, isOver, tally)
    if (story !== undefined) found.push({ without: demands, story })
  }
  return found
}

function* limitsInTheWay(
  problem: Problem,
  options: AdviceOptions,
  isOver: () => boolean,
  tally: Tally,
): Slices<Advice["limits"]> {
  const found: (Opening & { kind: "limit" })[] = []
  for (const { change, limits } of widened(problem, options.limits)) {
    if (found.length >= MOST) break
    if (change.kind !== "limit" || found.some((each) => each.limit === change.limit)) continue
    options.onTrial?.(`${change.limit} limit ${change.value}`)
    const story = yield* tried(problem, { ...options, limits }, isOver, tally)
    if (story !== undefined) found.push({ ...change, story })
  }
  return found
}

function* tried(
  problem: Problem,
  options: AdviceOptions,
  isOver: () => boolean,
  tally: Tally,
): Slices<Solution | undefined> {
  const found = yield* storyOf(problem, options, TRIAL, isOver)
  if (typeof found !== "object") return undefined
  if ("story" in found) return found.story
  tally.unfinished++
  return undefined
}

/** Which acts would lead there if no character needed a reason, and who has none. */
function* unmotivatedActs(
  problem: Problem,
  options: AdviceOptions,
  isOver: () => boolean,
): Slices<Unmotivated> {
  const fated: Problem = { ...problem, actions: problem.actions.map((each) => ({ ...each, consenting: [] })) }
  const found = yield* storyOf(fated, options, TRIAL, isOver)
  if (found === "exhausted" || found === "impossible") return { kind: "none" }
  if (!("story" in found)) return { kind: "unknown" }
  const { plan } = found.story
  const missing = yield* missingReasons(problem, plan, options, isOver)
  return missing === undefined || missing.length === 0 ? { kind: "unknown" } : { kind: "acts", plan, missing }
}

/** Undefined: it could not be found out. */
function* missingReasons(
  problem: Problem,
  plan: readonly string[],
  { limits }: AdviceOptions,
  isOver: () => boolean,
): Slices<readonly { act: string; character: string }[] | undefined> {
  const reasoner = new Reasoner(ground(problem).task, boundsFor(problem, plan.length, limits ?? {}))
  if (!plan.every((each) => reasoner.knows(each))) return undefined
  const acts = reasoner.actions(plan)
  const missing: { act: string; character: string }[] = []
  for (const [i, act] of acts.entries()) {
    if (!reasoner.isPossible(acts.slice(0, i + 1))) return undefined
    for (const who of reasoner.task.actions[act].consenting) {
      const work = reasoner.reason(acts.slice(0, i), act, who)
      let step = work.next()
      for (let steps = 0; !step.done; step = work.next()) {
        if (isOver() || (step.value !== PAUSE && ++steps > TRIAL)) return undefined
        yield
      }
      if (step.value === undefined) return undefined
      if (step.value === null) missing.push({ act: plan[i], character: reasoner.task.characters[who] })
    }
  }
  return missing
}
