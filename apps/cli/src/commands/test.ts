/** `dramaturg test`: runs the scenarios of worlds and says which of them come out as their authors expect. */
import type { ScenarioOutcome } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { endings, openWorld, refusal } from "../open-world.js"
import { optional, readCount } from "../options.js"
import { deadlineFor, graceFor, readPatience, type PatienceFlags } from "../patience.js"
import { refuseStdinTwice } from "../read-input.js"
import { type Reach, type Tested, tapOf, testText } from "../story/test-report.js"
import { openWorkerClient, type WorkerClient } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface TestFlags extends LimitFlags, PatienceFlags {
  readonly only?: string
  readonly tap?: boolean
  readonly reach?: boolean
  readonly as?: string
  readonly plays?: string
  readonly json?: boolean
  readonly output?: string
}

/** How long one scenario may take if nothing else is said. */
const usualMs = 60_000

/** How many seeded plays show how often things happen. */
const usualPlays = 200

export async function test(paths: readonly string[], flags: TestFlags): Promise<ExitCode> {
  const reach = reachOf(flags)
  if (flags.json && flags.tap)
    throw new Refusal("--json and --tap are two ways to print one result: take one of them.")
  const { timeoutMs, memoryMiB } = readPatience(flags)
  const limits = limitsGiven(flags)
  checkOutput(flags.output, paths)
  refuseStdinTwice(paths, "stdin can be read only once: name - once.")
  const client = openWorkerClient(memoryMiB)
  const tested: Tested[] = []
  try {
    for (const path of paths) {
      const one = await testWorld(client, path, { limits, only: flags.only, timeoutMs: timeoutMs ?? usualMs })
      tested.push(
        reach === undefined
          ? one
          : {
              ...one,
              reach: await reachIn(client, path, { ...reach, limits, timeoutMs: timeoutMs ?? usualMs }),
            },
      )
    }
  } finally {
    client.close()
  }
  if (flags.json) writeJson("test", jsonOf(tested), flags.output)
  else writeResult(flags.tap ? tapOf(tested) : testText(tested, coloursFor(process.stdout)), flags.output)
  return codeOf(tested)
}

/** Undefined: not asked for. */
function reachOf({ reach, as, plays, only }: TestFlags) {
  if (!reach && (as !== undefined || plays !== undefined))
    throw new Refusal("--as and --plays belong to --reach.")
  if (reach && only !== undefined)
    throw new Refusal("--only chooses scenarios; --reach is about the whole world.")
  return reach
    ? { as, plays: optional(plays, (value) => readCount("--plays", value)) ?? usualPlays }
    : undefined
}

async function reachIn(
  client: WorkerClient,
  path: string,
  {
    as,
    plays,
    limits,
    timeoutMs,
  }: {
    readonly as: string | undefined
    readonly plays: number
    readonly limits: ReturnType<typeof limitsGiven>
    readonly timeoutMs: number
  },
): Promise<Reach> {
  const world = await openWorld(path)
  const { answer, endedBy } = await client.ask(
    "reach",
    { world, as, plays, limits, deadline: deadlineFor(timeoutMs)! },
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  if (endedBy === "interrupt") throw new Refusal("interrupted.", exit.interrupted)
  if (answer.complaint !== undefined) throw new Refusal(answer.complaint)
  const { survey, hits, actions, problem, isStopped = true } = answer
  if (survey === undefined || actions === undefined || problem === undefined)
    throw new Refusal(`${world.file} could not be looked at in the time or memory given.`, exit.unknown)
  return { survey, hits: hits ?? null, actions, isStopped, problem }
}

interface Asked {
  readonly limits: ReturnType<typeof limitsGiven>
  readonly only: string | undefined
  readonly timeoutMs: number
}

async function testWorld(client: WorkerClient, path: string, asked: Asked): Promise<Tested> {
  const world = await openWorld(path)
  const { answer, endedBy } = await client.ask(
    "test",
    { world, ...asked },
    { timeoutMs: asked.timeoutMs, graceMs: graceFor(asked.timeoutMs), isForEachPart: true },
  )
  if (endedBy === "interrupt") throw new Refusal("interrupted.", exit.interrupted)
  const { diagnostics = [], titles, results = [] } = answer
  if (titles === undefined) {
    if (endedBy === "itself") throw refusal(world, diagnostics)
    throw new Refusal(`${world.file} could not be read to its end: ${endings[endedBy]}.`, exit.unknown)
  }
  return {
    file: world.file,
    titles,
    outcomes: results.map((each) => each.outcome),
    words: results.map((each) => each.words),
    cutShortBy: endedBy === "itself" ? null : endings[endedBy],
  }
}

function outcomesOf(tested: readonly Tested[]): readonly ScenarioOutcome[] {
  return tested.flatMap((each) => each.outcomes)
}

/** One that failed tells more than one that could not be decided. */
function codeOf(tested: readonly Tested[]): ExitCode {
  const outcomes = outcomesOf(tested).map((each) => each.outcome)
  if (outcomes.includes("failed")) return exit.negative
  const isOpen = ({ cutShortBy, reach }: Tested): boolean =>
    cutShortBy !== null || (reach !== undefined && (reach.isStopped || reach.hits === null))
  return outcomes.includes("undecided") || tested.some(isOpen) ? exit.unknown : exit.done
}

function reachJson({ survey, hits, actions, isStopped }: Reach) {
  return { survey, hits, actions, isStopped }
}

function jsonOf(tested: readonly Tested[]) {
  const outcomes = outcomesOf(tested).map((each) => each.outcome)
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length
  return {
    passed: count("passed"),
    failed: count("failed"),
    undecided: count("undecided"),
    notRun: tested.reduce((sum, each) => sum + each.titles.length - each.outcomes.length, 0),
    worlds: tested.map(({ file, outcomes: each, words, reach }) => ({
      file,
      ...(reach === undefined ? {} : { reach: reachJson(reach) }),
      scenarios: each.map((outcome, i) => ({
        ...outcome,
        fulfilments: outcome.fulfilments.map((one, k) => ({ ...one, because: words[i][k].because })),
      })),
    })),
  }
}
