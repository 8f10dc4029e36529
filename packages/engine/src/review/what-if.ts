/**
 * What if this were otherwise? Stories of the world as it is and as it would be, each held up to the other
 * world.
 */
import type { Fate, Problem, Side, Solution, WhatIf, Slices } from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { groundingNotes } from "../search/notes.js"
import { instanceOf } from "../replay/condition.js"
import { mergedLimits, type StatedLimits } from "../search/limits.js"
import { startSearch } from "../search/search.js"
import { limitsOf, verify } from "../verify.js"
import { deadlineOf, type QueryOptions } from "./query.js"
import { startReview } from "./review.js"

/** What `startWhatIf` is asked with. */
export interface WhatIfOptions extends QueryOptions {
  readonly limits?: StatedLimits
  readonly goal?: number
  /** How many stories of each world. Default: 3. */
  readonly most?: number
}

/** Visits for one story. */
const SEARCH = 100_000

/** Compares the stories of two worlds, of which the second has one premise changed. */
export function startWhatIf(before: Problem, after: Problem, options: WhatIfOptions = {}): Query<WhatIf> {
  return new Query(compared(before, after, options))
}

function* compared(before: Problem, after: Problem, options: WhatIfOptions): Slices<WhatIf> {
  const isOver = deadlineOf(options)
  const earlier = yield* sideOf(before, after, options, isOver)
  const later = yield* sideOf(after, before, options, isOver)
  return {
    before: earlier,
    after: later,
    partsAfter: common(earlier.stories[0]?.story, later.stories[0]?.story),
  }
}

function common(one: Solution | undefined, other: Solution | undefined): number | null {
  if (one === undefined || other === undefined) return null
  const part = one.plan.findIndex((each, i) => each !== other.plan[i])
  return part < 0 ? one.plan.length : part
}

function* sideOf(
  problem: Problem,
  other: Problem,
  options: WhatIfOptions,
  isOver: () => boolean,
): Slices<Side> {
  if (!canBegin(problem)) return { stories: [], none: "impossible" }
  const { stories, none } = yield* storiesOf(problem, options, isOver)
  const fates: Fate[] = []
  for (const story of stories) {
    yield
    fates.push(fateOf(story, other, options))
  }
  return { stories: fates, none }
}

/** The same search under other orders of the acts, as long as that brings anything new. */
function* storiesOf(problem: Problem, { limits, goal, most = 3 }: WhatIfOptions, isOver: () => boolean) {
  const stories = new Map<string, Solution>()
  for (let seed = 0; seed < 3 * most && stories.size < most; seed++) {
    const search = startSearch(problem, { limits, goal, seed, maxVisited: SEARCH })
    while (search.status === "searching" && !isOver()) {
      search.step(1)
      yield
    }
    if (search.status === "solved")
      stories.set([...search.story!.solution.plan].sort().join(), search.story!.solution)
    else
      return {
        stories: shortestFirst(stories),
        none:
          stories.size > 0
            ? null
            : search.status === "exhausted"
              ? ("exhausted" as const)
              : ("limited" as const),
      }
  }
  return { stories: shortestFirst(stories), none: null }
}

function shortestFirst(stories: ReadonlyMap<string, Solution>): readonly Solution[] {
  return [...stories.values()].sort((a, b) => a.plan.length - b.plan.length)
}

function canBegin(problem: Problem): boolean {
  return !groundingNotes(problem).some((each) => each.severity === "error")
}

function fateOf(story: Solution, other: Problem, { limits = {}, goal }: WhatIfOptions): Fate {
  if (!canBegin(other)) return { story, holdsThere: false, review: null, missing: null }
  const missing = story.plan.find((each) => instanceOf(other, each) === undefined)
  // What another world has no act for cannot be held against it act by act.
  if (missing !== undefined) return { story, holdsThere: false, review: null, missing }
  const own = limitsOf(story)
  const stated = mergedLimits(other.limits, limits)
  const bounds = {
    author: stated.author ?? null,
    character: stated.character ?? own.character,
    belief: stated.belief ?? own.belief,
  }
  const bare = { plan: story.plan, explanations: [] }
  const { verdict } = verify(other, bare, { limits: bounds, goal })
  if (verdict !== "invalid")
    return { story, holdsThere: verdict === "valid" ? true : null, review: null, missing: null }
  const span = { file: "", offset: 0, length: 0, line: 1, column: 1 }
  const query = startReview(
    other,
    { acts: story.plan.map((act) => ({ act, span })), notes: [] },
    { limits: bounds, goal },
  )
  while (!query.step(1000));
  return { story, holdsThere: false, review: query.answer, missing: null }
}
