/**
 * What an editor shows for the word under the cursor: a name's declaration and doc comment, or the help of a
 * word of the language.
 */
import { asked, wordOf } from "../syntax/vocabulary.js"
import { declarationsMeant, nameAt, type Texts } from "./references.js"
import { rolesOf } from "./roles.js"

/** What to show for the word from `offset` to `end`. */
export interface Hover {
  readonly offset: number
  readonly end: number
  /** E.g. `a property of somebody`. */
  readonly words: string
  readonly header: string
  readonly doc?: string
}

const words: Readonly<Record<string, string>> = {
  type: "a type of people or things",
  entity: "somebody or something there is",
  property: "what can be said",
  action: "what somebody may do",
  trigger: "what happens by itself",
}

/**
 * Takes the world's texts by file, and the file and offset of the cursor. Returns what to show there, with
 * the span of the word; undefined if the cursor is on no name or word of the language.
 */
export function hoverAt(texts: Texts, file: string, offset: number): Hover | undefined {
  const name = nameAt(texts[file] ?? "", offset)
  if (name === undefined) return hoverOverWord(texts[file] ?? "", offset)
  if (name.role === "variable")
    return {
      offset: name.offset,
      end: name.end,
      words: "a name that stands for whoever or whatever fits",
      header: name.text,
    }
  const [found] = declarationsMeant(texts, file, name)
  if (!found) return asked.has(name.text) ? hoverOver(name) : undefined
  return {
    offset: name.offset,
    end: name.end,
    words: words[found.word],
    header: found.header,
    ...(found.doc === undefined ? {} : { doc: found.doc }),
  }
}

function hoverOverWord(text: string, offset: number): Hover | undefined {
  const found = rolesOf(text).find((each) => each.offset <= offset && offset < each.end)
  const word =
    found && (found.role === "keyword" || found.role === "literal") ? wordOf(found.text) : undefined
  return found && word && hoverOver(found)
}

/** Of a word that stands in the table. */
function hoverOver({ text, offset, end }: { text: string; offset: number; end: number }): Hover {
  const { help, form } = wordOf(text)!
  return { offset, end, words: help, header: form }
}
