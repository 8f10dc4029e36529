/** Which stories of a world differ most, or which are best by a measure? */
import { bestStories, type CompareOptions, distinctStories, startComparison } from "@dramaturg/engine"
import type { MeasuredStory, MeasureName, StoryCluster } from "@dramaturg/model"
import { answerOf, asking, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface CompareQuestion extends CompareOptions {
  /** So many stories that differ; or the best by a measure. */
  readonly distinct?: number
  readonly best?: MeasureName
}

export interface CompareResult {
  /** How many stories were compared, and whether these are all that there are to compare. */
  readonly compared: { readonly stories: number; readonly isWhole: boolean }
  readonly clusters?: readonly StoryCluster[]
  readonly measured?: readonly MeasuredStory[]
}

/** So many of the best are handed over. */
const MOST = 5

export const askCompare = asking(function* ({ problem }: SoundWorld, { distinct, best, ...options }: CompareQuestion): Steps<CompareResult> {
  const { stories, isWhole } = yield* answerOf(startComparison(problem, options), "searching", () => "gathering stories")
  return {
    compared: { stories: stories.length, isWhole },
    ...(distinct === undefined ? {} : { clusters: distinctStories(stories, distinct) }),
    ...(best === undefined ? {} : { measured: bestStories(stories, best).slice(0, MOST) }),
  }
})
