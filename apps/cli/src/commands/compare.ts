/** `dramaturg explore --distinct` and `--best`: stories of one world, held against one another. */
import type { MeasuredStory, MeasureName, StoryCluster } from "@dramaturg/model"
import { coloursFor, type Colours } from "../colours.js"
import { plural } from "../diagnostics.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven } from "../limits.js"
import { openWorld, refuseMistakes } from "../open-world.js"
import { optional, readChoice, readCount, readLimit, readNumber } from "../options.js"
import { deadlineFor, graceFor, readPatience, searchMemoryMiB } from "../patience.js"
import { wrapped } from "../story/wrapped.js"
import { runJob } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"
import type { ExploreFlags } from "./explore.js"

const names: readonly MeasureName[] = ["conflict", "surprise", "irony", "suspense", "brevity"]

export async function compare(path: string, flags: ExploreFlags): Promise<ExitCode> {
  const distinct = optional(flags.distinct, (value) =>
    readCount("--distinct", value, "a whole number from 1 up"),
  )
  if (distinct === 0) throw new Refusal('--distinct takes a whole number from 1 up, not "0".')
  const best = optional(flags.best, (value) => readChoice("--best", value, names))
  if (distinct !== undefined && best !== undefined)
    throw new Refusal("--distinct and --best are two questions: ask one of them.")
  const alien = (["as", "out", "jsonl", "seed"] as const).find((each) => flags[each] !== undefined)
  if (alien !== undefined) throw new Refusal(`--${alien} has no meaning where stories are compared.`)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output)
  const world = await openWorld(path)
  const depth = optional(flags.depth, (value) => readLimit("--depth", value))
  const options = {
    goal: optional(flags.goal, (value) => readNumber("--goal", value)),
    limits: limitsGiven(flags),
    memoryMiB: searchMemoryMiB(memoryMiB, 1),
    ...(depth === undefined ? {} : { depth }),
    ...(flags.maxVisited === undefined ? {} : { maxVisited: readCount("--max-visited", flags.maxVisited) }),
  }
  const deadline = deadlineFor(timeoutMs)
  const { answer, endedBy } = await runJob(
    "compare",
    { world, ...options, distinct, best, deadline },
    memoryMiB,
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  refuseMistakes(world, answer.diagnostics, answer.texts)
  if (answer.result === undefined)
    throw new Refusal(
      endedBy === "interrupt" ? "interrupted." : "no stories were gathered in the time or memory given.",
      endedBy === "interrupt" ? exit.interrupted : exit.unknown,
    )
  const { compared, clusters, measured } = answer.result
  if (flags.json)
    writeJson(
      "compare",
      { compared, ...(clusters ? { clusters } : {}), ...(measured ? { best: measured } : {}) },
      flags.output,
    )
  else writeResult(textOf(compared, clusters, measured, best, coloursFor(process.stdout)), flags.output)
  if (compared.stories === 0) return compared.isWhole ? exit.negative : exit.unknown
  return compared.isWhole ? exit.done : exit.unknown
}

function textOf(
  { stories, isWhole }: { readonly stories: number; readonly isWhole: boolean },
  clusters: readonly StoryCluster[] | undefined,
  measured: readonly MeasuredStory[] | undefined,
  best: MeasureName | undefined,
  colours: Colours,
): string {
  if (stories === 0)
    return isWhole
      ? "No story reaches the goal, within the limits.\n"
      : "No story that reaches the goal was found before the search was stopped.\n"
  const whole = isWhole
    ? `${plural(stories, "story")} were compared: one for everything that can happen on the way to the goal.`
    : `${plural(stories, "story")} were compared, and there are more.`
  const blocks = clusters
    ? clusters.map((each, i) => clusterText(each, i, colours))
    : measured!.map((each, i) => measuredText(each, i, best!, colours))
  return [...wrapped(whole.replace(/^1 story were/, "One story was"), 0), "", ...blocks.flat()].join("\n")
}

function clusterText(
  { prototype, size, radius, apart }: StoryCluster,
  i: number,
  colours: Colours,
): readonly string[] {
  const others =
    size === 1
      ? "Nothing else is like it"
      : `${plural(size - 1, "story")} ${size === 2 ? "is" : "are"} like it, at most ${percent(radius)} apart`
  const away =
    apart === null
      ? ""
      : `; the next one in this list is ${percent(apart.salience)} apart for a reader, and ${percent(apart.acts)} of their acts differ`
  return [
    colours.bold(`${i + 1}. ${plural(prototype.plan.length, "act")}`),
    ...wrapped(`${others}${away}.`, 3),
    ...acts(prototype.plan),
    "",
  ]
}

function measuredText(
  { solution, score, counts }: MeasuredStory,
  i: number,
  name: MeasureName,
  colours: Colours,
): readonly string[] {
  const parts = Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ")
  return [colours.bold(`${i + 1}. ${name} ${score}`), `   ${parts}`, ...acts(solution.plan), ""]
}

function acts(plan: readonly string[]): readonly string[] {
  return plan.map((each, i) => `${String(i + 1).padStart(6)}. ${each}`)
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
