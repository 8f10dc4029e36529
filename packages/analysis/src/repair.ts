/** What is the smallest change that makes a plot hold? */
import { startRepair, type RepairOptions } from "@dramaturg/engine"
import type { Outline, Repairs } from "@dramaturg/model"
import { repairSentences } from "@dramaturg/telling"
import { itemsOf, type PlotText, readPlot, type Unread } from "./plot.js"
import { answerOf, asking, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface RepairQuestion extends RepairOptions {
  readonly plot: PlotText
}

/** `sentences`: one for each repair, or why there is none. */
export type RepairResult =
  | Unread
  | {
      readonly kind: "repairs"
      readonly outline: Outline
      readonly repairs: Repairs
      readonly sentences: readonly string[]
    }

/** Searches for the smallest changes to a plot; `unread` if its text cannot be read. */
export const askRepair = asking(function* (
  { problem }: SoundWorld,
  { plot, ...options }: RepairQuestion,
): Steps<RepairResult> {
  const { outline, diagnostics: remarks } = readPlot(plot, problem)
  if (!outline) return { kind: "unread", remarks }
  const repairs = yield* answerOf(startRepair(problem, outline, options), "searching")
  return { kind: "repairs", outline, repairs, sentences: repairSentences(repairs, itemsOf(outline), problem) }
})
