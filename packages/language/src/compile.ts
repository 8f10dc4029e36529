/** The whole way from text to problem: a text is read in its language, then lowered. */
import {
  type Diagnostic,
  type Problem,
  type Relaxation,
  type Scenario,
  byPlace,
  hasErrors,
} from "@dramaturg/model"
import type { Dialect, SyntaxTree } from "./syntax-tree.js"
import { looksSabre, remarkOurs, remarkTheirs } from "./errors/other-language.js"
import { lower } from "./lower/lower.js"
import { type Sources, gather } from "./read/include.js"
import { type ReadResult, readDrama } from "./read/read.js"
import { readSabre } from "./sabre/read.js"

export interface CompileOptions {
  /** The name under which the text was read, used in every span: a path as the user gave it, or `<stdin>`. */
  readonly file: string
  /** The language of the text; by default `dialectOf(file)`. */
  readonly dialect?: Dialect
  /**
   * Returns the texts of the parts that a world includes, by path; by default only the library's parts
   * exist.
   */
  readonly sources?: Sources
}

export interface Compiled {
  readonly tree: SyntaxTree
  /** Present only if there is no error. */
  readonly problem?: Problem
  /** The author's scenarios, each a test of the world; empty if there is no problem. */
  readonly scenarios: readonly Scenario[]
  /**
   * The world without one of its demands at a time, and without all of them; absent if there are no demands.
   */
  readonly relaxed?: readonly Relaxation[]
  /** In the order in which files were read, then by place in the text. */
  readonly diagnostics: readonly Diagnostic[]
  /** The text of every file that was read, in order of reading. */
  readonly texts: ReadonlyMap<string, string>
}

/**
 * Reads a world and lowers it. Takes the text and where it came from; returns the syntax tree, the
 * diagnostics and the texts that were read, and the problem with its scenarios if there is no error. It
 * never throws on a text: every mistake is a diagnostic. A text that turns out to be in the other language
 * gets one diagnostic, which says so.
 */
export function compileStory(
  text: string,
  { file, dialect = dialectOf(file), sources = () => undefined }: CompileOptions,
): Compiled {
  return dialect === "sabre" ? compileSabre(text, file) : compileDrama(text, file, sources)
}

/**
 * The language that a file's name promises: `sabre` for names that end in `.txt`, in either case, else
 * `drama`.
 */
export function dialectOf(file: string): Dialect {
  return file.toLowerCase().endsWith(".txt") ? "sabre" : "drama"
}

function compileDrama(text: string, file: string, sources: Sources): Compiled {
  const compiled = lowerReading(gather(text, file, { read: readDrama, sources }), "drama")
  if (!looksSabre(compiled.diagnostics) || hasErrors(compileSabre(text, file).diagnostics)) return compiled
  return {
    tree: compiled.tree,
    scenarios: [],
    diagnostics: [remarkTheirs(file, compiled.diagnostics)],
    texts: compiled.texts,
  }
}

function compileSabre(text: string, file: string): Compiled {
  const compiled = lowerReading({ ...readSabre(text, file), texts: new Map([[file, text]]) }, "sabre")
  const other = remarkOurs(text, file, compiled.diagnostics)
  return other
    ? { tree: compiled.tree, scenarios: [], diagnostics: [other], texts: compiled.texts }
    : compiled
}

/** Lowers what either reader returned, and merges its diagnostics with those of reading. */
function lowerReading(
  { tree, diagnostics, texts }: ReadResult & Pick<Compiled, "texts">,
  dialect: Dialect,
): Compiled {
  // Without the text of a part, every name it declares would be reported as undeclared; so nothing is
  // lowered.
  const isWhole = diagnostics.every((each) => each.code !== "no-such-part")
  const lowered = isWhole ? lower(tree, dialect, texts) : { diagnostics: [] }
  const all = [...diagnostics, ...lowered.diagnostics].sort(inOrderOf([...texts.keys()]))
  if (!lowered.problem || hasErrors(all)) return { tree, scenarios: [], diagnostics: all, texts }
  return {
    tree,
    problem: lowered.problem,
    scenarios: lowered.scenarios ?? [],
    ...(lowered.relaxed ? { relaxed: lowered.relaxed } : {}),
    diagnostics: all,
    texts,
  }
}

/** Diagnostics of the file that was read first come first. */
function inOrderOf(files: readonly string[]): (a: Diagnostic, b: Diagnostic) => number {
  return (a, b) => files.indexOf(a.span.file) - files.indexOf(b.span.file) || byPlace(a, b)
}
