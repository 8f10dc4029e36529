/** Reads one definition of Sabre's format (docs/language-sabre.md). */
import type {
  SyntaxDefinition,
  SyntaxExpression,
  SyntaxParameter,
  SyntaxPart,
  SyntaxTerm,
  Name,
} from "../syntax-tree.js"
import { readExpression, readTerm } from "./expressions.js"
import {
  type Reading,
  expect,
  fail,
  failUnexpected,
  itemsOf,
  nameAt,
  shorten,
  spanOf,
  textAt,
} from "./reading.js"

/**
 * Reads one definition; calls `onMistake` for each mistake in it. A definition with mistakes may still be
 * returned, with what could be read, so that uses of its name are not reported.
 */
export function readDefinition(
  r: Reading,
  from: number,
  to: number,
  onMistake: () => void,
): SyntaxDefinition | undefined {
  const reader = readerFor(r, from, to)
  const definition = reader(r, from, to, onMistake)
  if (!definition) onMistake()
  const doc = r.tokens[from].doc
  return definition && doc !== undefined ? { ...definition, doc } : definition
}

type Reader = (r: Reading, from: number, to: number, onMistake: () => void) => SyntaxDefinition | undefined

/**
 * The alternatives of the grammar in their order. No word is reserved: what begins like a definition but
 * goes on like a statement about a property of that name is a statement.
 */
function readerFor(r: Reading, from: number, to: number): Reader {
  const keyword = textAt(r, from)
  const named = from + 1 < to && r.tokens[from + 1].kind !== "symbol"
  if (keyword === "type" && named) return readType
  if (keyword === "entity" && named) return readEntity
  if (keyword === "property" && named) return readProperty
  if ((keyword === "action" || keyword === "trigger") && named) return readEvent
  if (keyword === "utility" && textAt(r, from + 1) === "(") {
    const close = r.structure.partner[from + 1]
    if (close <= from + 3 && textAt(r, close + 1) === ":") return readUtility
  }
  return readInitial
}

const readInitial: Reader = (r, from, to) => {
  const body = readExpression(r, from, to)
  return body && { kind: "initial", body, span: spanOf(r, from, to) }
}

const readType: Reader = (r, from, to) => {
  const name = nameAt(r, from + 1, to)
  if (!name) return undefined
  if (from + 2 === to) return { kind: "type", name, parents: [], span: spanOf(r, from, to) }
  const parents = readNames(r, from + 2, to)
  return parents && { kind: "type", name, parents, span: spanOf(r, from, to) }
}

const readEntity: Reader = (r, from, to) => {
  const name = nameAt(r, from + 1, to)
  const types = name && readNames(r, from + 2, to)
  return types && { kind: "entity", name, types, span: spanOf(r, from, to) }
}

/** `: A, B`, at least one. */
function readNames(r: Reading, from: number, to: number): Name[] | undefined {
  if (!expect(r, ":", from, to)) return undefined
  const items = from + 1 < to ? itemsOf(r, ",", from + 1, to) : undefined
  if (!items) return nameAt(r, from + 1, to) && undefined
  const names: Name[] = []
  for (const [start, end] of items) {
    const name = nameAt(r, start, end)
    if (!name) return undefined
    if (end > start + 1) return failUnexpected(r, start + 1, end)
    names.push(name)
  }
  return names
}

const readProperty: Reader = (r, from, to) => {
  const name = nameAt(r, from + 1, to)
  const parameters = name && readParameters(r, from + 2, to)
  if (!parameters) return undefined
  const colon = r.structure.partner[from + 2] + 1
  if (!expect(r, ":", colon, to)) return undefined
  const type = nameAt(r, colon + 1, to)
  if (!type) return undefined
  if (colon + 2 < to) return failUnexpected(r, colon + 2, to)
  return { kind: "property", name, parameters, type, span: spanOf(r, from, to) }
}

function readParameters(r: Reading, open: number, to: number): SyntaxParameter[] | undefined {
  if (!expect(r, "(", open, to)) return undefined
  const items = itemsOf(r, ",", open + 1, r.structure.partner[open])
  if (!items) return undefined
  const parameters: SyntaxParameter[] = []
  for (const [start, end] of items) {
    const parameter = readParameter(r, start, end)
    if (!parameter) return undefined
    parameters.push(parameter)
  }
  return parameters
}

