/**
 * Templates to ground events: `Problem` to `Task`.
 *
 * The stages, in order: the start's statements; which fluents nothing ever writes; every instance of every template whose
 * precondition such fluents do not already rule out; what can be reached at all; and at last the task with the constants
 * folded away and the fluents nobody reads left out.
 */
import type { Diagnostic, Problem } from "@dramaturg/model";
import type { Task } from "./task.js";
export interface Grounding {
    readonly task: Task;
    /** What the author should know: contradictory instances left out, a contradictory start. */
    readonly notes: readonly Diagnostic[];
}
export declare function ground(problem: Problem): Grounding;
//# sourceMappingURL=ground.d.ts.map