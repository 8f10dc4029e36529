/** From text to problem for worlds in Sabre's language, without what reading our own takes. */
import { type Diagnostic, type Problem, type Scenario, byPlace, hasErrors } from "@dramaturg/model"
import type { Dialect, Draft } from "./draft.js"
import { lower } from "./lower.js"
import { remarkOurs } from "./other-language.js"
import { type ReadResult, readSabre } from "./sabre/read.js"

export interface Compiled {
  readonly draft: Draft
  /** Exists only if nothing is wrong. */
  readonly problem?: Problem
  /** The author's tests of it. */
  readonly scenarios?: readonly Scenario[]
  readonly diagnostics: readonly Diagnostic[]
}

export function compileSabre(text: string, file: string): Compiled {
  const compiled = lowerReading(readSabre(text, file), "sabre")
  const other = remarkOurs(text, file, compiled.diagnostics)
  return other ? { draft: compiled.draft, diagnostics: [other] } : compiled
}

/** The second half of the way, which both languages share. */
export function lowerReading({ draft, diagnostics }: ReadResult, dialect: Dialect): Compiled {
  const lowered = lower(draft, dialect)
  const all = [...diagnostics, ...lowered.diagnostics].sort(byPlace)
  return lowered.problem && !hasErrors(all) ? { draft, problem: lowered.problem, diagnostics: all } : { draft, diagnostics: all }
}

/** Sabre's files end in `.txt`; everything else is in our own language. */
export function dialectOf(file: string): Dialect {
  return file.toLowerCase().endsWith(".txt") ? "sabre" : "drama"
}
