/** `dramaturg check`: what is wrong with these worlds, and what to do about it. */
import { groundingNotes } from "@dramaturg/engine"
import { hasErrors, type Diagnostic } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { countDiagnostics, diagnosticJson, printDiagnostics } from "../diagnostics.js"
import { exit, type ExitCode } from "../exit.js"
import { compile } from "../open-world.js"
import { writeJson, writeResult } from "../write-output.js"

export interface CheckFlags {
  readonly json?: boolean
  readonly output?: string
}

interface Checked {
  readonly file: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

export function check(paths: readonly string[], flags: CheckFlags): ExitCode {
  const worlds = paths.map((path) => checkWorld(path))
  const all = worlds.flatMap((each) => each.diagnostics)
  if (flags.json) writeJson(checkJson(all), flags.output, paths)
  else writeResult(worlds.map(checkText).join("\n"), flags.output, paths)
  return hasErrors(all) ? exit.negative : exit.done
}

function checkWorld(path: string): Checked {
  const { file, text, problem, diagnostics } = compile(path)
  return { file, text, diagnostics: problem ? [...diagnostics, ...groundingNotes(problem)] : diagnostics }
}

function checkText({ file, text, diagnostics }: Checked): string {
  const summary = `${file}: ${countDiagnostics(diagnostics)}\n`
  if (diagnostics.length === 0) return summary
  return printDiagnostics(diagnostics, text, coloursFor(process.stdout)) + "\n" + summary
}

function checkJson(diagnostics: readonly Diagnostic[]) {
  const errors = diagnostics.filter((each) => each.severity === "error").length
  return { errors, warnings: diagnostics.length - errors, diagnostics: diagnostics.map(diagnosticJson) }
}
