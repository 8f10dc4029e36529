/** Does a plot hold, act by act? Reasons that it does not give are searched for. */
import { startReview, type ReviewOptions } from "@dramaturg/engine"
import type { Diagnostic, Outline, Review } from "@dramaturg/model"
import { type PlotText, readPlot, type Unread } from "./plot.js"
import { answerOf, asking, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface ReviewQuestion extends Omit<ReviewOptions, "past"> {
  readonly plot: PlotText
}

export type ReviewResult =
  | Unread
  | {
      readonly kind: "review"
      readonly remarks: readonly Diagnostic[]
      readonly outline: Outline
      readonly review: Review
    }

/** Reviews a plot; `unread` if its text cannot be read. */
export const askReview = asking(function* (
  { problem }: SoundWorld,
  { plot, ...options }: ReviewQuestion,
): Steps<ReviewResult> {
  const { outline, diagnostics: remarks } = readPlot(plot, problem)
  if (!outline) return { kind: "unread", remarks }
  return {
    kind: "review",
    remarks,
    outline,
    review: yield* answerOf(startReview(problem, outline, options), "judging"),
  }
})
