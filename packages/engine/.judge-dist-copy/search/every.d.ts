/**
 * Every accepted story within the bounds, by looking at every explained line: no estimate, no merging of states. Slow and
 * plain; what the quicker methods are examined against.
 */
import type { Problem } from "@dramaturg/model";
import { type Slices } from "../explain/explain.js";
import { type StatedLimits } from "./limits.js";
import type { Story } from "./search.js";
/** All limits must be stated. Yields at each visited node; returns the stories that improve on the start, shorter ones first. */
export declare function everyStory(problem: Problem, limits: StatedLimits): Slices<readonly Story[]>;
//# sourceMappingURL=every.d.ts.map