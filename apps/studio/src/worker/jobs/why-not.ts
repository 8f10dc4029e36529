/** Why somebody does not do this, after so many acts of a story. */
import { readOutline, startReview } from "@dramaturg/engine"
import { whyNotSentences } from "@dramaturg/telling"
import type { Job } from "../job.js"
import { readWorld } from "../read-world.js"
import { nudge, within } from "../slices.js"

export const whyNot: Job<"why-not"> = async ({ world, plan, at, act, budget }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
  const { outline, diagnostics } = readOutline([...plan.slice(0, at), act].join("\n"), problem)
  if (!outline) {
    const [wrong] = diagnostics
    return { kind: "refused", sentence: `${wrong.message} ${wrong.hint ?? ""}`.trim() }
  }
  const inquiry = startReview(problem, outline, within(budget.milliseconds))
  await nudge(helm, { step: (visits) => inquiry.step(visits), tell: () => helm.tell({ stage: "judging", visited: inquiry.visited }) })
  return { kind: "sentences", sentences: whyNotSentences(inquiry.answer!) }
}
