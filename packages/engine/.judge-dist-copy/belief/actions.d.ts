/** Finds the actions worth testing in a state without testing them all: the same idea as triggers.ts. */
import type { StateId, StateSpace } from "./space.js";
export declare class ActionIndex {
    #private;
    constructor(space: StateSpace);
    /** A superset of the actions that are possible (surely or perhaps), in no particular order. */
    candidates(state: StateId): readonly number[];
}
//# sourceMappingURL=actions.d.ts.map