/** The result of reading a certificate. */
import type { Diagnostic, Solution } from "@dramaturg/model"

/** A certificate as read, and the remarks on its text. */
export interface CertificateReading {
  /** Present only if there is no error. */
  readonly solution?: Solution
  readonly diagnostics: readonly Diagnostic[]
}
