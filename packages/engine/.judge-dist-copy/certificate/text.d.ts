/** The published text form of certificates: acts, bars, and lines that say `goal(…)`. */
import { type Problem } from "@dramaturg/model";
import type { CertificateReading } from "../certificate.js";
export declare function readTextCertificate(text: string, problem: Problem, file: string): CertificateReading;
//# sourceMappingURL=text.d.ts.map