/**
 * Parses blocks, and what stands in a world and in a scenario alike: facts, utilities, limits, and what is
 * taken out.
 */
import {
  type Cursor,
  accept,
  isName,
  miss,
  missAny,
  peek,
  placeSince,
  recover,
  recoverAtBlock,
  take,
  takeAny,
} from "./cursor.js"
import { inBrackets, listOf, parseFormula, parseName, parseWord } from "./parse-formula.js"
import type {
  Formula,
  LimitEntry,
  LimitsDefinition,
  Quote,
  Statement,
  UtilityDefinition,
  Without,
} from "./parse-tree.js"

/** What begins an item of a block, and how it is parsed. */
export interface ItemParser<T> {
  readonly begins: (kind: string) => boolean
  readonly parse: (cursor: Cursor) => T
}

/**
 * `{ item; item; }`. A mistake in one item leaves the others readable. Semicolons may be missing here;
 * `errors/separators.ts` reports that.
 */
export function parseBlock<T>(cursor: Cursor, { begins, parse }: ItemParser<T>): T[] {
  recoverAtBlock(cursor)
  take(cursor, "{")
  const items: T[] = []
  while (!cursor.isLost && cursor.at < cursor.to && peek(cursor) !== "}") {
    if (accept(cursor, ";")) continue
    if (begins(peek(cursor))) items.push(parse(cursor))
    else miss(cursor, { kind: "mismatch", at: cursor.at, expected: "}" })
    recover(cursor)
  }
  take(cursor, "}")
  return items
}

export function parseQuote(cursor: Cursor): Quote {
  const from = cursor.at
  const text = take(cursor, "QUOTE")
  return { rule: "Quote", text, ...placeSince(cursor, from) }
}

/** `word: formula` */
export function parseLabelled<Label extends string>(
  cursor: Cursor,
): { readonly keyword: Label; readonly body: Formula } {
  const keyword = takeAny(cursor) as Label
  take(cursor, ":")
  return { keyword, body: parseFormula(cursor) }
}

export function parseStatement(cursor: Cursor): Statement {
  const from = cursor.at
  const body = parseFormula(cursor)
  return { rule: "Statement", body, ...placeSince(cursor, from) }
}

export function parseWithout(cursor: Cursor): Without {
  const from = cursor.at
  take(cursor, "without")
  const names = listOf(cursor, parseWord)
  return { rule: "Without", names, ...placeSince(cursor, from) }
}

export function parseUtility(cursor: Cursor): UtilityDefinition {
  const from = cursor.at
  take(cursor, "utility")
  const character = inBrackets(cursor, () => (isName(peek(cursor)) ? parseWord(cursor) : undefined))
  return { rule: "UtilityDefinition", character, ...parseWish(cursor), ...placeSince(cursor, from) }
}

/** The formula of a utility, and before it perhaps the words with which prose tells it. */
export function parseWish(cursor: Cursor): Pick<UtilityDefinition, "told" | "body"> {
  const told = peek(cursor) === "QUOTE" ? parseQuote(cursor) : undefined
  take(cursor, ":")
  return { told, body: parseFormula(cursor) }
}

export function parseLimits(cursor: Cursor): LimitsDefinition {
  const from = cursor.at
  take(cursor, "limits")
  const entries = parseBlock(cursor, limitEntry)
  return { rule: "LimitsDefinition", entries, ...placeSince(cursor, from) }
}

const limitEntry: ItemParser<LimitEntry> = { begins: isName, parse: parseLimitEntry }

function parseLimitEntry(cursor: Cursor): LimitEntry {
  const from = cursor.at
  const which = parseWord(cursor)
  take(cursor, ":")
  const limit = parseLimit(cursor)
  return { rule: "LimitEntry", which, ...limit, ...placeSince(cursor, from) }
}

function parseLimit(cursor: Cursor): Pick<LimitEntry, "negative" | "value" | "word"> {
  const kind = peek(cursor)
  if (isName(kind)) return { negative: false, value: undefined, word: parseName(cursor) }
  if (kind !== "-" && kind !== "NUMBER") missAny(cursor)
  return { word: undefined, ...parseNumber(cursor) }
}

/** A number with or without a minus before it. */
export function parseNumber(cursor: Cursor): { readonly negative: boolean; readonly value: string } {
  const negative = accept(cursor, "-")
  return { negative, value: take(cursor, "NUMBER") }
}