function readParameter(r: Reading, from: number, to: number): SyntaxParameter | undefined {
  const span = spanOf(r, from, to)
  if (textAt(r, from + 1) !== ":" || from + 1 >= to) {
    const term = readTerm(r, from, to)
    return term && { kind: "constant", term, span }
  }
  const name = nameAt(r, from, to)
  const type = name && nameAt(r, from + 2, to)
  if (!type) return undefined
  if (from + 3 < to) return failUnexpected(r, from + 3, to)
  return { kind: "variable", name, type, span }
}

const readUtility: Reader = (r, from, to) => {
  const close = r.structure.partner[from + 1]
  const character = close === from + 3 ? nameAt(r, from + 2, close) : undefined
  if (close === from + 3 && !character) return undefined
  const body = readExpression(r, close + 2, to)
  return body && { kind: "utility", character, body, span: spanOf(r, from, to) }
}

/** Each part is read by itself, so a mistake in one does not hide mistakes in the others. */
const readEvent: Reader = (r, from, to, onMistake) => {
  const name = nameAt(r, from + 1, to)
  const parameters = name && readParameters(r, from + 2, to)
  if (!parameters) return undefined
  const open = r.structure.partner[from + 2] + 1
  if (!expect(r, "{", open, to)) return undefined
  const close = r.structure.partner[open]
  if (close + 1 < to) return failUnexpected(r, close + 1, to)
  const items = itemsOf(r, ";", open + 1, close)
  if (!items) onMistake()
  const parts: SyntaxPart[] = []
  for (const [start, end] of items ?? []) {
    r.furthest = undefined
    const part = readPart(r, start, end)
    if (part) parts.push(part)
    else onMistake()
  }
  const kind = textAt(r, from) === "action" ? "action" : "trigger"
  return { kind, name, parameters, parts, span: spanOf(r, from, to) }
}

function readPart(r: Reading, from: number, to: number): SyntaxPart | undefined {
  const kind = textAt(r, from)
  const span = spanOf(r, from, to)
  const keyword = spanOf(r, from, from + 1)
  if (kind === "observing") return readObserving(r, from, to)
  if (kind !== "precondition" && kind !== "effect" && kind !== "consenting") return failUnknownPart(r, from)
  if (!expect(r, ":", from + 1, to)) return undefined
  if (kind === "consenting") {
    const characters = readCharacters(r, from + 2, to)
    return characters && { kind, characters, span, keyword }
  }
  const body = readExpression(r, from + 2, to)
  return body && { kind, body, span, keyword }
}

function failUnknownPart(r: Reading, at: number): undefined {
  const hint = "The parts are `precondition`, `effect`, `consenting` and `observing`."
  return fail(
    r,
    "unknown-part",
    at,
    `\`${shorten(r.tokens[at].text)}\` begins no part of an action or trigger.`,
    hint,
  )
}

function readObserving(r: Reading, from: number, to: number): SyntaxPart | undefined {
  if (!expect(r, "(", from + 1, to)) return undefined
  const variable = nameAt(r, from + 2, to)
  if (!variable || !expect(r, ":", from + 3, to)) return undefined
  const type = nameAt(r, from + 4, to)
  if (!type || !expect(r, ")", from + 5, to) || !expect(r, ":", from + 6, to)) return undefined
  const body: SyntaxExpression | undefined = readExpression(r, from + 7, to)
  return (
    body && {
      kind: "observing",
      variable,
      type,
      body,
      span: spanOf(r, from, to),
      keyword: spanOf(r, from, from + 1),
    }
  )
}

/** A list, in brackets or not. `()` is the empty list (Δ5). */
function readCharacters(r: Reading, from: number, to: number): SyntaxTerm[] | undefined {
  while (from < to && textAt(r, from) === "(" && r.structure.partner[from] === to - 1) {
    from++
    to--
  }
  const items = itemsOf(r, ",", from, to)
  if (!items) return undefined
  const characters: SyntaxTerm[] = []
  for (const [start, end] of items) {
    const term = readTerm(r, start, end)
    if (!term) return undefined
    characters.push(term)
  }
  return characters
}
