/** The scenarios of a text: what an editor offers to run. */
import { segmentsOf } from "../syntax/segments.js"
import { tokenize } from "../syntax/tokens.js"

export interface ScenarioPlace {
  readonly title: string
  /** The title with its quotation marks. */
  readonly offset: number
  readonly end: number
  /** The whole scenario. */
  readonly from: number
  readonly to: number
}

/** The scenarios of a text, in its order; those with errors inside are among them. */
export function scenariosIn(text: string): readonly ScenarioPlace[] {
  const { tokens } = tokenize(text)
  return segmentsOf(text, tokens).flatMap((range): readonly ScenarioPlace[] => {
    const [word, title] = tokens.slice(range.from, range.to)
    if (word.text !== "scenario" || title?.kind !== "quote") return []
    const { offset, end } = title
    const to = tokens[range.to - 1].end
    return [{ title: text.slice(offset + 1, end - 1), offset, end, from: word.offset, to }]
  })
}
