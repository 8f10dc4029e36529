import { Happening } from "../belief/happen.js";
import { type StateId, StateSpace } from "../belief/space.js";
import type { Task } from "../ground/task.js";
import type { Heuristic, Hope } from "../heuristics/heuristic.js";
import type { Bounds } from "./limits.js";
/** Counts that survive from round to round. */
export interface Meter {
    visited: number;
    generated: number;
}
export declare class SearchContext {
    #private;
    readonly task: Task;
    readonly space: StateSpace;
    readonly happening: Happening;
    readonly bounds: Bounds;
    readonly meter: Meter;
    readonly author: number;
    readonly initial: StateId;
    /** A decisive question went deeper into minds than this round's states do: the round must be run again, deeper. */
    tooShallow: boolean;
    /** A bound kept something from being looked at; without that, exhausting the round exhausts the world. */
    wasCut: boolean;
    constructor(task: Task, depth: number, bounds: Bounds, heuristic: Heuristic, order: readonly number[], meter: Meter);
    get bytes(): number;
    /** How many epistemic edges lie between the actual world and this state. */
    epistemicDepthOf(state: StateId): number;
    /** NaN: unknown. */
    utility(who: number, state: StateId): number;
    isPossible(state: StateId, action: number): boolean;
    /** The actions whose precondition holds, in the order of this search. */
    possibleActions(state: StateId): readonly number[];
    /**
     * A lower bound on the actions still needed after this one, without making the minds of the state it leads to: the values
     * alone are moved (a state of depth 0). What would need a look into a mind comes out beyond, which an estimate takes for
     * anything, so the bound holds.
     */
    estimateAfter(state: StateId, action: number, hope: Hope): number;
    /** The state after an action that is possible; -1 where triggers would never come to rest. */
    happen(state: StateId, action: number): StateId;
}
//# sourceMappingURL=context.d.ts.map