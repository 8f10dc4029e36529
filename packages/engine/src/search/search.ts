/**
 * The search, as work that is nudged: `step(visits)` does at most so much and returns; the caller owns patience,
 * cancelling and slicing. The same search in slices of any size finds the same stories with the same counts.
 *
 * A search is a sequence of rounds. A round has bounds (fixed by the caller, or growing where nothing was said) and a depth
 * of states (growing only when a decisive question went deeper into minds than the states did). Every story is judged
 * before it is shown.
 */
import type { Limits, Problem, Solution, Verdict } from "@dramaturg/model"
import type { Task } from "../ground/task.js"
import { ground } from "../ground/ground.js"
import { heuristics, type HeuristicName } from "../heuristics/index.js"
import { solutionOf } from "../explain/solution.js"
import { MOST_LEVELS, startNotes, startUtility } from "../notes.js"
import { verify } from "../verify.js"
import type { Slices } from "../explain/explain.js"
import type { AuthorSearch, Found } from "./author.js"
import { type Meter, SearchContext } from "./context.js"
import { type Bounds, boundsOf, isFixed, isLast, printable, type StatedLimits } from "./limits.js"
import { methods, type MethodName } from "./methods/index.js"
import { actionOrder } from "./order.js"

export interface SearchOptions {
  /** Default: best-first. */
  readonly method?: MethodName
  /** Default: hmax. */
  readonly heuristic?: HeuristicName
  /** What is not said here is taken from the problem, and grows from small where the problem does not say either. */
  readonly limits?: StatedLimits
  /** The least utility of the author's to be reached. Default: the start's, rounded up if that is more, else plus one. */
  readonly goal?: number
  readonly maxVisited?: number
  /** Of what the search itself keeps. Default: 3072. */
  readonly memoryMiB?: number
  /** Shuffles the order in which actions are tried; 0: as written. */
  readonly seed?: number
  /** Milliseconds, from the shell; without it `timeoutMs` has no effect. */
  readonly clock?: () => number
  readonly timeoutMs?: number
  /** How hard the judge may work on one story, in visits of its own. */
  readonly effort?: number
}

export type Status = "searching" | "solved" | "exhausted" | "limited"

/** Which limit stopped the search. `belief`: minds would have to be followed deeper than the engine goes. */
export type StoppedBy = "time" | "visits" | "memory" | "belief"

export interface Progress {
  readonly visited: number
  readonly generated: number
  /** Distinct states of the present round, those in minds included. */
  readonly states: number
  /** The longest line looked at in the present round. */
  readonly depth: number
  /** The best utility met in the present round, if any improves on the start. */
  readonly best: number | null
  /** The bounds in force; null: none. */
  readonly limits: { readonly author: number | null; readonly character: number | null; readonly belief: number | null }
}

export interface Story {
  readonly solution: Solution
  readonly utility: number
}

export interface Search {
  readonly task: Task
  readonly goal: number
  readonly status: Status
  readonly limit: StoppedBy | null
  readonly progress: Progress
  /** The story that reaches the goal, once solved. */
  readonly story: Story | null
  /** The best story met, whether or not it reaches the goal. */
  readonly best: Story | null
  /** Whether the story is proved to be a shortest one within the bounds in force; null while there is none. */
  readonly shortest: boolean | null
  /** The judge could not decide a story within its effort: it is shown, but marked. */
  readonly undecided: boolean
  /** Visits at most so many nodes more. */
  step(visits: number): void
}

const DEFAULT_MEMORY_MIB = 3072

/** Starts a search. Throws if the problem's start is not one a story can begin in; ask `groundingNotes` first. */
export function startSearch(problem: Problem, options: SearchOptions = {}): Search {
  const { task, notes } = ground(problem)
  const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error")
  if (error !== undefined) throw new Error(`${error.message} Ask groundingNotes before starting a search.`)
  return new RoundedSearch(problem, task, options)
}

class RoundedSearch implements Search {
  readonly task: Task
  readonly goal: number
  status: Status = "searching"
  limit: StoppedBy | null = null
  story: Story | null = null
  best: Story | null = null
  shortest: boolean | null = null
  undecided = false
  readonly #problem: Problem
  readonly #options: SearchOptions
  readonly #stated: StatedLimits
  readonly #order: readonly number[]
  readonly #meter: Meter = { visited: 0, generated: 0 }
  readonly #deadline: number
  #bounds: Bounds
  #round: AuthorSearch | undefined
  readonly #work: Slices<void>

  constructor(problem: Problem, task: Task, options: SearchOptions) {
    this.task = task
    this.#problem = problem
    this.#options = options
    this.#stated = merged(problem.limits, options.limits ?? {})
    this.#bounds = boundsOf(this.#stated, 0)
    this.#order = actionOrder(task.actions.length, options.seed ?? 0)
    this.#deadline = (options.clock?.() ?? 0) + (options.timeoutMs ?? Infinity)
    this.goal = options.goal ?? this.#defaultGoal()
    this.#work = this.#rounds()
  }

