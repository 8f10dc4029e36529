/** Places as the protocol has them: lines from 0 and UTF-16 units, from the offsets that the language has. */
import type { Location, Range } from "vscode-languageserver"
import { TextDocument } from "vscode-languageserver-textdocument"
import type { Texts } from "@dramaturg/language/ide"

/** Makes ranges of offsets in one text. */
export interface Ranges {
  (offset: number, end: number): Range
}

/** Building it costs one pass over the text, at the first question. Line breaks are LF, CR or CRLF. */
export function rangesOf(text: string): Ranges {
  const document = TextDocument.create("", "", 0, text)
  return (offset, end) => ({ start: document.positionAt(offset), end: document.positionAt(end) })
}

/** The locations of places in several texts. `uriOf`: of a file. */
export function locationsOf(
  texts: Texts,
  places: readonly { readonly file: string; readonly offset: number; readonly end: number }[],
  uriOf: (file: string) => string,
): Location[] {
  const ranges = new Map<string, Ranges>()
  return places.map(({ file, offset, end }) => {
    const range = ranges.get(file) ?? rangesOf(texts[file])
    ranges.set(file, range)
    return { uri: uriOf(file), range: range(offset, end) }
  })
}
