/** Certificates in JSON: an object with `plan` and `explanations`. Nothing in it is trusted to have the right shape. */
import { type Problem } from "@dramaturg/model";
import type { CertificateReading } from "../certificate.js";
export declare function readJsonCertificate(text: string, problem: Problem, file: string): CertificateReading;
//# sourceMappingURL=json.d.ts.map