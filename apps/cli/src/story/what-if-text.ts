/**
 * What becomes of a plot in a changed world: every act with its verdicts, and what speaks against it where
 * that changes.
 */
import type { PlotWhatIf, Problem } from "@dramaturg/model"
import { plotWhatIfSentences } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { plotLines } from "./review-text.js"
import { wrapped } from "./wrapped.js"

export function printPlotWhatIf(answer: PlotWhatIf, problem: Problem, colours: Colours): string {
  const { acts, others, whole } = plotWhatIfSentences(answer, problem)
  const isPlain = (verdict: string): boolean => verdict === "note" || !verdict.includes("→")
  return [
    ...plotLines(acts, others, isPlain, colours),
    "",
    ...whole.flatMap((each) => wrapped(each, 0)),
    "",
  ].join("\n")
}
