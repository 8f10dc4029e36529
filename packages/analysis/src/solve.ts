/**
 * Which story does a world tell? Searches for one, or, with `improve`, for shorter and shorter ones; tells it
 * if asked to.
 */
import { startChronicle, startProspects } from "@dramaturg/engine"
import { charactersOf, type Fabula, type Manner, type Prospect, type Telling } from "@dramaturg/model"
import { startTelling } from "@dramaturg/telling"
import { depthToTell, withFears } from "./hopes.js"
import { asking, partDone, type Steps } from "./question.js"
import { searched, type SearchProgress, type SearchQuestion, type Snapshot } from "./search.js"
import type { CompiledWorld } from "./world.js"

export interface SolveQuestion extends SearchQuestion {
  readonly manner?: Manner
}

export type SolveResult =
  /** The world does not have the character through whom the story is to be told. */
  | { readonly kind: "no-such-character"; readonly characters: readonly string[] }
  | {
      readonly kind: "searched"
      readonly search: Snapshot
      /** What the acts done in hope come to in other cases. */
      readonly prospects?: readonly Prospect[]
      readonly told?: { readonly fabula: Fabula; readonly telling: Telling }
    }

/** With `improve`, a step ends early at each better story. */
export const askSolve = asking(function* (
  { problem }: CompiledWorld,
  { manner, ...options }: SolveQuestion,
): Steps<SolveResult, SearchProgress> {
  const characters = charactersOf(problem)
  if (manner !== undefined && !mayTell(characters, manner)) return { kind: "no-such-character", characters }
  const search = yield* searched({ problem }, options)
  if (search.story === null) return { kind: "searched", search }
  const { visited } = search.progress
  const { solution } = search.story
  const { limits } = options
  yield { stage: "writing", visited, search }
  const prospects = yield* partDone(startProspects(problem, solution, { limits }), "writing", visited)
  if (manner === undefined) return { kind: "searched", search, prospects }
  const query = startChronicle(problem, solution, { depth: depthToTell(problem) })
  const fabula = withFears(yield* partDone(query, "writing", visited), prospects)
  const telling = yield* partDone(startTelling(fabula, problem, manner), "writing", visited)
  return { kind: "searched", search, prospects, told: { fabula, telling } }
})

/** Whether the manner's focaliser, if it needs one, is among these characters. */
export function mayTell(characters: readonly string[], { focalisation, focaliser = "" }: Manner): boolean {
  return focalisation !== "internal" || characters.includes(focaliser)
}
