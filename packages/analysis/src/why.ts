/** Why was an act of a story done? Reasons that the story does not give are searched for. */
import { countedAsWritten, startChronicle, startProspects, startReview } from "@dramaturg/engine"
import { charactersOf, type Diagnostic, type Occurrence, type Prospect } from "@dramaturg/model"
import { whySentences } from "@dramaturg/telling"
import { type NoSuchAct, placeOf, type PlotText, readPlot, type Unread } from "./plot.js"
import { answerOf, asking, partDone, type Steps } from "./question.js"
import type { Bounds, SoundWorld } from "./world.js"

export interface WhyQuestion extends Bounds {
  readonly story: PlotText
  /** The writer's number of the act. */
  readonly act: string
  /** Null: all characters whose consent the act needed. */
  readonly character: string | null
}

export type WhyResult =
  | Unread
  | (NoSuchAct & { readonly remarks: readonly Diagnostic[] })
  | {
      readonly kind: "no-such-character"
      readonly remarks: readonly Diagnostic[]
      readonly characters: readonly string[]
    }
  | {
      readonly kind: "reasons"
      readonly remarks: readonly Diagnostic[]
      readonly occurrence: Occurrence
      /** What was done in hope comes to in other cases. */
      readonly prospects: readonly Prospect[]
      readonly sentences: readonly string[]
    }

/**
 * Answers with the reasons of an act; `unread`, `no-such-act` or `no-such-character` if the question is
 * wrong.
 */
export const askWhy = asking(function* (
  { problem }: SoundWorld,
  { story: plot, act: named, character, ...bounds }: WhyQuestion,
): Steps<WhyResult> {
  const { outline, diagnostics: remarks } = readPlot(plot, problem)
  if (!outline) return { kind: "unread", remarks }
  const act = placeOf(outline, named)
  if (typeof act !== "number") return { ...act, remarks }
  const characters = charactersOf(problem)
  if (character !== null && !characters.includes(character))
    return { kind: "no-such-character", remarks, characters }
  const acts = outline.acts.slice(0, act)
  const review = yield* answerOf(
    startReview(problem, { acts, notes: [] }, { ...bounds, past: act - 1 }),
    "searching",
  )
  const story = {
    plan: acts.map((each) => each.act),
    explanations: review.acts.map((each) => each.explanations),
  }
  const chronicled = yield* partDone(startChronicle(problem, story), "writing")
  const fabula = { ...chronicled, occurrences: countedAsWritten(chronicled.occurrences, outline.acts) }
  const occurrence = fabula.occurrences.find((each) => each.act === act && each.kind === "act")!
  const { limits } = bounds
  const prospects = yield* answerOf(startProspects(problem, story, { limits, act }), "searching")
  const sentences = whySentences(fabula, problem, act, character, prospects)
  return { kind: "reasons", remarks, occurrence, prospects, sentences }
})
