/** Where something stands in a source text. Lines and columns are computed here and nowhere else. */

/** A stretch of one source text. Offsets and columns count UTF-16 units; line and column count from 1. */
export interface Span {
  /** The name under which the text was read: a path as the user gave it, or `<stdin>`. */
  readonly file: string
  readonly offset: number
  readonly length: number
  readonly line: number
  readonly column: number
}

/** Makes spans for one text. Line breaks are LF, CR or CRLF. */
export interface SpanMaker {
  (offset: number, length: number): Span
}

/** A function that turns offsets in `text` into spans; building it costs one pass over the text. */
export function spansOf(file: string, text: string): SpanMaker {
  const starts = lineStarts(text)
  return (offset, length) => {
    const line = lineAt(starts, offset)
    return { file, offset, length, line: line + 1, column: offset - starts[line] + 1 }
  }
}

/** The source line that a span begins on, without its line break. */
export function sourceLine(text: string, span: Span): string {
  const starts = lineStarts(text)
  const start = starts[span.line - 1] ?? text.length
  const rest = text.slice(start)
  const end = rest.search(/[\r\n]/)
  return end < 0 ? rest : rest.slice(0, end)
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue
    if (code === 10 || code === 13) starts.push(i + 1)
  }
  return starts
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle] <= offset) low = middle
    else high = middle - 1
  }
  return low
}
