/** What a text declares: the outline of a file, and what hover, definition and completion know. */
import { docBefore } from "../drama/docs.js"
import { isModifier, shapeOf } from "../drama/shape.js"
import { tokenize } from "../drama/tokens.js"
import type { Role } from "./roles.js"

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
  /** The whole definition. */
  readonly from: number
  readonly to: number
}

const roles: Readonly<Record<string, Declaration["role"]>> = { type: "type", entity: "entity", property: "property", action: "event", trigger: "event" }

export function declarationsIn(text: string): readonly Declaration[] {
  const cut = tokenize(text)
  const { tokens } = cut
  return shapeOf(text, tokens).flatMap((range): Declaration[] => {
    const at = isModifier(tokens, range.from) ? range.from + 1 : range.from
    const word = tokens[at]?.text
    if (word === undefined || !Object.hasOwn(roles, word) || (at > range.from && tokens[range.from].text === "every")) return []
    let end = at + 1
    while (end < range.to && (tokens[end].kind === "word" || tokens[end].text === ",")) end++
    const names = tokens.slice(at + 1, end).filter((each) => each.kind === "word")
    const brace = tokens.slice(at, range.to).find((each) => each.text === "{")
    const to = tokens[range.to - 1].end
    const header = text.slice(tokens[range.from].offset, brace?.offset ?? to).replace(/\s+/g, " ").trim()
    const doc = docBefore(text, cut, range.from)
    return names.map(({ text: name, offset, end: last }) => ({
      name, role: roles[word], word, header, ...(doc === undefined ? {} : { doc }), offset, end: last, from: tokens[range.from].offset, to,
    }))
  })
}
