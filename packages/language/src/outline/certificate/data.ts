/**
 * Parses JSON with the place of every value, so that a message can point at what it is about. (JSON.parse
 * tells neither where a value stood nor, reliably, where a text stops being JSON.) It does not recurse, so
 * deep nesting cannot overflow the stack; nesting deeper than `deepest` is an error.
 */

/**
 * A JSON value: a string has `words`, a list `items`, an object `fields`. The values of numbers are not
 * kept, because no reader uses them.
 */
export interface Data {
  /** Where it begins and how long it is. */
  readonly offset: number
  readonly length: number
  readonly words?: string
  readonly items?: readonly Data[]
  /** Of two fields with the same name the last value counts. */
  readonly fields?: ReadonlyMap<string, Data>
  readonly isNull: boolean
}

/** An error at `offset`: the text is no JSON from there on, or brackets are nested deeper than `deepest`. */
export interface Flaw {
  readonly offset: number
  readonly flaw: "syntax" | "depth"
}

const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const space = /[ \t\r\n]*/y

/** What must come next. */
type Expected = "value" | "value or end" | "key" | "key or end" | "more"

/** An object or list that is still open. */
interface Open {
  readonly offset: number
  readonly items: Data[] | undefined
  readonly fields: Map<string, Data> | undefined
  /** The field name whose value comes next. */
  key: string
}

interface Reader {
  readonly text: string
  readonly open: Open[]
  at: number
  expected: Expected
  whole: Data | undefined
}

export function readData(text: string, deepest: number): Data | Flaw {
  const reader: Reader = {
    text,
    open: [],
    at: text.startsWith("\uFEFF") ? 1 : 0,
    expected: "value",
    whole: undefined,
  }
  for (;;) {
    reader.at = endOf(space, text, reader.at)
    if (reader.whole !== undefined)
      return reader.at === text.length ? reader.whole : { offset: reader.at, flaw: "syntax" }
    if (!readPiece(reader)) return { offset: reader.at, flaw: "syntax" }
    if (reader.open.length > deepest) return { offset: reader.at - 1, flaw: "depth" }
  }
}

/** Reads one bracket, comma, name or value; false if none that fits stands here. */
function readPiece(reader: Reader): boolean {
  const sign = reader.text[reader.at]
  const inside = reader.open.at(-1)
  if (inside !== undefined && sign === (inside.fields ? "}" : "]")) return close(reader, inside)
  switch (reader.expected) {
    case "more":
      return readComma(reader, inside)
    case "key":
    case "key or end":
      return readKey(reader, inside)
    default:
      return sign === "{" || sign === "[" ? openBracket(reader, sign === "{") : readValue(reader)
  }
}

function close(reader: Reader, inside: Open): boolean {
  if (reader.expected === "value" || reader.expected === "key") return false
  reader.open.pop()
  reader.at++
  const { offset, items, fields } = inside
  return put(reader, {
    offset,
    length: reader.at - offset,
    isNull: false,
    ...(fields ? { fields } : { items }),
  })
}

function readComma(reader: Reader, inside: Open | undefined): boolean {
  if (reader.text[reader.at] !== ",") return false
  reader.at++
  reader.expected = inside?.fields ? "key" : "value"
  return true
}

function readKey(reader: Reader, inside: Open | undefined): boolean {
  const end = endOf(string, reader.text, reader.at)
  const colon = endOf(space, reader.text, end)
  if (inside === undefined || end === reader.at || reader.text[colon] !== ":") {
    reader.at = colon
    return false
  }
  inside.key = unquoted(reader.text.slice(reader.at, end))
  reader.at = colon + 1
  reader.expected = "value"
  return true
}

function openBracket(reader: Reader, isObject: boolean): boolean {
  const fields = isObject ? new Map<string, Data>() : undefined
  reader.open.push({ offset: reader.at, items: isObject ? undefined : [], fields, key: "" })
  reader.expected = isObject ? "key or end" : "value or end"
  reader.at++
  return true
}

function readValue(reader: Reader): boolean {
  const { text, at } = reader
  const isString = text[at] === '"'
  const end = endOf(isString ? string : literal, text, at)
  if (end === at) return false
  reader.at = end
  const piece = text.slice(at, end)
  return put(reader, {
    offset: at,
    length: end - at,
    isNull: piece === "null",
    ...(isString ? { words: unquoted(piece) } : {}),
  })
}

/** Adds a finished value to the object or list that contains it. */
function put(reader: Reader, data: Data): boolean {
  const inside = reader.open.at(-1)
  if (inside === undefined) reader.whole = data
  else if (inside.fields) inside.fields.set(inside.key, data)
  else inside.items?.push(data)
  reader.expected = "more"
  return true
}

function unquoted(piece: string): string {
  return JSON.parse(piece) as string
}

/** The offset after a match that begins at `at`; `at` if there is no match. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
