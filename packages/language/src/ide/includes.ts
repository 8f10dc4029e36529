/** The parts that a text includes: the source of an editor's links, and of its index of a workspace. */
import { resolve } from "../read/include.js"
import { tokenize } from "../syntax/tokens.js"

/** An `include`; the offsets are those of its path, without the quotation marks. */
export interface Included {
  /** The path as it is written. */
  readonly written: string
  /** The file that it means, seen from `file`. */
  readonly path: string
  readonly offset: number
  readonly end: number
}

/** The parts that a text includes, in its order. `file`: the text's own file. */
export function includesIn(text: string, file: string): readonly Included[] {
  const { tokens } = tokenize(text)
  return tokens.flatMap((each, i): readonly Included[] => {
    const next = tokens[i + 1]
    if (each.text !== "include" || each.kind !== "word" || next?.kind !== "quote") return []
    const [offset, end] = [next.offset + 1, next.end - 1]
    const written = text.slice(offset, end)
    return [{ written, path: resolve(written, file), offset, end }]
  })
}
