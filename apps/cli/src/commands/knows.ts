/** `dramaturg knows`: who knows what in a story, since when and by what. */
import { dictionOf } from "@dramaturg/telling"
import { coloursFor } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { openWorld, refusal, refuseMistakes, refuseUnended, showWarnings } from "../open-world.js"
import { optional, readCount, readItem } from "../options.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { choose, momentCalled, rowsOf } from "../story/knows-choice.js"
import { rowsCsv } from "../story/knows-csv.js"
import { knowsText } from "../story/knows-text.js"
import { grouped } from "../thread/progress-line.js"
import { runJob } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface KnowsFlags extends PatienceFlags {
  readonly who?: readonly string[]
  readonly about?: readonly string[]
  readonly at?: string
  readonly depth?: string
  readonly json?: boolean
  readonly csv?: boolean
  readonly output?: string
}

/** How deep can be told depends on how many people there are. */
function readDepth(value: string): number {
  const depth = readCount(
    "--depth",
    value,
    "how deep in minds: 1 is what people believe, 2 also what they believe that others believe",
  )
  if (depth < 1)
    throw new Refusal(
      "--depth takes a number from 1: what people believe; 2 also shows what they believe that others believe.",
    )
  return depth
}

/** How many letters a line has by default, and at least. */
const usualWidth = 80
const leastWidth = 40

export async function knows(worldPath: string, storyPath: string, flags: KnowsFlags): Promise<ExitCode> {
  const at = optional(flags.at, (value) => readItem("--at", value))
  const depth = optional(flags.depth, readDepth) ?? 1
  if (flags.json && flags.csv) throw new Refusal("--json and --csv exclude each other: leave one out.")
  refuseStdinTwice([worldPath, storyPath], "only one of world and story can come from stdin.")
  const { timeoutMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const story = await readInput(storyPath, "story")
  const { answer, endedBy } = await runJob("knows", { world, story, depth }, memoryMiB, { timeoutMs })
  refuseMistakes(world, answer.diagnostics, answer.texts)
  const { result, problem } = answer
  if (!result) {
    refuseUnended(world, endedBy)
    throw new Error("the thread wrote no fabula")
  }
  if (result.kind === "unread") throw refusal(story, result.remarks)
  if (result.kind === "too-deep")
    throw new Refusal(
      `--depth ${depth} is more than can be told here: with ${result.people} people there are ${grouped(result.minds)} minds at depth ${result.most}, which is the most.`,
    )
  if (result.kind === "halt")
    throw new Refusal(`${story.file} cannot be followed to its end: ${result.sentence}`)
  const { fabula, properties, remarks } = result
  showWarnings(story, remarks)
  const moment = optional(at, (name) => momentCalled(fabula, name))
  const chosen = choose(fabula, { who: flags.who ?? [], about: flags.about ?? [], at: moment, properties })
  const width = Math.max(leastWidth, (flags.output === undefined && process.stdout.columns) || usualWidth)
  if (flags.json) writeJson("knows", { fabula, rows: rowsOf(chosen, moment) }, flags.output)
  else if (flags.csv) writeResult(rowsCsv(rowsOf(chosen, moment)), flags.output)
  else
    writeResult(
      knowsText(
        { fabula, diction: dictionOf(problem!), chosen, width, isMoment: at !== undefined },
        coloursFor(process.stdout),
      ),
      flags.output,
    )
  return exit.done
}
