/**
 * The search as a resumable object: `step(units)` does at most that many units of work and returns; the
 * caller owns budgets, cancelling and slicing. Slices of any size give the same stories with the same counts.
 * A unit visits one node, or is a part of judging a story: it makes one event of the checker's task ground,
 * follows one act, or looks into a few acts in worlds.
 *
 * A search is a sequence of rounds (one, if all limits were stated). A round has bounds and runs the members
 * of its method's portfolio in turn, in time slices that double. The checker judges every story within the
 * bounds of its round before the search reports it.
 */
import type { Diagnostic, Problem, Solution, Verdict, Slices } from "@dramaturg/model"
import type { Task } from "../task/task.js"
import { type Grounding, ground } from "../ground/ground.js"
import { heuristicOf } from "./heuristics/index.js"
import { solutionOf } from "./explain/solution.js"
import { NotWithinLimits } from "../levels.js"
import { goalAbove, goalNotes, endlessNotes, startNotes } from "./notes.js"
import { Checker, limitsOf } from "../verify.js"
import type { Found } from "./author.js"
import type { Statistics } from "./context.js"
import { PortfolioMember, type MemberSetting } from "./portfolio-member.js"
import type { Optimisations } from "./optimisations.js"
import { SearchCache } from "./cache.js"
import {
  type Bounds,
  boundsOf,
  mayGrow,
  mergedLimits,
  printable,
  type StatedLimits,
  widest,
} from "./limits.js"
import { methods } from "./methods/index.js"
import type { MemberPlan } from "./methods/method.js"
import { type Reduction, type Reductions, reductionsOf } from "./reduction/reductions.js"
import {
  DEFAULT_MEMORY_MIB,
  type Progress,
  type Search,
  type SearchOptions,
  type Status,
  type StoppedBy,
  type Story,
} from "./contract.js"
import { actionOrder } from "./order.js"
import { repairPlan } from "./plan-repair.js"
import { FIRST_SLICE, lengthOf, SHARE_OF_CAST, SHARE_OF_WHOLE, type Turn } from "./turns.js"
import { actionsNamed, Impossible, utilityAfter } from "./past.js"

/**
 * Starts a search. Throws if no story can begin at the problem's start (ask `groundingNotes` first), or if an
 * act of the past is not possible.
 */
export function startSearch(problem: Problem, options: SearchOptions = {}): Search {
  const grounding = ground(problem)
  const { actions } = grounding.task
  const cache = new SearchCache(
    grounding.task,
    actionOrder(actions.length, options.seed ?? 0),
    new Set(options.without),
  )
  return beginSearch(problem, grounding, options, cache, new Checker(problem))
}

/**
 * The same with a search cache and a checker that may hold earlier results. They must be of this task and
 * this problem.
 */
export function beginSearch(
  problem: Problem,
  { task, notes }: Grounding,
  options: SearchOptions,
  cache: SearchCache,
  checker: Checker,
): Search {
  const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error")
  if (error !== undefined) throw new Error(`${error.message} Ask groundingNotes before starting a search.`)
  return new RoundedSearch(problem, options, cache, checker)
}

/**
 * The checker's effort on a proposal of an incomplete member. A proposal not decided by then is rarely
 * decided with twice as much.
 */
const PROPOSAL_EFFORT = 400_000

type RoundEnd = "solved" | "none" | "belief" | "memory" | "unfinished"

class RoundedSearch implements Search {
  readonly task: Task
  readonly goal: number
  status: Status = "searching"
  phase: "searching" | "judging" = "searching"
  limit: StoppedBy | null = null
  story: Story | null = null
  best: Story | null = null
  shortest: boolean | null = null
  undecided = false
  notes: readonly Diagnostic[] = []
  readonly #checker: Checker
  readonly #options: SearchOptions
  readonly #stated: StatedLimits
  readonly #cache: SearchCache
  readonly #disabled: Optimisations
  readonly #past: readonly number[]
  readonly #statistics: Statistics = { visited: 0, generated: 0 }
  readonly #deadline: number
  #bounds: Bounds
  /** The members of the present round, the complete one first. */
  #turns: readonly Turn[] = []
  #reductions: Reductions | undefined
  /** What is judged is judged to its end, whatever limits are reached meanwhile but those of the checker. */
  #isUninterrupted = false
  #work: Slices<void>

