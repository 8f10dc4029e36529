/** The whole way from text to problem: read in the language it is in, then lowered. */
import { type Diagnostic, type Problem, type Relaxation, type Scenario, byPlace, hasErrors } from "@dramaturg/model"
import type { Dialect, Draft } from "./draft.js"
import { looksSabre, remarkOurs, remarkTheirs } from "./errors/other-language.js"
import { lower } from "./lower/lower.js"
import { type Sources, gather } from "./read/include.js"
import { type ReadResult, readDrama } from "./read/read.js"
import { readSabre } from "./sabre/read.js"

export interface CompileOptions {
  /** The name under which the text was read: a path as the user gave it, or `<stdin>`. */
  readonly file: string
  /** Which of the two languages it is in; otherwise the ending of the file's name decides. */
  readonly dialect?: Dialect
  /** Gives the texts of the parts that a world includes, by path; without it there are none but the library's. */
  readonly sources?: Sources
}

export interface Compiled {
  readonly draft: Draft
  /** Exists only if nothing is wrong. */
  readonly problem?: Problem
  /** The tests that the author wrote down; none if there is no problem. */
  readonly scenarios: readonly Scenario[]
  /** The world without one of its demands at a time, and without all of them; none if there are no demands. */
  readonly relaxed?: readonly Relaxation[]
  /** In the order in which files were read, then of the text. */
  readonly diagnostics: readonly Diagnostic[]
  /** The text of every file that was read, in order of reading. */
  readonly texts: ReadonlyMap<string, string>
}

/** Reads a world: the tree and the remarks always, the problem if there is no error. */
export function compileStory(text: string, { file, dialect = dialectOf(file), sources = () => undefined }: CompileOptions): Compiled {
  return dialect === "sabre" ? compileSabre(text, file) : compileDrama(text, file, sources)
}

/** Sabre's files end in `.txt`; everything else is in our own language. */
export function dialectOf(file: string): Dialect {
  return file.toLowerCase().endsWith(".txt") ? "sabre" : "drama"
}

function compileDrama(text: string, file: string, sources: Sources): Compiled {
  const compiled = lowerReading(gather(text, file, { read: readDrama, sources }), "drama")
  if (!looksSabre(compiled.diagnostics) || hasErrors(compileSabre(text, file).diagnostics)) return compiled
  return { draft: compiled.draft, scenarios: [], diagnostics: [remarkTheirs(file, compiled.diagnostics)], texts: compiled.texts }
}

function compileSabre(text: string, file: string): Compiled {
  const compiled = lowerReading({ ...readSabre(text, file), texts: new Map([[file, text]]) }, "sabre")
  const other = remarkOurs(text, file, compiled.diagnostics)
  return other ? { draft: compiled.draft, scenarios: [], diagnostics: [other], texts: compiled.texts } : compiled
}

/** The second half of the way, which both languages share. */
function lowerReading({ draft, diagnostics, texts }: ReadResult & Pick<Compiled, "texts">, dialect: Dialect): Compiled {
  // What an absent part would have declared must not be missed a second time, name by name.
  const isWhole = diagnostics.every((each) => each.code !== "no-such-part")
  const lowered = isWhole ? lower(draft, dialect, texts) : { diagnostics: [] }
  const all = [...diagnostics, ...lowered.diagnostics].sort(inOrderOf([...texts.keys()]))
  if (!lowered.problem || hasErrors(all)) return { draft, scenarios: [], diagnostics: all, texts }
  return { draft, problem: lowered.problem, scenarios: lowered.scenarios ?? [], ...(lowered.relaxed ? { relaxed: lowered.relaxed } : {}), diagnostics: all, texts }
}

/** Remarks of the file that was read first come first. */
function inOrderOf(files: readonly string[]): (a: Diagnostic, b: Diagnostic) => number {
  return (a, b) => files.indexOf(a.span.file) - files.indexOf(b.span.file) || byPlace(a, b)
}
