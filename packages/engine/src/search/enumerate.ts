/**
 * Lists every accepted story within the limits: a depth-first search follows all explained plans, merges
 * nothing, and has each story checked.
 *
 * It prunes three kinds of plans, none of which can begin a story (D24):
 * - a plan that cannot improve on the best utility it has passed within the acts that remain (the estimate is
 *   admissible);
 * - a plan whose end state a shorter explained plan within it reaches too. The acts that the shorter plan
 *   leaves out are idle whatever follows, because at the author's level an act has the same horizon wherever
 *   it stands;
 * - a plan to a nogood: a state from which no explained plan led to an improvement before, with as many acts
 *   left or more.
 */
import { type Diagnostic, PAUSE, type Problem, type Slices } from "@dramaturg/model"
import { PairMap } from "../belief/int-map.js"
import type { StateId } from "../belief/space.js"
import { Explainer } from "./explain/explain.js"
import { isIdle } from "./explain/minimal.js"
import { type ExplainedAct, solutionOf } from "./explain/solution.js"
import { ground } from "../ground/ground.js"
import type { Task } from "../task/task.js"
import { heuristicOf } from "./heuristics/index.js"
import { deeper } from "../levels.js"
import { goalNotes, endlessNotes, startNotes } from "./notes.js"
import { Checker } from "../verify.js"
import {
  DEFAULT_MEMORY_MIB,
  type Progress,
  type SearchOptions,
  type Status,
  type StoppedBy,
  type Story,
} from "./contract.js"
import { SearchContext } from "./context.js"
import { SearchCache } from "./cache.js"
import { firstDepth } from "./portfolio-member.js"
import { type Bounds, boundsOf, mergedLimits, printable, unstated } from "./limits.js"
import { actionOrder } from "./order.js"

/** A story of the list. */
export interface EnumeratedStory extends Story {
  /** The checker could not decide this story within its effort. */
  readonly undecided: boolean
}

/** A listing in progress: its caller steps it until `status` is no longer "searching". */
export interface Enumeration {
  /** `exhausted`: every story has been found. */
  readonly status: Exclude<Status, "solved">
  readonly limit: StoppedBy | null
  /** Stories in the order in which they were found. */
  readonly stories: readonly EnumeratedStory[]
  readonly progress: Progress
  readonly notes: readonly Diagnostic[]
  /** Visits at most this many more nodes. */
  step(visits: number): void
}

/**
 * Starts listing every story that improves on the start; with a `goal`, those that reach it. Throws if a
 * limit is not stated (by the problem or in the options), or if no story can begin in this world.
 */
export function startEnumeration(problem: Problem, options: SearchOptions = {}): Enumeration {
  const { task, notes } = ground(problem)
  const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error")
  if (error !== undefined) throw new Error(`${error.message} Ask groundingNotes before starting.`)
  const missing = unstated(mergedLimits(problem.limits, options.limits ?? {}))
  if (missing.length > 0)
    throw new Error(`To list every story all limits must be stated; missing: ${missing.join(", ")}.`)
  return new DepthFirstEnumeration(problem, task, options)
}

class DepthFirstEnumeration implements Enumeration {
  status: Exclude<Status, "solved"> = "searching"
  limit: StoppedBy | null = null
  readonly stories: EnumeratedStory[] = []
  notes: readonly Diagnostic[] = []
  /**
   * One checker for all stories, so that what it computed for one serves the next. It takes nothing from the
   * search.
   */
  readonly #checker: Checker
  readonly #task: Task
  readonly #options: SearchOptions
  readonly #bounds: Bounds
  readonly #statistics = { visited: 0, generated: 0 }
  readonly #deadline: number
  readonly #cache: SearchCache
  readonly #work: Slices<void>
  /** A story that was found is judged to its end, whatever limits are reached meanwhile. */
  #isJudging = false
  #round: Round

