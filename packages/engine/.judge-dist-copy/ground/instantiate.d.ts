/** Templates with values filled in: formulas and effects become nodes and atoms. */
import type { Effect, Expression, FluentTemplate, Problem, Term, Value } from "@dramaturg/model";
import type { ValueId, ValueTable } from "../belief/values.js";
import { type CodeBuilder, type Node } from "./code.js";
import type { FluentTable } from "./fluents.js";
import type { Atom } from "./task.js";
/** What variables stand for. */
export type Binding = ReadonlyMap<string, Value>;
/** Everything that instantiation reads and writes, made once per problem. */
export interface Instantiation {
    readonly problem: Problem;
    readonly values: ValueTable;
    readonly builder: CodeBuilder;
    readonly fluents: FluentTable;
    readonly characters: ReadonlyMap<string, number>;
    /** The value of a fluent that is the same in every mind for ever; undefined for others. */
    readonly constantOf: (fluent: number) => ValueId | undefined;
    /** The values of each type, in entity order. */
    readonly typed: Map<string, readonly Value[]>;
}
export declare function bind(binding: Binding, name: string, value: Value): Binding;
export declare function typedValues(context: Instantiation, type: string): readonly Value[];
export declare function valueOfTerm(term: Term, binding: Binding): Value;
export declare function characterOf(context: Instantiation, term: Term, binding: Binding): number;
export declare function fluentOf(context: Instantiation, template: FluentTemplate, binding: Binding): number;
/** The node of a condition or value under a binding. */
export declare function instantiate(context: Instantiation, expression: Expression, binding: Binding): Node;
/** The atoms of an effect, in source order. */
export declare function atomsOf(context: Instantiation, effect: Effect, binding: Binding): readonly Atom[];
/** Two unconditional atoms that want different things of one fluent: such an event can never happen (D11, Δ2). */
export declare function contradiction(context: Instantiation, atoms: readonly Atom[]): Atom | undefined;
//# sourceMappingURL=instantiate.d.ts.map