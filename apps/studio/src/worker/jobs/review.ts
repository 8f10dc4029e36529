/** Reviews an outline act by act, or looks for the smallest change that would make it hold. */
import { startRepair, startReview } from "@dramaturg/engine"
import { repairSentences, reviewSentences } from "@dramaturg/telling"
import type { Diagnostic, Outline, Problem } from "@dramaturg/model"
import type { Job } from "../job.js"
import type { Refused, World } from "../protocol.js"
import { complaintOn, readPlot } from "../read-outline.js"
import { readWorld } from "../read-world.js"
import { nudge, within } from "../slices.js"

export const review: Job<"review"> = async ({ world, outline: text, budget }, helm) => {
  const reading = outlineOf(world, text)
  if ("kind" in reading) return reading
  const { problem, outline, remarks } = reading
  const inquiry = startReview(problem, outline, within(budget.milliseconds))
  await nudge(helm, { step: (visits) => inquiry.step(visits), tell: () => helm.tell({ stage: "judging", visited: inquiry.visited }) })
  const answer = inquiry.answer!
  const { acts, whole } = reviewSentences(answer, problem)
  const lines = acts.map(({ act, verdict: words, sentences }, i) => ({ act, line: outline.acts[i].span.line, verdict: answer.acts[i].verdict, words, sentences }))
  return { kind: "reviewed", lines, whole, holds: answer.verdict === "holds", remarks }
}

export const repair: Job<"repair"> = async ({ world, outline: text, budget }, helm) => {
  const reading = outlineOf(world, text)
  if ("kind" in reading) return reading
  const { problem, outline } = reading
  const inquiry = startRepair(problem, outline, { most: 1, ...within(budget.milliseconds) })
  await nudge(helm, { step: (visits) => inquiry.step(visits), tell: () => helm.tell({ stage: "searching", visited: inquiry.visited }) })
  const repairs = inquiry.answer!
  const sentences = repairSentences(repairs, outline.acts.map((each, i) => each.item ?? String(i + 1)), problem)
  const offers = repairs.repairs.map((each, i) => ({ repair: each, sentence: sentences[i] }))
  return { kind: "offered", offers, sentences: offers.length > 0 ? [] : sentences, isWhole: repairs.isWhole }
}

interface Reading {
  readonly problem: Problem
  readonly outline: Outline
  readonly remarks: readonly Diagnostic[]
}

function outlineOf(world: World, text: string): Reading | Refused {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the world; it has to be mended before a plot can be held against it." }
  const { outline, diagnostics } = readPlot(text, problem)
  if (outline) return { problem, outline, remarks: diagnostics }
  const wrong = diagnostics.find((each) => each.severity === "error")!
  return { kind: "refused", sentence: `Line ${wrong.span.line}: ${complaintOn(diagnostics)}` }
}
