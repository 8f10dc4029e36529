/**
 * The bracket structure of a token sequence, found in one pass: which bracket closes which, where definitions
 * end, and where each separator and operator stands on each level.
 *
 * The grammar asks for "the first `&` of a span that is inside no bracket". With the places listed per
 * bracket, the answer takes one binary search, so splitting spans repeatedly stays cheap.
 */
import { type Token, isName } from "./tokens.js"

/** A stretch of tokens, `to` not included. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface BracketError {
  readonly kind: "unclosed-bracket" | "stray-bracket" | "too-deep"
  readonly at: number
}

export interface DefinitionRange extends Range {
  /** The first mistake in its brackets; such a definition is not read further. */
  readonly error: BracketError | undefined
  /** Nothing separates it from the next definition. */
  readonly unseparated: boolean
}

export interface Structure {
  readonly definitions: readonly DefinitionRange[]
  /** For a bracket, the one that belongs to it. */
  readonly partner: Int32Array
  /** The first `sign` among the tokens of the range that are inside no bracket of it, or -1. */
  readonly first: (sign: string, from: number, to: number) => number
}

export const deepest = 400

const signs = new Set([
  "&",
  "|",
  "=",
  "==",
  "!=",
  ">=",
  "<=",
  ">",
  "<",
  ":",
  "*",
  "/",
  "+",
  "-",
  ",",
  ";",
  "else",
  "elseif",
])
const closers = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
])
const keywords = new Set(["type", "entity", "property", "action", "trigger"])

export function structureOf(tokens: readonly Token[]): Structure {
  const walk = startWalk(tokens)
  for (let i = 0; i < tokens.length; i++) step(walk, i)
  abandonAll(walk)
  closeDefinition(walk, tokens.length, false)
  return { definitions: walk.definitions, partner: walk.partner, first: finder(walk) }
}

interface Walk {
  readonly tokens: readonly Token[]
  readonly partner: Int32Array
  /** The opening bracket around each token, or -1. */
  readonly around: Int32Array
  readonly places: Map<number, Map<string, number[]>>
  readonly open: number[]
  /** How many of each opening bracket are open, so that a closing bracket without one is found at once. */
  readonly counts: Record<string, number>
  readonly definitions: DefinitionRange[]
  from: number
  error: BracketError | undefined
}

function startWalk(tokens: readonly Token[]): Walk {
  return {
    tokens,
    partner: new Int32Array(tokens.length).fill(-1),
    around: new Int32Array(tokens.length).fill(-1),
    places: new Map(),
    open: [],
    counts: { "(": 0, "[": 0, "{": 0 },
    definitions: [],
    from: 0,
    error: undefined,
  }
}

function step(walk: Walk, i: number): void {
  const text = walk.tokens[i].kind === "string" ? "" : walk.tokens[i].text
  if (beginsDefinition(walk, i)) breakBefore(walk, i)
  if (text === ";") closeRound(walk)
  const opener = closers.get(text)
  if (opener) return close(walk, i, opener)
  walk.around[i] = walk.open.at(-1) ?? -1
  if (text === ";" && walk.open.length === 0) return endDefinition(walk, i)
  if (signs.has(text)) note(walk, text, i)
  if (text === "(" || text === "[" || text === "{") open(walk, i, text)
}

function open(walk: Walk, i: number, text: string): void {
  walk.open.push(i)
  walk.counts[text]++
  if (walk.open.length > deepest) blame(walk, "too-deep", i)
}

function close(walk: Walk, i: number, opener: string): void {
  if (walk.counts[opener] === 0) {
    walk.around[i] = walk.open.at(-1) ?? -1
    return blame(walk, "stray-bracket", i)
  }
  while (walk.tokens[walk.open.at(-1)!].text !== opener) abandon(walk)
  const at = pop(walk)
  walk.partner[at] = i
  walk.partner[i] = at
  walk.around[i] = walk.open.at(-1) ?? -1
}

/**
 * A semicolon stands inside braces or at the top level, so round and square brackets still open here were
 * never closed.
 */
function closeRound(walk: Walk): void {
  while (walk.open.length > 0 && walk.tokens[walk.open.at(-1)!].text !== "{") abandon(walk)
}

function abandonAll(walk: Walk): void {
  while (walk.open.length > 0) abandon(walk)
}

function abandon(walk: Walk): void {
  blame(walk, "unclosed-bracket", pop(walk))
}

function pop(walk: Walk): number {
  const at = walk.open.pop()!
  walk.counts[walk.tokens[at].text]--
  return at
}

function blame(walk: Walk, kind: BracketError["kind"], at: number): void {
  walk.error ??= { kind, at }
}

function note(walk: Walk, sign: string, i: number): void {
  const group = walk.around[i]
  const places = walk.places.get(group) ?? new Map<string, number[]>()
  if (places.size === 0) walk.places.set(group, places)
  const list = places.get(sign)
  if (list) list.push(i)
  else places.set(sign, [i])
}

/** The semicolon at `i` ends a definition; an empty one is kept, and the reader reports it. */
function endDefinition(walk: Walk, i: number): void {
  walk.definitions.push({ from: walk.from, to: i, error: walk.error, unseparated: false })
  walk.from = i + 1
  walk.error = undefined
}

function closeDefinition(walk: Walk, to: number, unseparated: boolean): void {
  if (to > walk.from) walk.definitions.push({ from: walk.from, to, error: walk.error, unseparated })
  walk.from = to
  walk.error = undefined
}

function breakBefore(walk: Walk, i: number): void {
  const separated = walk.open.length > 0 && walk.tokens[i - 1].text === ";"
  abandonAll(walk)
  closeDefinition(walk, i, !separated)
}

/**
 * Whether a definition must begin at `i` although the one before it has not ended. No word is reserved, but
 * a keyword and a name side by side stand nowhere else in a text without mistakes.
 */
function beginsDefinition(walk: Walk, i: number): boolean {
  if (i === walk.from) return false
  const { tokens } = walk
  const before = tokens[i - 1].text
  if (tokens[i].text === "utility") {
    return (
      tokens[i + 1]?.text === "(" &&
      (walk.open.length > 0 ? before === ";" && bracesOnly(walk) : before === "}")
    )
  }
  const next = tokens[i + 1]
  if (!keywords.has(tokens[i].text) || !isName(next) || next.text.startsWith("else")) return false
  if (walk.open.length > 0) return before === ";" || before === "}"
  return !(i - 1 === walk.from && keywords.has(before))
}

function bracesOnly(walk: Walk): boolean {
  return walk.counts["("] === 0 && walk.counts["["] === 0
}

function finder(walk: Walk): Structure["first"] {
  return (sign, from, to) => {
    const list = walk.places.get(walk.around[from] ?? -1)?.get(sign)
    if (!list) return -1
    const found = list[lowerBound(list, from)]
    return found === undefined || found >= to ? -1 : found
  }
}

/** The index of the first element not below `value`. */
function lowerBound(list: readonly number[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
