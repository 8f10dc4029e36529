/** Checks a plan somebody is said to have in mind, as the certificate gives it (D22, D28). */
import type { Breach, Step } from "@dramaturg/model";
import type { Action } from "./event.js";
import { type Trial } from "./trial.js";
import { type World } from "./world.js";
/** Where in the certificate the judge is, for the words of a breach. */
export interface Place {
    /** The act of the story, counted from 1. */
    readonly moment: number;
    /** Whose reason for that act is being checked. */
    readonly character: number;
    /** In whose plans, outermost first, this one stands. */
    readonly within: readonly string[];
}
/** What the judge has found out so far about one trial. */
export interface Findings {
    readonly breaches: Breach[];
    /** Questions that ran out of effort, in words. */
    readonly open: Breach[];
}
/** D22 for one character and one act: the plan attached, or where there is none, any. */
export declare function checkReason(trial: Trial, world: World, act: Action, character: number, steps: readonly Step[] | undefined, horizon: number, place: Place): Findings;
/** The answer, or the open question that is left when the effort has run out. */
export declare function attempt<R>(trial: Trial, place: Place | undefined, definition: string, question: string, work: () => R): R | Breach;
export declare function stepsFor(explanations: Step["explanations"], who: string): readonly Step[] | undefined;
/** D28: explanations belong to those whose consent is asked, and to nobody else. */
export declare function checkKeys(trial: Trial, names: readonly string[], expected: readonly number[], act: Action, place: Place): readonly Breach[];
export declare function insteadOf(acts: readonly Action[]): string;
export declare function add(findings: Findings, more: Findings): void;
//# sourceMappingURL=plan.d.ts.map