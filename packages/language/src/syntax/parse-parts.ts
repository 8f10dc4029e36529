/** Parses what stands in the braces of actions, triggers and properties, and in those of entities. */
import { type Cursor, accept, isName, miss, peek, placeSince, take, takeAny } from "./cursor.js"
import { type ItemParser, parseLabelled, parseQuote, parseWish } from "./parse-clauses.js"
import {
  beginsPlain,
  inBrackets,
  listOf,
  parseArguments,
  parseBound,
  parseFormula,
  parsePlain,
  parseWord,
} from "./parse-formula.js"
import type {
  BlockBelief,
  BlockItem,
  BlockTold,
  ConsentingPart,
  Fact,
  FormulaPart,
  Literal,
  Mention,
  ObservingPart,
  OtherPart,
  Part,
  TextPart,
  Want,
} from "./parse-tree.js"
import { formulaParts, parts, textParts } from "./vocabulary.js"

const partWords: ReadonlySet<string> = new Set([...parts, ...formulaParts, ...textParts, "NAME"])

/** A part of an action, a trigger or a property. */
export const part: ItemParser<Part> = { begins: (kind) => partWords.has(kind), parse: parsePart }

function parsePart(cursor: Cursor): Part {
  const kind = peek(cursor)
  if (formulaParts.has(kind)) return parseFormulaPart(cursor)
  if (textParts.has(kind)) return parseTextPart(cursor)
  if (kind === "consenting") return parseConsenting(cursor)
  return kind === "observing" ? parseObserving(cursor) : parseOther(cursor)
}

function parseFormulaPart(cursor: Cursor): FormulaPart {
  const from = cursor.at
  return {
    rule: "FormulaPart",
    ...parseLabelled<FormulaPart["keyword"]>(cursor),
    ...placeSince(cursor, from),
  }
}

function parseTextPart(cursor: Cursor): TextPart {
  const from = cursor.at
  const keyword = takeAny(cursor) as TextPart["keyword"]
  take(cursor, ":")
  const texts = listOf(cursor, parseQuote)
  return { rule: "TextPart", keyword, texts, ...placeSince(cursor, from) }
}

function parseConsenting(cursor: Cursor): ConsentingPart {
  const from = cursor.at
  take(cursor, "consenting")
  take(cursor, ":")
  const characters = parseCharacters(cursor)
  return { rule: "ConsentingPart", keyword: "consenting", characters, ...placeSince(cursor, from) }
}

function parseCharacters(cursor: Cursor): (Literal | Mention)[] {
  const row = () => (beginsPlain(peek(cursor)) ? listOf(cursor, parsePlain) : [])
  return peek(cursor) === "(" ? inBrackets(cursor, row) : row()
}

function parseObserving(cursor: Cursor): ObservingPart {
  const from = cursor.at
  take(cursor, "observing")
  const bound = parseBound(cursor)
  take(cursor, ":")
  const body = parseFormula(cursor)
  return { rule: "ObservingPart", keyword: "observing", ...bound, body, ...placeSince(cursor, from) }
}

function parseOther(cursor: Cursor): OtherPart {
  const from = cursor.at
  const keyword = takeAny(cursor)
  if (!accept(cursor, ":"))
    miss(cursor, { kind: "mismatch", at: cursor.at, expected: ":", isOtherPart: true })
  const body = parseFormula(cursor)
  return { rule: "OtherPart", keyword, body, ...placeSince(cursor, from) }
}

/** Items of an entity's block. */
export const blockItem: ItemParser<BlockItem> = {
  begins: (kind) => kind === "believes" || kind === "told" || kind === "!" || isName(kind),
  parse: parseBlockItem,
}

function parseBlockItem(cursor: Cursor): BlockItem {
  const [kind, next] = [peek(cursor), peek(cursor, 1)]
  if (kind === "wants" && (next === ":" || next === "QUOTE")) return parseWant(cursor)
  if (kind === "believes") return parseBelief(cursor)
  return kind === "told" ? parseTold(cursor) : parseFact(cursor)
}

function parseWant(cursor: Cursor): Want {
  const from = cursor.at
  take(cursor, "wants")
  return { rule: "Want", ...parseWish(cursor), ...placeSince(cursor, from) }
}

function parseBelief(cursor: Cursor): BlockBelief {
  const from = cursor.at
  take(cursor, "believes")
  const body = parseFormula(cursor)
  return { rule: "BlockBelief", body, ...placeSince(cursor, from) }
}

function parseTold(cursor: Cursor): BlockTold {
  const from = cursor.at
  take(cursor, "told")
  take(cursor, ":")
  const name = parseQuote(cursor)
  const pronoun = accept(cursor, ",") ? parseWord(cursor) : undefined
  return { rule: "BlockTold", name, pronoun, ...placeSince(cursor, from) }
}

function parseFact(cursor: Cursor): Fact {
  const from = cursor.at
  const negated = accept(cursor, "!")
  const name = parseWord(cursor)
  const inner = parseArguments(cursor) ?? []
  const value = accept(cursor, "=") ? parseFormula(cursor) : undefined
  return { rule: "Fact", negated, name, arguments: inner, value, ...placeSince(cursor, from) }
}
