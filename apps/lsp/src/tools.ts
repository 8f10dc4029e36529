/** What the server has others do for it: long work, and reading the parts of a world from the disk. */
import type { Sources } from "@dramaturg/language"
import type { Diagnostic } from "@dramaturg/model"

/** A world as the editor has it. */
export interface WorldText {
  readonly file: string
  readonly text: string
  /** The texts of documents that are open, by file; they stand in the place of what is on the disk. */
  readonly open: ReadonlyMap<string, string>
}

export interface Remarks {
  readonly diagnostics: readonly Diagnostic[]
  /** The texts of all files that were read, by file. */
  readonly texts: ReadonlyMap<string, string>
}

/** What a command answers, as plain text for people. */
export interface Answer {
  /** One sentence. */
  readonly title: string
  readonly text: string
}

/** The work is given up when `signal` is aborted; the promise is then rejected. */
export interface Tools {
  readonly version: string
  readonly check: (world: WorldText, signal: AbortSignal) => Promise<Remarks>
  readonly tell: (world: WorldText, signal: AbortSignal) => Promise<Answer>
  /** Runs the scenarios, or those with this title. */
  readonly test: (world: WorldText, title: string | undefined, signal: AbortSignal) => Promise<Answer>
  /** Why the acts of this name are done in the story of the world. */
  readonly why: (world: WorldText, event: string, signal: AbortSignal) => Promise<Answer>
  /** Reads the parts that a world of this file may include. */
  readonly partsOf: (file: string) => Sources
}
