/**
 * Does a story hold? The checker decides on one that gives reasons; one without is reviewed, and repaired if
 * asked for.
 */
import {
  limitsOf,
  mergedLimits,
  startRepair,
  startReview,
  startVerification,
  type ReviewOptions,
} from "@dramaturg/engine"
import type { Diagnostic, Limits, Outline, Problem, Repairs, Review, Verdict } from "@dramaturg/model"
import { breachWords } from "@dramaturg/telling"
import { type PlotText, readPlot, solutionOf, type Unread } from "./plot.js"
import { answerOf, asking, type Steps } from "./question.js"
import { timerOf } from "./time.js"
import type { SoundWorld } from "./world.js"

export interface VerifyQuestion extends Omit<ReviewOptions, "past" | "onProgress"> {
  readonly story: PlotText
  /** The most acts that a repair may insert; undefined: no repair is wanted. */
  readonly repair?: number
  /** Called with each better answer; the last one is valid if the work is stopped. */
  readonly onProgress?: (soFar: Judged | Reviewed) => void
}

/** A story with reasons, and the limits within which it was checked. */
export interface Judged {
  readonly kind: "judged"
  readonly remarks: readonly Diagnostic[]
  readonly plan: readonly string[]
  readonly bounds: Required<Limits>
  readonly verdict: Verdict
}

/** A plot without reasons. */
export interface Reviewed {
  readonly kind: "reviewed"
  readonly remarks: readonly Diagnostic[]
  readonly review: Review
  /** False in `onProgress`: parts are still open. */
  readonly isWhole: boolean
  /** Present if repairs were wanted and the plot does not hold. */
  readonly repairs?: Repairs
}

export type VerifyResult = Unread | Judged | Reviewed

/** Checks or reviews a story; `unread` if its text cannot be read. */
export const askVerify = asking(function* (
  { problem }: SoundWorld,
  options: VerifyQuestion,
): Steps<VerifyResult> {
  const { outline, diagnostics: remarks } = readPlot(options.story, problem)
  if (!outline) return { kind: "unread", remarks }
  // The checker cannot report items that were not understood; a review can.
  const isJudged =
    outline.acts.some((each) => each.explanations !== undefined) &&
    !outline.notes.some((each) => each.kind === "unread")
  return isJudged
    ? yield* judged(problem, outline, remarks, options)
    : yield* reviewed(problem, outline, remarks, options)
})

function* judged(
  problem: Problem,
  outline: Outline,
  remarks: readonly Diagnostic[],
  { limits = {}, goal, effort, clock, timeoutMs, onProgress }: VerifyQuestion,
): Steps<Judged> {
  const solution = solutionOf(outline)
  const bounds = mergedLimits(limitsOf(solution), limits) as Required<Limits>
  const known = (verdict: Verdict): Judged => ({
    kind: "judged",
    remarks,
    plan: solution.plan,
    bounds,
    verdict: {
      ...verdict,
      breaches: verdict.breaches.map((each) => ({ ...each, message: breachWords(problem, each) })),
    },
  })
  onProgress?.(known({ verdict: "undecided", breaches: [] }))
  const { isOver } = timerOf({ clock, timeoutMs })
  const work = startVerification(problem, solution, {
    limits: bounds,
    goal,
    effort,
    isOver,
    onProgress: (verdict) => onProgress?.(known(verdict)),
  })
  return known(yield* answerOf(work, "judging"))
}

function* reviewed(
  problem: Problem,
  outline: Outline,
  remarks: readonly Diagnostic[],
  { repair, onProgress, ...options }: VerifyQuestion,
): Steps<Reviewed> {
  const timer = timerOf(options)
  const known = (review: Review, isWhole = true): Reviewed => ({ kind: "reviewed", remarks, review, isWhole })
  const review = yield* answerOf(
    startReview(problem, outline, { ...options, onProgress: (soFar) => onProgress?.(known(soFar, false)) }),
    "judging",
  )
  if (repair === undefined || review.verdict === "holds") return known(review)
  onProgress?.(known(review))
  return {
    ...known(review),
    repairs: yield* answerOf(
      startRepair(problem, outline, { ...options, ...timer.left(), most: repair }),
      "searching",
    ),
  }
}
