/**
 * Has a plan an idle step? (D23.) It has if, from some point on, leaving one act out, a subsequence of the rest is still
 * possible, explained, and ends in exactly the same utility.
 *
 * Possibility and utility are asked first, of all subsequences; the few that pass are then asked to be explained.
 */
import type { StateId } from "../belief/space.js";
import type { Explainer, Slices } from "./explain.js";
/** `states[i]` is where `actions[i]` is taken. `owner` -1: the author, whose acts need no reason of their own. */
export interface Line {
    readonly states: readonly StateId[];
    readonly actions: readonly number[];
    readonly owner: number;
    readonly horizon: number;
    /** The utility that the whole line ends in. */
    readonly target: number;
}
export declare function isMinimal(explainer: Explainer, line: Line): Slices<boolean>;
//# sourceMappingURL=minimal.d.ts.map