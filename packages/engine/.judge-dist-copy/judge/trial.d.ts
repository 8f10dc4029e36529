/** One plan before the judge: within which limits, at which depth of minds, with how much effort left. */
import type { Action } from "./event.js";
import { type Stage } from "./stage.js";
import type { World } from "./world.js";
/** Infinity: no limit. */
export interface Bounds {
    readonly author: number;
    readonly character: number;
    readonly belief: number;
}
export interface Trial {
    readonly stage: Stage;
    readonly bounds: Bounds;
    readonly start: World;
    /** Looks into an act in a world that may still be taken; counted down. */
    readonly effort: {
        left: number;
    };
    readonly reasons: Map<string, boolean>;
    readonly outlooks: Map<string, readonly Prospect[]>;
}
/** An act that can be taken, and where it leads. */
export interface Prospect {
    readonly act: Action;
    readonly world: World;
}
/** Thrown when the judge has looked at as much as it was allowed to. */
export declare class OutOfEffort extends Error {
}
export declare function spend(trial: Trial): void;
/** How many believers deep a world is (D1). */
export declare function depthOf(trial: Trial, world: World): number;
/** The world after an act, or undefined where the act is not possible (D17). */
export declare function taken(trial: Trial, world: World, act: Action): World | undefined;
/** `owner` null: the author. */
export declare function worth(trial: Trial, world: World, owner: number | null): number;
/** Every act that somebody consents to and whose precondition holds here. */
export declare function actsOfSomebody({ stage }: Trial, world: World): readonly Action[];
//# sourceMappingURL=trial.d.ts.map