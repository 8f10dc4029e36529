/**
 * Walks over the tokens of one definition, and remembers where something else should have stood.
 *
 * The first mistake in a piece leaves the cursor lost: it then sees nothing but the end, so that every loop of the parser runs
 * out by itself and nothing that follows from the mistake is complained of. `recover` finds its way again at the next
 * semicolon of the block.
 */
import { asksWorth, isMereName } from "./contextual.js"
import type { Token } from "./tokens.js"
import { keywords, nameable } from "./vocabulary.js"

export interface Complaint {
  /** `left-over`: the definition is whole, and more stands behind it. */
  readonly kind: "mismatch" | "no-alternative" | "left-over"
  /** The index of the token that is in the way; that of the end if something is missing there. */
  readonly at: number
  /** The one kind of token that could have stood there, where there is only one. */
  readonly expected?: string
  /** It was about a part that does not exist. */
  readonly isOtherPart?: true
}

export interface Cursor {
  readonly tokens: readonly Token[]
  /** What each token of the definition is to the parser; see `kindOf`. */
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
  return { tokens, kinds: piece.map((_, i) => kindOf(piece, i)), from, to, at: from, isLost: false, complaints: [] }
}

/** The text of a sign or of a word that means something where it stands; `WORTH`, `NUMBER`, `QUOTE` or `NAME`. */
function kindOf(piece: readonly Token[], at: number): string {
  const { kind, text } = piece[at]
  if (kind === "sign") return text
  if (kind === "number") return "NUMBER"
  if (kind === "quote") return "QUOTE"
  if (asksWorth(piece, at)) return "WORTH"
  return keywords.has(text) && !isMereName(piece, at) ? text : "NAME"
}

/** What stands at the cursor, or so many tokens behind it. */
export function peek(cursor: Cursor, ahead = 0): string {
  return cursor.isLost ? end : (cursor.kinds[cursor.at - cursor.from + ahead] ?? end)
}

/** Whether a name can be read here. */
export function isName(kind: string): boolean {
  return kind === "NAME" || nameable.has(kind)
}

/** Steps over the token if it is of this kind. */
export function accept(cursor: Cursor, kind: string): boolean {
  const isThere = peek(cursor) === kind
  if (isThere) cursor.at++
  return isThere
}

/** Steps over a token that must be of this kind, and answers its text. */
export function take(cursor: Cursor, kind: string): string {
  if (accept(cursor, kind)) return cursor.tokens[cursor.at - 1].text
  miss(cursor, { kind: "mismatch", at: cursor.at, expected: kind })
  return ""
}

/** Steps over whatever stands here, and answers its text. */
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

/** Goes on at the next semicolon, or where the block closes. */
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

/** Goes on at the block of a definition whose head has a mistake in it, if there is one. */
export function recoverAtBlock(cursor: Cursor): void {
  const brace = cursor.kinds.indexOf("{", cursor.at - cursor.from)
  if (!cursor.isLost || brace < 0) return
  cursor.isLost = false
  cursor.at = cursor.from + brace
}

/** What has been read since token `from`. */
export function placeSince(cursor: Cursor, from: number): { readonly from: number; readonly to: number } {
  return { from, to: cursor.at }
}
