/** `dramaturg import`: a world in Sabre's text becomes a `.drama` world with the same meaning. */
import { writeDrama } from "@dramaturg/language"
import { hasErrors } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { diagnosticJson, printDiagnostics } from "../diagnostics.js"
import { exit, type ExitCode } from "../exit.js"
import { compile, refusal } from "../open-world.js"
import { remark, writeJson, writeResult } from "../write-output.js"

export interface ConvertFlags {
  readonly json?: boolean
  readonly output?: string
}

export function importWorld(path: string, flags: ConvertFlags): ExitCode {
  const { file, text, draft, problem, diagnostics } = compile(path, "sabre")
  if (!problem) throw refusal(file, text, diagnostics)
  const written = writeDrama(draft)
  if (flags.json) writeJson({ text: written.text, diagnostics: written.diagnostics.map(diagnosticJson) }, flags.output, [path])
  else writeResult(written.text, flags.output, [path])
  if (written.diagnostics.length > 0) remark(printDiagnostics(written.diagnostics, text, coloursFor(process.stderr)))
  return hasErrors(written.diagnostics) ? exit.negative : exit.done
}
