/** Who knows what, since when and by what? A story is written down with all that is learned in it, as deep in minds as is asked. */
import { chronicle, countedAsWritten } from "@dramaturg/engine"
import { charactersOf, type Diagnostic, type Fabula } from "@dramaturg/model"
import { complaintIn, type PlotText, readPlot, solutionOf, type Unread } from "./plot.js"
import { asking, type Steps } from "./question.js"
import type { SoundWorld } from "./world.js"

export interface KnowledgeQuestion {
  readonly story: PlotText
  /** How many believers deep minds are told of. */
  readonly depth: number
}

export type KnowledgeResult =
  | Unread
  /** With so many people there are so many minds at the greatest depth that can be told. */
  | { readonly kind: "too-deep"; readonly people: number; readonly most: number; readonly minds: number }
  /** Where the story cannot go on. */
  | { readonly kind: "halt"; readonly sentence: string }
  /** `properties`: the names of those that the world declares. */
  | { readonly kind: "known"; readonly remarks: readonly Diagnostic[]; readonly fabula: Fabula; readonly properties: readonly string[] }

/** Of so many minds a fabula tells at most; and none of them lies so deep that nothing could be followed in it any more. */
const MOST_MINDS = 5000
const DEEPEST = 20

export const askKnowledge = asking(function* ({ problem }: SoundWorld, { story, depth }: KnowledgeQuestion): Steps<KnowledgeResult> {
  const { outline, diagnostics: remarks } = readPlot(story, problem)
  if (!outline) return { kind: "unread", remarks }
  const people = charactersOf(problem).length
  const most = deepestFor(people)
  if (depth > most) return { kind: "too-deep", people, most, minds: people ** most }
  yield { stage: "writing", visited: 0 }
  try {
    const fabula = chronicle(problem, solutionOf(outline), { depth })
    const properties = problem.properties.filter((each) => !each.isHidden).map((each) => each.name)
    return { kind: "known", remarks, fabula: { ...fabula, occurrences: countedAsWritten(fabula.occurrences, outline.acts) }, properties }
  } catch (error) {
    const sentence = complaintIn(error)
    if (sentence === undefined) throw error
    return { kind: "halt", sentence }
  }
})

function deepestFor(people: number): number {
  let depth = 1
  while (depth < DEEPEST && people ** (depth + 1) <= MOST_MINDS) depth++
  return depth
}
