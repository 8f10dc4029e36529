/** Checks the author's story as a whole (D24). */
import type { Solution } from "@dramaturg/model";
import { type Findings } from "./plan.js";
import { type Trial } from "./trial.js";
export declare function checkStory(trial: Trial, solution: Solution, goal: number | undefined): Findings;
//# sourceMappingURL=story.d.ts.map