/** Gathers a plan and the reasons found for it into a `Solution`. */
import type { Solution } from "@dramaturg/model";
import type { Task } from "../ground/task.js";
import type { Reason } from "./reason.js";
export interface ExplainedAct {
    readonly action: number;
    readonly reasons: ReadonlyMap<number, Reason>;
}
export declare function solutionOf(task: Task, acts: readonly ExplainedAct[]): Solution;
//# sourceMappingURL=solution.d.ts.map