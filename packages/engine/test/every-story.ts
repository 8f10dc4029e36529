/** Every accepted story of a small world, and the published rows that say which they are. */
import { groundingNotes, startEnumeration, type SearchOptions, type Story } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { readShared } from "./worlds.js"

export interface Limits {
  readonly author: number
  readonly character: number
  readonly belief: number
}

/**
 * Shorter ones first. None where no story can begin; undefined where minds would have to be followed too deep
 * to tell.
 */
export function everyStoryIfKnown(
  problem: Problem,
  limits: Limits,
  options: SearchOptions = {},
): readonly Story[] | undefined {
  if (groundingNotes(problem).some((each) => each.severity === "error")) return []
  const listing = startEnumeration(problem, { ...options, limits })
  while (listing.status === "searching") listing.step(1000)
  if (listing.status === "limited") return undefined
  return [...listing.stories].sort((a, b) => a.solution.plan.length - b.solution.plan.length)
}

export function everyStory(problem: Problem, limits: Limits, options: SearchOptions = {}): readonly Story[] {
  const stories = everyStoryIfKnown(problem, limits, options)
  if (stories === undefined) throw new Error("The listing of every story came to minds too deep to follow.")
  return stories
}

/** A row of the published sets. */
export interface Row {
  readonly world: string
  readonly limits: Limits
  readonly plans: readonly { readonly plan: string; readonly utility: number }[]
}

export function readRows(file: string): readonly Row[] {
  return readShared(`conformance/${file}`)
    .trim()
    .split("\n")
    .map((each) => {
      const { world, plans, ...row } = JSON.parse(each) as Row & Record<`${keyof Limits}_limit`, number>
      return {
        world,
        plans,
        limits: { author: row.author_limit, character: row.character_limit, belief: row.belief_limit },
      }
    })
}
