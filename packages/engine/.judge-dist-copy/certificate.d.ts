/**
 * Reads and prints certificates: stories together with their reasons (D28).
 *
 * Two forms are read. JSON is what `tell --json` prints: of its fields only `plan` and `explanations` count. The published
 * text form writes one act a line; after an act, one bar deeper, follow the steps that remain of each consenting
 * character's plan, closed by a line `goal(Name, …)`. What a goal line says of the goal itself is not read.
 */
import type { Diagnostic, Problem, Solution } from "@dramaturg/model";
export interface CertificateReading {
    /** Exists only if nothing is wrong. */
    readonly solution?: Solution;
    readonly diagnostics: readonly Diagnostic[];
}
/** `file` is the name under which the text was read. */
export declare function readCertificate(text: string, problem: Problem, file?: string): CertificateReading;
/** The published text form. */
export declare function printCertificate(solution: Solution): string;
//# sourceMappingURL=certificate.d.ts.map