  constructor(problem: Problem, options: SearchOptions, cache: SearchCache, checker: Checker) {
    this.task = cache.task
    this.#checker = checker
    this.#options = options
    this.#stated = mergedLimits(problem.limits, options.limits ?? {})
    this.#bounds = boundsOf(this.#stated, 0)
    this.#cache = cache
    this.#disabled = new Set(options.without)
    this.#past = actionsNamed(cache, options.past ?? [])
    this.#deadline = (options.clock?.() ?? 0) + (options.timeoutMs ?? Infinity)
    this.goal = options.goal ?? goalAbove(utilityAfter(cache, this.#past))
    this.#work = this.#rounds()
  }

  get progress(): Progress {
    const { visited, generated, cases } = this.#statistics
    const searches = this.#running().map((each) => each.search)
    return {
      visited,
      generated,
      ...(cases === undefined ? {} : { cases }),
      states: total(this.#caches.map((each) => each.space.count)),
      stateBytes: total(this.#caches.map((each) => each.space.bytes)),
      bytes: this.#bytes,
      depth: Math.max(0, ...searches.map((each) => each.depth)),
      bound: this.#whole?.search.bound ?? 0,
      best: searches.reduce<number | null>(
        (best, each) => highest(best, each.improving.at(-1)?.utility),
        null,
      ),
      limits: printable(this.#bounds),
    }
  }

  step(units: number): void {
    for (let i = 0; i < units && this.status === "searching"; i++) {
      if (!this.#isUninterrupted) this.#stopWhereOver()
      this.#work.next()
    }
    if (this.status !== "searching") this.#conclude()
  }

  #conclude(): void {
    const endless = this.#cache.actual.progression.endless
    this.notes = [
      ...(endless === undefined ? [] : endlessNotes(this.task, endless.triggers)),
      ...(this.status === "exhausted" && this.#past.length === 0 ? goalNotes(this.task, this.goal) : []),
    ]
  }

  /** Checks the caller's limits: the count of visits each time, the clock every 64 visits. */
  #stopWhereOver(): void {
    const { visited } = this.#statistics
    if (visited >= (this.#options.maxVisited ?? Infinity)) this.#stop("visits")
    else if (visited % 64 === 0 && this.#isLate()) this.#stop("time")
  }

  #isLate(): boolean {
    const { clock } = this.#options
    return clock !== undefined && clock() > this.#deadline
  }

  /** From here on the work is to keep the best plan met, and to end. */
  #stop(limit: StoppedBy): void {
    this.#isUninterrupted = true
    this.#work = this.#stopped(limit)
  }

  *#stopped(limit: StoppedBy): Slices<void> {
    yield* this.#keepBest()
    this.limit = limit
    this.status = this.story === null ? "limited" : "solved"
  }

  *#rounds(): Slices<void> {
    if (this.#options.hint !== undefined && (yield* this.#acceptHint(this.#options.hint))) {
      this.status = "solved"
      return
    }
    for (let round = 0; ; round++) {
      let end = yield* this.#round(boundsOf(this.#stated, round), Infinity)
      // The round may be exhaustive without the limits that were not stated: as many visits as so far are
      // spent on proving that.
      if (end === "none" && this.#couldGrow)
        end = yield* this.#round(widest(this.#stated), this.#statistics.visited)
      if (end === "unfinished") continue
      if (end === "none") this.status = "exhausted"
      else if (end !== "solved") {
        this.#isUninterrupted = true
        yield* this.#stopped(end)
      }
      return
    }
  }

  /** Accepts the hint if it improves on the start, reaches the goal and is valid. */
  *#acceptHint(hint: Solution): Slices<boolean> {
    const utility = this.#utilityOf(hint)
    if (!(utility >= this.goal) || !(utility > utilityAfter(this.#cache, this.#past))) return false
    this.#bounds = boundsOf({ ...limitsOf(hint), ...statedOnly(this.#stated) }, 0)
    const verdict = yield* this.#verdict(hint, PROPOSAL_EFFORT)
    return verdict.verdict === "valid" && this.#accept({ solution: hint, utility })
  }

  /** The author's utility after this plan; NaN if the plan is not possible here or its utility unknown. */
  #utilityOf({ plan }: Solution): number {
    try {
      return utilityAfter(this.#cache, [...this.#past, ...actionsNamed(this.#cache, plan, this.#past)])
    } catch (error) {
      if (error instanceof Impossible || error instanceof NotWithinLimits) return NaN
      throw error
    }
  }

  /** Whether the round that just ended without a story was cut short by a limit that is not stated. */
  get #couldGrow(): boolean {
    return mayGrow(this.#stated, this.#whole!.search.context.cuts)
  }

  /** Runs all members of the method within these bounds in turn, for at most `nodeBudget` visits. */
  *#round(bounds: Bounds, nodeBudget: number): Slices<RoundEnd> {
    const { method = "widening" } = this.#options
    const [whole, ...proposals] = methods[method].members(bounds)
    const turns: Turn[] = [this.#turn(whole, bounds, { share: SHARE_OF_WHOLE })]
    const end = this.#statistics.visited + nodeBudget
    this.#bounds = bounds
    this.#turns = turns
    let last: RoundEnd = "none"
    /** How many nodes had been visited when the memory was last looked at. */
    let weighed = -1
    for (let slice = FIRST_SLICE; ; slice *= 2) {
      for (const [i, turn] of turns.entries()) {
        if (turn.from > slice && !turn.after.every((each) => each.isOver)) continue
        const until = Math.min(end, this.#statistics.visited + lengthOf(slice, turn))
        while (!turn.isOver && this.#statistics.visited < until) {
          turn.member ??= turn.start()
          turn.work ??= turn.member.run()
          const step = turn.work.next()
          if (!step.done) {
            yield
            const { visited } = this.#statistics
            if (visited % 64 !== 0 || visited === weighed) continue
            weighed = visited
            if (this.#isFull()) return "memory"
            continue
          }
          turn.work = undefined
          if (
            step.value !== undefined &&
            (yield* i === 0 ? this.#solve(step.value) : this.#propose(step.value))
          )
            return this.#finish(i === 0)
          if (step.value !== undefined) break
          yield* this.#keepBest()
          // The complete member has proved that no story is shorter than the one found before.
          if (i === 0 && this.story !== null && !turn.member.isTooDeep) return this.#finish(true)
          if (i === 0 && !turn.member.isTooDeep) return "none"
          if (i === 0) last = "belief"
          turn.isOver = true
        }
        if (this.#statistics.visited >= end) return "unfinished"
        // Most searches end within the first slice of the first member; only then the others are made.
        if (turns.length === 1 && proposals.length > 0)
          turns.push(...(yield* this.#proposals(whole, proposals)))
      }
      if (turns.every((each) => each.isOver)) return last
    }
  }

  /**
   * The members that only make proposals, in the order of their turns: those of the smallest worlds first,
   * those of a larger one a slice later.
   */
  *#proposals(whole: MemberPlan, plans: readonly MemberPlan[]): Slices<readonly Turn[]> {
    const { bounds } = whole
    const isPatient = !this.#disabled.has("patience")
    const kept = plans.filter((each) => each.nodeBudget === Infinity || isPatient)
    const none: Reductions = { cast: null, relevant: [] }
    const { cast, relevant } = this.#disabled.has("relevance") ? none : yield* this.#reductionsFor()
    const turns: Turn[] = []
    if (cast !== null)
      for (const plan of [...kept.slice(0, 1), whole])
        turns.push(this.#turn(plan, bounds, { reduction: cast, share: SHARE_OF_CAST }))
    let [from, after]: [number, readonly Turn[] | undefined] = [FIRST_SLICE, undefined]
    for (const reduction of [...relevant, undefined]) {
      const plans = reduction === undefined ? kept : [whole, ...kept]
      after = plans.map((plan) => this.#turn(plan, bounds, { from, after, reduction }))
      turns.push(...after)
      from *= 2
    }
    return turns
  }

  *#reductionsFor(): Slices<Reductions> {
    return (this.#reductions ??= yield* reductionsOf(this.#cache, this.#past, this.goal))
  }

  #turn(
    plan: MemberPlan,
    bounds: Bounds,
    {
      from = FIRST_SLICE,
      after = [],
      share = 1,
      reduction,
    }: { from?: number; after?: readonly Turn[]; share?: number; reduction?: Reduction },
  ): Turn {
    const start = (): PortfolioMember => {
      const { heuristic } = this.#options
      const cache =
        reduction?.cache ??
        (this.#disabled.has("sharing")
          ? new SearchCache(this.task, this.#cache.order, this.#disabled)
          : this.#cache)
      const setting: MemberSetting = {
        cache,
        goal: this.goal,
        past: reduction?.past ?? this.#past,
        estimate: cache.estimates(heuristicOf(heuristic), bounds),
        statistics: this.#statistics,
        actions: reduction?.actions,
      }
      return new PortfolioMember(setting, plan)
    }
    return {
      from,
      after,
      share,
      size: (reduction?.cache ?? this.#cache).task.actions.length,
      start,
      isOver: false,
    }
  }

  /** The caches in use: one, if all members share it. */
  get #caches(): readonly SearchCache[] {
    return [...new Set([this.#cache, ...this.#running().map((each) => each.search.context.cache)])]
  }

  #running(): readonly PortfolioMember[] {
    return this.#turns.flatMap(({ member, isOver }) => (member === undefined || isOver ? [] : [member]))
  }

  /** The complete member of the present round; undefined before its first turn. */
  get #whole(): PortfolioMember | undefined {
    return this.#turns[0]?.member
  }

  #isFull(): boolean {
    return this.#bytes > (this.#options.memoryMiB ?? DEFAULT_MEMORY_MIB) * 1048576
  }

  get #bytes(): number {
    return total([...this.#caches, ...this.#running().map((each) => each.search)].map((each) => each.bytes))
  }

  /**
   * Has the checker confirm a story of the complete member. A refusal would be a fault of the search, so it
   * throws. When time is up before the checker decides, the story is reported as undecided; otherwise a
   * caller with a time limit would get no story at all.
   */
  *#solve(found: Found): Slices<boolean> {
    const { story, verdict } = yield* this.#checked(found, this.#options.effort, () => this.#isLate())
    if (verdict.verdict === "invalid") {
      const [breach] = verdict.breaches
      throw new Error(
        `The judge refused a story that the search had found: ${breach.message} (${story.solution.plan.join("; ")})`,
      )
    }
    this.undecided = verdict.verdict === "undecided"
    this.#accept(story)
    return true
  }

  /**
   * Reports the story of an incomplete member if the checker accepts it within the bounds of the round, after
   * plan repair where needed.
   */
  *#propose(proposal: Found): Slices<boolean> {
    // Plan repair may take as many visits as the search has taken so far.
    const end = 2 * this.#statistics.visited
    let found: Found | null = proposal
    for (let tries = proposal.acts.length; found !== null && tries > 0; tries--) {
      if (this.story !== null && found.acts.length >= this.story.solution.plan.length) return false
      const { story, verdict } = yield* this.#checked(found, PROPOSAL_EFFORT, () => this.#isLate())
      if (verdict.verdict === "valid") return this.#accept(story)
      const whole = this.#whole
      if (verdict.verdict === "undecided" || whole === undefined || this.#disabled.has("mending"))
        return false
      const work: Slices<Found | null> = repairPlan(whole.search.explainer, found, verdict)
      let step = work.next()
      for (; !step.done && this.#statistics.visited < end; step = work.next()) yield
      found = step.done === true ? step.value : null
    }
    return false
  }

  /**
   * Reports a story. Returns whether it is the last one: no shorter story is asked for, or none can exist.
   */
  #accept(story: Story): boolean {
    this.story = story
    this.best = story
    this.shortest = story.solution.plan.length <= (this.#whole?.search.bound ?? 0)
    return this.shortest || this.#options.improve !== true
  }

  #finish(shortest: boolean): "solved" {
    this.shortest ||= shortest
    this.status = "solved"
    return "solved"
  }

  /** Keeps the best improving plan of this round that the checker accepts. */
  *#keepBest(): Slices<void> {
    const improving = this.#running().flatMap((each) => each.improving)
    for (const found of improving.sort((a, b) => b.utility - a.utility || a.acts.length - b.acts.length)) {
      if (this.best !== null && this.best.utility >= found.utility) return
      const { story, verdict } = yield* this.#checked(found, PROPOSAL_EFFORT)
      if (verdict.verdict === "valid") this.best = story
    }
  }

  *#checked(
    found: Found,
    effort: number | undefined,
    isOver?: () => boolean,
  ): Slices<{ readonly story: Story; readonly verdict: Verdict }> {
    const solution = solutionOf(this.task, found.acts)
    const verdict = yield* this.#verdict(solution, effort, isOver)
    return { story: { solution, utility: found.utility }, verdict }
  }

  *#verdict(solution: Solution, effort: number | undefined, isOver?: () => boolean): Slices<Verdict> {
    const wasUninterrupted = this.#isUninterrupted
    this.#isUninterrupted = true
    this.phase = "judging"
    const limits = printable(this.#bounds)
    const verdict = yield* this.#checker.judge(solution, { limits, past: this.#options.past, effort, isOver })
    this.#isUninterrupted = wasUninterrupted
    this.phase = "searching"
    return verdict
  }
}

/** The limits that are stated. */
function statedOnly(limits: StatedLimits): StatedLimits {
  return Object.fromEntries(Object.entries(limits).filter(([, each]) => each !== undefined))
}

function highest(one: number | null, other: number | undefined): number | null {
  return other === undefined || (one !== null && one >= other) ? one : other
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0)
}
