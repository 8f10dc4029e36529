/**
 * Snippets: a word of the language, or a name with its arguments, with places to fill in, in the notation
 * that editors share (`${1:name}`, `$0` where the cursor ends).
 */
import { tokenize } from "../syntax/tokens.js"
import { keywords, wordOf } from "../syntax/vocabulary.js"
import { words } from "../syntax/words.js"
import { parametersOf } from "./parameters.js"

export interface Snippet {
  readonly word: string
  readonly help: string
  readonly snippet: string
}

/** A snippet for each word of the language that begins a definition, a part or an item. */
export function snippets(): readonly Snippet[] {
  return words
    .filter((each) => !each.places.every((place) => place === "rest"))
    .map(({ word, help }) => ({ word, help, snippet: snippetOfWord(word)! }))
}

/**
 * The form of a word with places for all that is not the language's own; undefined for other words. Names
 * that occur twice are one place.
 */
export function snippetOfWord(word: string): string | undefined {
  const form = wordOf(word)?.form
  if (form === undefined) return undefined
  const places: string[] = []
  const place = (text: string): string => {
    if (text !== "" && places.includes(text)) return `$${places.indexOf(text) + 1}`
    places.push(text)
    return text === "" ? `$${places.length}` : `\${${places.length}:${text}}`
  }
  let [made, at] = ["", 0]
  for (const { kind, text, offset, end } of tokenize(form).tokens) {
    made += form.slice(at, offset)
    at = end
    if (text === "…") made += place("")
    else if (kind === "quote") made += `"${place(text === '"…"' ? "" : text.slice(1, -1))}"`
    else if (kind === "number" || (kind === "word" && !isOwn(text))) made += place(text)
    else made += text
  }
  return block(made + form.slice(at))
}

/** A body stands on a line of its own. */
function block(snippet: string): string {
  return snippet.replace(/\{ (.*) \}$/, (_, body: string) => `{\n\t${body}\n}`)
}

function isOwn(word: string): boolean {
  return keywords.has(word) || word === "character" || word === "boolean" || word === "author"
}

/** A call with a place for each argument: `at(${1:who})`. Takes the header of the declaration. */
export function snippetOfCall(name: string, header: string): string {
  const { parameters } = parametersOf(header)
  return `${name}(${parameters.map((each, i) => `\${${i + 1}:${each.name}}`).join(", ")})`
}
