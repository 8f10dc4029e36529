/**
 * Gathers stories of a world from its story space, and holds them against one another: which differ, and
 * which is the most …
 */
import type {
  Explanations,
  MeasuredStory,
  MeasureName,
  Problem,
  Solution,
  SpaceState,
  StoryCluster,
  Slices,
} from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { startExploration, type ExploreOptions } from "../explore/explore.js"
import { usualBounds } from "../play/evaluator.js"
import { writerOf } from "../replay/chronicle.js"
import { deadlineOf } from "../review/query.js"
import { Reasoner } from "../review/reasoner.js"
import { ground } from "../ground/ground.js"
import { mergedLimits, printable } from "../search/limits.js"
import { Checker } from "../verify.js"
import { candidatesIn } from "./candidates.js"
import { clustersOf } from "./clusters.js"
import { actDistance, type Features, featuresOf, salienceDistance } from "./features.js"
import { type Counts, type Measure, measures } from "./measures.js"

/** What a comparison is asked with. */
export type CompareOptions = Pick<
  ExploreOptions,
  "goal" | "limits" | "depth" | "maxVisited" | "memoryMiB" | "clock" | "timeoutMs"
> & {
  /** How many stories are looked at closely. Default: 300. */
  readonly mostStories?: number
  /** Measures of the caller's own, counted besides those that every story is counted by. */
  readonly measures?: readonly Measure[]
}

/** A story that the judge accepted, and what of it is compared. */
export interface ComparedStory {
  readonly solution: Solution
  readonly utility: number
  readonly features: Features
  readonly counts: Readonly<Record<MeasureName, Counts> & Record<string, Counts>>
}

/** The stories that a comparison looked at closely. */
export interface Stories {
  readonly stories: readonly ComparedStory[]
  /** The whole space was looked at, and every candidate. */
  readonly isWhole: boolean
}

/** Throws if no story can begin in this world. */
export function startComparison(problem: Problem, options: CompareOptions = {}): Query<Stories> {
  return new Query(gathered(problem, options))
}

function* gathered(problem: Problem, options: CompareOptions): Slices<Stories> {
  const isOver = deadlineOf(options)
  // Half of the time is for looking, half for judging.
  const exploration = startExploration(problem, {
    maxVisited: 20_000,
    ...options,
    timeoutMs: (options.timeoutMs ?? Infinity) / 2,
  })
  const states: SpaceState[] = []
  while (exploration.status === "exploring") {
    exploration.step(16)
    states.push(...exploration.take())
    yield
  }
  const candidates = [...candidatesIn(states, exploration.counts.states)].sort(
    (a, b) => a.plan.length - b.plan.length,
  )
  const chosen = spread(candidates, options.mostStories ?? 300)
  const bounds = usualBounds(mergedLimits(problem.limits, options.limits ?? {}))
  const reasoner = new Reasoner(ground(problem).task, bounds)
  const checker = new Checker(problem)
  const writeDown = writerOf(problem)
  const stories: ComparedStory[] = []
  let looked = 0
  for (const { plan, doubt } of chosen) {
    if (isOver()) break
    looked++
    const solution: Solution = { plan, explanations: yield* reasonsFor(reasoner, plan) }
    const verdict = yield* checker.judge(solution, {
      limits: printable(bounds),
      goal: exploration.head.goal,
      isOver,
    })
    yield
    if (verdict.verdict !== "valid") continue
    const fabula = yield* writeDown(solution)
    const counts = Object.fromEntries(
      [...(options.measures ?? []), ...measures].map((each) => [
        each.name,
        each.count(fabula, problem, doubt),
      ]),
    ) as ComparedStory["counts"]
    stories.push({
      solution,
      utility: reasoner.worth(reasoner.actions(plan)),
      features: featuresOf(fabula, problem),
      counts,
    })
  }
  return { stories, isWhole: exploration.status === "complete" && looked === candidates.length }
}

/** So many of them, short and long ones alike. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  return all.length <= most
    ? all
    : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)])
}

function* reasonsFor(reasoner: Reasoner, plan: readonly string[]): Slices<readonly Explanations[]> {
  const acts = reasoner.actions(plan)
  const explanations: Explanations[] = []
  for (const [i, action] of acts.entries()) {
    const own: Record<string, Explanations[string]> = {}
    for (const who of reasoner.task.actions[action].consenting) {
      const reason = yield* reasoner.reason(acts.slice(0, i), action, who)
      if (reason) own[reasoner.task.characters[who]] = reason
    }
    explanations.push(own)
  }
  return explanations
}

/** Up to `most` stories as different as can be, each with those that are most like it. */
export function distinctStories(stories: readonly ComparedStory[], most: number): readonly StoryCluster[] {
  const distances = stories.map((one) =>
    stories.map((other) => salienceDistance(one.features, other.features)),
  )
  const clusters = clustersOf(distances, most)
  return clusters.map(({ prototype, members }, k) => {
    const others = clusters.filter((_, i) => i !== k).map((each) => each.prototype)
    const nearest =
      others.length === 0
        ? null
        : others.reduce((best, each) =>
            distances[prototype][each] < distances[prototype][best] ? each : best,
          )
    const { solution, utility, features } = stories[prototype]
    return {
      prototype: solution,
      utility,
      size: members.length,
      radius: Math.max(...members.map((each) => distances[prototype][each])),
      apart:
        nearest === null
          ? null
          : {
              salience: distances[prototype][nearest],
              acts: actDistance(features, stories[nearest].features),
            },
    }
  })
}

/**
 * The best by a measure first; of equals the shorter. A measure of the caller's own must have been counted:
 * see `measures` of `CompareOptions`.
 */
export function bestStories(
  stories: readonly ComparedStory[],
  by: MeasureName | Measure,
): readonly MeasuredStory[] {
  const measure: Measure = typeof by === "string" ? measures.find((each) => each.name === by)! : by
  const { name } = measure
  const measured = stories.map(({ solution, utility, counts }) => ({
    solution,
    utility,
    score: measure.score(counts[name]),
    counts: counts[name],
  }))
  return measured.sort((a, b) => b.score - a.score || a.solution.plan.length - b.solution.plan.length)
}
