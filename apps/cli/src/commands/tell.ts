/**
 * `dramaturg tell`: finds a story in a world, or every one of them. What its flags mean, and which go
 * together, is said here.
 */
import { heuristics, methods, optimisations, type SearchOptions } from "@dramaturg/engine"
import type { Manner } from "@dramaturg/model"
import { Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld } from "../open-world.js"
import type { ModelAsked } from "../story/ask-model.js"
import { optional, readChoice, readChoices, readCount, readNumber } from "../options.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import { mostThreads, waysToSearch } from "../thread/portfolio.js"
import type { WorldText } from "../thread/protocol.js"
import { checkOutput } from "../write-output.js"
import { tellAll } from "./tell-all.js"
import { tellStory } from "./tell-story.js"

export interface TellFlags extends LimitFlags, PatienceFlags {
  readonly goal?: string
  readonly maxVisited?: string
  readonly method?: string
  readonly heuristic?: string
  readonly seed?: string
  readonly without?: string
  readonly threads?: string
  readonly all?: true
  readonly improve?: true
  readonly format?: string
  readonly pov?: string
  readonly order?: string
  readonly pace?: string
  readonly length?: string
  readonly tense?: string
  readonly person?: string
  readonly words?: string
  readonly notes?: true
  readonly trace?: true
  readonly polish?: string
  readonly model?: string
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly output?: string
}

/** What is asked for, once all flags have been read. */
export interface TellRequest {
  readonly world: WorldText
  readonly options: Omit<SearchOptions, "clock" | "timeoutMs">
  /** One for each thread. */
  readonly ways: ReturnType<typeof waysToSearch>
  readonly format: "text" | "sabre" | "prose" | "json" | "jsonl"
  /** How it is told in prose, if it is. */
  readonly manner: Manner | undefined
  readonly showsNotes: boolean
  readonly showsTrace: boolean
  /** A language model that may rephrase it. */
  readonly model: ModelAsked | undefined
  readonly output: string | undefined
  readonly timeoutMs: number | undefined
  readonly memoryMiB: number
}

const formats = ["text", "prose", "sabre", "json"] as const

/** Everything that can be wrong about a flag is found before the world is opened. */
export async function tell(path: string, flags: TellFlags): Promise<ExitCode> {
  refuseContradictions(flags)
  const manner = readManner(flags)
  const usual = manner === undefined ? "text" : "prose"
  const format: TellRequest["format"] = flags.jsonl
    ? "jsonl"
    : flags.json
      ? "json"
      : readChoice("--format", flags.format ?? usual, formats)
  const patience = readPatience(flags)
  const options = readOptions(flags)
  const ways = readWays(flags)
  checkOutput(flags.output)
  const telling: TellRequest = {
    world: await openWorld(path),
    options,
    ways,
    format,
    manner,
    showsNotes: flags.notes === true,
    showsTrace: flags.trace === true,
    model: readModel(flags, patience.timeoutMs),
    output: flags.output,
    ...patience,
  }
  return flags.all ? tellAll(telling) : tellStory(telling)
}

/** A flag that would have no effect is refused rather than passed over. */
function refuseContradictions(flags: TellFlags) {
  const { all, improve, threads, method, format, json, jsonl } = flags
  const isProse = asksForProse(flags)
  const contradictions: [boolean | undefined, string][] = [
    [all && improve, "--all lists every story and --improve looks for a shorter one: choose one of them."],
    [all && threads !== undefined, "--all lists the stories in one thread: leave --threads out."],
    [all && method !== undefined, "--all lists every story, whatever the method: leave --method out."],
    [all && isProse, "--all lists stories and prose tells one: leave one of them out."],
    [
      jsonl && isProse,
      "--jsonl prints stories as they are found and prose tells the last one: leave one of them out.",
    ],
    [
      isProse && (format === "text" || format === "sabre"),
      `--format ${format} is no prose: leave out --pov and what goes with it, or use --format prose.`,
    ],
    [
      all && format === "sabre",
      "--all prints more stories than Sabre's form can hold: leave --format out, or use --json.",
    ],
    [jsonl && !all && !improve, "--jsonl prints one story a line as it is found: add --all or --improve."],
    [
      jsonl && (json || format !== undefined),
      `--jsonl and ${json ? "--json" : "--format"} are two ways to print: choose one of them.`,
    ],
  ]
  const found = contradictions.find(([applies]) => applies)
  if (found) throw new Refusal(found[1])
}

