/**
 * The state space: the heart of the engine.
 *
 * A **state** is what is true and, for each character, the state that character believes in: mirrors facing mirrors. It owns
 * two things, kept apart because they are shared apart:
 *
 * - a **vector**: the value of every fluent, one row of integers. Thousands of states differ only in what somebody
 *   believes and share one vector.
 * - its **epistemic edges**: exactly one state per character. Belief is never undecided, it may be wrong, and it is one
 *   thing: there is no second copy anywhere (D9).
 *
 * Equal states are one state (they have one id), so what is known about a state (its successors, its utilities, whether an
 * act makes sense there) is known once.
 *
 * In the law the mirrors go on for ever. Here a state has a **depth**: how many mirrors it still holds. Depth 0 has no
 * edges; asking beyond it gives -1, and formulas answer `beyond` (D20). Whatever a state *does* answer is right at any
 * depth, so a search that never meets `beyond` where it matters has lost nothing, and one that does starts again deeper.
 * Depth is part of identity: equal minds seen from different depths are different states.
 *
 * Two worked uses.
 *   Reading: "Angelus believes that Spike is on the landing" is `evaluate(BELIEVES Angelus (IS at(Spike) Landing))`, which
 *   takes one epistemic edge and looks at that state's vector.
 *   Moving: `happen(space, state, action)` (happen.ts) makes the only new states there are: values first, then each mind
 *   that saw it, then triggers. A mind that saw nothing keeps its very id, and with it everything already known about it.
 *
 * Layout: `#vectors` holds rows of `fluents` value ids. `#states` holds rows of 2 + characters ints: vector, depth, then
 * the believed state of each character (-1 at depth 0). Bytes per state: 4 * (2 + characters), plus table space.
 */
import type { Task } from "../ground/task.js";
import { type ValueId } from "./values.js";
export type StateId = number;
export type VectorId = number;
export declare class StateSpace {
    #private;
    readonly task: Task;
    constructor(task: Task);
    /** How many distinct states, of any depth, there are so far. */
    get count(): number;
    get bytes(): number;
    valueOf(state: StateId, fluent: number): ValueId;
    /** The state that a character believes in; -1 beyond the depth of this state. */
    belief(state: StateId, character: number): StateId;
    vectorOf(state: StateId): VectorId;
    depthOf(state: StateId): number;
    /** A copy of the values, to be changed and interned again. */
    valuesOf(state: StateId): Int32Array;
    /** A copy of the epistemic edges, to be changed and interned again. */
    mindsOf(state: StateId): Int32Array;
    vector(values: Int32Array): VectorId;
    valueInVector(vector: VectorId, fluent: number): ValueId;
    /** The one state with this vector, depth and these minds (each of depth one less, or all -1 at depth 0). */
    state(vector: VectorId, depth: number, minds: Int32Array): StateId;
    /** The state of this depth of which nothing is known: every value beyond. */
    blank(depth: number): StateId;
}
//# sourceMappingURL=space.d.ts.map