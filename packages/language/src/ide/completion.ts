/** Completion: the names and words that may stand at the cursor, the likely ones first. */
import { isModifier, segmentsOf } from "../syntax/segments.js"
import { type Token, tokenize } from "../syntax/tokens.js"
import { declaring, labels, limits, standingIn, wordOf } from "../syntax/vocabulary.js"
import type { WordPlace } from "../syntax/words.js"
import { type Declaration, declarationsIn } from "./declarations.js"
import { expectedTypes, isOfType, typesOf, variablesIn } from "./expected-type.js"
import type { Texts } from "./references.js"
import { type Role, rolesOf } from "./roles.js"

/** A name or word that may stand at the cursor. */
export interface Completion {
  readonly label: string
  readonly role: Role
  /** The declaration as it is written. */
  readonly detail?: string
  readonly doc?: string
}

const builtIn = ["character", "entity", "boolean", "number"]

/**
 * Takes the world's texts by file, and the file and offset of the cursor. Returns the names and words that
 * may stand there, the likely ones first; empty inside comments and texts, and where a new name is given.
 */
export function completionsAt(texts: Texts, file: string, offset: number): readonly Completion[] {
  const text = texts[file] ?? ""
  const before = tokenize(text.slice(0, offset))
  if (
    before.comments.some(
      (each) =>
        each.offset < offset && offset <= each.end && !text.slice(each.offset, each.end).endsWith("*/"),
    )
  )
    return []
  const tokens = before.tokens.filter((each) => each.end < offset || each.kind !== "word")
  const last = tokens.at(-1)
  if (last?.kind === "quote" || last?.kind === "odd") return []
  // The author is inventing a name here, so no known name fits.
  if ([...declaring, "story", "scenario"].includes(last?.text ?? "") && tokens.at(-2)?.text !== "every")
    return []
  const depth = tokens.reduce((sum, { text: sign }) => sum + (sign === "{" ? 1 : sign === "}" ? -1 : 0), 0)
  const isItem = last === undefined || ["{", "}", ";"].includes(last.text)
  const declared = Object.values(texts).flatMap((each) => declarationsIn(each))
  const names = (...roles: readonly Role[]): Completion[] =>
    unique(
      declared
        .filter((each) => roles.includes(each.role))
        .map(({ name, role, header, doc }) => ({
          label: name,
          role,
          detail: header,
          ...(doc === undefined ? {} : { doc }),
        })),
    )
  if (isItem && depth <= 0) return [...keywords(standingIn("world")), ...names("property")]
  if (isItem) return [...keywords(wordsInBlock(tokens)), ...names("property", "entity")]
  if (last.text === ":" && isTyping(tokens.map((each) => each.text)))
    return [...names("type"), ...builtIn.map((label): Completion => ({ label, role: "type" }))]
  const wanted = expectedTypes({ declared, tokens }).filter((each) => isDeclared(declared, each))
  if (wanted.length > 0) {
    const fits = (types: readonly string[]): boolean =>
      types.length === 0 || types.some((one) => wanted.some((other) => isOfType(declared, one, other)))
    const bound = variablesIn(tokens)
    return [
      ...variables(text, offset).filter(({ label }) => {
        const types = bound.filter((each) => each.name === label).map((each) => each.type)
        // An entity may stand where one of its more general type is bound.
        return fits(types) || wanted.some((each) => types.some((type) => isOfType(declared, each, type)))
      }),
      ...names("entity", "property").filter(({ label, role }) =>
        declared.some((each) => each.name === label && each.role === role && fits(typesOf(each))),
      ),
      ...keywords(wordsOfType(wanted)),
      ...keywords(wanted.includes("boolean") ? askedHere(tokens) : []),
    ]
  }
  return [
    ...variables(text, offset),
    ...names("property", "entity"),
    ...keywords(standingIn("formula")),
    ...keywords(askedHere(tokens)),
    ...names("type", "event"),
  ]
}

/** Without its declaration nothing is known of a type, and so nothing can be left out. */
function isDeclared(declared: readonly Declaration[], type: string): boolean {
  return builtIn.includes(type) || declared.some((each) => each.role === "type" && each.name === type)
}

/** The words of formulas that say something of one of these types. */
function wordsOfType(types: readonly string[]): readonly string[] {
  if (types.includes("boolean")) return standingIn("formula")
  return types.includes("number") ? ["if", "sum", "product", "utility"] : ["if"]
}

function keywords(words: readonly string[]): Completion[] {
  return words.map((label) => {
    const word = wordOf(label)
    return { label, role: "keyword", ...(word ? { detail: word.form, doc: word.help } : {}) }
  })
}

const blocks: readonly WordPlace[] = ["action", "trigger", "every", "property", "entity", "story", "scenario"]

/** The words that may begin an item of the block around the cursor. */
function wordsInBlock(tokens: readonly Token[]): readonly string[] {
  const opener = openBrace(tokens)
  let head = opener
  while (head > 0 && ![";", "{", "}"].includes(tokens[head - 1].text)) head--
  const { text } = tokens[isModifier(tokens, head) && tokens[head].text !== "every" ? head + 1 : head]
  if (text === "limits") return limits
  const place = blocks.find((each) => each === text)
  return place ? standingIn(place) : []
}

/** What can be asked of the action, within `every action`. */
function askedHere(tokens: readonly Token[]): readonly string[] {
  const opener = openBrace(tokens)
  let head = opener
  while (head > 0 && ![";", "{", "}"].includes(tokens[head - 1].text)) head--
  return tokens[head]?.text === "every" ? standingIn("addition") : []
}

/** The innermost brace that is open at the cursor. */
function openBrace(tokens: readonly Token[]): number {
  let depth = 0
  for (let i = tokens.length - 1; i > 0; i--) {
    if (tokens[i].text === "}") depth++
    else if (tokens[i].text === "{" && depth-- === 0) return i
  }
  return 0
}

/** Whether a type stands here: after the colon of a parameter or of a header. */
function isTyping(words: readonly string[]): boolean {
  const name = words.at(-2) ?? ""
  if (labels.has(name) || name === "then" || limits.includes(name)) return false
  if (name === ")") return isOfProperty(words.slice(0, -1))
  return ["(", ",", "type", "entity", "common", "open"].includes(words.at(-3) ?? "")
}

/** Whether the brackets that close last are those of a property, and not of `utility()` or `observing(…)`. */
function isOfProperty(words: readonly string[]): boolean {
  let depth = 0
  const opener = words.findLastIndex((word) => {
    if (word === ")") depth++
    return word === "(" && --depth === 0
  })
  return words[opener - 2] === "property"
}

/** The variables of the definition around the cursor. */
function variables(text: string, offset: number): Completion[] {
  const { tokens } = tokenize(text)
  const scope = segmentsOf(text, tokens).findLastIndex((each) => tokens[each.from].offset < offset)
  return unique(
    rolesOf(text)
      .filter((each) => each.role === "variable" && each.scope === scope && each.declares)
      .map(({ text: label, role }) => ({ label, role })),
  )
}

function unique(completions: readonly Completion[]): Completion[] {
  const seen = new Set<string>()
  return completions.filter(({ label }) => !seen.has(label) && seen.add(label))
}
