/** Why does an act not happen at some point of a story? */
import { startReview } from "@dramaturg/engine"
import type { Diagnostic, Outline, ReviewedAct } from "@dramaturg/model"
import { whyNotSentences } from "@dramaturg/telling"
import { type NoSuchAct, placeOf, type PlotText, readPlot, type Unread } from "./plot.js"
import { answerOf, asking, type Steps } from "./question.js"
import type { Bounds, SoundWorld } from "./world.js"

export interface WhyNotQuestion extends Bounds {
  readonly act: string
  /** Undefined: the question is about the start. */
  readonly story?: PlotText
  /**
   * The writer's number of the act after which it is asked; "0": before the first; undefined: after the last.
   */
  readonly at?: string
}

export type WhyNotResult =
  /** The story, or the act in question. */
  | (Unread & { readonly of: "story" | "act" })
  | NoSuchAct
  | {
      readonly kind: "obstacles"
      readonly remarks: readonly Diagnostic[]
      readonly act: ReviewedAct
      readonly sentences: readonly string[]
    }

const nothing: Outline = { acts: [], notes: [] }

/**
 * Reads story and act separately, so that an unreadable act cannot be taken for the last act of the story.
 */
export const askWhyNot = asking(function* (
  { problem }: SoundWorld,
  { story, at, act, ...bounds }: WhyNotQuestion,
): Steps<WhyNotResult> {
  const before = story === undefined ? { outline: nothing, diagnostics: [] } : readPlot(story, problem)
  if (!before.outline) return { kind: "unread", of: "story", remarks: before.diagnostics }
  const question = readPlot({ file: "<act>", text: act }, problem)
  if (!question.outline) return { kind: "unread", of: "act", remarks: question.diagnostics }
  const place = at === undefined ? before.outline.acts.length : at === "0" ? 0 : placeOf(before.outline, at)
  if (typeof place !== "number") return place
  const acts = [...before.outline.acts.slice(0, place), question.outline.acts[0]]
  const review = yield* answerOf(
    startReview(problem, { acts, notes: [] }, { ...bounds, past: place }),
    "judging",
  )
  return {
    kind: "obstacles",
    remarks: before.diagnostics,
    act: review.acts[place],
    sentences: whyNotSentences(review, problem),
  }
})
