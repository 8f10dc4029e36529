import type { StateId, StateSpace } from "./space.js";
export declare class TriggerIndex {
    #private;
    constructor(space: StateSpace);
    /** The first trigger in task order that holds (surely or perhaps) and for which `changes` is true; -1 if there is none. */
    first(state: StateId, changes: (trigger: number) => boolean): number;
}
//# sourceMappingURL=triggers.d.ts.map