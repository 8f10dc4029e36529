/** Which stories does a world tell, all of them, within its limits? */
import {
  type Enumeration,
  mergedLimits,
  type SearchOptions,
  startEnumeration,
  startGrounding,
} from "@dramaturg/engine"
import type { Limits } from "@dramaturg/model"
import { type Progress, asking, partDone, type Steps } from "./question.js"
import type { CompiledWorld } from "./world.js"

/** The stories found so far, and the state of the search. */
export type Listing = Pick<Enumeration, "status" | "limit" | "progress" | "notes" | "stories">

/** Progress with the stories found so far. */
export interface ListProgress extends Progress {
  readonly list?: Listing
}

/** `listed` holds all stories only if the status of `list` is `exhausted`. */
export type ListResult =
  /** `limits`: those that neither the world nor the question states, so that there is no end to "all". */
  | { readonly kind: "unstated"; readonly limits: readonly (keyof Limits)[] }
  | { readonly kind: "listed"; readonly list: Listing }

/** Enumerates the stories of a world. */
export const askList = asking(function* (
  { problem }: CompiledWorld,
  options: SearchOptions,
): Steps<ListResult, ListProgress> {
  const stated = mergedLimits(problem.limits, options.limits ?? {})
  const limits = (["author", "character", "belief"] as const).filter((each) => stated[each] === undefined)
  if (limits.length > 0) return { kind: "unstated", limits }
  yield* partDone(startGrounding(problem), "preparing")
  const enumeration = startEnumeration(problem, options)
  while (enumeration.status === "searching")
    enumeration.step(
      yield { stage: "searching", visited: enumeration.progress.visited, list: listingOf(enumeration) },
    )
  return { kind: "listed", list: listingOf(enumeration) }
})

function listingOf({ status, limit, progress, notes, stories }: Enumeration): Listing {
  return { status, limit, progress, notes, stories }
}
