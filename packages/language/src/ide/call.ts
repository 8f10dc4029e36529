/** The call around the cursor: which name's brackets it stands in, and before how many of the arguments. */
import type { Token } from "../syntax/tokens.js"

export interface Call {
  /** The index of the name before the bracket. */
  readonly at: number
  readonly name: string
  /** How many commas stand before the cursor. */
  readonly position: number
}

/** Takes the tokens before the cursor. Undefined: it stands in no brackets, or no name is before them. */
export function callAround(tokens: readonly Token[]): Call | undefined {
  let [depth, position] = [0, 0]
  for (let i = tokens.length - 1; i > 0; i--) {
    const { text } = tokens[i]
    if (text === ";" || text === "{" || text === "}") return undefined
    if (text === ")") depth++
    else if (text === "," && depth === 0) position++
    else if (text === "(" && depth-- === 0) {
      const { kind, text: name } = tokens[i - 1]
      return kind === "word" ? { at: i - 1, name, position } : undefined
    }
  }
  return undefined
}
