/** `dramaturg export`: a world in somebody else's format. */
import { writeSabre } from "@dramaturg/language"
import { hasErrors } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { diagnosticJson, printDiagnostics } from "../diagnostics.js"
import { exit, type ExitCode } from "../exit.js"
import { openWorld, refusal } from "../open-world.js"
import { readChoice } from "../options.js"
import { remark, writeJson, writeResult } from "../write-output.js"
import type { ConvertFlags } from "./import.js"

export interface ExportFlags extends ConvertFlags {
  readonly to: string
}

const targets = ["sabre"] as const

export function exportWorld(path: string, flags: ExportFlags): ExitCode {
  readChoice("--to", flags.to, targets)
  const { file, text, problem } = openWorld(path)
  const written = writeSabre(problem)
  if (hasErrors(written.diagnostics)) throw refusal(file, text, written.diagnostics)
  if (flags.json) writeJson({ text: written.text, diagnostics: written.diagnostics.map(diagnosticJson) }, flags.output, [path])
  else writeResult(written.text, flags.output, [path])
  if (written.diagnostics.length > 0) remark(printDiagnostics(written.diagnostics, text, coloursFor(process.stderr)))
  return exit.done
}
