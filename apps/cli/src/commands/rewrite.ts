/**
 * What `import` and `export` share: a world is read, written in the other language, and what got lost is
 * said.
 */
import type { Dialect } from "@dramaturg/language"
import { hasErrors } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { diagnosticJson, printDiagnostics } from "../diagnostics.js"
import { exit, type ExitCode } from "../exit.js"
import { openWorld, refusal, refuseMistakes, refuseUnended } from "../open-world.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import { runJob } from "../thread/client.js"
import { remark } from "../printing.js"
import { checkOutput, writeJson, writeWorld } from "../write-output.js"

export interface RewriteFlags extends PatienceFlags {
  readonly json?: boolean
  readonly output?: string
}

export async function rewrite(
  job: "import" | "export",
  path: string,
  flags: RewriteFlags,
  dialect?: Dialect,
): Promise<ExitCode> {
  const { timeoutMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output)
  const world = await openWorld(path, dialect)
  const { answer, endedBy } = await runJob(job, { world }, memoryMiB, { timeoutMs })
  refuseUnended(world, endedBy)
  refuseMistakes(world, answer.diagnostics, answer.texts)
  const { text, remarks } = answer.result!
  // What cannot be exported has no text worth having; an import may be mended by hand.
  if (job === "export" && hasErrors(remarks)) throw refusal(world, remarks, answer.texts)
  if (flags.json) writeJson(job, { text, diagnostics: remarks.map(diagnosticJson) }, flags.output)
  else writeWorld(text, flags.output)
  if (remarks.length > 0)
    remark(printDiagnostics(remarks, world.text, coloursFor(process.stderr), answer.texts))
  return hasErrors(remarks) ? exit.negative : exit.done
}
