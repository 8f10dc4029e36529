/**
 * A story in prose for a terminal: paragraphs, and on request notes for the margin and where each sentence
 * comes from.
 */
import type { Span } from "@dramaturg/model"
import type { Colours } from "../colours.js"
import type { TellAnswer } from "../thread/protocol.js"
import { wrapped } from "./wrapped.js"

export interface ProseShown {
  readonly showsNotes: boolean
  readonly showsTrace: boolean
}

export function proseText(
  { telling, origins }: TellAnswer["prose"],
  { showsNotes, showsTrace }: ProseShown,
  colours: Colours,
): string {
  const blocks = telling.paragraphs.map(({ sentences }, i) => {
    const lines = [...wrapped(sentences.map((each) => each.text).join(" "), 0)]
    if (showsTrace)
      lines.push(
        "",
        ...sentences.flatMap((each) =>
          wrapped(`${quoted(each.text)} ${sources(each.occurrences, origins)}`, 4),
        ),
      )
    const notes = showsNotes ? telling.notes.filter((each) => each.paragraph === i) : []
    if (notes.length > 0)
      lines.push("", ...notes.flatMap((each) => wrapped(`(${each.kind}) ${each.text}`, 4)))
    return lines.join("\n")
  })
  if (blocks.length === 0)
    return `${colours.bold("There is nothing to tell:")} nothing of this story is seen from there.\n`
  return `${blocks.join("\n\n")}\n`
}

const LONGEST = 40

function quoted(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

function sources(occurrences: readonly number[], origins: readonly (Span | null)[]): string {
  const places = occurrences.map((each) => {
    const origin = origins[each - 1]
    return origin === null || origin === undefined
      ? `occurrence ${each}`
      : `occurrence ${each}, ${origin.file.replace(/^.*[/\\]/, "")}:${origin.line}`
  })
  return `[${places.length === 0 ? "how things stand at the start" : places.join("; ")}]`
}
