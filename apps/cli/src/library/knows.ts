/** Who knows what, since when, and how? */
import { askKnowledge, eventfulFluents, type FactAt, factsAt } from "@dramaturg/analysis"
import type { Diagnostic, Fabula } from "@dramaturg/model"
import { answered, type Stoppable } from "./drive.js"
import { UsageError } from "./errors.js"
import { checkOptions, count, stoppable } from "./options.js"
import { type Plot, plotText } from "./story.js"
import type { UnreadPlot } from "./verify.js"
import { soundOf, type World } from "./world.js"

/** The options of `knows`. */
export interface KnowsOptions extends Stoppable {
  /** Of which moment the facts are: after so many acts, with all that they set off. Default: the end. */
  readonly at?: number
  /**
   * How deep in minds: 1, what characters believe; 2, also what they believe that others believe. Default: 1.
   */
  readonly depth?: number
}

/** What `knows` found. */
export type Known =
  | UnreadPlot
  /**
   * So many characters have more than 5,000 chains of believers at this depth; `most` is the greatest
   * allowed.
   */
  | { readonly status: "too-deep"; readonly most: number }
  /** The story cannot go on at some act; the sentence says at which, and why. */
  | { readonly status: "halt"; readonly sentence: string }
  | {
      readonly status: "known"
      readonly remarks: readonly Diagnostic[]
      /**
       * What changes in the story, and what a character is wrong about, as it stands at the moment of `at`.
       */
      readonly facts: readonly FactAt[]
      /** Everything that happened, and who learnt what of it and how (docs/formats/fabula.md). */
      readonly fabula: Fabula
    }

/**
 * Says who knows what in a story. Rejects with a UsageError if the call is wrong, and with the signal's
 * reason if it is aborted.
 */
export async function knows(world: World, plot: Plot, options: KnowsOptions = {}): Promise<Known> {
  const sound = soundOf("knows", world)
  const story = plotText("knows", plot)
  checkOptions("knows", options, { ...stoppable, at: count, depth: count })
  const { signal, onProgress, at, depth = 1 } = options
  const result = await answered(askKnowledge(sound, { story, depth }), { signal, onProgress })
  switch (result.kind) {
    case "unread":
      return { status: "unread", remarks: result.remarks }
    case "too-deep":
      return { status: "too-deep", most: result.most }
    case "halt":
      return { status: "halt", sentence: result.sentence }
    case "known": {
      const { remarks, fabula } = result
      const facts = factsAt(fabula, momentAfter(fabula, at), eventfulFluents(fabula))
      return { status: "known", remarks, facts, fabula }
    }
  }
}

/** The number of the last occurrence of this act, or of the story. */
function momentAfter({ occurrences }: Fabula, act: number | undefined): number {
  const acts = occurrences.at(-1)?.act ?? 0
  if (act !== undefined && act > acts)
    throw new UsageError(
      `knows() takes \`at\` from 0 to ${acts}, the number of acts of the story, not ${act}.`,
    )
  return act === undefined ? occurrences.length : occurrences.filter((each) => each.act <= act).length
}
