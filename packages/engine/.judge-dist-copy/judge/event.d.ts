/** Ground actions and triggers, in the law's order: source order, then entity order of the arguments (D11, D12, D16, D18). */
import { type Effect, type EventTemplate } from "@dramaturg/model";
import { type Binding, type Formula, type Setting } from "./formula.js";
import { type Reader } from "./read.js";
/** "If the condition holds, the fluent at the end of the chain of believers becomes the value." */
export interface Atom {
    readonly condition: Reader;
    readonly chain: readonly number[];
    readonly fluent: number;
    readonly value: Reader;
}
export interface GroundEvent {
    readonly label: string;
    readonly formula: Formula;
    readonly precondition: Reader;
    readonly atoms: readonly Atom[];
}
export interface Action extends GroundEvent {
    readonly index: number;
    /** Characters by index, each once. */
    readonly consenting: readonly number[];
    /** By character. */
    readonly observing: readonly Reader[];
}
export declare function groundActions(setting: Setting): readonly Action[];
export declare function groundTriggers(setting: Setting): readonly GroundEvent[];
/** D18. */
export declare function labelOf(template: EventTemplate, binding: Binding): string;
export interface AtomDraft {
    readonly condition: Formula;
    readonly chain: readonly number[];
    readonly fluent: number;
    readonly value: Formula;
}
/** The atoms of an effect in source order (D11). `chain` says in whose mind the effect is to happen. */
export declare function atomsOf(setting: Setting, effect: Effect, binding: Binding, condition?: Formula, chain?: readonly number[]): readonly AtomDraft[];
//# sourceMappingURL=event.d.ts.map