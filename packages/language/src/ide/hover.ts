/** What there is to say about the name under the cursor: its declaration, in words and as it is written, and its doc comment. */
import { declarationsMeant, nameAt, type Texts } from "./references.js"

export interface Hover {
  readonly offset: number
  readonly end: number
  /** E.g. `a property of somebody`. */
  readonly words: string
  readonly header: string
  readonly doc?: string
}

const words: Readonly<Record<string, string>> = {
  type: "a kind of people or things", entity: "somebody or something there is", property: "what can be said", action: "what somebody may do", trigger: "what happens by itself",
}

export function hoverAt(texts: Texts, file: string, offset: number): Hover | undefined {
  const name = nameAt(texts[file] ?? "", offset)
  if (name === undefined) return undefined
  if (name.role === "variable") return { offset: name.offset, end: name.end, words: "a name that stands for whoever or whatever fits", header: name.text }
  const [found] = declarationsMeant(texts, file, name)
  if (!found) return undefined
  return { offset: name.offset, end: name.end, words: words[found.word], header: found.header, ...(found.doc === undefined ? {} : { doc: found.doc }) }
}
