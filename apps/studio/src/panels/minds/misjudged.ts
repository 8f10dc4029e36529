/** What one takes another to believe, where the other does not. */
import { distinct, type Fabula, type FluentRef, printValue, standingAt, type Value } from "@dramaturg/model"
import type { DeeperStory } from "../../worker/protocol.js"
import { byLabel, factKey, fluentWords } from "../../words.js"

export interface Misjudged {
  readonly fluent: FluentRef
  readonly value: Value
  /** What the one thinks that the other believes. */
  readonly thought: string
  /** What the other believes. */
  readonly truth: string
}

export function misjudged({ fabula, words }: DeeperStory, moment: number, who: string, other: string): readonly Misjudged[] {
  const isWorded = ({ fluent, value }: Pick<Misjudged, "fluent" | "value">): boolean => words[factKey(fluent, value)] !== undefined
  const all = fluentsOf(fabula).flatMap((fluent): readonly Misjudged[] => {
    const [one, two] = [[who, other], [other]].map((believers) => standingAt(fabula, moment, believers, fluent.label))
    // Of what lies too deep in minds nothing is told.
    if (one === null || two === null || one.value === two.value) return []
    const [thought, truth] = [one.value, two.value]
    const [first, second] = [thought, truth].map((value) => words[factKey(fluent, value)])
    if (first === null || second === null) return []
    if (thought === null) return [{ fluent, value: thought, thought: `nothing of ${fluentWords(fluent)}`, truth: second ?? plain(fluent, truth) }]
    const isOpposite = typeof thought === "boolean" && typeof truth === "boolean"
    return [{ fluent, value: thought, thought: first ?? plain(fluent, thought), truth: isOpposite ? "the opposite" : truth === null ? "nothing of the kind" : second ?? plain(fluent, truth) }]
  })
  // What the author has words for is what matters to the story.
  return [...all.filter(isWorded), ...all.filter((each) => !isWorded(each))]
}

function fluentsOf({ start, occurrences }: Fabula): readonly FluentRef[] {
  return distinct([...start, ...occurrences.flatMap((each) => each.changes)].map((each) => each.fluent)).toSorted(byLabel)
}

/** For worlds without words. */
function plain(fluent: FluentRef, value: Value): string {
  return `${fluentWords(fluent)}: ${value === true ? "yes" : value === false ? "no" : value === null ? "not known" : printValue(value)}`
}
