/** `dramaturg tell`: finds a story in a world and tells it. */
import { heuristics, methods, printCertificate } from "@dramaturg/engine"
import { coloursFor } from "../colours.js"
import type { ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes, remarkWarnings, showWarnings } from "../open-world.js"
import { optional, readChoice, readCount, readNumber } from "../options.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import { exitOf, tellReport, tellText, unsolved, type Asked, type TellReport } from "../story/tell-report.js"
import { runJob } from "../thread/workshop.js"
import { checkOutput, remark, writeJson, writeResult } from "../write-output.js"

export interface TellFlags extends LimitFlags, PatienceFlags {
  readonly goal?: string
  readonly maxVisited?: string
  readonly method?: string
  readonly heuristic?: string
  readonly seed?: string
  readonly format?: string
  readonly json?: boolean
  readonly output?: string
}

const formats = ["text", "sabre", "json"] as const

/** A search ends by itself when its time is up, and is then asked for the best it has; a step that never ends is not waited for. */
const graceMs = 250

export async function tell(path: string, flags: TellFlags): Promise<ExitCode> {
  const format = flags.json ? "json" : readChoice("--format", flags.format ?? "text", formats)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  const options = { ...readOptions(flags), memoryMiB }
  checkOutput(flags.output, [path])
  const world = await openWorld(path)
  const deadline = timeoutMs === undefined ? undefined : Date.now() + timeoutMs
  const outcome = await runJob("tell", { world, options, deadline }, memoryMiB, { timeoutMs, graceMs })
  const { name = world.file, doc, diagnostics, snapshot } = outcome.answer
  refuseMistakes(world, diagnostics)
  const asked: Asked = { name, limits: snapshot?.progress.limits, timeoutMs, stage: outcome.stage }
  const report = tellReport(outcome, peakMemoryMiB())
  if (report.plan || report.limit === "interrupted") remarkWarnings(world, diagnostics)
  else showWarnings(world, diagnostics)
  if (format === "json") writeJson(report, flags.output)
  else if (format === "sabre") writeSabreForm(report, asked, flags.output)
  else writeResult(contentNote(doc) + tellText(report, asked, coloursFor(process.stdout)), flags.output)
  return exitOf(report)
}

/** Everything that can be wrong about a flag is found before the world is opened. */
function readOptions(flags: TellFlags) {
  return {
    limits: limitsGiven(flags),
    goal: optional(flags.goal, (value) => readNumber("--goal", value)),
    maxVisited: optional(flags.maxVisited, (value) => readCount("--max-visited", value)),
    method: optional(flags.method, (value) => readChoice("--method", value, namesOf(methods))),
    heuristic: optional(flags.heuristic, (value) => readChoice("--heuristic", value, namesOf(heuristics))),
    seed: optional(flags.seed, (value) => readCount("--seed", value)),
  }
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[]
}

/** What a reader should know before they read on: the line of the world's own opening comment that begins so. */
function contentNote(doc: string | undefined): string {
  const line = doc?.split("\n").map((each) => each.trim()).find((each) => /^content note:/i.test(each))
  return line === undefined ? "" : `${line}\n\n`
}

/** The published text form holds stories only, so "no story" is said on stderr. */
function writeSabreForm(report: TellReport, asked: Asked, output: string | undefined) {
  const { plan, explanations } = report
  if (plan && explanations) writeResult(printCertificate({ plan, explanations }), output)
  else remark(unsolved(report, asked))
}

function peakMemoryMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
