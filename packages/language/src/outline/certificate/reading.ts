/** What comes of reading a certificate. */
import type { Diagnostic, Solution } from "@dramaturg/model"

export interface CertificateReading {
  /** Exists only if nothing is wrong. */
  readonly solution?: Solution
  readonly diagnostics: readonly Diagnostic[]
}
