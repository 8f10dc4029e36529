/** Parses formulas: rows of operands with signs between them. */
import { type Cursor, accept, isName, missAny, peek, placeSince, take, takeAny } from "./cursor.js"
import type {
  Belief,
  Binder,
  Branch,
  Conditional,
  Formula,
  Group,
  Literal,
  Mention,
  Negation,
  Operand,
  Word,
  UtilityOperand,
} from "./parse-tree.js"
import { binders } from "./vocabulary.js"

const operators: ReadonlySet<string> = new Set([
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
  "+",
  "-",
  "*",
  "/",
])
const values: ReadonlySet<string> = new Set(["?", "True", "False"])
const openers: ReadonlySet<string> = new Set(["!", "(", "believes", "knows", "UTILITY", "if", ...binders])

/** Whether a formula can begin here. */
export function beginsFormula(kind: string): boolean {
  return openers.has(kind) || beginsPlain(kind)
}

export function beginsLiteral(kind: string): boolean {
  return values.has(kind) || kind === "-" || kind === "NUMBER"
}

/** Whether something without signs can begin here: a value, a name, a property. */
export function beginsPlain(kind: string): boolean {
  return beginsLiteral(kind) || isName(kind)
}

export function parseFormula(cursor: Cursor): Formula {
  const from = cursor.at
  const operands = [parseOperand(cursor)]
  const signs: string[] = []
  while (operators.has(peek(cursor))) {
    signs.push(takeAny(cursor))
    operands.push(parseOperand(cursor))
  }
  if (signs.length > 0) operands.forEach(markInRow)
  return { rule: "Formula", operands, operators: signs, ...placeSince(cursor, from) }
}

/** `isInRow` depends on the row around the operand, so it is set after the operand is parsed. */
function markInRow(operand: Operand): void {
  let inner: Operand = operand
  while (inner.rule === "Negation") inner = inner.operand
  if (inner.rule === "Binder" || inner.rule === "Conditional") (inner as { isInRow: boolean }).isInRow = true
}

function parseOperand(cursor: Cursor): Operand {
  const kind = peek(cursor)
  if (kind === "!") return parseNegation(cursor)
  if (kind === "(") return parseGroup(cursor)
  if (kind === "believes" || kind === "knows") return parseBelief(cursor)
  if (kind === "UTILITY") return parseUtilityOperand(cursor)
  if (kind === "if") return parseConditional(cursor)
  if (binders.has(kind)) return parseBinder(cursor)
  return parsePlain(cursor)
}

export function parsePlain(cursor: Cursor): Literal | Mention {
  return beginsLiteral(peek(cursor)) ? parseLiteral(cursor) : parseMention(cursor)
}

function parseNegation(cursor: Cursor): Negation {
  const from = cursor.at
  take(cursor, "!")
  const operand = parseOperand(cursor)
  return { rule: "Negation", operand, ...placeSince(cursor, from) }
}

function parseGroup(cursor: Cursor): Group {
  const from = cursor.at
  const body = inBrackets(cursor, parseFormula)
  return { rule: "Group", body, ...placeSince(cursor, from) }
}

function parseBelief(cursor: Cursor): Belief {
  const from = cursor.at
  const word = takeAny(cursor) as Belief["word"]
  take(cursor, "(")
  const character = parseFormula(cursor)
  take(cursor, ",")
  const body = parseFormula(cursor)
  take(cursor, ")")
  return { rule: "Belief", word, character, body, ...placeSince(cursor, from) }
}

function parseUtilityOperand(cursor: Cursor): UtilityOperand {
  const from = cursor.at
  take(cursor, "UTILITY")
  const character = inBrackets(cursor, () => (beginsFormula(peek(cursor)) ? parseFormula(cursor) : undefined))
  return { rule: "UtilityOperand", character, ...placeSince(cursor, from) }
}

function parseBinder(cursor: Cursor): Binder {
  const from = cursor.at
  const kind = takeAny(cursor) as Binder["kind"]
  const bound = parseBound(cursor)
  const body = parseFormula(cursor)
  return { rule: "Binder", kind, ...bound, body, isInRow: false, ...placeSince(cursor, from) }
}

/** `(variable : type)` */
export function parseBound(cursor: Cursor): { readonly variable: Word; readonly type: Word } {
  return inBrackets(cursor, () => {
    const variable = parseWord(cursor)
    take(cursor, ":")
    return { variable, type: parseWord(cursor) }
  })
}

function parseConditional(cursor: Cursor): Conditional {
  const from = cursor.at
  take(cursor, "if")
  const branches = [parseBranch(cursor)]
  while (accept(cursor, "elseif")) branches.push(parseBranch(cursor))
  const otherwise = accept(cursor, "else") ? parseFormula(cursor) : undefined
  return { rule: "Conditional", branches, otherwise, isInRow: false, ...placeSince(cursor, from) }
}

function parseBranch(cursor: Cursor): Branch {
  const from = cursor.at
  const condition = inBrackets(cursor, parseFormula)
  const body = parseFormula(cursor)
  return { rule: "Branch", condition, body, ...placeSince(cursor, from) }
}

export function parseLiteral(cursor: Cursor): Literal {
  const from = cursor.at
  const word = values.has(peek(cursor)) ? takeAny(cursor) : undefined
  const negative = word === undefined && accept(cursor, "-")
  const number = word === undefined ? take(cursor, "NUMBER") : undefined
  return { rule: "Literal", word, negative, number, ...placeSince(cursor, from) }
}

function parseMention(cursor: Cursor): Mention {
  const from = cursor.at
  const name = parseName(cursor)
  const inner = parseArguments(cursor)
  return {
    rule: "Mention",
    name,
    bracketed: inner !== undefined,
    arguments: inner ?? [],
    ...placeSince(cursor, from),
  }
}

/** The arguments after a name; undefined if there are no brackets. */
export function parseArguments(cursor: Cursor): Formula[] | undefined {
  if (peek(cursor) !== "(") return undefined
  return inBrackets(cursor, () => (beginsFormula(peek(cursor)) ? listOf(cursor, parseFormula) : []))
}

export function inBrackets<T>(cursor: Cursor, parse: (cursor: Cursor) => T): T {
  take(cursor, "(")
  const inner = parse(cursor)
  take(cursor, ")")
  return inner
}

/** One or more, with commas between them. */
export function listOf<T>(cursor: Cursor, parse: (cursor: Cursor) => T): T[] {
  const items = [parse(cursor)]
  while (accept(cursor, ",")) items.push(parse(cursor))
  return items
}

export function parseWord(cursor: Cursor): Word {
  const from = cursor.at
  const text = parseName(cursor)
  return { rule: "Word", text, ...placeSince(cursor, from) }
}

/** Contextual keywords may be names, too. */
export function parseName(cursor: Cursor): string {
  if (isName(peek(cursor))) return takeAny(cursor)
  missAny(cursor)
  return ""
}
