/**
 * The search, as work that is nudged: `step(visits)` does at most so much and returns; the caller owns patience,
 * cancelling and slicing. The same search in slices of any size finds the same stories with the same counts.
 *
 * A search is a sequence of rounds (one, if all limits were stated); a round has bounds and runs the lanes of its method by
 * turns, in shares that double. Every story is judged within the bounds of its round before it is shown.
 */
import type { Diagnostic, Problem, Solution, Verdict } from "@dramaturg/model"
import type { Task } from "../task/task.js"
import { type Grounding, ground } from "../ground/ground.js"
import { heuristics } from "./heuristics/index.js"
import { solutionOf } from "./explain/solution.js"
import { NotWithinLimits } from "../levels.js"
import { goalAbove, goalNotes, restlessNotes, startNotes } from "./notes.js"
import { Checker, limitsOf } from "../verify.js"
import type { Slices } from "./explain/explain.js"
import type { Found } from "./author.js"
import type { Meter } from "./context.js"
import { Lane, type LaneSetting } from "./lane.js"
import type { Ideas } from "./ideas.js"
import { SearchCache } from "./cache.js"
import { type Bounds, boundsOf, mayGrow, mergedLimits, printable, type StatedLimits, widest } from "./limits.js"
import { methods } from "./methods/index.js"
import { DEFAULT_MEMORY_MIB, type Progress, type Search, type SearchOptions, type Status, type StoppedBy, type Story } from "./contract.js"
import { actionOrder } from "./order.js"
import { mended } from "./mend.js"
import { actionsNamed, Impossible, utilityAfter } from "./past.js"

/**
 * Starts a search. Throws if the problem's start is not one a story can begin in (ask `groundingNotes` first), or if an act of
 * the past is not possible.
 */
export function startSearch(problem: Problem, options: SearchOptions = {}): Search {
  const grounding = ground(problem)
  const { actions } = grounding.task
  const cache = new SearchCache(grounding.task, actionOrder(actions.length, options.seed ?? 0), new Set(options.without))
  return beginSearch(problem, grounding, options, cache, new Checker(problem))
}

/** The same with a lore and a judge that may know something already; they must be of this task and this problem. */
export function beginSearch(problem: Problem, { task, notes }: Grounding, options: SearchOptions, cache: SearchCache, judge: Checker): Search {
  const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error")
  if (error !== undefined) throw new Error(`${error.message} Ask groundingNotes before starting a search.`)
  return new RoundedSearch(problem, options, cache, judge)
}

/**
 * How many visits a lane has at its first turn; each further turn is twice as long. The first, whole lane is half a turn behind
 * the others: what is easy it finds in its first turn, and a shortest story at that; what is hard a small lane finds.
 */
const FIRST_SHARE = 600

function shareOf(lane: number, share: number): number {
  return lane === 0 ? Math.max(FIRST_SHARE, share / 2) : share
}

/** How hard the judge works on what a lane only proposes: what is not settled by then hardly ever is with twice as much. */
const PROPOSAL_EFFORT = 400_000

type RoundEnd = "solved" | "none" | "belief" | "memory" | "unfinished"

class RoundedSearch implements Search {
  readonly task: Task
  readonly goal: number
  status: Status = "searching"
  limit: StoppedBy | null = null
  story: Story | null = null
  best: Story | null = null
  shortest: boolean | null = null
  undecided = false
  notes: readonly Diagnostic[] = []
  readonly #judge: Checker
  readonly #options: SearchOptions
  readonly #stated: StatedLimits
  readonly #cache: SearchCache
  readonly #without: Ideas
  readonly #past: readonly number[]
  readonly #meter: Meter = { visited: 0, generated: 0 }
  readonly #deadline: number
  #bounds: Bounds
  /** The lanes of the present round that still run; `undefined` where one has ended or was given up. */
  #lanes: (Lane | undefined)[] = []
  readonly #work: Slices<void>

