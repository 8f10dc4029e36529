/** The names of acts (D18): which there are in a world, who consents to them, and which one may have been meant. */
import { type Diagnostic, type Problem, type Span } from "@dramaturg/model";
/** An act as the world knows it. */
export interface KnownAct {
    /** In the one spelling that all use. */
    readonly label: string;
    /** Everyone who consents to it, each once. */
    readonly consenting: readonly string[];
}
/** The act of this name; a string, saying what is wrong, if there is none. */
export declare function actNamed(problem: Problem, text: string): KnownAct | {
    readonly message: string;
    readonly hint?: string;
};
export declare function wrongCertificate(code: string, span: Span, message: string, hint?: string): Diagnostic;
//# sourceMappingURL=acts.d.ts.map