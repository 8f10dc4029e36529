/** The whole way from text to problem. */
import { hasErrors } from "@dramaturg/model"
import { type Compiled, compileSabre, dialectOf, lowerReading } from "./compile-sabre.js"
import type { Dialect } from "./draft.js"
import { readDrama } from "./read/read.js"
import { type Sources, gather } from "./read/include.js"
import { looksSabre, remarkTheirs } from "./errors/other-language.js"

export interface CompileOptions {
  /** The name under which the text was read: a path as the user gave it, or `<stdin>`. */
  readonly file: string
  /** Which of the two languages it is in; otherwise the ending of the file's name decides. */
  readonly dialect?: Dialect
  /** Gives the texts of the parts that a world includes, by path; without it there are none but the library's. */
  readonly sources?: Sources
}

/** Reads a world: the tree and the remarks always, the problem if there is no error. */
export function compileStory(text: string, { file, dialect = dialectOf(file), sources = () => undefined }: CompileOptions): Compiled {
  return dialect === "sabre" ? compileSabre(text, file) : compileDrama(text, file, sources)
}

function compileDrama(text: string, file: string, sources: Sources): Compiled {
  const compiled = lowerReading(gather(text, file, { read: readDrama, sources }), "drama")
  if (!looksSabre(compiled.diagnostics) || hasErrors(compileSabre(text, file).diagnostics)) return compiled
  return { draft: compiled.draft, scenarios: [], diagnostics: [remarkTheirs(file, compiled.diagnostics)], texts: compiled.texts }
}
