/**
 * Cuts a stream into lines at line feeds alone: JSON may hold every other sign that a text breaks lines at.
 */

/** The longest line that is taken, in UTF-16 units: a world and a story of the largest size fit into it. */
export const longestLine = 32_000_000

/** Undefined stands for a line that was longer. */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncIterable<string | undefined> {
  input.setEncoding("utf8")
  let pieces: string[] = []
  let length = 0
  for await (const piece of input as AsyncIterable<string>) {
    const [first, ...rest] = piece.split("\n")
    for (const [i, part] of [first, ...rest].entries()) {
      if (i > 0) {
        yield length > longestLine ? undefined : pieces.join("")
        pieces = []
        length = 0
      }
      length += part.length
      if (length <= longestLine) pieces.push(part)
      else pieces = []
    }
  }
  if (length > 0) yield length > longestLine ? undefined : pieces.join("")
}
