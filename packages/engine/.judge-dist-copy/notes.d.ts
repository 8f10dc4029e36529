/** What can only be said of a world once it is ground: for `check`, and before every search. */
import type { Diagnostic, Problem } from "@dramaturg/model";
import type { Task } from "./ground/task.js";
/** Contradictory effects and starts, rules that never come to rest at the start, an author who does not know what they want. */
export declare function groundingNotes(problem: Problem): readonly Diagnostic[];
/** Errors about the state in which the story begins. */
export declare function startNotes(task: Task): readonly Diagnostic[];
//# sourceMappingURL=notes.d.ts.map