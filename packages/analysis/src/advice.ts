/** What can an author do if no story exists in their world? */
import { type AdviceOptions, startAdvice } from "@dramaturg/engine"
import type { Advice } from "@dramaturg/model"
import { adviceSentences } from "@dramaturg/telling"
import { answerOf, asking, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface AdviceQuestion extends Omit<AdviceOptions, "relaxed" | "onTrial"> {
  /** The caller has already reported that no event can reach the goal. */
  readonly isOutOfReach: boolean
}

export type AdviceResult =
  /** The caller's report said all there is to say. */
  | { readonly kind: "nothing" }
  /** `wish`: the author's utility as written in the world. */
  | {
      readonly kind: "advice"
      readonly advice: Advice
      readonly sentences: readonly string[]
      readonly wish: string | undefined
    }

/** Searches for demands and limits that prevent a story. */
export const askAdvice = asking(function* (
  { problem, relaxed, texts }: SoundWorld,
  { isOutOfReach, ...options }: AdviceQuestion,
): Steps<AdviceResult> {
  // If no event can raise the utility, the caller has said so with advice; only a demand is left to blame.
  if (isOutOfReach && relaxed === undefined) return { kind: "nothing" }
  let trial = ""
  const query = startAdvice(problem, { ...options, relaxed, onTrial: (what) => (trial = what) })
  const advice = yield* answerOf(query, "searching", () => `What is in the way? ${trial}`)
  const wish = problem.utilities.find((each) => each.character === null)?.origin
  return {
    kind: "advice",
    advice,
    sentences: adviceSentences(advice, problem),
    wish: wish && texts.get(wish.file)?.slice(wish.offset, wish.offset + wish.length),
  }
})
