/**
 * The one way a world moves (D10 to D17), written once for all three kinds of event: actions, triggers, and corrections
 * of a belief. They differ only in who sees them and what seeing does.
 *
 * Where it lies beyond the tree whether something happens (D20), the result is what both possibilities agree on.
 */
import type { Action } from "./event.js";
import type { Stage } from "./stage.js";
import { type World } from "./world.js";
/** Thrown when triggers never come to rest. */
export declare class Endless extends Error {
}
/** Is the action possible here, its closure left aside? (D17) */
export declare function isPossible(world: World, action: Action): boolean;
/** W→a: the world after the action, triggers settled; null if they never settle (D16). */
export declare function after(stage: Stage, world: World, action: Action): World | null;
/** D16: triggers to their fixpoint. The world's minds are settled already. */
export declare function settle(stage: Stage, world: World): World;
/** The start with every mind settled, the innermost first (D8). */
export declare function settleDeeply(stage: Stage, world: World): World;
//# sourceMappingURL=happen.d.ts.map