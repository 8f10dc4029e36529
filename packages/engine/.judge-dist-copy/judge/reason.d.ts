/**
 * Has anybody a reason? The judge's own search for an explanation (D22), used where a certificate gives none and where a
 * shortcut (D23) must be shown to make sense or not.
 *
 * It is exhaustive. Layer k holds every world in which k acts of a plan can end, each once, with all the steps that lead
 * there; where a layer holds an improvement, the plans that end in it are read backwards, and the first that is minimal
 * decides. Worlds may be merged within a layer because whether an act makes sense to the *others* depends only on the
 * world and on how many acts are left; everything that depends on the whole plan is asked of the plan that was read.
 */
import type { Action } from "./event.js";
import { type Line, type Shortcut } from "./minimal.js";
import { type Trial } from "./trial.js";
import { type World } from "./world.js";
/** D22: does the act, about to happen in `world`, make sense to this character? */
export declare function isExplained(trial: Trial, world: World, act: Action, character: number, horizon: number): boolean;
/** Does the act make sense to everyone who consents to it, this character (if any) left aside? */
export declare function isExplainedToOthers(trial: Trial, world: World, act: Action, owner: number | null, horizon: number): boolean;
/** Does the owner of this mind have a plan that begins with the act (M1 to M5)? */
export declare function hasMotive(trial: Trial, mind: World, act: Action, owner: number, horizon: number): boolean;
/** D23: what could be done instead of a plan with an idle act; undefined if the plan is minimal. */
export declare function shortcutOf(trial: Trial, line: Line, horizon: number): Shortcut | undefined;
//# sourceMappingURL=reason.d.ts.map