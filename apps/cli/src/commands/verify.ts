/** `dramaturg verify`: asks whether a story holds, or an outline of one, and prints the verdict. */
import type { Breach, Finding, Limits, Review, Verdict } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { exit, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refusal, refuseMistakes } from "../open-world.js"
import { optional, readCount, readNumber } from "../options.js"
import { deadlineFor, graceFor, readPatience, timeLimit, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { printReview, type Reviewed } from "../story/review-text.js"
import { verdictText } from "../story/verdict-text.js"
import { limitOf } from "../story/tell-report.js"
import { runJob, type EndedBy } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface VerifyFlags extends LimitFlags, PatienceFlags {
  readonly goal?: string
  readonly effort?: string
  readonly repair?: string | true
  readonly json?: boolean
  readonly output?: string
}

/**
 * What the judge says of stories is said of outlines too, and of them alone that something in them was not
 * understood.
 */
const verdicts: Record<Review["verdict"], Verdict["verdict"] | "unread"> = {
  holds: "valid",
  fails: "invalid",
  limited: "undecided",
  unread: "unread",
}

const exits: Record<Verdict["verdict"] | "unread", ExitCode> = {
  valid: exit.done,
  invalid: exit.negative,
  undecided: exit.unknown,
  unread: exit.negative,
}

/** What the judge would have said, had we not ended it before it began. */
const unsaid: Verdict = { verdict: "undecided", breaches: [] }

export async function verify(worldPath: string, solutionPath: string, flags: VerifyFlags): Promise<ExitCode> {
  const limits = limitsGiven(flags)
  const goal = optional(flags.goal, (value) => readNumber("--goal", value))
  const effort = optional(flags.effort, (value) => readCount("--effort", value))
  const repair = flags.repair === true ? 1 : optional(flags.repair, (value) => readCount("--repair", value))
  const { timeoutMs, memoryMiB } = readPatience(flags)
  refuseStdinTwice([worldPath, solutionPath], "only one of world and solution can come from stdin.")
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const solution = await readInput(solutionPath, "solution")
  const deadline = deadlineFor(timeoutMs)
  const { answer, endedBy } = await runJob(
    "verify",
    { world, story: solution, limits, goal, effort, repair, deadline },
    memoryMiB,
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  refuseMistakes(world, answer.diagnostics, answer.texts)
  const { result, problem } = answer
  if (result?.kind === "unread") throw refusal(solution, result.remarks)
  const found = result ?? answer.soFar
  if (found?.kind === "reviewed") {
    const review = found.isWhole ? found.review : stoppedBy(found.review, endedBy)
    return showReview(
      { review, repairs: found.repairs, problem: problem!, endedBy: found.isWhole ? "itself" : endedBy },
      flags,
      limitOfReview(review),
    )
  }
  const { verdict = unsaid, plan = [], bounds } = found ?? {}
  if (flags.json) writeJson("verify", verdictJson(verdict, bounds, endedBy), flags.output)
  else
    writeResult(
      verdictText(
        { verdict, plan, bounds },
        coloursFor(process.stdout),
        sentence(verdict, endedBy, timeoutMs),
      ),
      flags.output,
    )
  return endedBy === "interrupt" ? exit.interrupted : exits[verdict.verdict]
}

interface Shown extends Reviewed {
  readonly endedBy: EndedBy
}

function showReview(
  { endedBy, ...reviewed }: Shown,
  { json, output }: VerifyFlags,
  limit: "time" | "effort" | undefined,
): ExitCode {
  const { review, repairs } = reviewed
  const stopped = endedBy === "itself" ? limit : limitOf(endedBy)
  if (json)
    writeJson(
      "verify",
      {
        verdict: verdicts[review.verdict],
        breaches: [],
        ...(stopped === undefined ? {} : { limit: stopped }),
        review,
        ...(repairs ? { repairs } : {}),
      },
      output,
    )
  else writeResult(printReview(reviewed, coloursFor(process.stdout)), output)
  return endedBy === "interrupt" ? exit.interrupted : exits[verdicts[review.verdict]]
}

/** What is open in a review that was ended from outside was left open by that. */
function stoppedBy(review: Review, endedBy: EndedBy): Review {
  const limit = endedBy === "interrupt" ? "interrupted" : endedBy === "memory" ? "memory" : "time"
  const renamed = (each: Finding): Finding =>
    each.kind === "limited" && each.limit === "time"
      ? { ...each, limit }
      : each.kind === "unmotivated" && each.unasked !== undefined
        ? { ...each, unasked: limit }
        : each
  return { ...review, acts: review.acts.map((each) => ({ ...each, findings: each.findings.map(renamed) })) }
}

/** What ended a review that ended by itself, before everything was told. */
function limitOfReview({ acts }: Review): "time" | "effort" | undefined {
  const limits = acts.flatMap(({ findings }) =>
    findings.map((each) =>
      each.kind === "limited" ? each.limit : each.kind === "unmotivated" ? each.unasked : undefined,
    ),
  )
  return limits.includes("time") ? "time" : limits.includes("effort") ? "effort" : undefined
}

function verdictJson(
  { verdict, breaches, acts }: Verdict,
  bounds: Required<Limits> | undefined,
  endedBy: EndedBy,
) {
  const limit =
    endedBy === "itself" ? breaches.find((each) => each.limit !== undefined)?.limit : limitOf(endedBy)
  return {
    verdict,
    breaches: breaches.map(breachJson),
    ...(limit === undefined ? {} : { limit }),
    ...(acts === undefined ? {} : { acts, limits: bounds }),
  }
}

function breachJson({ act, character, definition, message, instead, fear }: Breach) {
  const said = { act, character, definition, message }
  return { ...said, ...(instead === undefined ? {} : { instead }), ...(fear === undefined ? {} : { fear }) }
}

const sentences: Record<Verdict["verdict"], string> = {
  valid: "The story holds: every act is possible, explained and needed.",
  invalid: "The story does not hold.",
  undecided: "The judge stopped before it was sure.",
}

function sentence({ verdict, breaches }: Verdict, endedBy: EndedBy, timeoutMs: number | undefined): string {
  const isLate = endedBy === "time" || breaches.some((each) => each.limit === "time")
  if (endedBy === "itself" && !isLate)
    return breaches.some((each) => each.limit === "effort")
      ? "The judge spent its effort (see --effort) before it was sure."
      : sentences[verdict]
  const why = {
    time: `stopped at ${timeLimit(timeoutMs)}`,
    memory: "stopped because memory ran out",
    interrupt: "interrupted",
  }
  return `The judge was ${why[endedBy === "itself" ? "time" : endedBy]}, before it was sure.`
}
