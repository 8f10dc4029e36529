/**
 * Has a plan an idle act? (D23)
 *
 * What could replace the plan after an act is left out is listed first without asking for reasons, which is cheap and
 * nearly always finds nothing; only of what is left is it asked whether its acts make sense.
 */
import type { Action } from "./event.js";
import { type Trial } from "./trial.js";
import type { World } from "./world.js";
/** A way to do without an act: which one (from 0), and what is done instead of it and all that follows. */
export interface Shortcut {
    readonly without: number;
    readonly acts: readonly Action[];
}
/** A run whose minimality is in question. `owner` null: the author. */
export interface Line {
    readonly start: World;
    readonly acts: readonly Action[];
    readonly owner: number | null;
}
/** Does an act, taken in a world, make sense to everyone but the owner of the plan? */
export type MakesSense = (world: World, act: Action) => boolean;
/** Undefined if the plan is minimal. */
export declare function findShortcut(trial: Trial, line: Line, makesSense: MakesSense): Shortcut | undefined;
//# sourceMappingURL=minimal.d.ts.map