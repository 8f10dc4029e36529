/** A story in prose: what happened is written down once more, with all that it changed, and told. */
import { startChronicle, startProspects } from "@dramaturg/engine"
import type { Fabula, Manner, Solution, Telling } from "@dramaturg/model"
import { startTelling, type Tongue } from "@dramaturg/telling"
import { depthToTell, withFears } from "./hopes.js"
import { asking, partDone, type Steps } from "./question.js"
import type { CompiledWorld } from "./world.js"

export interface TellingQuestion {
  readonly story: Solution
  readonly manner: Manner
  /** The language it is told in. Default: English. */
  readonly tongue?: Tongue
}

/** Tells a story of this world. Throws if it is none, or if the manner names no character of it. */
export const askTelling = asking(function* (
  { problem }: CompiledWorld,
  { story, manner, tongue }: TellingQuestion,
): Steps<{ readonly fabula: Fabula; readonly telling: Telling }> {
  const chronicled = yield* partDone(
    startChronicle(problem, story, { depth: depthToTell(problem) }),
    "writing",
  )
  const fabula = withFears(chronicled, yield* partDone(startProspects(problem, story), "writing"))
  const telling = yield* partDone(startTelling(fabula, problem, manner, { tongue }), "writing")
  return { fabula, telling }
})
