/** The table of exit codes, and the one way to end a command early with a sentence. */
import type { Diagnostic } from "@dramaturg/model"

export const exit = {
  /** Done, and nothing wrong. */
  done: 0,
  /** No story exists, mistakes found, a verdict of invalid, a file that formatting would change. */
  negative: 1,
  /** Wrong usage or input that cannot be used. */
  usage: 2,
  /** Stopped at a limit: the answer is not known. */
  unknown: 3,
  /** Our own fault. */
  fault: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const

export type ExitCode = (typeof exit)[keyof typeof exit]

/** Thrown to end a command with one line on stderr and no stack trace: a message to the user, not a fault. */
export class Refusal extends Error {
  readonly code: ExitCode
  /** The mistakes of a text that cannot be used, if that is why. */
  readonly mistakes: Mistakes | undefined

  constructor(message: string, code: ExitCode = exit.usage, mistakes?: Mistakes) {
    super(message)
    this.code = code
    this.mistakes = mistakes
  }
}

export interface Mistakes {
  readonly file: string
  readonly diagnostics: readonly Diagnostic[]
}
