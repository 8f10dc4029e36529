/** What a search is asked and what it answers: what callers may rely on. */
import type { Diagnostic, Solution } from "@dramaturg/model"
import type { Task } from "../task/task.js"
import type { HeuristicName } from "./heuristics/index.js"
import type { Optimisation } from "./optimisations.js"
import type { StatedLimits } from "./limits.js"
import type { MethodName } from "./methods/index.js"

export interface SearchOptions {
  /** Default: widening. */
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
  /** Acts that have happened already, in order; why is not asked. The story, its limits and its goal begin after them. */
  readonly past?: readonly string[]
  /** A story to be tried first; shown if it reaches the goal and the judge accepts it. */
  readonly hint?: Solution
  /** A story that is not known to be a shortest one is shown while the search for a shorter one goes on. */
  readonly improve?: boolean
  /** Ideas that are switched off, to see what they are worth. Slower at most: stories and proofs stay what they are. */
  readonly without?: readonly Optimisation[]
}

export type Status = "searching" | "solved" | "exhausted" | "limited"

/** Which limit stopped the search. `belief`: minds would have to be followed deeper than the engine goes. */
export type StoppedBy = "time" | "visits" | "memory" | "belief"

export interface Progress {
  readonly visited: number
  readonly generated: number
  /** Distinct states kept at present, those in minds included. */
  readonly states: number
  /** What those states take, in bytes. */
  readonly stateBytes: number
  /** What the search keeps in all: states, moves, answers, what is still to be visited. In bytes. */
  readonly bytes: number
  /** The longest line looked at in the present round. */
  readonly depth: number
  /** No story can be shorter than this, within the limits in force. */
  readonly bound: number
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
  /** The story that reaches the goal, once solved; with `improve`, the shortest so far. */
  readonly story: Story | null
  /** The best story met, whether or not it reaches the goal. */
  readonly best: Story | null
  /** Whether the story is proved to be a shortest one within the bounds in force; null while there is none. */
  readonly shortest: boolean | null
  /** The judge could not decide a story within its effort: it is shown, but marked. */
  readonly undecided: boolean
  /** What the author should know of how it went, once it has ended: rules met that never rest, a goal out of reach. */
  readonly notes: readonly Diagnostic[]
  /** Visits at most so many nodes more. */
  step(visits: number): void
}

export const DEFAULT_MEMORY_MIB = 3072