/** How long one paragraph may take. */
const modelMs = 60_000

function readModel({ polish, model }: TellFlags, timeoutMs: number | undefined): ModelAsked | undefined {
  if (polish === undefined && model === undefined) return undefined
  if (polish === undefined || model === undefined)
    throw new Refusal("--polish takes the address of a model's endpoint and --model its name: give both.")
  if (!/^https?:\/\//.test(polish))
    throw new Refusal(`--polish takes an address like http://localhost:11434/v1, not "${polish}".`)
  return {
    url: polish,
    model,
    key: process.env.DRAMATURG_API_KEY,
    timeoutMs: modelMs,
    deadline: timeoutMs === undefined ? undefined : Date.now() + timeoutMs,
  }
}

function asksForProse({
  format,
  pov,
  order,
  pace,
  length,
  tense,
  person,
  words,
  notes,
  trace,
  polish,
}: TellFlags): boolean {
  return (
    format === "prose" ||
    notes === true ||
    trace === true ||
    [pov, order, pace, length, tense, person, words, polish].some((each) => each !== undefined)
  )
}

const orders = {
  "as-it-happened": "as it happened",
  "from-the-middle": "from the middle",
  "from-the-end": "from the end",
} as const

/** `all` and `outside` are no names; a story cannot be told through a character of that name. */
function readManner(flags: TellFlags): Manner | undefined {
  if (!asksForProse(flags)) return undefined
  const { pov = "all" } = flags
  const person = readChoice("--person", flags.person ?? "third", ["third", "first"] as const)
  const isInternal = pov !== "all" && pov !== "outside"
  if (person === "first" && !isInternal)
    throw new Refusal("--person first needs somebody who tells it: --pov NAME.")
  return {
    focalisation: isInternal ? "internal" : pov === "all" ? "zero" : "external",
    ...(isInternal ? { focaliser: pov } : {}),
    order: orders[readChoice("--order", flags.order ?? "as-it-happened", namesOf(orders))],
    pace: readChoice("--pace", flags.pace ?? "scene", ["scene", "summary"] as const),
    length: readChoice("--length", flags.length ?? "full", ["short", "full"] as const),
    tense: readChoice("--tense", flags.tense ?? "past", ["past", "present"] as const),
    person,
    seed: optional(flags.words, (value) => readCount("--words", value)) ?? 0,
  }
}

function readOptions(flags: TellFlags): TellRequest["options"] {
  return {
    limits: limitsGiven(flags),
    goal: optional(flags.goal, (value) => readNumber("--goal", value)),
    maxVisited: optional(flags.maxVisited, (value) => readCount("--max-visited", value)),
    heuristic: optional(flags.heuristic, (value) => readChoice("--heuristic", value, namesOf(heuristics))),
    without: optional(flags.without, (value) => readChoices("--without", value, namesOf(optimisations))),
    improve: flags.improve,
  }
}

function readWays(flags: TellFlags) {
  const method = optional(flags.method, (value) => readChoice("--method", value, namesOf(methods)))
  const seed = optional(flags.seed, (value) => readCount("--seed", value)) ?? 0
  const takes = `a whole number from 1 to ${mostThreads}`
  const threads = optional(flags.threads, (value) => readCount("--threads", value, takes)) ?? 1
  if (threads < 1 || threads > mostThreads) throw new Refusal(`--threads takes ${takes}, not "${threads}".`)
  return waysToSearch(threads, method, seed)
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[]
}
