/**
 * Ground formulas: expressions with values for their variables (D3 to D7).
 *
 * Quantifiers, sums and type tests are written out, so what is left speaks of fluents by number and characters by index.
 * What needs no world to be read is folded while the formula is made; that is what lets most instances of an event be seen
 * to be impossible before there is any world.
 */
import { type ArithmeticOperator, type Comparison, type Expression, type Problem, type Term, type Value } from "@dramaturg/model";
export type Formula = {
    readonly kind: "value";
    readonly value: Value;
} | {
    readonly kind: "fluent";
    readonly fluent: number;
} | {
    readonly kind: "believes";
    readonly character: number;
    readonly body: Formula;
} | {
    readonly kind: "not";
    readonly body: Formula;
} | {
    readonly kind: "and" | "or";
    readonly parts: readonly Formula[];
} | {
    readonly kind: "if";
    readonly branches: readonly Branch[];
    readonly otherwise: Formula;
}
/** `single`: a surprise repairs only the fluent on the left (D13). */
 | {
    readonly kind: "compare";
    readonly operator: Comparison;
    readonly left: Formula;
    readonly right: Formula;
    readonly single: boolean;
} | {
    readonly kind: "arithmetic";
    readonly operator: ArithmeticOperator;
    readonly left: Formula;
    readonly right: Formula;
};
export interface Branch {
    readonly condition: Formula;
    readonly body: Formula;
}
export interface Fluent {
    readonly property: number;
    readonly arguments: readonly Value[];
}
export type Binding = ReadonlyMap<string, Value>;
/** What the formulas of one problem share: who the characters are, which fluents have been met and their numbers. */
export interface Setting {
    readonly problem: Problem;
    readonly characters: readonly string[];
    readonly fluents: Fluent[];
    readonly numbers: Map<string, number>;
    /** The value of a fluent that nothing ever changes, in any mind; undefined for the others. */
    readonly fixed: (key: string, property: number) => Value | undefined;
}
export declare const yes: Formula;
export declare const no: Formula;
export declare function fluentKey(property: number, values: readonly Value[]): string;
export declare function numberOf(setting: Setting, property: number, values: readonly Value[]): number;
export declare function valueOfTerm(term: Term, binding: Binding): Value;
export declare function characterOf(setting: Setting, term: Term, binding: Binding): number;
/** The expression with these values for its free variables. */
export declare function instantiate(setting: Setting, expression: Expression, binding: Binding): Formula;
export declare function believes(character: number, body: Formula): Formula;
export declare function not(body: Formula): Formula;
export declare function junction(kind: "and" | "or", parts: readonly Formula[]): Formula;
/** D5. */
export declare function compareValues(operator: Comparison, left: Value, right: Value): boolean;
/** D4. */
export declare function calculate(operator: ArithmeticOperator, left: Value, right: Value): Value;
/** The expressions directly inside one. */
export declare function partsOf(expression: Expression): readonly Expression[];
//# sourceMappingURL=formula.d.ts.map