/** Takes acts by their names, one after another (D17, D18). */
import type { Action } from "./event.js";
import { type Trial } from "./trial.js";
import type { World } from "./world.js";
export interface Run {
    readonly acts: readonly Action[];
    /** One more than there are acts. */
    readonly worlds: readonly World[];
    /** Which name (from 0) could not be followed; undefined if all were. */
    readonly stuck?: number;
}
/**
 * Every run with these names: one, unless two actions share a name and both are possible. If there is none, the run that
 * gets furthest, with the place where it is stuck.
 */
export declare function follow(trial: Trial, start: World, choices: readonly (readonly Action[])[]): readonly Run[];
//# sourceMappingURL=follow.d.ts.map