/**
 * Surprise (D13): which beliefs are put right before a mind can follow an act that it thought impossible.
 *
 * `literalsOf` lists the literals of those ways of satisfying a condition that are really satisfied in a state. The law
 * speaks of the clauses of a disjunctive normal form; the literals of all true clauses together are found by walking the
 * formula once (a conjunction contributes all its parts, a disjunction those parts that are true), so nothing explodes.
 */
import { type Node } from "../ground/code.js";
import type { StateId, StateSpace } from "./space.js";
import { type ValueId } from "./values.js";
/** A literal about one fluent `chain` deep in a mind. Where it is false, the fluent becomes `repair`. */
export interface Literal {
    readonly chain: readonly number[];
    readonly fluent: number;
    readonly repair: ValueId;
    readonly test: Test;
}
/** Either "the fluent equals (or does not equal) a value", or a whole comparison, read after `steps` believers of the chain. */
type Test = {
    readonly kind: "value";
    readonly equals: boolean;
    readonly value: ValueId;
} | {
    readonly kind: "node";
    readonly node: Node;
    readonly wanted: boolean;
    readonly steps: number;
};
/** The literals of the true clauses of `node` in `state`, in the order in which they are repaired. */
export declare function literalsOf(space: StateSpace, node: Node, state: StateId): readonly Literal[];
/** TRUE, FALSE or BEYOND: does the literal hold in this mind? */
export declare function literalHolds(space: StateSpace, { chain, fluent, test }: Literal, state: StateId): ValueId;
export {};
//# sourceMappingURL=surprise.d.ts.map