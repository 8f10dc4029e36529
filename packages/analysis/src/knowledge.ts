/** Who knows what, since when, and how? Chronicles a story to the depth of minds that is asked for. */
import { countedAsWritten, startChronicle } from "@dramaturg/engine"
import { charactersOf, type Diagnostic, type Fabula } from "@dramaturg/model"
import { deepestFor } from "./depth.js"
import { complaintIn, type PlotText, readPlot, solutionOf, type Unread } from "./plot.js"
import { asking, partDone, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface KnowledgeQuestion {
  readonly story: PlotText
  /** The length of the longest chain of believers. */
  readonly depth: number
}

export type KnowledgeResult =
  | Unread
  /**
   * Too many minds: `people` characters have `minds` chains of believers at this depth; `most` is the
   * greatest allowed.
   */
  | { readonly kind: "too-deep"; readonly people: number; readonly most: number; readonly minds: number }
  /** The story cannot go on at some act. */
  | { readonly kind: "halt"; readonly sentence: string }
  /** `properties`: names of the world's properties that are not hidden. */
  | {
      readonly kind: "known"
      readonly remarks: readonly Diagnostic[]
      readonly fabula: Fabula
      readonly properties: readonly string[]
    }

/** Chronicles a story; its minds are read off the fabula with `historyOf` and `factsAt`. */
export const askKnowledge = asking(function* (
  { problem }: SoundWorld,
  { story, depth }: KnowledgeQuestion,
): Steps<KnowledgeResult> {
  const { outline, diagnostics: remarks } = readPlot(story, problem)
  if (!outline) return { kind: "unread", remarks }
  const people = charactersOf(problem).length
  const most = deepestFor(people)
  if (depth > most) return { kind: "too-deep", people, most, minds: people ** most }
  try {
    const fabula = yield* partDone(startChronicle(problem, solutionOf(outline), { depth }), "writing")
    const properties = problem.properties.filter((each) => !each.isHidden).map((each) => each.name)
    return {
      kind: "known",
      remarks,
      fabula: { ...fabula, occurrences: countedAsWritten(fabula.occurrences, outline.acts) },
      properties,
    }
  } catch (error) {
    const sentence = complaintIn(error)
    if (sentence === undefined) throw error
    return { kind: "halt", sentence }
  }
})
