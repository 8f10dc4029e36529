/**
 * Which story does a world tell? Searches for one, or, with `improve`, for shorter and shorter ones; tells it
 * if asked to.
 */
import {
  type Search,
  type SearchOptions,
  startChronicle,
  startGrounding,
  startSearch,
  type WarmEngine,
} from "@dramaturg/engine"
import { charactersOf, type Fabula, type Manner, type Telling } from "@dramaturg/model"
import { startTelling } from "@dramaturg/telling"
import { type Progress, asking, partDone, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface SolveQuestion extends SearchOptions {
  readonly manner?: Manner
  /** A cache of earlier searches of similar worlds. */
  readonly engine?: WarmEngine
}

/** The state of a search. */
export type Snapshot = Pick<
  Search,
  "status" | "limit" | "progress" | "story" | "best" | "shortest" | "undecided" | "notes"
>

export interface SolveProgress extends Progress {
  readonly search?: Snapshot
}

export type SolveResult =
  /** The world does not have the character through whom the story is to be told. */
  | { readonly kind: "no-such-character"; readonly characters: readonly string[] }
  | {
      readonly kind: "searched"
      readonly search: Snapshot
      readonly told?: { readonly fabula: Fabula; readonly telling: Telling }
    }

/** With `improve`, a step ends early at each better story. */
export const askSolve = asking(function* (
  { problem }: SoundWorld,
  { manner, engine, ...options }: SolveQuestion,
): Steps<SolveResult, SolveProgress> {
  const characters = charactersOf(problem)
  if (manner !== undefined && !mayTell(characters, manner)) return { kind: "no-such-character", characters }
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
  if (manner === undefined || search.story === null) return { kind: "searched", search: snapshotOf(search) }
  yield { stage: "writing", visited: search.progress.visited, search: snapshotOf(search) }
  const { visited } = search.progress
  const fabula = yield* partDone(startChronicle(problem, search.story.solution), "writing", visited)
  const telling = yield* partDone(startTelling(fabula, problem, manner), "writing", visited)
  return { kind: "searched", search: snapshotOf(search), told: { fabula, telling } }
})

/** Whether the manner's focaliser, if it needs one, is among these characters. */
export function mayTell(characters: readonly string[], { focalisation, focaliser = "" }: Manner): boolean {
  return focalisation !== "internal" || characters.includes(focaliser)
}

function snapshotOf({ status, limit, progress, story, best, shortest, undecided, notes }: Search): Snapshot {
  return { status, limit, progress, story, best, shortest, undecided, notes }
}
