/** What an author is told where no story exists: what is in the way, and which question goes on from here. */
import type { Advice, Diagnostic, Limits } from "@dramaturg/model"
import { deadlineFor, graceFor } from "../patience.js"
import type { WorldText } from "../thread/protocol.js"
import { runJob } from "../thread/client.js"
import { wrapped } from "./wrapped.js"

/** How long is looked for what is in the way, if less time is not left. */
const usualMs = 5_000
/** In less than this nothing is found out. */
const leastMs = 300

export interface Advised extends Advice {
  readonly sentences: readonly string[]
}

/** The time was up before anything was found out. */
const nothingLookedAt: Advice = { demands: [], limits: [], unmotivated: { kind: "unknown" }, unfinished: 1 }

export interface Unsolved {
  readonly world: WorldText
  readonly limits: Limits | undefined
  readonly goal: number | undefined
  readonly notes: readonly Diagnostic[]
  readonly memoryMiB: number
  /** What is left of the time that was given. */
  readonly leftMs: number | undefined
}

/** Undefined: there is nothing to say, or no time to find it out. */
export async function advise({
  world,
  limits,
  goal,
  notes,
  memoryMiB,
  leftMs = usualMs,
}: Unsolved): Promise<Advised | undefined> {
  const timeoutMs = Math.min(leftMs, usualMs)
  if (timeoutMs < leastMs) return undefined
  const isOutOfReach = notes.some((each) => each.code === "goal-out-of-reach")
  const { answer, endedBy } = await runJob(
    "advise",
    { world, limits, goal, isOutOfReach, deadline: deadlineFor(timeoutMs) },
    memoryMiB,
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  const { result } = answer
  if (result === undefined)
    return endedBy === "time"
      ? { ...nothingLookedAt, sentences: [furtherSentence(world.file, undefined)] }
      : undefined
  return result.kind === "nothing"
    ? undefined
    : { ...result.advice, sentences: [...result.sentences, furtherSentence(world.file, result.wish)] }
}

/** The wish itself where it fits into a command line, which is most often. */
function furtherSentence(file: string, wish: string | undefined): string {
  const condition = /^\s*utility\s*\(\s*\)\s*:\s*([^"`$\\;]{1,80}?)\s*;?\s*$/.exec(
    wish?.replace(/\s+/g, " ") ?? "",
  )?.[1]
  const isCondition =
    condition !== undefined && !/^(if|sum|product|[\d-])/.test(condition) && !/[+*/]/.test(condition)
  return `dramaturg why-not ${file} --ending "${isCondition ? condition : "…"}" asks which belief, fact or rule would have to be otherwise.`
}

export function adviceText(advised: Advised | undefined): string {
  return advised === undefined
    ? ""
    : `\n${advised.sentences.flatMap((each) => wrapped(each, 0)).join("\n")}\n`
}
