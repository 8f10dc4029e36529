import type { StateId, StateSpace } from "./space.js";
import { type ValueId } from "./values.js";
/** Triggers that never came to rest, and the state they were met in. */
export interface Endless {
    readonly state: StateId;
    readonly triggers: readonly string[];
}
export declare class Happening {
    #private;
    readonly space: StateSpace;
    /** The first endless run of triggers that was met, for the author to be told. */
    endless: Endless | undefined;
    constructor(space: StateSpace);
    get bytes(): number;
    /** Whether the action's precondition holds: TRUE, FALSE or BEYOND. */
    isPossible(state: StateId, action: number): ValueId;
    /** The settled state after the action; -1 where triggers never come to rest. The precondition is not asked. */
    happen(state: StateId, action: number): StateId;
    /** The state with its triggers run to their fixpoint; its minds must be settled already. -1: they never rest. */
    settle(state: StateId): StateId;
}
//# sourceMappingURL=happen.d.ts.map