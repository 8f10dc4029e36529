/**
 * Values as small integers, so that equality is identity and a state is a row of numbers.
 *
 * Ids 0 to 3 are fixed; then come the entities in entity order, then the numbers in order of first appearance. `beyond` is
 * no value of the language: it stands for "deeper in somebody's mind than this state reaches" (D20) and never leaves the engine.
 */
import type { Value } from "@dramaturg/model";
export type ValueId = number;
export declare const FALSE: ValueId;
export declare const TRUE: ValueId;
export declare const UNKNOWN: ValueId;
export declare const BEYOND: ValueId;
export declare class ValueTable {
    #private;
    readonly firstNumber: ValueId;
    constructor(entities: readonly string[]);
    isNumber(id: ValueId): boolean;
    /** The number that `id` stands for; only for ids of which `isNumber` is true. */
    numberOf(id: ValueId): number;
    /** NaN becomes unknown, -0 becomes 0 (D2). */
    idOfNumber(number: number): ValueId;
    idOf(value: Value): ValueId;
    valueOf(id: ValueId): Value;
}
//# sourceMappingURL=values.d.ts.map