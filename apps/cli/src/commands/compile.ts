/** `dramaturg compile`: the checked world as JSON, which `dramaturg/runtime` plays and searches. */
import { exit, type ExitCode } from "../exit.js"
import { openWorld, refuseMistakes, refuseUnended, remarkWarnings } from "../open-world.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import { jsonText } from "../printing.js"
import { runJob } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface CompileFlags extends PatienceFlags {
  readonly json?: boolean
  readonly output?: string
}

/** On one line, unless `--json` asks for the layout that all commands print. */
export async function compile(path: string, flags: CompileFlags): Promise<ExitCode> {
  const { timeoutMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output, [path])
  const world = await openWorld(path)
  const { answer, endedBy } = await runJob("compile", { world }, memoryMiB, { timeoutMs })
  refuseUnended(world, endedBy)
  refuseMistakes(world, answer.diagnostics, answer.texts)
  remarkWarnings(world, answer.diagnostics)
  if (flags.json) writeJson("problem", answer.compiled!, flags.output)
  else writeResult(`${jsonText(answer.compiled)}\n`, flags.output)
  return exit.done
}
