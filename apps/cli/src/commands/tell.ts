/** `dramaturg tell`: finds a story in a world and tells it. */
import { heuristics, methods, printCertificate } from "@dramaturg/engine"
import { totalmem } from "node:os"
import { coloursFor } from "../colours.js"
import type { ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { addNotes, openWorld, remarkWarnings, type World } from "../open-world.js"
import { readChoice, readCount, readNumber, readSeconds } from "../options.js"
import { progressLine } from "../search/progress-line.js"
import { runSearch, type Outcome } from "../search/run-search.js"
import { exitOf, tellReport, tellText, unsolved, type Asked, type TellReport } from "../story/tell-report.js"
import { remark, writeJson, writeResult } from "../write-output.js"

export interface TellFlags extends LimitFlags {
  readonly goal?: string
  readonly timeout?: string
  readonly maxVisited?: string
  readonly maxMemory?: string
  readonly method?: string
  readonly heuristic?: string
  readonly seed?: string
  readonly format?: string
  readonly json?: boolean
  readonly output?: string
}

const formats = ["text", "sabre", "json"] as const

export async function tell(path: string, flags: TellFlags): Promise<ExitCode> {
  const format = flags.json ? "json" : readChoice("--format", flags.format ?? "text", formats)
  const options = readOptions(flags)
  const world = openWorld(path)
  const outcome = await searchWithProgress(world, options)
  const asked: Asked = { name: world.problem.name, limits: outcome.snapshot?.progress.limits, timeoutMs: options.timeoutMs }
  remarkWarnings(addNotes(world, outcome.notes))
  const report = tellReport(outcome, peakMemoryMiB())
  const inputs = path === "-" ? [] : [path]
  if (format === "json") writeJson(report, flags.output, inputs)
  else if (format === "sabre") writeSabreForm(report, asked, flags.output, inputs)
  else writeResult(contentNote(world) + tellText(report, asked, coloursFor(process.stdout)), flags.output, inputs)
  return exitOf(report)
}

/** Everything that can be wrong about a flag is found before the world is opened. */
function readOptions(flags: TellFlags) {
  const seconds = readSeconds("--timeout", flags.timeout ?? "none")
  return {
    limits: limitsGiven(flags),
    goal: optional(flags.goal, (value) => readNumber("--goal", value)),
    timeoutMs: seconds === null ? undefined : seconds * 1000,
    maxVisited: optional(flags.maxVisited, (value) => readCount("--max-visited", value)),
    memoryMiB: optional(flags.maxMemory, (value) => readCount("--max-memory", value)) ?? usualMemoryMiB(),
    method: optional(flags.method, (value) => readChoice("--method", value, namesOf(methods))),
    heuristic: optional(flags.heuristic, (value) => readChoice("--heuristic", value, namesOf(heuristics))),
    seed: optional(flags.seed, (value) => readCount("--seed", value)),
  }
}

function optional<Value>(value: string | undefined, read: (value: string) => Value): Value | undefined {
  return value === undefined ? undefined : read(value)
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[]
}

async function searchWithProgress(world: World, options: ReturnType<typeof readOptions>): Promise<Outcome> {
  const line = progressLine()
  try {
    return await runSearch({ problem: world.problem, options }, { maxMemoryMiB: options.memoryMiB, onProgress: line.draw })
  } finally {
    line.clear()
  }
}

/** What a reader should know before they read on: the line of the world's own opening comment that begins so. */
function contentNote({ problem }: World): string {
  const line = problem.doc?.split("\n").map((each) => each.trim()).find((each) => /^content note:/i.test(each))
  return line === undefined ? "" : `${line}\n\n`
}

/** The published text form holds stories only, so "no story" is said on stderr. */
function writeSabreForm(report: TellReport, asked: Asked, output: string | undefined, inputs: string[]) {
  const { plan, explanations } = report
  if (plan && explanations) writeResult(printCertificate({ plan, explanations }), output, inputs)
  else remark(unsolved(report, asked))
}

/** Three quarters of the machine, and never more than 4 GiB unless asked for. */
function usualMemoryMiB(): number {
  return Math.min(4096, Math.floor((totalmem() / 2 ** 20) * 0.75))
}

function peakMemoryMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