  constructor(problem: Problem, options: SearchOptions, cache: SearchCache, judge: Checker) {
    this.task = cache.task
    this.#judge = judge
    this.#options = options
    this.#stated = mergedLimits(problem.limits, options.limits ?? {})
    this.#bounds = boundsOf(this.#stated, 0)
    this.#cache = cache
    this.#without = new Set(options.without)
    this.#past = actionsNamed(cache, options.past ?? [])
    this.#deadline = (options.clock?.() ?? 0) + (options.timeoutMs ?? Infinity)
    this.goal = options.goal ?? goalAbove(utilityAfter(cache, this.#past))
    this.#work = this.#rounds()
  }

  get progress(): Progress {
    const { visited, generated } = this.#meter
    const searches = this.#running().map((each) => each.search)
    return {
      visited,
      generated,
      states: total(this.#caches.map((each) => each.space.count)),
      stateBytes: total(this.#caches.map((each) => each.space.bytes)),
      bytes: this.#bytes,
      depth: Math.max(0, ...searches.map((each) => each.depth)),
      bound: this.#lanes[0]?.search.bound ?? 0,
      best: searches.reduce<number | null>((best, each) => highest(best, each.improving.at(-1)?.utility), null),
      limits: printable(this.#bounds),
    }
  }

  step(visits: number): void {
    for (let i = 0; i < visits && this.status === "searching"; i++) {
      if (!this.#isOver()) this.#work.next()
    }
    if (this.status !== "searching") this.#conclude()
  }

  #conclude(): void {
    const restless = this.#cache.actual.happening.endless
    this.notes = [
      ...(restless === undefined ? [] : restlessNotes(this.task, restless.triggers)),
      ...(this.status === "exhausted" && this.#past.length === 0 ? goalNotes(this.task, this.goal) : []),
    ]
  }

  /** Checks the caller's limits; cheap ones each time, the others now and then. */
  #isOver(): boolean {
    const { visited } = this.#meter
    if (visited >= (this.#options.maxVisited ?? Infinity)) return this.#stop("visits")
    if (visited % 64 === 0 && this.#isLate()) return this.#stop("time")
    return false
  }

  #isLate(): boolean {
    const { clock } = this.#options
    return clock !== undefined && clock() > this.#deadline
  }

  #stop(limit: StoppedBy): true {
    this.#keepBest()
    this.limit = limit
    this.status = this.story === null ? "limited" : "solved"
    return true
  }

  *#rounds(): Slices<void> {
    if (this.#options.hint !== undefined && this.#heed(this.#options.hint)) {
      this.status = "solved"
      return
    }
    for (let round = 0; ; round++) {
      let end = yield* this.#round(boundsOf(this.#stated, round), Infinity)
      // What was not stated may need no limit at all: as much work again goes into settling that.
      if (end === "none" && this.#couldGrow) end = yield* this.#round(widest(this.#stated), this.#meter.visited)
      if (end === "unfinished") continue
      if (end === "none") this.status = "exhausted"
      else if (end !== "solved") this.#stop(end)
      return
    }
  }

  /** Whether the hint is a story that will do. */
  #heed(hint: Solution): boolean {
    const utility = this.#worthOf(hint)
    if (!(utility >= this.goal) || !(utility > utilityAfter(this.#cache, this.#past))) return false
    this.#bounds = boundsOf({ ...limitsOf(hint), ...said(this.#stated) }, 0)
    const verdict = this.#verdict(hint, PROPOSAL_EFFORT)
    return verdict.verdict === "valid" && this.#accept({ solution: hint, utility })
  }

  /** NaN: not possible here, or unknown. */
  #worthOf({ plan }: Solution): number {
    try {
      return utilityAfter(this.#cache, [...this.#past, ...actionsNamed(this.#cache, plan, this.#past)])
    } catch (error) {
      if (error instanceof Impossible || error instanceof NotWithinLimits) return NaN
      throw error
    }
  }

  /** Whether the round that just ended without a story was cut short by a bound that nobody stated. */
  get #couldGrow(): boolean {
    return mayGrow(this.#stated, this.#lanes[0]!.search.context.cuts)
  }

  /** All lanes of the method within these bounds, by turns, for at most so many visits. */
  *#round(bounds: Bounds, patience: number): Slices<RoundEnd> {
    const { heuristic = "hmax", method = "widening" } = this.#options
    const setting = (): LaneSetting => {
      const cache = this.#without.has("sharing") ? new SearchCache(this.task, this.#cache.order, this.#without) : this.#cache
      return { cache, goal: this.goal, past: this.#past, estimate: cache.estimates(heuristics[heuristic], bounds), meter: this.#meter }
    }
    const plans = methods[method].lanes(bounds).filter((each) => each.patience === Infinity || !this.#without.has("patience"))
    const lanes: (Lane | undefined)[] = [new Lane(setting(), plans[0])]
    const end = this.#meter.visited + patience
    const work: (Slices<Found | undefined> | undefined)[] = []
    this.#bounds = bounds
    this.#lanes = lanes
    let last: RoundEnd = "none"
    for (let share = FIRST_SHARE; ; share *= 2) {
      for (let i = 0; i < plans.length; i++) {
        // A lane is made at its first turn: most searches end in the first turn of the first.
        if (share === FIRST_SHARE && i > 0) lanes[i] = new Lane(setting(), plans[i])
        const lane = lanes[i]
        if (lane === undefined) continue
        const turn = Math.min(end, this.#meter.visited + shareOf(i, share))
        while (lanes[i] !== undefined && this.#meter.visited < turn) {
          const step = (work[i] ??= lane.run()).next()
          if (!step.done) {
            yield
            if (this.#meter.visited % 64 === 0 && this.#isFull()) return "memory"
            continue
          }
          work[i] = undefined
          if (step.value !== undefined && (i === 0 ? this.#solve(step.value) : yield* this.#propose(step.value))) return this.#finish(i === 0)
          if (step.value !== undefined) break
          this.#keepBest()
          // Nothing shorter than what was found before.
          if (i === 0 && this.story !== null && !lane.isTooDeep) return this.#finish(true)
          if (i === 0 && !lane.isTooDeep) return "none"
          if (i === 0) last = "belief"
          lanes[i] = undefined
        }
        if (this.#meter.visited >= end) return "unfinished"
      }
      if (lanes.every((each) => each === undefined)) return last
    }
  }

  /** One, if all lanes share it. */
  get #caches(): readonly SearchCache[] {
    return [...new Set([this.#cache, ...this.#running().map((each) => each.search.context.cache)])]
  }

  #running(): readonly Lane[] {
    return this.#lanes.filter((each) => each !== undefined)
  }

  #isFull(): boolean {
    return this.#bytes > (this.#options.memoryMiB ?? DEFAULT_MEMORY_MIB) * 1048576
  }

  get #bytes(): number {
    return total([...this.#caches, ...this.#running().map((each) => each.search)].map((each) => each.bytes))
  }

  /**
   * The judge has to accept what is called a solution. A refusal would be our own mistake, so it is not passed over. When the time is
   * up, the story stands as undecided: whoever set the limit would otherwise end the search by force and have no story at all.
   */
  #solve(found: Found): boolean {
    const { story, verdict } = this.#tried(found, this.#options.effort, () => this.#isLate())
    if (verdict.verdict === "invalid") {
      const [breach] = verdict.breaches
      throw new Error(`The judge refused a story that the search had found: ${breach.message} (${story.solution.plan.join("; ")})`)
    }
    this.undecided = verdict.verdict === "undecided"
    this.#accept(story)
    return true
  }

  /** What a narrow or greedy lane found is shown if the judge accepts it within the bounds of the round, mended if need be. */
  *#propose(proposal: Found): Slices<boolean> {
    // Mending may take as much work again as all that went before.
    const end = 2 * this.#meter.visited
    let found: Found | null = proposal
    for (let tries = proposal.acts.length; found !== null && tries > 0; tries--) {
      if (this.story !== null && found.acts.length >= this.story.solution.plan.length) return false
      const { story, verdict } = this.#tried(found, PROPOSAL_EFFORT, () => this.#isLate())
      if (verdict.verdict === "valid") return this.#accept(story)
      const whole = this.#lanes[0]
      if (verdict.verdict === "undecided" || whole === undefined || this.#without.has("mending")) return false
      const work: Slices<Found | null> = mended(whole.search.explainer, found, verdict)
      let step = work.next()
      for (; !step.done && this.#meter.visited < end; step = work.next()) yield
      found = step.done === true ? step.value : null
    }
    return false
  }

  /** Shows a story; whether it is the last, because no shorter one is looked for or none can be. */
  #accept(story: Story): boolean {
    this.story = story
    this.best = story
    this.shortest = story.solution.plan.length <= (this.#lanes[0]?.search.bound ?? 0)
    return this.shortest || this.#options.improve !== true
  }

  #finish(shortest: boolean): "solved" {
    this.shortest ||= shortest
    this.status = "solved"
    return "solved"
  }

  /** The best line of this round that the judge accepts. */
  #keepBest(): void {
    const improving = this.#running().flatMap((each) => each.search.improving)
    for (const found of improving.sort((a, b) => b.utility - a.utility || a.acts.length - b.acts.length)) {
      if (this.best !== null && this.best.utility >= found.utility) return
      const { story, verdict } = this.#tried(found, PROPOSAL_EFFORT)
      if (verdict.verdict === "valid") this.best = story
    }
  }

  #tried(found: Found, effort: number | undefined, isOver?: () => boolean): { readonly story: Story; readonly verdict: Verdict } {
    const solution = solutionOf(this.task, found.acts)
    return { story: { solution, utility: found.utility }, verdict: this.#verdict(solution, effort, isOver) }
  }

  #verdict(solution: Solution, effort: number | undefined, isOver?: () => boolean): Verdict {
    return this.#judge.verify(solution, { limits: printable(this.#bounds), past: this.#options.past, effort, isOver })
  }
}

/** Without the limits that nobody stated. */
function said(limits: StatedLimits): StatedLimits {
  return Object.fromEntries(Object.entries(limits).filter(([, each]) => each !== undefined))
}

function highest(one: number | null, other: number | undefined): number | null {
  return other === undefined || (one !== null && one >= other) ? one : other
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0)
}
