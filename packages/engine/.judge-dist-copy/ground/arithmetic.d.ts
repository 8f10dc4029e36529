/** Numbers as the definitions want them (D4): what is not determined is unknown, never an exception, never NaN. */
import { type ValueId, type ValueTable } from "../belief/values.js";
/** `op` is an index into ARITHMETIC (+ - * /). Anything but two numbers, and division by zero, gives unknown. */
export declare function arithmetic(values: ValueTable, op: number, left: ValueId, right: ValueId): ValueId;
/** `op` is an index into OPERATORS from 2 on (> >= < <=). False unless both are numbers. */
export declare function ordered(values: ValueTable, op: number, left: ValueId, right: ValueId): boolean;
//# sourceMappingURL=arithmetic.d.ts.map