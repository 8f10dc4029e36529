/** `dramaturg explore`: everything that could happen within limits, kept line by line, and summed up. */
import { surveyOf } from "@dramaturg/engine"
import type { Problem, SpaceFoot, SpaceState, Survey } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { planOutput } from "../files/known-files.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { compare } from "./compare.js"
import { openWorld, refuseMistakes } from "../open-world.js"
import { optional, readCount, readLimit, readNumber } from "../options.js"
import { deadlineFor, graceFor, readPatience, searchMemoryMiB, type PatienceFlags } from "../patience.js"
import { openSpaceFile, type SpaceFile } from "../story/space-file.js"
import { surveyText } from "../story/survey-text.js"
import type { ExploreAnswer, KeptHead, WorldText } from "../thread/protocol.js"
import { runJob, type EndedBy } from "../thread/client.js"
import { checkOutput, lineWriter, writeJson, writeResult } from "../write-output.js"

export interface ExploreFlags extends LimitFlags, PatienceFlags {
  readonly as?: string
  readonly depth?: string
  readonly goal?: string
  readonly seed?: string
  readonly maxVisited?: string
  readonly out?: string
  readonly jsonl?: boolean
  readonly distinct?: string
  readonly best?: string
  readonly json?: boolean
  readonly output?: string
}

/** What has been found so far. */
interface Space {
  head: KeptHead | undefined
  states: SpaceState[]
  foot: SpaceFoot | undefined
}

export async function explore(path: string, flags: ExploreFlags): Promise<ExitCode> {
  if (flags.distinct !== undefined || flags.best !== undefined) return compare(path, flags)
  if (flags.json && flags.jsonl)
    throw new Refusal("--json and --jsonl are two ways to print one result: take one of them.")
  const options = optionsOf(flags)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output)
  if (flags.out === "-")
    throw new Refusal("--out keeps every state in a file, to be gone on with; --jsonl prints them.")
  planOutput(flags.out, { flag: "--out" })
  const world = await openWorld(path)
  const file = flags.out === undefined ? undefined : await openSpaceFile(flags.out, options)
  try {
    return await follow(world, { ...flags, options, timeoutMs, memoryMiB, file })
  } finally {
    file?.close()
  }
}

interface Exploring extends ExploreFlags {
  readonly options: ReturnType<typeof optionsOf>
  readonly timeoutMs: number | undefined
  readonly memoryMiB: number
  readonly file: SpaceFile | undefined
}

async function follow(
  world: WorldText,
  { options, timeoutMs, memoryMiB, file, ...flags }: Exploring,
): Promise<ExitCode> {
  const space: Space = { head: file?.kept?.head, states: [...(file?.kept?.states ?? [])], foot: undefined }
  const write = flags.jsonl ? lineWriter(flags.output) : undefined
  const onPart = keeping(space, file, write)
  const deadline = deadlineFor(timeoutMs)
  const asked = {
    world,
    options: { ...options, memoryMiB: searchMemoryMiB(memoryMiB, 1) },
    found: file?.kept,
    deadline,
    processMiB: memoryMiB,
  }
  const { answer, endedBy } = await runJob(
    "explore",
    asked,
    memoryMiB,
    { timeoutMs, graceMs: graceFor(timeoutMs) },
    { onPart },
  )
  refuseMistakes(world, answer.diagnostics, answer.texts)
  if (answer.complaint !== undefined)
    throw new Refusal(
      file?.kept === undefined
        ? answer.complaint
        : `${flags.out} cannot be gone on with: ${answer.complaint} Name another file.`,
    )
  const { head, states } = space
  if (head === undefined || answer.problem === undefined || space.foot === undefined)
    throw new Refusal(
      endedBy === "interrupt" ? "interrupted." : "nothing was found in the time or memory given.",
      endedBy === "interrupt" ? exit.interrupted : exit.unknown,
    )
  const foot = footOf(space.foot, endedBy)
  file?.end(foot)
  if (write) write(foot)
  else show(surveyOf(answer.problem, head, states, foot), foot, { ...flags, problem: answer.problem })
  return codeOf(foot, endedBy)
}

function optionsOf({ as, depth, goal, seed, maxVisited, ...flags }: ExploreFlags) {
  const wanted = optional(depth, (value) => readLimit("--depth", value))
  return {
    ...(as === undefined ? {} : { as }),
    ...(wanted === undefined ? {} : { depth: wanted }),
    goal: optional(goal, (value) => readNumber("--goal", value)),
    seed: optional(seed, (value) => readCount("--seed", value)),
    maxVisited: optional(maxVisited, (value) => readCount("--max-visited", value)),
    limits: limitsGiven(flags),
  }
}

/** Each line is written as soon as it is known, so that nothing is lost however this ends. */
function keeping(space: Space, file: SpaceFile | undefined, write: ((value: unknown) => void) | undefined) {
  return ({ head, found = [], foot }: Partial<ExploreAnswer>) => {
    if (head !== undefined) {
      if (space.head?.levels !== head.levels) space.states = []
      space.head = head
      file?.begin(head)
      write?.(head)
      if (write) for (const each of space.states) write(each)
    }
    file?.add(found)
    if (write) for (const each of found) write(each)
    space.states.push(...found)
    if (foot !== undefined) space.foot = foot
  }
}

function footOf(foot: SpaceFoot, endedBy: EndedBy): SpaceFoot {
  if (endedBy === "itself") return foot
  return { ...foot, end: "limited", limit: endedBy === "interrupt" ? null : endedBy }
}

function show(
  survey: Survey,
  foot: SpaceFoot,
  { json, output, problem }: ExploreFlags & { readonly problem: Problem },
) {
  if (json) writeJson("explore", { ...survey, limit: foot.limit }, output)
  else writeResult(surveyText({ survey, foot, problem }, coloursFor(process.stdout)), output)
}

function codeOf({ end }: SpaceFoot, endedBy: EndedBy): ExitCode {
  if (endedBy === "interrupt") return exit.interrupted
  return end === "complete" ? exit.done : exit.unknown
}
