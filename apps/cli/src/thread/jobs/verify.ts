/**
 * Reads a world and a story or an outline of one. Where reasons are given the judge is asked about them; where there are none, the
 * plot is reviewed, act by act.
 */
import { groundingNotes, limitsOf, readOutline, startRepair, startReview, verify as judge } from "@dramaturg/engine"
import { hasErrors, type Limits, type Outline } from "@dramaturg/model"
import { actReaderOf } from "@dramaturg/telling"
import { mergeLimits } from "../../limits.js"
import type { Work } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { readWorld } from "./read-world.js"

export const verify: Work<"verify"> = async ({ world, solution, limits, goal, effort, repair, deadline }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes], problem })
  if (hasErrors(notes)) return
  const { outline, diagnostics: remarks } = readOutline(solution.text, problem, solution.file, actReaderOf(problem))
  report({ stage: "judging", remarks })
  if (!outline) return
  report({ plan: outline.acts.map((each) => each.act) })
  const { plan, explanations } = solutionOf(outline)
  // What was not understood can only be said of a plot, act by act.
  if (hasReasons(outline) && !outline.notes.some((each) => each.kind === "unread")) {
    const bounds = mergeLimits(limits, limitsOf({ plan, explanations })) as Required<Limits>
    report({ bounds })
    const isOver = deadline === undefined ? undefined : () => Date.now() > deadline
    return report({ verdict: judge(problem, { plan, explanations }, { limits: bounds, goal, effort, isOver, onProgress: (verdict) => report({ verdict }) }) })
  }
  const inquiry = startReview(problem, outline, { limits, goal, effort, ...clockUntil(deadline), onProgress: (reviewSoFar) => report({ reviewSoFar }) })
  while (!inquiry.step(1000));
  report({ review: inquiry.answer! })
  if (repair === undefined || inquiry.answer!.verdict === "holds") return
  const search = startRepair(problem, outline, { limits, goal, effort, most: repair, ...clockUntil(deadline) })
  while (!search.step(1000));
  report({ repairs: search.answer! })
}

export function solutionOf(outline: Outline) {
  return { plan: outline.acts.map((each) => each.act), explanations: outline.acts.map((each) => each.explanations ?? {}) }
}

function hasReasons(outline: Outline): boolean {
  return outline.acts.some((each) => each.explanations !== undefined)
}
