/** `dramaturg format`: lays a world out the usual way; comments stay, meaning stays. */
import { exit, Refusal, type ExitCode } from "../exit.js"
import { replaceFile } from "../files/replace-file.js"
import { openWorld, refusal, refuseUnended } from "../open-world.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import type { Input } from "../read-input.js"
import { runJob } from "../thread/client.js"
import { remark } from "../printing.js"
import { checkOutput, writeJson, writeWorld } from "../write-output.js"

export interface FormatFlags extends PatienceFlags {
  readonly write?: boolean
  readonly check?: boolean
  readonly json?: boolean
  readonly output?: string
}

export async function format(paths: readonly string[], flags: FormatFlags): Promise<ExitCode> {
  if (flags.write && paths.includes("-"))
    throw new Refusal("--write needs a file: the text from stdin is printed to stdout instead.")
  if (flags.write && flags.check)
    throw new Refusal("--check only looks and --write changes: choose one of them.")
  if (paths.length > 1 && (flags.json || flags.output !== undefined || !(flags.write || flags.check)))
    throw new Refusal("several worlds are formatted with --write or looked at with --check, and not printed.")
  const patience = readPatience(flags)
  checkOutput(flags.output)
  let code: ExitCode = exit.done
  for (const path of paths) if ((await formatOne(path, flags, patience)) !== exit.done) code = exit.negative
  return code
}

async function formatOne(
  path: string,
  flags: FormatFlags,
  { timeoutMs, memoryMiB }: ReturnType<typeof readPatience>,
): Promise<ExitCode> {
  const world = await openWorld(path)
  const { answer, endedBy } = await runJob("format", { world }, memoryMiB, { timeoutMs })
  refuseUnended(world, endedBy)
  const result = answer.result!
  if (result.kind === "foreign")
    throw new Refusal(`${path} is not in our language: dramaturg import makes a .drama file of it.`)
  if (result.kind === "unread") throw refusal(world, result.remarks)
  return present(path, world, result.text, flags)
}

function present(path: string, world: Input, laid: string, flags: FormatFlags): ExitCode {
  const changed = laid !== world.text
  const text = (world.hasMark ? "\ufeff" : "") + laid
  if (flags.write && changed) replaceFile(path, text, { isOwn: true })
  if (flags.json) writeJson("format", { file: world.file, changed, text }, flags.output)
  else if (flags.check)
    remark(`${world.file}: ${changed ? "would be changed by formatting" : "is formatted"}`)
  else if (!flags.write || flags.output) writeWorld(text, flags.output)
  return flags.check && changed ? exit.negative : exit.done
}
