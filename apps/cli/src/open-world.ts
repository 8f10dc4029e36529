/** From a named text to a `Problem`, or a refusal that has shown the author every mistake. */
import { compileStory, type Dialect } from "@dramaturg/language"
import { hasErrors, type Diagnostic, type Problem } from "@dramaturg/model"
import { coloursFor } from "./colours.js"
import { countDiagnostics, printDiagnostics } from "./diagnostics.js"
import { Refusal } from "./exit.js"
import { readInput, type Input } from "./read-input.js"
import { remark } from "./write-output.js"

/** How many remarks a refusal shows. */
const mostShown = 20

export interface World extends Input {
  readonly problem: Problem
  readonly warnings: readonly Diagnostic[]
}

/** `compileStory` on what the user named. The file's ending says which language it is, unless a flag does. */
export function compile(path: string, dialect?: Dialect) {
  const input = readInput(path, "world")
  return { ...input, ...compileStory(input.text, { file: input.file, dialect }) }
}

export function openWorld(path: string, dialect?: Dialect): World {
  const { file, text, problem, diagnostics } = compile(path, dialect)
  if (!problem) throw refusal(file, text, diagnostics)
  return { file, text, problem, warnings: diagnostics }
}

/** Remarks that only appear once the world is made ground; an error among them refuses the world after all. */
export function addNotes(world: World, notes: readonly Diagnostic[]): World {
  const all = [...world.warnings, ...notes]
  if (hasErrors(notes)) throw refusal(world.file, world.text, all)
  return { ...world, warnings: all }
}

/** A result must not be buried under warnings: one line says where to read them. */
export function remarkWarnings(world: World) {
  if (world.warnings.length === 0) return
  remark(`${world.file}: ${countDiagnostics(world.warnings)} (dramaturg check shows them)`)
}

/** Shows the first mistakes (one slip can have a long tail) and refuses. */
export function refusal(file: string, text: string, diagnostics: readonly Diagnostic[]): Refusal {
  const shown = diagnostics.slice(0, mostShown)
  remark(printDiagnostics(shown, text, coloursFor(process.stderr)))
  if (shown.length < diagnostics.length) remark(`… and ${diagnostics.length - shown.length} more; dramaturg check shows them all.`)
  return new Refusal(`${file} cannot be used: ${countDiagnostics(diagnostics)}, see above.`)
}
