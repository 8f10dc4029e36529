import type { GroundEvent } from "../ground/task.js";
import type { StateId, StateSpace } from "./space.js";
export declare class EventIndex {
    #private;
    constructor(code: Int32Array, events: readonly GroundEvent[], isWanted: (event: GroundEvent) => boolean);
    groupsIn(space: StateSpace, state: StateId): readonly (readonly number[])[];
}
//# sourceMappingURL=event-index.d.ts.map