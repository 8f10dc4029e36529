/**
 * How high each utility can possibly be after k more actions, when nothing is ever undone.
 *
 * Layer 0 holds the values of a vector; each further layer adds what any action possible in the layer before could write,
 * and triggers write for free. Admissible, because a layer's sets contain the values of every state reachable in so many
 * actions: conditions are read as "may be true", a condition about a mind as "may be anything", a number that a trigger
 * changes as "may be any number". It looks at no mind, so it depends on the vector alone and is remembered per vector.
 * Characters may not count on accidents, so theirs is a computation of its own.
 */
import type { StateSpace, VectorId } from "../belief/space.js";
import type { Bounds } from "../search/limits.js";
import type { Hope } from "./heuristic.js";
export declare class RelaxedLayers {
    #private;
    constructor(space: StateSpace, bounds: Bounds);
    /** The least number of actions after which the hope may come true; Infinity if it never may. */
    distance(vector: VectorId, hope: Hope): number;
}
//# sourceMappingURL=layers.d.ts.map