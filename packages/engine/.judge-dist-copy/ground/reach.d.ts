/**
 * Drops what can never happen, and folds what can never change.
 *
 * One relaxed set of values per fluent, the same for the truth and for every mind at every depth: it starts with all values
 * of the start (stated beliefs included) and grows by everything any possible event writes, until nothing grows.
 *
 * Sound (Δ2), because: a mind's fluent gets a value only from the start, from an event that is possible in some world, or
 * from a surprise; a surprise repairs either to a value the fluent has in another world (already in the one shared set) or
 * to unknown, and then only a fluent of a literal in the precondition of a possible action, which is added here. So an event
 * whose precondition cannot be true over these sets is executed in no world, and a fluent with one value has it in every
 * mind for ever. Acts without effect stay: seeing one can change a mind.
 */
import type { Instantiation } from "./instantiate.js";
import { type Node } from "./code.js";
import { PossibleValues } from "./possible.js";
import type { Action, Belief, Trigger } from "./task.js";
export interface Reached {
    readonly possible: PossibleValues;
    readonly actions: readonly Action[];
    readonly triggers: readonly Trigger[];
}
export declare function reach(context: Instantiation, start: Belief, actions: readonly Action[], triggers: readonly Trigger[]): Reached;
export declare function fluentsIn(code: ArrayLike<number>, node: Node): readonly number[];
//# sourceMappingURL=reach.d.ts.map