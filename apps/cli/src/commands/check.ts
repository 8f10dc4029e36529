/** `dramaturg check`: what is wrong with these worlds, and what to do about it. */
import { hasErrors, type Diagnostic } from "@dramaturg/model"
import { coloursFor, type Colours } from "../colours.js"
import { countDiagnostics, diagnosticJson, printDiagnostics, type Texts } from "../diagnostics.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { openWorld } from "../open-world.js"
import { readPatience, timeLimit, type PatienceFlags } from "../patience.js"
import { refuseStdinTwice } from "../read-input.js"
import { openWorkerClient, type EndedBy, type WorkerClient } from "../thread/client.js"
import { remark } from "../printing.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface CheckFlags extends PatienceFlags {
  readonly json?: boolean
  readonly output?: string
}

interface Checked {
  readonly file: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  /** Of all its files, if there are several. */
  readonly texts?: Texts | undefined
}

/** A world about which nothing is known, why, and the exit code that says so. */
interface Unchecked {
  readonly file: string
  readonly message: string
  readonly code: ExitCode
}

export async function check(paths: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const { timeoutMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output, paths)
  refuseStdinTwice(paths, "stdin can be read only once: name - once.")
  const deadline = timeoutMs === undefined ? undefined : performance.now() + timeoutMs
  const client = openWorkerClient(memoryMiB)
  const results: (Checked | Unchecked)[] = []
  try {
    for (const path of paths) {
      const result = await checkWorld(path, client, { timeoutMs, deadline })
      results.push(result)
      if ("code" in result && result.code === exit.interrupted) break
    }
  } finally {
    client.close()
  }
  return present(results, flags)
}

function present(results: readonly (Checked | Unchecked)[], flags: CheckFlags): ExitCode {
  const checked = results.filter((each) => "diagnostics" in each)
  const unchecked = results.filter((each) => "code" in each)
  const all = checked.flatMap((each) => each.diagnostics)
  if (flags.json && checked.length + unchecked.length > 0)
    writeJson("check", checkJson(all, unchecked), flags.output)
  else if (checked.length > 0)
    writeResult(checked.map((each) => checkText(each, coloursFor(process.stdout))).join("\n"), flags.output)
  for (const each of unchecked) remark(`dramaturg: ${each.message}`)
  const codes = unchecked.map((each) => each.code)
  const gravest = ([exit.interrupted, exit.usage, exit.unknown] as const).find((each) => codes.includes(each))
  return gravest ?? (hasErrors(all) ? exit.negative : exit.done)
}

/** What cannot be read does not keep the other worlds from being checked. */
async function checkWorld(
  path: string,
  client: WorkerClient,
  { timeoutMs, deadline }: { readonly timeoutMs: number | undefined; readonly deadline: number | undefined },
): Promise<Checked | Unchecked> {
  try {
    const world = await openWorld(path)
    const left = deadline === undefined ? undefined : Math.max(0, deadline - performance.now())
    const { answer, endedBy } = await client.ask("check", { world }, { timeoutMs: left })
    if (endedBy !== "itself") return unfinished(world.file, endedBy, timeoutMs)
    return { file: world.file, text: world.text, diagnostics: answer.diagnostics ?? [], texts: answer.texts }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { file: path === "-" ? "<stdin>" : path, message: error.message, code: error.code }
  }
}

function unfinished(
  file: string,
  endedBy: Exclude<EndedBy, "itself">,
  timeoutMs: number | undefined,
): Unchecked {
  const messages = {
    time: `${file} could not be checked within ${timeLimit(timeoutMs)}: whether anything is wrong with it is not known.`,
    memory: `${file} could not be checked, because memory ran out: whether anything is wrong with it is not known.`,
    interrupt: `${file} was not checked to its end: interrupted.`,
  }
  return { file, message: messages[endedBy], code: endedBy === "interrupt" ? exit.interrupted : exit.unknown }
}

export function checkText({ file, text, texts, diagnostics }: Checked, colours: Colours): string {
  const summary = `${file}: ${countDiagnostics(diagnostics)}\n`
  if (diagnostics.length === 0) return summary
  return printDiagnostics(diagnostics, text, colours, texts) + "\n" + summary
}

function checkJson(diagnostics: readonly Diagnostic[], unchecked: readonly Unchecked[]) {
  const errors = diagnostics.filter((each) => each.severity === "error").length
  return {
    errors,
    warnings: diagnostics.length - errors,
    diagnostics: diagnostics.map(diagnosticJson),
    ...(unchecked.length > 0 ? { unchecked: unchecked.map(({ file, message }) => ({ file, message })) } : {}),
  }
}
