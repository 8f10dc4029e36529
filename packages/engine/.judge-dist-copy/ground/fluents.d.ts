/** Numbers fluents as formulas mention them. */
import { type Problem } from "@dramaturg/model";
import { type ValueId, type ValueTable } from "../belief/values.js";
import type { Fluent } from "./task.js";
export declare class FluentTable {
    #private;
    readonly fluents: Fluent[];
    constructor(problem: Problem, values: ValueTable);
    idOf(property: number, args: readonly ValueId[]): number;
    /** What a fluent holds before anything is said about it: False, 0 or unknown. */
    defaultOf(fluent: number): ValueId;
}
//# sourceMappingURL=fluents.d.ts.map