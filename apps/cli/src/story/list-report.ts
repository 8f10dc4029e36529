/**
 * All stories as the command reports them: one object for `--json`, a line each for `--jsonl`, a numbered
 * list for people.
 */
import type { Colours } from "../colours.js"
import { plural } from "../diagnostics.js"
import { exit, type ExitCode } from "../exit.js"
import { grouped } from "../thread/progress-line.js"
import type { ListedStory } from "../thread/protocol.js"
import type { Outcome } from "../thread/client.js"
import {
  advice,
  limitOf,
  measuredOf,
  noteJson,
  reached,
  stoppedAt,
  within,
  type Asked,
  type Measured,
  type NoteJson,
} from "./tell-report.js"

/** What `tell --all --json` prints; the published schema is schemas/tell-all.json. */
export interface ListReport {
  /** `exhausted`: these are all. */
  readonly status: "exhausted" | "limited"
  readonly limit: string | null
  /** Shortest first. */
  readonly stories: readonly ListedStory[]
  readonly notes: readonly NoteJson[]
  readonly measured: Measured
}

export function listReport(
  outcome: Outcome<"list">,
  stories: readonly ListedStory[],
  memoryMiB: number,
): ListReport {
  const { snapshot } = outcome.answer
  const isOver = snapshot !== undefined && snapshot.status !== "searching"
  return {
    status: isOver && snapshot.status === "exhausted" ? "exhausted" : "limited",
    limit: isOver ? snapshot.limit : limitOf(outcome.endedBy),
    stories: stories.map(storyLine).sort((a, b) => a.plan.length - b.plan.length),
    notes: (snapshot?.notes ?? []).map(noteJson),
    measured: measuredOf(snapshot?.progress, outcome.milliseconds, memoryMiB),
  }
}

/** The fields in the order in which they are printed. */
export function storyLine({ plan, utility, undecided }: ListedStory): ListedStory {
  return { plan, utility, ...(undecided ? { undecided } : {}) }
}

export function exitOfList({ status, limit, stories }: ListReport): ExitCode {
  if (limit === "interrupted") return exit.interrupted
  if (status === "limited") return exit.unknown
  return stories.length > 0 ? exit.done : exit.negative
}

export function listText(report: ListReport, asked: Asked, colours: Colours): string {
  const width = String(report.stories.length).length
  const told = report.stories.map(({ plan, utility, undecided }, i) => {
    const doubt = undecided ? "; the judge ran out of effort before it was sure of it" : ""
    const head = `${colours.dim(`${String(i + 1).padStart(width)}.`)} ${colours.bold(plural(plan.length, "act"))}, utility ${utility}${doubt}`
    return [head, ...plan.map((act) => " ".repeat(width + 2) + act)].join("\n") + "\n"
  })
  return [...told, closing(report, asked) + "\n"].join("\n")
}

function closing(report: ListReport, asked: Asked): string {
  const {
    stories: { length: count },
    status,
  } = report
  if (status === "limited") return unfinished(count, report, asked)
  const what = asked.goal === undefined ? "" : " that reaches the goal"
  if (count === 0)
    return `No story${what === "" ? " exists" : " reaches the goal"}${within(asked.stated)}: every possibility was looked at.`
  if (count === 1) return `This is the only story${what}${within(asked.stated)}.`
  return `These are all ${grouped(count)} stories${what.replace("reaches", "reach")}${within(asked.stated)}.`
}

function unfinished(count: number, report: ListReport, asked: Asked): string {
  const how = `${stoppedAt(report.limit, asked)} (${reached(report.measured, asked)})`
  if (count === 0)
    return `No story found yet: ${how}. Whether one exists is not known.${advice(report.limit)}`
  return `${count === 1 ? "1 story" : `${grouped(count)} stories`} found so far: ${how}. Whether there are more is not known.${advice(report.limit)}`
}
