/**
 * The grammar of `.drama`, the language in which authors write worlds: one function for each construct, by
 * recursive descent. The manual of the language is docs/language.md. At most two tokens of lookahead decide
 * which construct follows.
 *
 * From tokens to a parse tree and complaints. A parse tree is usable only if there are no complaints, or if
 * the only one is that tokens are left over.
 */
import {
  type Complaint,
  type Cursor,
  accept,
  cursorOver,
  isName,
  miss,
  missAny,
  peek,
  placeSince,
  take,
  takeAny,
} from "./cursor.js"
import {
  parseBlock,
  parseLimits,
  parseQuote,
  parseStatement,
  parseUtility,
  parseWithout,
} from "./parse-clauses.js"
import {
  beginsFormula,
  beginsLiteral,
  inBrackets,
  listOf,
  parseBound,
  parseLiteral,
  parseWord,
} from "./parse-formula.js"
import { blockItem, part } from "./parse-parts.js"
import { scenarioItem } from "./parse-scenario.js"
import type { Token } from "./tokens.js"
import type {
  Definition,
  EntityDefinition,
  EventDefinition,
  EveryDefinition,
  IncludeDefinition,
  Parameter,
  PropertyDefinition,
  ScenarioDefinition,
  StoryDefinition,
  TypeDefinition,
} from "./parse-tree.js"

export interface Parsed {
  readonly definition: Definition
  readonly complaints: readonly Complaint[]
}

/** Parses the definition of the tokens `from` to `to`. */
export function parseDefinition(tokens: readonly Token[], from: number, to: number): Parsed {
  const cursor = cursorOver(tokens, from, to)
  const definition = parseAny(cursor)
  if (cursor.at < to) miss(cursor, { kind: "left-over", at: cursor.at })
  return { definition, complaints: cursor.complaints }
}

/** Keywords that may be names begin a definition only if a name, or a brace, follows them. */
function parseAny(cursor: Cursor): Definition {
  const [kind, next] = [peek(cursor), peek(cursor, 1)]
  const parse = openers.get(kind)
  if (parse) return parse(cursor)
  if (kind === "limits" && next === "{") return parseLimits(cursor)
  const parseNamed = isName(next) ? namedOpeners.get(kind) : undefined
  if (parseNamed) return parseNamed(cursor)
  if (!beginsFormula(kind)) missAny(cursor)
  return parseStatement(cursor)
}

const openers: ReadonlyMap<string, (cursor: Cursor) => Definition> = new Map<
  string,
  (cursor: Cursor) => Definition
>([
  ["common", parseProperty],
  ["open", parseProperty],
  ["unforeseen", parseEvent],
  ["every", parseEvery],
  ["include", parseInclude],
  ["story", parseStory],
  ["scenario", parseScenario],
  ["utility", parseUtility],
  ["without", parseWithout],
])

const namedOpeners: ReadonlyMap<string, (cursor: Cursor) => Definition> = new Map<
  string,
  (cursor: Cursor) => Definition
>([
  ["type", parseType],
  ["entity", parseEntity],
  ["property", parseProperty],
  ["action", parseEvent],
  ["trigger", parseEvent],
])

/** Another text, whose definitions stand here. */
function parseInclude(cursor: Cursor): IncludeDefinition {
  const from = cursor.at
  take(cursor, "include")
  const path = parseQuote(cursor)
  return { rule: "IncludeDefinition", path, ...placeSince(cursor, from) }
}

function parseType(cursor: Cursor): TypeDefinition {
  const from = cursor.at
  take(cursor, "type")
  const name = parseWord(cursor)
  const parents = accept(cursor, ":") ? listOf(cursor, parseWord) : []
  return { rule: "TypeDefinition", name, parents, ...placeSince(cursor, from) }
}

/** One or several entities, with an optional block of what is true of each of them. */
function parseEntity(cursor: Cursor): EntityDefinition {
  const from = cursor.at
  take(cursor, "entity")
  const names = listOf(cursor, parseWord)
  take(cursor, ":")
  const types = listOf(cursor, parseWord)
  const items = hasBlock(cursor) ? parseBlock(cursor, blockItem) : []
  return { rule: "EntityDefinition", names, types, items, ...placeSince(cursor, from) }
}

/** A block may follow a header even if the header has a mistake. */
function hasBlock(cursor: Cursor): boolean {
  return cursor.isLost || peek(cursor) === "{"
}

function parseProperty(cursor: Cursor): PropertyDefinition {
  const from = cursor.at
  const [isCommon, isOpen] = [accept(cursor, "common"), accept(cursor, "open")]
  take(cursor, "property")
  const name = parseWord(cursor)
  const parameters = parseParameters(cursor)
  take(cursor, ":")
  const type = parseWord(cursor)
  const parts = hasBlock(cursor) ? parseBlock(cursor, part) : []
  const marks = { isCommon, isOpen }
  return { rule: "PropertyDefinition", ...marks, name, parameters, type, parts, ...placeSince(cursor, from) }
}

function parseEvent(cursor: Cursor): EventDefinition {
  const from = cursor.at
  const isUnforeseen = accept(cursor, "unforeseen")
  const kind = takeAny(cursor) as EventDefinition["kind"]
  const name = parseWord(cursor)
  const parameters = parseParameters(cursor)
  const parts = parseBlock(cursor, part)
  return { rule: "EventDefinition", isUnforeseen, kind, name, parameters, parts, ...placeSince(cursor, from) }
}

function parseParameters(cursor: Cursor): Parameter[] {
  const begins = (kind: string) => isName(kind) || beginsLiteral(kind)
  return inBrackets(cursor, () => (begins(peek(cursor)) ? listOf(cursor, parseParameter) : []))
}

function parseParameter(cursor: Cursor): Parameter {
  const from = cursor.at
  const constant = beginsLiteral(peek(cursor)) ? parseLiteral(cursor) : undefined
  const name = constant ? undefined : parseWord(cursor)
  const type = name && accept(cursor, ":") ? parseWord(cursor) : undefined
  return { rule: "Parameter", name, type, constant, ...placeSince(cursor, from) }
}

function parseEvery(cursor: Cursor): EveryDefinition {
  const from = cursor.at
  take(cursor, "every")
  take(cursor, "action")
  const action = isName(peek(cursor)) ? parseWord(cursor) : undefined
  const by = accept(cursor, "by") ? parseBound(cursor) : undefined
  const parts = parseBlock(cursor, part)
  return { rule: "EveryDefinition", action, by, parts, ...placeSince(cursor, from) }
}

function parseStory(cursor: Cursor): StoryDefinition {
  const from = cursor.at
  take(cursor, "story")
  const items = parseBlock(cursor, scenarioItem)
  return { rule: "StoryDefinition", items, ...placeSince(cursor, from) }
}

function parseScenario(cursor: Cursor): ScenarioDefinition {
  const from = cursor.at
  take(cursor, "scenario")
  const title = parseQuote(cursor)
  const items = parseBlock(cursor, scenarioItem)
  return { rule: "ScenarioDefinition", title, items, ...placeSince(cursor, from) }
}
