/** Imposes the statements of the start, one after another, on the defaults (D8). */
import type { Diagnostic } from "@dramaturg/model";
import { type ValueId } from "../belief/values.js";
import { type Instantiation } from "./instantiate.js";
import type { Belief } from "./task.js";
/** A belief that can still be stated. */
export interface StatedBelief extends Belief {
    readonly values: Map<number, ValueId>;
    readonly children: Map<number, StatedBelief>;
}
/** The stated start: explicit values only, for the truth and along chains of believers. */
export declare function imposeStart(context: Instantiation, notes: Diagnostic[]): StatedBelief;
//# sourceMappingURL=start.d.ts.map