/** `dramaturg test`: runs the scenarios of worlds and says which of them come out as their authors expect. */
import type { ScenarioOutcome } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { endings, openWorld, refusal } from "../open-world.js"
import { graceFor, readPatience, type PatienceFlags } from "../patience.js"
import { refuseStdinTwice } from "../read-input.js"
import { type Tested, tapOf, testText } from "../story/test-report.js"
import { openWorkshop, type Workshop } from "../thread/workshop.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface TestFlags extends LimitFlags, PatienceFlags {
  readonly only?: string
  readonly tap?: boolean
  readonly json?: boolean
  readonly output?: string
}

/** How long one scenario may take if nothing else is said. */
const usualMs = 60_000

export async function test(paths: readonly string[], flags: TestFlags): Promise<ExitCode> {
  if (flags.json && flags.tap) throw new Refusal("--json and --tap are two ways to print one result: take one of them.")
  const { timeoutMs, memoryMiB } = readPatience(flags)
  const limits = limitsGiven(flags)
  checkOutput(flags.output, paths)
  refuseStdinTwice(paths, "stdin can be read only once: name - once.")
  const workshop = openWorkshop(memoryMiB)
  const tested: Tested[] = []
  try {
    for (const path of paths) tested.push(await testWorld(workshop, path, { limits, only: flags.only, timeoutMs: timeoutMs ?? usualMs }))
  } finally {
    workshop.close()
  }
  if (flags.json) writeJson(jsonOf(tested), flags.output)
  else writeResult(flags.tap ? tapOf(tested) : testText(tested, coloursFor(process.stdout)), flags.output)
  return codeOf(tested)
}

interface Asked {
  readonly limits: ReturnType<typeof limitsGiven>
  readonly only: string | undefined
  readonly timeoutMs: number
}

async function testWorld(workshop: Workshop, path: string, asked: Asked): Promise<Tested> {
  const world = await openWorld(path)
  const { answer, endedBy } = await workshop.ask("test", { world, ...asked }, { timeoutMs: undefined, graceMs: graceFor(undefined) })
  if (endedBy === "interrupt") throw new Refusal("interrupted.", exit.interrupted)
  const { diagnostics = [], titles, outcomes = [], words = [] } = answer
  if (titles === undefined) {
    if (endedBy === "itself") throw refusal(world, diagnostics)
    throw new Refusal(`${world.file} could not be read to its end: ${endings[endedBy]}.`, exit.unknown)
  }
  return { file: world.file, titles, outcomes, words, cutShortBy: endedBy === "itself" ? null : endings[endedBy] }
}

function outcomesOf(tested: readonly Tested[]): readonly ScenarioOutcome[] {
  return tested.flatMap((each) => each.outcomes)
}

/** One that failed tells more than one that could not be decided. */
function codeOf(tested: readonly Tested[]): ExitCode {
  const outcomes = outcomesOf(tested).map((each) => each.outcome)
  if (outcomes.includes("failed")) return exit.negative
  return outcomes.includes("undecided") || tested.some((each) => each.cutShortBy !== null) ? exit.unknown : exit.done
}

function jsonOf(tested: readonly Tested[]) {
  const outcomes = outcomesOf(tested).map((each) => each.outcome)
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length
  return {
    passed: count("passed"), failed: count("failed"), undecided: count("undecided"),
    notRun: tested.reduce((sum, each) => sum + each.titles.length - each.outcomes.length, 0),
    worlds: tested.map(({ file, outcomes: each, words }) => ({
      file, scenarios: each.map((outcome, i) => ({ ...outcome, fulfilments: outcome.fulfilments.map((one, k) => ({ ...one, because: words[i][k].because })) })),
    })),
  }
}
