/** The start as a state of a given depth (D8), triggers settled in every mind. */
import type { Belief } from "../ground/task.js";
import type { Happening } from "./happen.js";
import type { StateId, StateSpace } from "./space.js";
/**
 * A belief nobody stated is taken from the same chain without its innermost believer, so where no statement goes deeper
 * every further mind holds the same values. Returns -1 where a mind's triggers never come to rest.
 */
export declare function initialState(happening: Happening, depth: number): StateId;
/** The start before any trigger has fired; what the statements of the start themselves read. */
export declare function statedState(space: StateSpace, belief: Belief, values: Int32Array, depth: number): StateId;
//# sourceMappingURL=initial.d.ts.map