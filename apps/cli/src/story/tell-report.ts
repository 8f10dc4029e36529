/**
 * The outcome of a search as the command reports it: one object for `--json`, sentences for people, an exit
 * code.
 */
import type { Progress } from "@dramaturg/engine"
import type { Diagnostic, Limits, Problem, Prospect, Solution } from "@dramaturg/model"
import { dictionOf } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { exit, type ExitCode } from "../exit.js"
import { printLimits } from "../limits.js"
import { plural } from "../diagnostics.js"
import { timeLimit } from "../patience.js"
import { grouped } from "../thread/progress-line.js"
import type { Way } from "../thread/portfolio.js"
import type { Stage } from "../thread/protocol.js"
import type { EndedBy, Outcome } from "../thread/client.js"
import { printStory } from "./story-text.js"

export interface Story extends Solution {
  readonly utility: number | null
}

/** What the engine remarks on at the end, without a place: some of it has none. */
export interface NoteJson {
  readonly code: string
  readonly message: string
  readonly hint: string | null
}

/** What `tell --json` prints; the published schema is schemas/tell.json. */
export interface TellReport extends Way {
  readonly status: "solved" | "exhausted" | "limited"
  readonly limit: string | null
  readonly utility: number | null
  readonly plan: Solution["plan"] | null
  readonly explanations: Solution["explanations"] | null
  readonly shortest: boolean | null
  readonly best: Story | null
  /** Only there if an act of the story is done in hope: what that comes to in other cases. */
  readonly prospects?: readonly Prospect[]
  /** Only there when the judge stopped before it was sure of the story. */
  readonly undecided?: true
  readonly notes: readonly NoteJson[]
  readonly measured: Measured
}

export interface Measured {
  readonly visited: number
  readonly generated: number
  readonly states: number
  readonly milliseconds: number
  readonly memoryMiB: number
}

export function tellReport(
  outcome: Outcome<"tell">,
  { method, seed, memoryMiB }: Way & { readonly memoryMiB: number },
): TellReport {
  const { snapshot, prospects = [] } = outcome.answer
  const story = snapshot?.story ?? null
  const best = story ? null : (snapshot?.best ?? null)
  return {
    ...endOf(outcome),
    utility: story?.utility ?? null,
    plan: story?.solution.plan ?? null,
    explanations: story?.solution.explanations ?? null,
    shortest: story ? (snapshot?.shortest ?? false) : null,
    best: best && {
      utility: best.utility,
      plan: best.solution.plan,
      explanations: best.solution.explanations,
    },
    ...(story && prospects.length > 0 ? { prospects } : {}),
    ...(snapshot?.undecided ? { undecided: true as const } : {}),
    method,
    seed,
    notes: (snapshot?.notes ?? []).map(noteJson),
    measured: measuredOf(snapshot?.progress, outcome.milliseconds, memoryMiB),
  }
}

export function noteJson({ code, message, hint }: Diagnostic): NoteJson {
  return { code, message, hint: hint ?? null }
}

export function measuredOf(
  progress: Progress | undefined,
  milliseconds: number,
  memoryMiB: number,
): Measured {
  const { visited = 0, generated = 0, states = 0 } = progress ?? {}
  return { visited, generated, states, milliseconds, memoryMiB }
}

/**
 * A search that was ended from outside is limited, unless it had a story already: its last word was
 * "searching".
 */
function endOf({ answer: { snapshot }, endedBy }: Outcome<"tell">): Pick<TellReport, "status" | "limit"> {
  if (snapshot && snapshot.status !== "searching") return { status: snapshot.status, limit: snapshot.limit }
  return { status: snapshot?.story ? "solved" : "limited", limit: limitOf(endedBy) }
}

/** The word of `--json` for what ended a job. */
export function limitOf(endedBy: EndedBy): "time" | "memory" | "interrupted" {
  if (endedBy === "interrupt") return "interrupted"
  return endedBy === "memory" ? "memory" : "time"
}

export function exitOf(report: TellReport): ExitCode {
  if (report.limit === "interrupted") return exit.interrupted
  if (report.status === "solved") return exit.done
  return report.status === "exhausted" ? exit.negative : exit.unknown
}

