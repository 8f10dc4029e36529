/** Why somebody does not do this, after so many acts of a story. */
import { startReview } from "@dramaturg/engine"
import { whyNotSentences } from "@dramaturg/telling"
import type { Job } from "../job.js"
import { complaintOn, readPlot } from "../read-outline.js"
import { readWorld } from "../read-world.js"
import { nudge, within } from "../slices.js"

export const whyNot: Job<"why-not"> = async ({ world, plan, at, act, budget }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
  // The story is read by itself, so that a question that names no act is never taken for one about the act before it.
  const before = at === 0 ? undefined : readPlot(plan.slice(0, at).join("\n"), problem)
  const question = readPlot(act, problem)
  if (before && !before.outline) return { kind: "refused", sentence: complaintOn(before.diagnostics) }
  if (!question.outline) return { kind: "refused", sentence: complaintOn(question.diagnostics) }
  const acts = [...(before?.outline?.acts ?? []), question.outline.acts[0]]
  const inquiry = startReview(problem, { acts, notes: [] }, { past: acts.length - 1, ...within(budget.milliseconds) })
  await nudge(helm, { step: (visits) => inquiry.step(visits), tell: () => helm.tell({ stage: "judging", visited: inquiry.visited }) })
  return { kind: "sentences", sentences: whyNotSentences(inquiry.answer!, problem) }
}
