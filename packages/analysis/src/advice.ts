/** No story exists in a world: what could its author do? */
import { type AdviceOptions, startAdvice } from "@dramaturg/engine"
import type { Advice } from "@dramaturg/model"
import { adviceSentences } from "@dramaturg/telling"
import { answerOf, asking, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface AdviceQuestion extends Omit<AdviceOptions, "relaxed" | "onTrial"> {
  /** It has been said that nothing that can happen reaches the goal. */
  readonly isOutOfReach: boolean
}

export type AdviceResult =
  /** What there is to say has been said. */
  | { readonly kind: "nothing" }
  /** `wish`: what the author wants, as it is written. */
  | { readonly kind: "advice"; readonly advice: Advice; readonly sentences: readonly string[]; readonly wish: string | undefined }

export const askAdvice = asking(function* ({ problem, relaxed, texts }: SoundWorld, { isOutOfReach, ...options }: AdviceQuestion): Steps<AdviceResult> {
  // Where nothing that can happen is worth more, that has been said, and with what to do; only a demand could still be why.
  if (isOutOfReach && relaxed === undefined) return { kind: "nothing" }
  let trial = ""
  const query = startAdvice(problem, { ...options, relaxed, onTrial: (what) => (trial = what) })
  const advice = yield* answerOf(query, "searching", () => `What is in the way? ${trial}`)
  const wish = problem.utilities.find((each) => each.character === null)?.origin
  return { kind: "advice", advice, sentences: adviceSentences(advice, problem), wish: wish && texts.get(wish.file)?.slice(wish.offset, wish.offset + wish.length) }
})
