/** How deep a world's own formulas look into minds: a first guess of how deep the judge's worlds must be (D20). */
import type { Problem } from "@dramaturg/model";
export declare function nestingOf(problem: Problem): number;
//# sourceMappingURL=nesting.d.ts.map