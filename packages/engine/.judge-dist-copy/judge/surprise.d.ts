/**
 * The literals that a surprise repairs (D13).
 *
 * A clause of the disjunctive normal form that is true in a world is a choice of true alternatives, so the literals of all
 * true clauses together are found by walking the formula: every part of a conjunction, the true parts of a disjunction.
 * Negation travels along as `wanted: false`.
 */
import type { Formula, Setting } from "./formula.js";
import { type Reader } from "./read.js";
import { type Cell, type World } from "./world.js";
export interface Literal {
    readonly chain: readonly number[];
    readonly fluent: number;
    /** What it becomes where the literal is false. */
    readonly repair: Cell;
    readonly isEquality: boolean;
    /** Is the literal true in this mind? */
    readonly test: Reader;
}
/** The literals of every true clause of a precondition in `world`, in the order of repair. */
export declare function literalsOf(setting: Setting, precondition: Formula, world: World): readonly Literal[];
//# sourceMappingURL=surprise.d.ts.map