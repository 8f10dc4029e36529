/** The whole way from text to problem. */
import { hasErrors } from "@dramaturg/model"
import { type Compiled, compileSabre, dialectOf, lowerReading } from "./compile-sabre.js"
import type { Dialect } from "./draft.js"
import { readDrama } from "./drama/read.js"
import { looksSabre, remarkTheirs } from "./other-language.js"

export interface CompileOptions {
  /** The name under which the text was read: a path as the user gave it, or `<stdin>`. */
  readonly file: string
  /** Which of the two languages it is in; otherwise the ending of the file's name decides. */
  readonly dialect?: Dialect
}

/** Reads a world: the tree and the remarks always, the problem if there is no error. */
export function compileStory(text: string, { file, dialect = dialectOf(file) }: CompileOptions): Compiled {
  return dialect === "sabre" ? compileSabre(text, file) : compileDrama(text, file)
}

function compileDrama(text: string, file: string): Compiled {
  const compiled = lowerReading(readDrama(text, file), "drama")
  if (!looksSabre(compiled.diagnostics) || hasErrors(compileSabre(text, file).diagnostics)) return compiled
  return { draft: compiled.draft, diagnostics: [remarkTheirs(file, compiled.diagnostics)] }
}
