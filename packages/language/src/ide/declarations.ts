/** What a text declares: the source of a file's outline, and of hover, definition and completion. */
import { docBefore } from "../syntax/docs.js"
import { isModifier, segmentsOf } from "../syntax/segments.js"
import { type Token, tokenize } from "../syntax/tokens.js"
import { kept } from "./kept.js"
import type { Role } from "./roles.js"

/** A declaration in a text; offsets count UTF-16 units from the beginning of the text. */
export interface Declaration {
  readonly name: string
  readonly role: Extract<Role, "type" | "entity" | "property" | "event">
  /** The word that declares it: `action`, `trigger`, `entity` … */
  readonly word: string
  /** Its first line as it is written, without its body: `action walk(who : character, to : place)`. */
  readonly header: string
  readonly doc?: string
  readonly offset: number
  readonly end: number
  /** How many arguments it takes; 0 for what has no brackets. */
  readonly takes: number
  /** The whole definition. */
  readonly from: number
  readonly to: number
}

const roles: Readonly<Record<string, Declaration["role"]>> = {
  type: "type",
  entity: "entity",
  property: "property",
  action: "event",
  trigger: "event",
}

/**
 * All declarations of a text, in its order; a text with errors loses at most those of definitions with
 * errors.
 */
export const declarationsIn = kept((text): readonly Declaration[] => {
  const cut = tokenize(text)
  const { tokens } = cut
  return segmentsOf(text, tokens).flatMap((range): Declaration[] => {
    const at = isModifier(tokens, range.from) ? range.from + 1 : range.from
    const word = tokens[at]?.text
    if (
      word === undefined ||
      !Object.hasOwn(roles, word) ||
      (at > range.from && tokens[range.from].text === "every")
    )
      return []
    let end = at + 1
    while (end < range.to && (tokens[end].kind === "word" || tokens[end].text === ",")) end++
    const names = tokens.slice(at + 1, end).filter((each) => each.kind === "word")
    const brace = tokens.slice(at, range.to).find((each) => each.text === "{")
    const to = tokens[range.to - 1].end
    const header = text
      .slice(tokens[range.from].offset, brace?.offset ?? to)
      .replace(/\s+/g, " ")
      .trim()
    const doc = docBefore(text, cut, range.from)
    const takes = namesInBrackets(tokens, end, range.to)
    return names.map(({ text: name, offset, end: last }) => ({
      name,
      role: roles[word],
      word,
      header,
      takes,
      ...(doc === undefined ? {} : { doc }),
      offset,
      end: last,
      from: tokens[range.from].offset,
      to,
    }))
  })
})

/**
 * How many items, separated by commas, stand between the bracket at `open` and the one that closes it; 0 if
 * there is no bracket.
 */
export function namesInBrackets(tokens: readonly Token[], open: number, to = tokens.length): number {
  if (tokens[open]?.text !== "(" || tokens[open + 1]?.text === ")") return 0
  let [depth, commas] = [0, 0]
  for (let i = open; i < to; i++) {
    if (tokens[i].text === "(") depth++
    else if (tokens[i].text === ")" && --depth === 0) break
    else if (tokens[i].text === "," && depth === 1) commas++
  }
  return commas + 1
}
