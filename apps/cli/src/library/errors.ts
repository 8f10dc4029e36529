/** The errors that the library throws: a world with mistakes in it, and a call that is wrong. */
import type { Diagnostic } from "@dramaturg/model"

/**
 * A world that cannot be used, because its text has errors. `load` rejects with it; nothing else does.
 *
 * `message` is one line: the first error with its place, and how many more there are.
 */
export class WorldError extends Error {
  override readonly name = "WorldError"
  /** Every remark on the text, errors and warnings, in the order of the text. Each has a place in it. */
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(headOf(diagnostics))
    this.diagnostics = diagnostics
  }
}

/**
 * A call that is wrong: an unknown option, a missing argument, a value of the wrong type, a name that the
 * world does not have. `message` is a sentence that names what exists instead. Functions that return a
 * promise reject with it, the others throw it.
 */
export class UsageError extends TypeError {
  override readonly name = "UsageError"
}

/** A file that could not be read, or may not be. Only `load({ file })` rejects with it. */
export class FileError extends Error {
  override readonly name = "FileError"
}

function headOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((each) => each.severity === "error")
  const [{ span, message, hint }] = errors
  const place = `${span.file}:${span.line}:${span.column}`
  const rest = errors.length - 1
  const more = rest === 0 ? "" : ` And ${rest} more ${rest === 1 ? "error" : "errors"}.`
  return `${place}: ${message}${hint === undefined ? "" : ` ${hint}`}${more}`
}
