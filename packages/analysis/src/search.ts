/** Which story does a world have? The search alone, for programs that put nothing into words. */
import {
  type Search,
  type SearchOptions,
  startGrounding,
  startSearch,
  type WarmEngine,
} from "@dramaturg/engine"
import { type Progress, asking, partDone, type Steps } from "./question.js"
import type { CompiledWorld } from "./world.js"

export interface SearchQuestion extends SearchOptions {
  /** A cache of earlier searches of similar worlds. */
  readonly engine?: WarmEngine
}

/** The state of a search. */
export type Snapshot = Pick<
  Search,
  "status" | "limit" | "progress" | "story" | "best" | "shortest" | "undecided" | "notes"
>

export interface SearchProgress extends Progress {
  readonly search?: Snapshot
}

/** Searches for a story. With `improve`, a step ends early at each better story. */
export const askSearch = asking(searched)

export function* searched(
  { problem }: CompiledWorld,
  { engine, ...options }: SearchQuestion,
): Steps<Snapshot, SearchProgress> {
  yield* partDone(startGrounding(problem), "preparing")
  const search = engine === undefined ? startSearch(problem, options) : engine.search(problem, options)
  while (search.status === "searching") {
    const visits = yield { stage: "searching", visited: search.progress.visited, search: snapshotOf(search) }
    const { story } = search
    if (!options.improve) search.step(visits)
    else
      for (let i = 0; i < visits && search.status === "searching" && search.story === story; i++)
        search.step(1)
  }
  return snapshotOf(search)
}

function snapshotOf({ status, limit, progress, story, best, shortest, undecided, notes }: Search): Snapshot {
  return { status, limit, progress, story, best, shortest, undecided, notes }
}
