/** What an editor can fold: blocks of more than one line, and comments of more than two. */
import { tokenize } from "../syntax/tokens.js"

export interface Fold {
  readonly from: number
  readonly to: number
}

/** The ranges of a text that can be folded, in its order. */
export function foldsIn(text: string): readonly Fold[] {
  const { tokens, comments } = tokenize(text)
  const open: number[] = []
  const folds: Fold[] = []
  for (const { text: sign, offset, end } of tokens) {
    if (sign === "{") open.push(end)
    const from = sign === "}" ? open.pop() : undefined
    if (from !== undefined && text.slice(from, offset).includes("\n")) folds.push({ from, to: offset })
  }
  for (const each of comments)
    if (each.text.startsWith("/*") && each.text.includes("\n"))
      folds.push({ from: each.offset + 2, to: each.end })
  return folds.sort((a, b) => a.from - b.from)
}
