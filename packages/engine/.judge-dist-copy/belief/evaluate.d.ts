/**
 * Reads a formula in a state (D3 to D7). Three-valued where a state does not reach deep enough: false and beyond is false,
 * true and beyond is beyond (Kleene's strong tables), so that an answer other than beyond is right at any depth.
 */
import { type Node } from "../ground/code.js";
import type { StateId, StateSpace } from "./space.js";
import { type ValueId } from "./values.js";
/** The value of any formula; a condition gives TRUE, FALSE or BEYOND (an unknown in its place counts as false). */
export declare function evaluate(space: StateSpace, node: Node, state: StateId): ValueId;
/** A utility as a number; NaN stands for unknown, `undefined` for beyond. True counts 1, false 0 (D21). */
export declare function utilityOf(space: StateSpace, who: number, state: StateId): number | undefined;
//# sourceMappingURL=evaluate.d.ts.map