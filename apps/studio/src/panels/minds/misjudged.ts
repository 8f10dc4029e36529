/** How the panel words what one takes another to believe, where the other does not. */
import { type Misjudged, misjudgedAt } from "@dramaturg/analysis"
import { asItIs, type FluentRef, type Value } from "@dramaturg/model"
import type { DeeperStory } from "../../worker/protocol.js"
import { factKey, fluentWords } from "../../words.js"
import { valueWords } from "./knowledge.js"

export interface MisjudgedWords {
  readonly fluent: FluentRef
  /** What the one thinks that the other believes. */
  readonly thought: string
  /** What the other believes. */
  readonly truth: string
}

/**
 * Facts for which the author has words come first, for they matter to the story; the world's inner fluents
 * are left out.
 */
export function misjudged(
  { fabula, words }: DeeperStory,
  moment: number,
  who: string,
  other: string,
): readonly MisjudgedWords[] {
  const wordsOf = (fluent: FluentRef, value: Value): string | null | undefined =>
    words[factKey(fluent, value)]
  const isWorded = ({ fluent, thought }: Misjudged): boolean => wordsOf(fluent, thought) !== undefined
  const all = misjudgedAt(fabula, moment, who, other).filter(
    ({ fluent, thought, truth }) => wordsOf(fluent, thought) !== null && wordsOf(fluent, truth) !== null,
  )
  return [...all.filter(isWorded), ...all.filter((each) => !isWorded(each))].map(
    ({ fluent, thought, truth }) => {
      const [first, second] = [thought, truth].map(
        (value) => wordsOf(fluent, value) ?? `${fluentWords(fluent)}: ${valueWords(value)}`,
      )
      if (thought === asItIs)
        return { fluent, thought: `what is so of ${fluentWords(fluent)}`, truth: second }
      if (thought === null) return { fluent, thought: `nothing of ${fluentWords(fluent)}`, truth: second }
      const isOpposite = typeof thought === "boolean" && typeof truth === "boolean"
      return {
        fluent,
        thought: first,
        truth: isOpposite ? "the opposite" : truth === null ? "nothing of the kind" : second,
      }
    },
  )
}
