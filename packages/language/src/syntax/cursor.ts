/**
 * A cursor over the tokens of one definition, with the places where the parser expected something else.
 *
 * After the first mistake in a piece the cursor is `isLost`: `peek` then returns only the end, so that every
 * loop of the parser terminates and no further complaint is recorded. `recover` continues at the next
 * semicolon of the block.
 */
import { asksUtility, isMereName } from "./contextual.js"
import type { Token } from "./tokens.js"
import { keywords, nameable } from "./vocabulary.js"

export interface Complaint {
  /** `left-over`: the definition is whole, and more stands after it. */
  readonly kind: "mismatch" | "no-alternative" | "left-over"
  /** The index of the unexpected token; that of the end if something is missing there. */
  readonly at: number
  /** The token kind that was required, if only one could stand there. */
  readonly expected?: string
  /** It was about a part that does not exist. */
  readonly isOtherPart?: true
}

export interface Cursor {
  readonly tokens: readonly Token[]
  /** The kind of each token for the parser; see `kindOf`. */
  readonly kinds: readonly string[]
  readonly from: number
  readonly to: number
  at: number
  isLost: boolean
  readonly complaints: Complaint[]
}

export const end = "EOF"

export function cursorOver(tokens: readonly Token[], from: number, to: number): Cursor {
  const piece = tokens.slice(from, to)
  return {
    tokens,
    kinds: piece.map((_, i) => kindOf(piece, i)),
    from,
    to,
    at: from,
    isLost: false,
    complaints: [],
  }
}

/** The text of a sign or of a keyword in its place; else `UTILITY`, `NUMBER`, `QUOTE` or `NAME`. */
function kindOf(piece: readonly Token[], at: number): string {
  const { kind, text } = piece[at]
  if (kind === "sign") return text
  if (kind === "number") return "NUMBER"
  if (kind === "quote") return "QUOTE"
  if (asksUtility(piece, at)) return "UTILITY"
  return keywords.has(text) && !isMereName(piece, at) ? text : "NAME"
}

/** The kind of the token at the cursor, or of the one `ahead` tokens after it. */
export function peek(cursor: Cursor, ahead = 0): string {
  return cursor.isLost ? end : (cursor.kinds[cursor.at - cursor.from + ahead] ?? end)
}

/** Whether a token of this kind can be a name. */
export function isName(kind: string): boolean {
  return kind === "NAME" || nameable.has(kind)
}

/** Consumes the token if it is of this kind; returns whether it did. */
export function accept(cursor: Cursor, kind: string): boolean {
  const isThere = peek(cursor) === kind
  if (isThere) cursor.at++
  return isThere
}

/** Consumes a token that must be of this kind, and returns its text; records a mistake otherwise. */
export function take(cursor: Cursor, kind: string): string {
  if (accept(cursor, kind)) return cursor.tokens[cursor.at - 1].text
  miss(cursor, { kind: "mismatch", at: cursor.at, expected: kind })
  return ""
}

/** Consumes a token of any kind, and returns its text. */
export function takeAny(cursor: Cursor): string {
  return cursor.tokens[cursor.at++].text
}

export function missAny(cursor: Cursor): void {
  miss(cursor, { kind: "no-alternative", at: cursor.at })
}

export function miss(cursor: Cursor, complaint: Complaint): void {
  if (cursor.isLost) return
  cursor.complaints.push(complaint)
  cursor.isLost = true
}

/** Continues at the next semicolon, or where the block closes. */
export function recover(cursor: Cursor): void {
  if (!cursor.isLost) return
  cursor.isLost = false
  let depth = 0
  for (; cursor.at < cursor.to; cursor.at++) {
    const kind = peek(cursor)
    if (depth === 0 && (kind === ";" || kind === "}")) return
    if (kind === "{") depth++
    else if (kind === "}") depth--
  }
}

/** Continues at the block of a definition whose header has a mistake, if there is a block. */
export function recoverAtBlock(cursor: Cursor): void {
  const brace = cursor.kinds.indexOf("{", cursor.at - cursor.from)
  if (!cursor.isLost || brace < 0) return
  cursor.isLost = false
  cursor.at = cursor.from + brace
}

/** The range of tokens consumed since token `from`. */
export function placeSince(cursor: Cursor, from: number): { readonly from: number; readonly to: number } {
  return { from, to: cursor.at }
}
