/** `dramaturg tell`: finds a story in a world, or every one of them. What its flags mean, and which go together, is said here. */
import { heuristics, ideas, methods, type SearchOptions } from "@dramaturg/engine"
import { Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld } from "../open-world.js"
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
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly output?: string
}

/** What is asked for, once all flags have been read. */
export interface Telling {
  readonly world: WorldText
  readonly options: Omit<SearchOptions, "clock" | "timeoutMs">
  /** One for each thread. */
  readonly ways: ReturnType<typeof waysToSearch>
  readonly format: "text" | "sabre" | "json" | "jsonl"
  readonly output: string | undefined
  readonly timeoutMs: number | undefined
  readonly memoryMiB: number
}

const formats = ["text", "sabre", "json"] as const

/** Everything that can be wrong about a flag is found before the world is opened. */
export async function tell(path: string, flags: TellFlags): Promise<ExitCode> {
  refuseContradictions(flags)
  const format: Telling["format"] = flags.jsonl ? "jsonl" : flags.json ? "json" : readChoice("--format", flags.format ?? "text", formats)
  const patience = readPatience(flags)
  const options = readOptions(flags)
  const ways = readWays(flags)
  checkOutput(flags.output, [path])
  const telling: Telling = { world: await openWorld(path), options, ways, format, output: flags.output, ...patience }
  return flags.all ? tellAll(telling) : tellStory(telling)
}

/** A flag that would have no effect is refused rather than passed over. */
function refuseContradictions({ all, improve, threads, method, format, json, jsonl }: TellFlags) {
  const contradictions: [boolean | undefined, string][] = [
    [all && improve, "--all lists every story and --improve looks for a shorter one: choose one of them."],
    [all && threads !== undefined, "--all lists the stories in one thread: leave --threads out."],
    [all && method !== undefined, "--all lists every story, whatever the method: leave --method out."],
    [all && format === "sabre", "--all prints more stories than Sabre's form can hold: leave --format out, or use --json."],
    [jsonl && !all && !improve, "--jsonl prints one story a line as it is found: add --all or --improve."],
    [jsonl && (json || format !== undefined), `--jsonl and ${json ? "--json" : "--format"} are two ways to print: choose one of them.`],
  ]
  const found = contradictions.find(([applies]) => applies)
  if (found) throw new Refusal(found[1])
}

function readOptions(flags: TellFlags): Telling["options"] {
  return {
    limits: limitsGiven(flags),
    goal: optional(flags.goal, (value) => readNumber("--goal", value)),
    maxVisited: optional(flags.maxVisited, (value) => readCount("--max-visited", value)),
    heuristic: optional(flags.heuristic, (value) => readChoice("--heuristic", value, namesOf(heuristics))),
    without: optional(flags.without, (value) => readChoices("--without", value, namesOf(ideas))),
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
