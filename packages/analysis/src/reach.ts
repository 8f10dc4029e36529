/** What can happen in a world, by which ways, and how often in plays with random choices? */
import { type ExploreOptions, type Hits, startRandomPlays, surveyOf } from "@dramaturg/engine"
import type { StorySpace, Survey } from "@dramaturg/model"
import { spaceOf } from "./explore.js"
import { asking, type Steps } from "./question.js"
import { timerOf } from "./time.js"
import type { SoundWorld } from "./world.js"

export interface ReachQuestion extends Omit<ExploreOptions, "script" | "found"> {
  /** The number of random plays; if there are any, exploring has half of the time. */
  readonly plays?: number
}

export type ReachResult =
  | { readonly kind: "refused"; readonly sentence: string }
  /** `hits`: null without random plays, or if the time was up before they were over. */
  | {
      readonly kind: "reach"
      readonly space: StorySpace
      readonly survey: Survey
      readonly hits: Hits | null
    }

/** Explores a world and summarises it, with plays at random if asked for. */
export const askReach = asking(function* (
  { problem }: SoundWorld,
  { plays, ...options }: ReachQuestion,
): Steps<ReachResult> {
  const timer = timerOf(options)
  try {
    const space = yield* spaceOf(problem, { ...options, ...timer.left(plays === undefined ? 1 : 0.5) })
    const survey = surveyOf(problem, space.head, space.states, space.foot)
    if (plays === undefined) return { kind: "reach", space, survey, hits: null }
    const query = startRandomPlays(problem, { as: options.as, plays, limits: options.limits })
    for (let visits = 0; !timer.isOver() && !query.step(Math.min(visits, 8)); )
      visits = yield { stage: "searching", visited: query.visited, note: "playing at random" }
    return { kind: "reach", space, survey, hits: query.answer }
  } catch (error) {
    return { kind: "refused", sentence: error instanceof Error ? error.message : String(error) }
  }
})
