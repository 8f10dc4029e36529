/**
 * The search, as work that is nudged: `step(visits)` does at most so much and returns; the caller owns patience,
 * cancelling and slicing. The same search in slices of any size finds the same stories with the same counts.
 *
 * A search is a sequence of rounds. A round has bounds (fixed by the caller, or growing where nothing was said) and a depth
 * of states (growing only when a decisive question went deeper into minds than the states did). Every story is judged
 * before it is shown.
 */
import type { Problem, Solution } from "@dramaturg/model";
import type { Task } from "../ground/task.js";
import { type HeuristicName } from "../heuristics/index.js";
import { type StatedLimits } from "./limits.js";
import { type MethodName } from "./methods/index.js";
export interface SearchOptions {
    /** Default: best-first. */
    readonly method?: MethodName;
    /** Default: hmax. */
    readonly heuristic?: HeuristicName;
    /** What is not said here is taken from the problem, and grows from small where the problem does not say either. */
    readonly limits?: StatedLimits;
    /** The least utility of the author's to be reached. Default: the start's, rounded up if that is more, else plus one. */
    readonly goal?: number;
    readonly maxVisited?: number;
    /** Of what the search itself keeps. Default: 3072. */
    readonly memoryMiB?: number;
    /** Shuffles the order in which actions are tried; 0: as written. */
    readonly seed?: number;
    /** Milliseconds, from the shell; without it `timeoutMs` has no effect. */
    readonly clock?: () => number;
    readonly timeoutMs?: number;
    /** How hard the judge may work on one story, in visits of its own. */
    readonly effort?: number;
}
export type Status = "searching" | "solved" | "exhausted" | "limited";
/** Which limit stopped the search. `belief`: minds would have to be followed deeper than the engine goes. */
export type StoppedBy = "time" | "visits" | "memory" | "belief";
export interface Progress {
    readonly visited: number;
    readonly generated: number;
    /** Distinct states of the present round, those in minds included. */
    readonly states: number;
    /** The longest line looked at in the present round. */
    readonly depth: number;
    /** The best utility met in the present round, if any improves on the start. */
    readonly best: number | null;
    /** The bounds in force; null: none. */
    readonly limits: {
        readonly author: number | null;
        readonly character: number | null;
        readonly belief: number | null;
    };
}
export interface Story {
    readonly solution: Solution;
    readonly utility: number;
}
export interface Search {
    readonly task: Task;
    readonly goal: number;
    readonly status: Status;
    readonly limit: StoppedBy | null;
    readonly progress: Progress;
    /** The story that reaches the goal, once solved. */
    readonly story: Story | null;
    /** The best story met, whether or not it reaches the goal. */
    readonly best: Story | null;
    /** Whether the story is proved to be a shortest one within the bounds in force; null while there is none. */
    readonly shortest: boolean | null;
    /** The judge could not decide a story within its effort: it is shown, but marked. */
    readonly undecided: boolean;
    /** Visits at most so many nodes more. */
    step(visits: number): void;
}
/** Starts a search. Throws if the problem's start is not one a story can begin in; ask `groundingNotes` first. */
export declare function startSearch(problem: Problem, options?: SearchOptions): Search;
//# sourceMappingURL=search.d.ts.map