/**
 * The judge: is this a story of this world, told with reasons that hold?
 *
 * The search is clever and may be wrong; the judge is literal and slow, reads the author's `Problem` straight, and shares
 * nothing with the search but the nouns of the model. What it checks is written down, with numbers, in docs/semantics.md,
 * and every breach it reports names the definition that was broken. It goes in this order:
 *
 * 1. the world is set up: ground events, the start, triggers settled in every mind (D8 to D20);
 * 2. the plan is followed act by act (D17), and its worth to the author looked at (D24 S1, S3, S5, S6);
 * 3. for every act and everyone who consents to it, the attached plan is followed in that person's mind, and within it the
 *    plans they expect others to have (D22, D24 S2); where one is missing, the judge looks for one itself;
 * 4. only if nothing is broken so far is it asked whether an act could be left out (D22 M5, D24 S4).
 *
 * Two limits can stop it: its effort, and 24 levels of minds (D20). It then says `undecided`, and what was left open.
 */
import type { Problem, Solution, Verdict } from "@dramaturg/model";
export interface VerifyOptions {
    /** Null: none. */
    readonly limits: StatedBounds;
    /** The least worth of the end for the author; without it, any improvement will do. */
    readonly goal?: number;
    /** How many acts in how many worlds the judge may look into before it gives up on a question. */
    readonly effort?: number;
}
export interface StatedBounds {
    readonly author: number | null;
    readonly character: number | null;
    readonly belief: number | null;
}
export declare function verify(problem: Problem, solution: Solution, options: VerifyOptions): Verdict;
/** The limits that a certificate itself keeps (D29). */
export declare function limitsOf(solution: Solution): {
    readonly author: number;
    readonly character: number;
    readonly belief: number;
};
//# sourceMappingURL=verify.d.ts.map