  constructor(problem: Problem, task: Task, options: SearchOptions) {
    this.#checker = new Checker(problem)
    this.#task = task
    this.#options = options
    this.#bounds = boundsOf(mergedLimits(problem.limits, options.limits ?? {}), 0)
    this.#cache = new SearchCache(
      task,
      actionOrder(task.actions.length, options.seed ?? 0),
      new Set(options.without),
    )
    this.#deadline = (options.clock?.() ?? 0) + (options.timeoutMs ?? Infinity)
    this.#round = this.#start(firstDepth(task, this.#bounds))
    this.#work = this.#rounds()
  }

  get progress(): Progress {
    const best = this.stories.reduce<number | null>(
      (most, each) => (most === null || each.utility > most ? each.utility : most),
      null,
    )
    const { count: states, bytes: stateBytes } = this.#cache.space
    return {
      ...this.#statistics,
      states,
      stateBytes,
      bytes: this.#bytes,
      depth: this.#round.depth,
      bound: 0,
      best,
      limits: printable(this.#bounds),
    }
  }

  step(units: number): void {
    for (let i = 0; i < units && this.status === "searching"; i++)
      if (this.#isJudging || !this.#isOver()) this.#work.next()
    if (this.status === "searching") return
    const endless = this.#round.explainer.context.cache.actual.progression.endless
    this.notes = [
      ...(endless === undefined ? [] : endlessNotes(this.#task, endless.triggers)),
      ...(this.stories.length > 0 || this.status === "limited"
        ? []
        : goalNotes(this.#task, this.#options.goal ?? -Infinity)),
    ]
  }

  #isOver(): boolean {
    const { visited } = this.#statistics
    const { maxVisited, memoryMiB, clock } = this.#options
    if (visited >= (maxVisited ?? Infinity)) return this.#stop("visits")
    if (visited % 64 !== 0) return false
    if (clock !== undefined && clock() > this.#deadline) return this.#stop("time")
    return this.#bytes > (memoryMiB ?? DEFAULT_MEMORY_MIB) * 1048576 && this.#stop("memory")
  }

  get #bytes(): number {
    return this.#cache.bytes + this.#round.bytes
  }

  #stop(limit: StoppedBy): true {
    this.limit = limit
    this.status = "limited"
    return true
  }

  #start(depth: number): Round {
    const bounds = this.#bounds
    const estimate = this.#cache.estimates(heuristicOf(this.#options.heuristic), bounds)
    const context = new SearchContext(this.#cache, {
      depth,
      past: [],
      bounds,
      estimate,
      statistics: this.#statistics,
    })
    return new Round(new Explainer(context), this.#options.goal ?? -Infinity)
  }

  /**
   * Runs again with deeper states until no decisive question lies beyond them. A story found in states that
   * were too shallow is a story all the same; `reported` keeps it from being listed twice.
   */
  *#rounds(): Slices<void> {
    const reported = new Set<string>()
    for (
      let depth: number | undefined = firstDepth(this.#task, this.#bounds);
      depth !== undefined;
      depth = deeper(depth, this.#task.readingDepth)
    ) {
      this.#round = this.#start(depth)
      const work = this.#round.run()
      for (let step = work.next(); !step.done; step = work.next()) {
        if (step.value && step.value !== PAUSE) yield* this.#report(step.value, reported)
        yield
      }
      if (!this.#round.explainer.context.tooShallow) {
        this.status = "exhausted"
        return
      }
    }
    this.#stop("belief")
  }

  *#report({ acts, utility }: FoundStory, reported: Set<string>): Slices<void> {
    const key = acts.map((each) => each.action).join()
    if (reported.has(key)) return
    reported.add(key)
    const solution = solutionOf(this.#task, acts)
    this.#isJudging = true
    const verdict = yield* this.#checker.judge(solution, {
      limits: printable(this.#bounds),
      effort: this.#options.effort,
    })
    this.#isJudging = false
    if (verdict.verdict === "invalid") {
      throw new Error(
        `The judge refused a story that was listed: ${verdict.breaches[0].message} (${solution.plan.join("; ")})`,
      )
    }
    this.stories.push({ solution, utility, undecided: verdict.verdict === "undecided" })
  }
}

interface FoundStory {
  readonly acts: readonly ExplainedAct[]
  readonly utility: number
}

/**
 * A depth-first search over all plans, with states of one depth. It yields once per visit, and once per
 * story.
 */
class Round {
  readonly explainer: Explainer
  depth = 0
  readonly #goal: number
  readonly #start: number
  /**
   * Nogoods: for each state from which nothing led to an improvement, the largest number of acts that were
   * left there.
   */
  readonly #nogoods = new PairMap()
  /** For each state, the fewest explained acts that were seen to lead to it. */
  readonly #cost = new PairMap()

  constructor(explainer: Explainer, goal: number) {
    this.explainer = explainer
    this.#goal = goal
    this.#start = explainer.context.utility(explainer.context.author, explainer.context.initial)
  }

  get bytes(): number {
    return this.#nogoods.bytes + this.#cost.bytes
  }

  *run(): Generator<FoundStory | typeof PAUSE | void, void, void> {
    yield* this.#extend(this.explainer.context.initial, [], [], this.#start)
  }

  /** Returns whether some explained plan from here improves on the start and reaches the requested goal. */
  *#extend(
    state: StateId,
    states: readonly StateId[],
    acts: readonly ExplainedAct[],
    peak: number,
  ): Generator<FoundStory | typeof PAUSE | void, boolean, void> {
    const { context } = this.explainer
    const remaining = context.bounds.author - acts.length
    context.statistics.visited++
    this.depth = Math.max(this.depth, acts.length)
    yield
    if (context.tooShallow || this.#nogoods.find(state, 0, -1) >= remaining) return false
    const utility = context.utility(context.author, state)
    let canImprove = utility > this.#start && utility >= this.#goal
    if (utility > peak && utility >= this.#goal && (yield* this.#isMinimal(states, acts, utility)))
      yield { acts, utility }
    const { actions, vectors } = context.applicableIn(state)
    for (let i = 0; i < actions.length; i++) {
      if (context.tooShallow) return true
      if (1 + this.#distance(vectors[i], this.#start) > remaining) continue
      const after = context.happen(state, actions[i])
      if (after < 0) continue
      if (1 + this.#distance(vectors[i], Math.max(peak, utility)) > remaining) {
        canImprove = true
        continue
      }
      const reasons = yield* this.explainer.explainOthers(state, actions[i], -1, context.bounds.character)
      if (reasons === null) continue
      const line = [...acts, { action: actions[i], reasons }]
      const passed = [...states, state]
      if (yield* this.#isDetour(passed, line, after)) {
        canImprove = true
        continue
      }
      if (yield* this.#extend(after, passed, line, Math.max(peak, utility))) canImprove = true
    }
    if (!canImprove) this.#nogoods.set(state, 0, remaining)
    return canImprove
  }

  #distance(vector: number, passed: number): number {
    const { context } = this.explainer
    const better = context.estimate(vector, { who: context.author, least: passed, above: true })
    return Math.max(
      better,
      context.estimate(vector, { who: context.author, least: this.#goal, above: false }),
    )
  }

  *#isMinimal(states: readonly StateId[], acts: readonly ExplainedAct[], target: number): Slices<boolean> {
    const actions = acts.map((each) => each.action)
    const horizon = this.explainer.context.bounds.character
    for (let i = states.length - 1; i >= 0; i--) {
      if (
        yield* isIdle(this.explainer, {
          state: states[i],
          rest: actions.slice(i + 1),
          owner: -1,
          horizon,
          target,
        })
      )
        return false
    }
    return true
  }

  /** Whether a shorter explained plan within this one ends in the same state. */
  *#isDetour(states: readonly StateId[], line: readonly ExplainedAct[], end: StateId): Slices<boolean> {
    const least = this.#cost.find(end, 0, Infinity)
    if (line.length < least) this.#cost.set(end, 0, line.length)
    if (line.length <= least) return false
    const actions = line.map((each) => each.action)
    for (let i = states.length - 1; i >= 0; i--)
      if (yield* this.#leadsTo(states[i], actions, i + 1, end)) return true
    return false
  }

  *#leadsTo(state: StateId, actions: readonly number[], from: number, end: StateId): Slices<boolean> {
    const { context } = this.explainer
    if (state === end) return true
    for (let j = from; j < actions.length; j++) {
      if (!context.isPossible(state, actions[j])) continue
      const after = context.happen(state, actions[j])
      if (after < 0 || !(yield* this.#leadsTo(after, actions, j + 1, end))) continue
      if ((yield* this.explainer.explainOthers(state, actions[j], -1, context.bounds.character)) !== null)
        return true
    }
    return false
  }
}
