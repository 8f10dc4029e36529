import { Explainer, type Slices } from "../explain/explain.js";
import type { ExplainedAct } from "../explain/solution.js";
import type { SearchContext } from "./context.js";
export interface Found {
    readonly acts: readonly ExplainedAct[];
    readonly utility: number;
}
export declare class AuthorSearch {
    #private;
    readonly context: SearchContext;
    readonly explainer: Explainer;
    /**
     * Lines met so far that improve on the start and on one another, the best last. The goal's own line is minimal, being a
     * shortest one; one that falls short of the goal need not be, so whoever shows one has it judged.
     */
    readonly improving: Found[];
    depth: number;
    /** No story can be shorter than this. */
    bound: number;
    constructor(context: SearchContext, goal: number, eager: boolean);
    get bytes(): number;
    /** The shortest story that reaches the goal; undefined when there is none within the bounds. */
    run(): Slices<Found | undefined>;
}
//# sourceMappingURL=author.d.ts.map