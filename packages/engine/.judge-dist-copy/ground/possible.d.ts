/**
 * Over-approximate sets of values, for reasoning in which nothing is ever undone ("relaxed").
 *
 * A fluent's set is a bit mask over the ids below the first number, plus an interval for numbers (empty when lo > hi).
 * Reading a formula over such sets answers "may it be true, may it be false", never wrongly "no".
 */
import { type ValueId, type ValueTable } from "../belief/values.js";
import { type Node } from "./code.js";
export declare const MAY_BE_TRUE = 1;
export declare const MAY_BE_FALSE = 2;
/** A set of values on its own. */
export interface Possible {
    readonly mask: Uint32Array;
    lo: number;
    hi: number;
}
export declare class PossibleValues {
    #private;
    readonly values: ValueTable;
    readonly code: ArrayLike<number>;
    readonly words: number;
    readonly count: number;
    readonly masks: Uint32Array;
    readonly lo: Float64Array;
    readonly hi: Float64Array;
    /** What a formula inside `believes` may be: read like any other (one set for all minds), or anything at all. */
    readonly mindsAreOpen: boolean;
    constructor(values: ValueTable, code: ArrayLike<number>, count: number, mindsAreOpen: boolean);
    clear(): void;
    /** Adds one value to a fluent's set; whether it was new. */
    add(fluent: number, value: ValueId): boolean;
    addRange(fluent: number, lo: number, hi: number): boolean;
    /** Anything at all may be the value. */
    addAll(fluent: number): boolean;
    addPossible(fluent: number, possible: Possible): boolean;
    has(fluent: number, value: ValueId): boolean;
    /** The one value a fluent can have; undefined if it can have several. */
    onlyValue(fluent: number): ValueId | undefined;
    mayBeTrue(node: Node): boolean;
    /** MAY_BE_TRUE and MAY_BE_FALSE of a condition. */
    truth(node: Node): number;
    /** The values a formula may have. */
    possible(node: Node): Possible;
    /** The highest number that a utility may be (true counts 1, false 0); -Infinity if it can only be unknown. */
    highest(node: Node): number;
}
//# sourceMappingURL=possible.d.ts.map