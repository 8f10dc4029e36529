/** `dramaturg verify`: asks whether a story holds, or an outline of one, and prints the verdict. */
import type { Breach, Review, Verdict } from "@dramaturg/model"
import { coloursFor, type Colours } from "../colours.js"
import { exit, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes } from "../open-world.js"
import { optional, readCount, readNumber } from "../options.js"
import { deadlineFor, graceFor, readPatience, timeLimit, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { printReview, type Reviewed } from "../story/review-text.js"
import { limitOf } from "../story/tell-report.js"
import { runJob, type EndedBy } from "../thread/workshop.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface VerifyFlags extends LimitFlags, PatienceFlags {
  readonly goal?: string
  readonly effort?: string
  readonly repair?: string | true
  readonly json?: boolean
  readonly output?: string
}

/** What the judge says of stories is said of outlines too, and of them alone that something in them was not understood. */
const verdicts: Record<Review["verdict"], Verdict["verdict"] | "unread"> = { holds: "valid", fails: "invalid", limited: "undecided", unread: "unread" }

const exits: Record<Verdict["verdict"] | "unread", ExitCode> = { valid: exit.done, invalid: exit.negative, undecided: exit.unknown, unread: exit.negative }

/** What the judge would have said, had we not ended it. */
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
  const { answer, endedBy } = await runJob("verify", { world, solution, limits, goal, effort, repair, deadline }, memoryMiB, { timeoutMs, graceMs: graceFor(timeoutMs) })
  refuseMistakes(world, answer.diagnostics, answer.texts)
  refuseMistakes(solution, answer.remarks)
  if (answer.review) return showReview({ review: answer.review, repairs: answer.repairs, problem: answer.problem! }, flags)
  const { verdict = unsaid, plan = [] } = answer
  if (flags.json) writeJson(verdictJson(verdict, endedBy), flags.output)
  else writeResult(verdictText(verdict, plan, coloursFor(process.stdout), sentence(verdict, endedBy, timeoutMs)), flags.output)
  return endedBy === "interrupt" ? exit.interrupted : exits[verdict.verdict]
}

function showReview(reviewed: Reviewed, { json, output }: VerifyFlags): ExitCode {
  const { review, repairs } = reviewed
  if (json) writeJson({ verdict: verdicts[review.verdict], breaches: [], review, ...(repairs ? { repairs } : {}) }, output)
  else writeResult(printReview(reviewed, coloursFor(process.stdout)), output)
  return exits[verdicts[review.verdict]]
}

function verdictJson({ verdict, breaches }: Verdict, endedBy: EndedBy) {
  return { verdict, breaches: breaches.map(breachJson), ...(endedBy === "itself" ? {} : { limit: limitOf(endedBy) }) }
}

function breachJson({ act, character, definition, message, instead }: Breach) {
  return { act, character, definition, message, ...(instead === undefined ? {} : { instead }) }
}

const sentences: Record<Verdict["verdict"], string> = {
  valid: "The story holds: every act is possible, explained and needed.",
  invalid: "The story does not hold.",
  undecided: "The judge stopped before it was sure.",
}

function sentence({ verdict }: Verdict, endedBy: EndedBy, timeoutMs: number | undefined): string {
  if (endedBy === "itself") return sentences[verdict]
  const why = { time: `stopped at ${timeLimit(timeoutMs)}`, memory: "stopped because memory ran out", interrupt: "interrupted" }
  return `The judge was ${why[endedBy]}, before it was sure.`
}

function verdictText(verdict: Verdict, plan: readonly string[], colours: Colours, sentence: string): string {
  const lines = verdict.breaches.map((each) => {
    const act = each.act === 0 ? "the story as a whole" : `act ${each.act}, ${plan[each.act - 1] ?? "beyond the end"}`
    const person = each.character === null ? "" : `, ${each.character}`
    return `  ${colours.bold(act)}${person}: ${each.message} ${colours.dim(`[${each.definition}]`)}\n`
  })
  return [`${verdict.verdict}: ${sentence}\n`, ...lines].join("")
}