/** What the sentences need to know beside the report. */
export interface Asked {
  readonly name: string
  /** Whose names are used; undefined where no story can have been found. */
  readonly problem?: Problem
  /** How the search stood at the end. */
  readonly progress: Progress | undefined
  readonly timeoutMs: number | undefined
  /** How far it got. */
  readonly stage: Stage
  readonly stated: Limits | undefined
  readonly goal?: number
  /** Where several threads took part: how the one searched that is reported. */
  readonly way?: Way
}

export function tellText(report: TellReport, asked: Asked, colours: Colours): string {
  if (report.plan && report.explanations) {
    const story = { plan: report.plan, explanations: report.explanations }
    const head = `${asked.name}: a story in ${plural(story.plan.length, "act")}`
    return [
      colours.bold(head) + "\n",
      printStory(story, dictionOf(asked.problem!), colours, report.prospects),
      closing(report, asked) + "\n",
    ].join("\n")
  }
  const parts = [unsolved(report, asked) + "\n"]
  if (report.best) {
    parts.push(
      `The best story found falls short of the goal. It ends with a utility of ${report.best.utility} for the author:\n`,
    )
    parts.push(printStory(report.best, dictionOf(asked.problem!), colours))
  }
  return parts.join("\n")
}

function closing(report: TellReport, asked: Asked): string {
  const sentences = [
    `It ends with a utility of ${report.utility ?? "unknown"} for the author.`,
    aboutLength(report, asked),
  ]
  if (report.undecided)
    sentences.push("Caution: the judge ran out of effort before it was sure of every reason in it.")
  if (asked.way)
    sentences.push(`--method ${asked.way.method} --seed ${asked.way.seed} tells the same story again.`)
  return sentences.join(" ")
}

function aboutLength({ shortest, limit }: TellReport, asked: Asked): string {
  if (shortest) return "No shorter story would do."
  if (limit === null) return "A shorter one may exist: --improve looks for it."
  const bound = asked.progress?.bound ?? 0
  const least = bound > 1 ? `, and none in under ${bound} acts exists${within(asked.progress?.limits)}` : ""
  return `The search for a shorter one was ${stoppedAt(limit, asked)}${least}.`
}

/** "None exists" and "none found so far" are different answers, and must not sound alike. */
export function unsolved(report: TellReport, asked: Asked): string {
  if (report.status === "exhausted") {
    const none =
      asked.goal !== undefined
        ? `No story reaches the goal of ${asked.goal}`
        : report.best
          ? "No story reaches the goal"
          : "No story exists"
    return `${none}${within(asked.stated)}: every possibility was looked at.`
  }
  const how = `${stoppedAt(report.limit, asked)} (${reached(report.measured, asked)})`
  return `No story found yet: ${how}. Whether one exists is not known.${advice(report.limit)}`
}

export function advice(limit: string | null): string {
  return limit === "belief"
    ? ` Minds are followed at most ${mostLevels} levels deep, whatever the limits: set --belief-limit.`
    : ""
}

export function reached({ visited }: Measured, { stage }: Asked): string {
  return stage === "searching" ? `${grouped(visited)} visited` : "before the search began"
}

/** How deep minds are followed, under any limits: D20. */
const mostLevels = 24

export function stoppedAt(limit: string | null, { timeoutMs }: Asked): string {
  switch (limit) {
    case "time":
      return `stopped at ${timeLimit(timeoutMs)}`
    case "visits":
      return "stopped at the limit on visits"
    case "memory":
      return "stopped because memory ran out"
    case "belief":
      return "stopped where minds lie too deep within minds"
    case "interrupted":
      return "interrupted"
    default:
      return `stopped at the limit on ${limit ?? "work"}`
  }
}

/**
 * Within which limits "none" or "all" holds. A limit that neither world nor options state grew for as long as
 * it mattered.
 */
export function within({ author = null, character = null, belief = null }: Limits = {}): string {
  if (author === null && character === null && belief === null) return ", whatever the limits"
  return ` within these limits (${printLimits({ author, character, belief })})`
}
