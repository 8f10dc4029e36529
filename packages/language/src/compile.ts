/** The whole way from text to problem. */
import { type Diagnostic, type Problem, byPlace, hasErrors } from "@dramaturg/model"
import type { Dialect, Draft } from "./draft.js"
import { readDrama } from "./drama/read.js"
import { lower } from "./lower.js"
import { readSabre } from "./sabre/read.js"

export interface CompileOptions {
  /** The name under which the text was read: a path as the user gave it, or `<stdin>`. */
  readonly file: string
  /** Which of the two languages it is in; otherwise the ending of the file's name decides. */
  readonly dialect?: Dialect
}

export interface Compiled {
  readonly draft: Draft
  /** Exists only if nothing is wrong. */
  readonly problem?: Problem
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a world: the tree and the remarks always, the problem if there is no error. */
export function compileStory(text: string, options: CompileOptions): Compiled {
  const dialect = options.dialect ?? dialectOf(options.file)
  const { draft, diagnostics } = readers[dialect](text, options.file)
  const lowered = lower(draft, dialect)
  const all = [...diagnostics, ...lowered.diagnostics].sort(byPlace)
  return lowered.problem && !hasErrors(all) ? { draft, problem: lowered.problem, diagnostics: all } : { draft, diagnostics: all }
}

const readers: Record<Dialect, typeof readSabre> = { sabre: readSabre, drama: readDrama }

/** Sabre's files end in `.txt`; everything else is in our own language. */
export function dialectOf(file: string): Dialect {
  return file.toLowerCase().endsWith(".txt") ? "sabre" : "drama"
}
