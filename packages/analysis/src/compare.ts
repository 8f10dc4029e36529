/** Which stories of a world differ most, or which are best by a measure? */
import {
  bestStories,
  type CompareOptions,
  distinctStories,
  type Measure,
  startComparison,
} from "@dramaturg/engine"
import type { MeasuredStory, MeasureName, StoryCluster } from "@dramaturg/model"
import { answerOf, asking, type Steps } from "./question.js"
import type { CompiledWorld } from "./world.js"

export interface CompareQuestion extends Omit<CompareOptions, "measures"> {
  /** How many stories that differ, or by which measure the best; it may be one of the caller's own. */
  readonly distinct?: number
  readonly best?: MeasureName | Measure
}

export interface CompareResult {
  /** How many stories were compared, and whether these are all within the limits. */
  readonly compared: { readonly stories: number; readonly isWhole: boolean }
  readonly clusters?: readonly StoryCluster[]
  readonly measured?: readonly MeasuredStory[]
}

/** The most stories in a result that ranks them. */
const MOST = 5

/** Enumerates the stories of a world, then clusters them, ranks them, or both. */
export const askCompare = asking(function* (
  { problem }: CompiledWorld,
  { distinct, best, ...options }: CompareQuestion,
): Steps<CompareResult> {
  const { stories, isWhole } = yield* answerOf(
    startComparison(problem, typeof best === "object" ? { ...options, measures: [best] } : options),
    "searching",
    () => "gathering stories",
  )
  return {
    compared: { stories: stories.length, isWhole },
    ...(distinct === undefined ? {} : { clusters: distinctStories(stories, distinct) }),
    ...(best === undefined ? {} : { measured: bestStories(stories, best).slice(0, MOST) }),
  }
})
