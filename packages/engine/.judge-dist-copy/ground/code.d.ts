/**
 * Ground formulas as flat integers.
 *
 * A formula is a node, a node is an index into `code`; equal nodes are stored once, so comparing indices compares formulas.
 * Layout at a node's index (all operands are ints; "node" means the index of another node):
 *
 *   CONST    value
 *   FLUENT   fluent                      its value
 *   IS       fluent value                fluent == value
 *   ISNT     fluent value                fluent != value
 *   BELIEVES character node              node, read in the character's mind
 *   NOT      node
 *   AND, OR  count node...
 *   COMPARE  operator left right single  operator: index into OPERATORS; single: 1 when only the fluent on the left is
 *                                        repaired by a surprise (D13)
 *   ARITH    operator left right         operator: index into ARITHMETIC
 *   IF       count (condition body)... otherwise
 *   SUM, PRODUCT  count node...
 *
 * `CodeBuilder` folds what is constant while it builds; it never folds what could be unknown.
 */
import type { ArithmeticOperator, Comparison } from "@dramaturg/model";
import { type ValueId, type ValueTable } from "../belief/values.js";
export type Node = number;
export declare const CONST = 0;
export declare const FLUENT = 1;
export declare const IS = 2;
export declare const ISNT = 3;
export declare const BELIEVES = 4;
export declare const NOT = 5;
export declare const AND = 6;
export declare const OR = 7;
export declare const COMPARE = 8;
export declare const ARITH = 9;
export declare const IF = 10;
export declare const SUM = 11;
export declare const PRODUCT = 12;
export declare const OPERATORS: readonly Comparison[];
export declare const ARITHMETIC: readonly ArithmeticOperator[];
export declare class CodeBuilder {
    #private;
    readonly code: number[];
    readonly values: ValueTable;
    readonly true: Node;
    readonly false: Node;
    constructor(values: ValueTable);
    constant(value: ValueId): Node;
    fluent(fluent: number): Node;
    truth(value: boolean): Node;
    believes(character: number, node: Node): Node;
    not(node: Node): Node;
    and(nodes: readonly Node[]): Node;
    or(nodes: readonly Node[]): Node;
    compare(operator: Comparison, left: Node, right: Node, single: boolean): Node;
    arithmetic(operator: ArithmeticOperator, left: Node, right: Node): Node;
    fold(operator: typeof SUM | typeof PRODUCT, nodes: readonly Node[]): Node;
    conditional(branches: readonly (readonly [condition: Node, body: Node])[], otherwise: Node): Node;
    isConstant(node: Node): boolean;
    /** Whether a constant node counts as true; anything but `True` (an unknown, say) does not. */
    holds(node: Node): boolean;
    /** Nodes that can only be true or false, so that a double negation may go. */
    isCondition(node: Node): boolean;
}
/** How deep a formula looks into minds. */
export declare function nesting(code: ArrayLike<number>, node: Node): number;
/** The nodes directly inside a node. */
export declare function operands(code: ArrayLike<number>, node: Node): readonly Node[];
//# sourceMappingURL=code.d.ts.map