  get progress(): Progress {
    const { visited, generated } = this.#meter
    return {
      visited,
      generated,
      states: this.#round?.context.space.count ?? 0,
      depth: this.#round?.depth ?? 0,
      best: this.#round?.improving.at(-1)?.utility ?? null,
      limits: printable(this.#bounds),
    }
  }

  step(visits: number): void {
    for (let i = 0; i < visits && this.status === "searching"; i++) {
      if (this.#isOver()) return
      this.#work.next()
    }
  }

  /** Checks the caller's limits; cheap ones each time, the others now and then. */
  #isOver(): boolean {
    const { visited } = this.#meter
    const { maxVisited, memoryMiB, clock } = this.#options
    if (visited >= (maxVisited ?? Infinity)) return this.#stop("visits")
    if (visited % 64 === 0) {
      if (clock !== undefined && clock() > this.#deadline) return this.#stop("time")
      if ((this.#round?.bytes ?? 0) > (memoryMiB ?? DEFAULT_MEMORY_MIB) * 1048576) return this.#stop("memory")
    }
    return false
  }

  #stop(limit: StoppedBy): true {
    this.#keepBest()
    this.limit = limit
    this.status = "limited"
    return true
  }

  *#rounds(): Slices<void> {
    for (let round = 0; ; round++) {
      this.#bounds = boundsOf(this.#stated, round)
      const search = yield* this.#deepEnough()
      if (search === undefined) return
      if (this.status !== "searching") return
      if (isFixed(this.#stated) || !search.context.wasCut) {
        this.status = "exhausted"
        return
      }
      if (isLast(this.#stated, round)) {
        this.#stop("belief")
        return
      }
    }
  }

  /** One round's bounds, with states as deep as its questions turn out to need. */
  *#deepEnough(): Slices<AuthorSearch | undefined> {
    for (let depth = this.#firstDepth(); depth <= MOST_LEVELS; depth += Math.max(1, this.task.readingDepth)) {
      const { heuristic = "hmax", method = "best-first" } = this.#options
      const context = new SearchContext(this.task, depth, this.#bounds, heuristics[heuristic], this.#order, this.#meter)
      const search = methods[method].start(context, this.goal)
      this.#round = search
      const found = yield* search.run()
      if (context.tooShallow) continue
      if (found === undefined) this.#keepBest()
      else this.#solve(found)
      return search
    }
    this.#stop("belief")
    return undefined
  }

  /** Explanations look one level deeper than the belief limit, and what they read there may look deeper still. */
  #firstDepth(): number {
    const { character, belief } = this.#bounds
    return Math.min(Math.max(1, Math.min(belief + 1, character)) + this.task.readingDepth, MOST_LEVELS)
  }

  /** The judge has to accept what is called a solution. A refusal would be our own mistake, so it is not passed over. */
  #solve(found: Found): void {
    const { story, verdict } = this.#judge(found)
    if (verdict.verdict === "invalid") {
      const [breach] = verdict.breaches
      throw new Error(`The judge refused a story that the search had found: ${breach.message} (${story.solution.plan.join("; ")})`)
    }
    this.undecided = verdict.verdict === "undecided"
    this.story = story
    this.best = story
    this.shortest = methods[this.#options.method ?? "best-first"].promises.shortest
    this.status = "solved"
  }

  /** The best line of this round that the judge accepts. */
  #keepBest(): void {
    for (const found of [...(this.#round?.improving ?? [])].reverse()) {
      if (this.best !== null && this.best.utility >= found.utility) return
      const { story, verdict } = this.#judge(found)
      if (verdict.verdict === "valid") this.best = story
    }
  }

  #judge(found: Found): { readonly story: Story; readonly verdict: Verdict } {
    const solution = solutionOf(this.task, found.acts)
    const { effort } = this.#options
    const verdict = verify(this.#problem, solution, { limits: printable(this.#bounds), effort })
    return { story: { solution, utility: found.utility }, verdict }
  }

  /** The start's utility rounded up to an integer if that is higher, else plus one (D26). */
  #defaultGoal(): number {
    const start = startUtility(this.task, this.#firstDepth(), MOST_LEVELS)
    const rounded = Math.ceil(start)
    return rounded > start ? rounded : start + 1
  }
}

function merged(world: Limits, given: StatedLimits): StatedLimits {
  return {
    author: given.author !== undefined ? given.author : world.author,
    character: given.character !== undefined ? given.character : world.character,
    belief: given.belief !== undefined ? given.belief : world.belief,
  }
}
