/** The result of reading a certificate. */
import type { Diagnostic, Solution } from "@dramaturg/model"

export interface CertificateReading {
  /** Present only if there is no error. */
  readonly solution?: Solution
  readonly diagnostics: readonly Diagnostic[]
}
