/** What a search is asked and what it answers: what callers may rely on. */
import type { Diagnostic, Solution } from "@dramaturg/model"
import type { Task } from "../task/task.js"
import type { Heuristic } from "./heuristics/heuristic.js"
import type { HeuristicName } from "./heuristics/index.js"
import type { Optimisation } from "./optimisations.js"
import type { StatedLimits } from "./limits.js"
import type { MethodName } from "./methods/index.js"

/** What a caller may ask of a search. */
export interface SearchOptions {
  /** Default: widening. */
  readonly method?: MethodName
  /**
   * Default: hmax. The caller's own must promise to be admissible and safe: what a search proves rests on
   * that.
   */
  readonly heuristic?: HeuristicName | Heuristic
  /**
   * Limits left out are taken from the problem. A limit stated in neither place starts small and grows from
   * round to round.
   */
  readonly limits?: StatedLimits
  /**
   * The least utility for the author that the story must reach. Default: the utility at the start rounded up,
   * or plus one if it is an integer already.
   */
  readonly goal?: number
  readonly maxVisited?: number
  /** Bounds what the search itself keeps in memory. Default: 3072. */
  readonly memoryMiB?: number
  /** Shuffles the order in which actions are tried; 0: as written. */
  readonly seed?: number
  /** Returns milliseconds; the application supplies it. Without a clock `timeoutMs` has no effect. */
  readonly clock?: () => number
  readonly timeoutMs?: number
  /** How many visits of its own the checker may spend on one story. */
  readonly effort?: number
  /**
   * Labels of acts that have happened already, in order; their reasons are not asked. The story, its limits
   * and its goal begin after them.
   */
  readonly past?: readonly string[]
  /** A story to be tried first. It is returned if it reaches the goal and the checker accepts it. */
  readonly hint?: Solution
  /** If true, a story that is not proved shortest is reported while the search for a shorter one goes on. */
  readonly improve?: boolean
  /**
   * Optimisations to disable, for measuring what each contributes. Disabling one costs time only: stories and
   * proofs stay the same.
   */
  readonly without?: readonly Optimisation[]
}

/** Solved; exhausted: proved that there is no story within the limits; limited: stopped by `limit`. */
export type Status = "searching" | "solved" | "exhausted" | "limited"

/** Which limit stopped the search. `belief`: minds would have to be followed deeper than the engine goes. */
export type StoppedBy = "time" | "visits" | "memory" | "belief"

/** How far a search has come. */
export interface Progress {
  readonly visited: number
  readonly generated: number
  /** How many cases of what somebody does not know were supposed; absent if none was. */
  readonly cases?: number
  /** Distinct states kept at present, those in minds included. */
  readonly states: number
  /** What those states take, in bytes. */
  readonly stateBytes: number
  /** Everything the search keeps, in bytes: states, applicable actions, answers and the frontiers. */
  readonly bytes: number
  /** The length of the longest plan visited in the present round. */
  readonly depth: number
  /** A lower bound on the length of every story within the limits in force. */
  readonly bound: number
  /** The best utility met in the present round, if any improves on the start. */
  readonly best: number | null
  /** The bounds in force; null: none. */
  readonly limits: {
    readonly author: number | null
    readonly character: number | null
    readonly belief: number | null
  }
}

/** A solution, and the author's utility at its end. */
export interface Story {
  readonly solution: Solution
  readonly utility: number
}

/** A search in progress: its caller steps it until `status` is no longer "searching". */
export interface Search {
  readonly task: Task
  readonly goal: number
  readonly status: Status
  /** While `status` is "searching": whether nodes are visited or a story that was found is judged. */
  readonly phase: "searching" | "judging"
  readonly limit: StoppedBy | null
  readonly progress: Progress
  /** The story that reaches the goal, once solved; with `improve`, the shortest so far. */
  readonly story: Story | null
  /** The best story met, whether or not it reaches the goal. */
  readonly best: Story | null
  /**
   * Whether the story is proved to be a shortest one within the bounds in force; null while there is none.
   */
  readonly shortest: boolean | null
  /** The checker could not decide the story within its effort; the story is reported all the same. */
  readonly undecided: boolean
  /**
   * Notes to the author on the finished search: triggers met that never come to rest, or a goal that cannot
   * be reached.
   */
  readonly notes: readonly Diagnostic[]
  /**
   * Does at most this many more units of work. A unit visits one node, or is a small part of judging a story
   * that was found; it takes at most a few milliseconds.
   */
  step(units: number): void
}

/** The default memory limit of a search, in MiB. */
export const DEFAULT_MEMORY_MIB = 3072
