/**
 * What can happen in a world, or in a play of it? Progress hands over states as they are visited; they allow
 * resuming.
 */
import { type Exploration, type ExploreOptions, startExploration } from "@dramaturg/engine"
import type { Problem, SpaceFoot, SpaceHead, SpaceState, StorySpace } from "@dramaturg/model"
import { type Progress, asking, type Steps } from "./question.js"
import { scriptOf } from "./script.js"
import { timerOf } from "./time.js"
import type { CompiledWorld } from "./world.js"

/** The limits of an exploration, and in a play the player. */
export type ExploreQuestion = Omit<ExploreOptions, "script">

/**
 * What the last step found. A head means that exploring begins, or begins again with deeper minds: discard
 * earlier parts.
 */
export interface SpacePart {
  readonly head?: SpaceHead
  readonly found: readonly SpaceState[]
  /** The totals so far, or at the end. */
  readonly foot: SpaceFoot
}

/** Progress with what the last step found. */
export interface ExploreProgress extends Progress {
  readonly part?: SpacePart
}

/**
 * `refused`: it cannot begin, or cannot be resumed. `explored`: it ended; the part found since the last
 * progress.
 */
export type ExploreResult =
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "explored"; readonly part: SpacePart }

/** Explores a world or a play. States come in the progress, not in the result. */
export const askExplore = asking(function* (
  { problem }: CompiledWorld,
  options: ExploreQuestion,
): Steps<ExploreResult, ExploreProgress> {
  try {
    return { kind: "explored", part: yield* parts(yield* begun(problem, options)) }
  } catch (error) {
    return { kind: "refused", sentence: error instanceof Error ? error.message : String(error) }
  }
})

/** In a play, first searches the drama manager's reference plan, for a fifth of the time. */
function* begun(problem: Problem, options: ExploreOptions): Steps<Exploration> {
  const timer = timerOf(options)
  const script =
    options.as === undefined ? undefined : yield* scriptOf(problem, { ...options, ...timer.left(0.2) })
  return startExploration(problem, { ...options, ...timer.left(), script })
}

function* parts(exploration: Exploration): Steps<SpacePart, ExploreProgress> {
  let beginnings = -1
  const part = (): SpacePart => {
    const head = exploration.beginnings === beginnings ? {} : { head: exploration.head }
    beginnings = exploration.beginnings
    const { states, edges, endings } = exploration.counts
    const foot = exploration.foot ?? {
      end: "limited" as const,
      isCut: true,
      limit: null,
      states,
      edges,
      endings,
      possible: exploration.possible,
    }
    return { ...head, found: exploration.take(), foot }
  }
  while (exploration.status === "exploring") {
    const { visited, states, endings, depth } = exploration.counts
    const note = `${grouped(visited)} of ${grouped(states)} states looked at, ${grouped(endings.goal)} reach the goal, depth ${depth}`
    exploration.step(yield { stage: "searching", visited, note, part: part() })
  }
  return part()
}

/** The whole story space, collected. */
export function* spaceOf(problem: Problem, options: ExploreOptions): Steps<StorySpace> {
  const exploration = yield* begun(problem, options)
  const states: SpaceState[] = []
  for (let { beginnings } = exploration; exploration.status === "exploring"; ) {
    exploration.step(
      yield {
        stage: "searching",
        visited: states.length,
        note: `${grouped(states.length)} places looked at`,
      },
    )
    if (exploration.beginnings !== beginnings) states.length = 0
    beginnings = exploration.beginnings
    states.push(...exploration.take())
  }
  return { head: exploration.head, states, foot: exploration.foot! }
}

export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}
