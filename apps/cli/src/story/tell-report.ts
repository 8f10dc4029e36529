/** The outcome of a search as the command reports it: one object for `--json`, sentences for people, an exit code. */
import type { Limits, Solution } from "@dramaturg/model"
import type { Colours } from "../colours.js"
import { exit, type ExitCode } from "../exit.js"
import { printLimits } from "../limits.js"
import { plural } from "../diagnostics.js"
import { timeLimit } from "../patience.js"
import { grouped } from "../thread/progress-line.js"
import type { Stage } from "../thread/protocol.js"
import type { EndedBy, Outcome } from "../thread/workshop.js"
import { printStory } from "./story-text.js"

export interface Story extends Solution {
  readonly utility: number | null
}

/** What `tell --json` prints; the published schema is schemas/tell.json. */
export interface TellReport {
  readonly status: "solved" | "exhausted" | "limited"
  readonly limit: string | null
  readonly utility: number | null
  readonly plan: Solution["plan"] | null
  readonly explanations: Solution["explanations"] | null
  readonly shortest: boolean | null
  readonly best: Story | null
  /** Only there when the judge stopped before it was sure of the story. */
  readonly undecided?: true
  readonly measured: Measured
}

export interface Measured {
  readonly visited: number
  readonly generated: number
  readonly states: number
  readonly milliseconds: number
  readonly memoryMiB: number
}

export function tellReport(outcome: Outcome<"tell">, memoryMiB: number): TellReport {
  const { snapshot } = outcome.answer
  const story = snapshot?.story ?? null
  const best = story ? null : (snapshot?.best ?? null)
  return {
    ...endOf(outcome),
    utility: story?.utility ?? null,
    plan: story?.solution.plan ?? null,
    explanations: story?.solution.explanations ?? null,
    shortest: story ? (snapshot?.shortest ?? null) : null,
    best: best && { utility: best.utility, plan: best.solution.plan, explanations: best.solution.explanations },
    ...(snapshot?.undecided ? { undecided: true as const } : {}),
    measured: {
      visited: snapshot?.progress.visited ?? 0,
      generated: snapshot?.progress.generated ?? 0,
      states: snapshot?.progress.states ?? 0,
      milliseconds: outcome.milliseconds,
      memoryMiB,
    },
  }
}

/** A search that was ended from outside, or broken off by Ctrl-C, is limited: its last word was "searching". */
function endOf({ answer: { snapshot }, endedBy }: Outcome<"tell">): Pick<TellReport, "status" | "limit"> {
  if (snapshot && snapshot.status !== "searching") return { status: snapshot.status, limit: snapshot.limit }
  return { status: "limited", limit: limitOf(endedBy) }
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

export interface Asked {
  readonly name: string
  /** The limits in force at the end. */
  readonly limits: Limits | undefined
  readonly timeoutMs: number | undefined
  /** How far it got. */
  readonly stage: Stage
}

export function tellText(report: TellReport, asked: Asked, colours: Colours): string {
  if (report.plan && report.explanations) {
    const story = { plan: report.plan, explanations: report.explanations }
    const head = `${asked.name}: a story in ${plural(story.plan.length, "act")}`
    return [colours.bold(head) + "\n", printStory(story, colours), closing(report) + "\n"].join("\n")
  }
  const parts = [unsolved(report, asked) + "\n"]
  if (report.best) {
    parts.push(`The best story found falls short of the goal. It ends with a utility of ${report.best.utility} for the author:\n`)
    parts.push(printStory(report.best, colours))
  }
  return parts.join("\n")
}

function closing(report: TellReport): string {
  const sentences = [`It ends with a utility of ${report.utility ?? "unknown"} for the author.`]
  if (report.shortest) sentences.push("No shorter story would do.")
  if (report.undecided) sentences.push("Caution: the judge ran out of effort before it was sure of every reason in it.")
  return sentences.join(" ")
}

/** "None exists" and "none found so far" are different answers, and must not sound alike. */
export function unsolved(report: TellReport, asked: Asked): string {
  if (report.status === "exhausted") {
    const none = report.best ? "No story reaches the goal" : "No story exists"
    return `${none}${within(asked.limits)}: every possibility was looked at.`
  }
  const reached = asked.stage === "searching" ? `${grouped(report.measured.visited)} visited` : "before the search began"
  return `No story found yet: ${stoppedAt(report, asked)} (${reached}). Whether one exists is not known.`
}

function stoppedAt(report: TellReport, asked: Asked): string {
  switch (report.limit) {
    case "time":
      return `stopped at ${timeLimit(asked.timeoutMs)}`
    case "visits":
      return "stopped at the limit on visits"
    case "memory":
      return "stopped because memory ran out"
    case "interrupted":
      return "interrupted"
    default:
      return `stopped at the limit on ${report.limit ?? "work"}`
  }
}

function within(limits: Asked["limits"]): string {
  return limits ? ` within these limits (${printLimits(limits)})` : ""
}
