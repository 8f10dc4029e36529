/**
 * Cuts the text of a world into tokens and comments, for the parser, the formatter and the editor.
 *
 * Words are Sabre's words (a run of characters that are neither white space nor a sign), so every name of
 * one language is a name of the other. Numbers have no sign here: `m()-1` subtracts.
 */

export interface Token {
  /**
   * `quote`: a text in straight double quotation marks. `odd`: one that never ends or has other marks, or a
   * word that cannot be a name; the reader reports it.
   */
  readonly kind: "sign" | "number" | "word" | "quote" | "odd"
  readonly text: string
  readonly offset: number
  readonly end: number
}

export interface Comment {
  /** `doc` comments (three slashes, or a block with two stars) belong to the definition that follows. */
  readonly kind: "doc" | "plain"
  readonly text: string
  readonly offset: number
  readonly end: number
}

export interface Tokens {
  readonly tokens: readonly Token[]
  readonly comments: readonly Comment[]
  /**
   * A block comment that never ends, or one that begins with slash, star, slash, of which languages disagree
   * where it ends.
   */
  readonly commentError:
    | { readonly kind: "unclosed-comment" | "unclear-comment"; readonly offset: number }
    | undefined
  /**
   * What other languages take for a comment: lines after `#` or `%`, and after `--` where that cannot be
   * arithmetic.
   */
  readonly commentIdioms: readonly Comment[]
}

const otherWhite = /[\s\u001c-\u001f\ufeff]/
const alphabetic = /^\p{Alphabetic}/u
const longSigns = new Set(["==", "!=", ">=", "<="])
/** Indexed by character code. */
const signs: readonly (string | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  [..."(){}[],;:*/+-&|!=><"].find((each) => each.charCodeAt(0) === code),
)

export function tokenize(text: string): Tokens {
  const tokens: Token[] = []
  const comments: Comment[] = []
  const commentIdioms: Comment[] = []
  let commentError: Tokens["commentError"]
  let at = 0
  while (at < text.length) {
    if (isWhite(text, at)) {
      at++
    } else if (text[at] === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      const comment = commentAt(text, at)
      commentError ??= commentErrorOf(text, comment)
      comments.push(comment)
      at = comment.end
    } else if (beginsCommentIdiom(text, at)) {
      const end = lineEnd(text, at)
      commentIdioms.push({ kind: "plain", text: text.slice(at, end), offset: at, end })
      at = end
    } else {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.end
    }
  }
  return { tokens, comments, commentError, commentIdioms }
}

const dashedWords = /-{2,100}[ \t]{0,20}[\p{Alphabetic}"'*=]/uy
const dashedLine = /-{2,200}[ \t]{0,20}(?=[\r\n])/y

/**
 * No token begins with `#` or `%`. Two minus signs may stand before a number, or at the end of a line inside
 * a formula.
 */
function beginsCommentIdiom(text: string, at: number): boolean {
  const isApart = at === 0 || isWhite(text, at - 1) || /[;{}]/.test(text[at - 1])
  if (text[at] === "#" || text[at] === "%") return isApart
  if (text[at] === "'" && text[at + 1] === " ") return true
  if (text[at] !== "-" || text[at + 1] !== "-" || !isApart) return false
  dashedWords.lastIndex = at
  if (dashedWords.test(text)) return true
  dashedLine.lastIndex = at
  return dashedLine.test(text) && isLineStart(text, at)
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1
  while (text[before] === " " || text[before] === "\t") before--
  return before < 0 || text[before] === "\n" || text[before] === "\r"
}

export function beginsLikeName(word: string): boolean {
  return alphabetic.test(word)
}

/**
 * A table by character code classifies most characters; only the others are tested with a regular
 * expression, which is slower.
 */
function isWhite(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code > 32 && code < 128) return false
  return code === 32 || otherWhite.test(text[at])
}

function commentAt(text: string, at: number): Comment {
  const isLine = text[at + 1] === "/"
  const end = isLine ? lineEnd(text, at) : blockEnd(text, at)
  const shown = text.slice(at, end)
  const isDoc = isLine ? /^\/\/\/(?!\/)/.test(shown) : /^\/\*\*(?![*/])/.test(shown)
  return { kind: isDoc ? "doc" : "plain", text: shown, offset: at, end }
}

function lineEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++
  return end
}

function blockEnd(text: string, at: number): number {
  const close = text.indexOf("*/", at + 2)
  return close < 0 ? text.length : close + 2
}

function commentErrorOf(text: string, comment: Comment): Tokens["commentError"] {
  if (comment.text.startsWith("//")) return undefined
  if (comment.text.startsWith("/*/")) return { kind: "unclear-comment", offset: comment.offset }
  const isClosed = comment.end - comment.offset >= 4 && text.endsWith("*/", comment.end)
  return isClosed ? undefined : { kind: "unclosed-comment", offset: comment.offset }
}

function tokenAt(text: string, at: number): Token {
  const make = (kind: Token["kind"], end: number): Token => ({
    kind,
    text: composed(text.slice(at, end)),
    offset: at,
    end,
  })
  const code = text.charCodeAt(at)
  if (isPlainLetter(code)) return make("word", wordEnd(text, at))
  const sign = signs[code]
  if (sign !== undefined) return signAt(text, at, sign)
  if (text[at] === '"') return quoteAt(text, at)
  if (hasQuote(text, at)) return make("odd", quoteEnd(text, at, quotes[text[at]]))
  const number = numberEnd(text, at)
  if (number > at) return make("number", number)
  const end = wordEnd(text, at)
  if (end === at + 1 && text[at] === "?") return make("sign", end)
  return make(beginsLikeName(text.slice(at, end)) ? "word" : "odd", end)
}

const nonAscii = /[\u0080-\uffff]/

/** Names that look alike are one name, be a letter and its accent one character in the file or two. */
function composed(word: string): string {
  return nonAscii.test(word) ? word.normalize("NFC") : word
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function signAt(text: string, at: number, sign: string): Token {
  const long = text[at + 1] === "=" ? `${sign}=` : ""
  const shown = longSigns.has(long) ? long : sign
  return { kind: "sign", text: shown, offset: at, end: at + shown.length }
}

/**
 * A text in straight double quotation marks, in which a backslash stands before a mark or another backslash.
 */
function quoteAt(text: string, at: number): Token {
  const end = quoteEnd(text, at, '"')
  const shown = text.slice(at, end)
  return { kind: isClosedQuote(shown) ? "quote" : "odd", text: shown, offset: at, end }
}

/** Whether a text that begins with a quotation mark ends with one that is not escaped. */
export function isClosedQuote(quote: string): boolean {
  return quote.length > 1 && /(?:^|[^\\])(?:\\\\)*"$/.test(quote.slice(1))
}

/** The content of a text in quotation marks, with escapes undone. */
export function unquoted(quote: string): string {
  return composed(quote.slice(1, -1).replace(/\\(["\\])/g, "$1"))
}

const quotes: Readonly<Record<string, string>> = { "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»" }

/** Single and typographic quotes count only if they are closed on their line. */
function hasQuote(text: string, at: number): boolean {
  const closer = Object.hasOwn(quotes, text[at]) ? quotes[text[at]] : undefined
  if (closer === undefined) return false
  const behind = text.slice(at + 1, at + longestQuote)
  const close = behind.indexOf(closer)
  return close >= 0 && !/[\n\r]/.test(behind.slice(0, close))
}

const longestQuote = 200

/** A text in quotes ends on its line, so that a forgotten quote affects no further line. */
function quoteEnd(text: string, at: number, closer: string): number {
  let end = at + 1
  while (end < text.length && text[end] !== closer && text[end] !== "\n" && text[end] !== "\r") {
    end += closer === '"' && text[end] === "\\" && /["\\]/.test(text[end + 1] ?? "") ? 2 : 1
  }
  return text[end] === closer ? end + 1 : end
}

function numberEnd(text: string, at: number): number {
  let end = at
  let hasPoint = false
  while (isDigit(text[end]) || (text[end] === "." && !hasPoint)) {
    if (text[end] === ".") hasPoint = true
    end++
  }
  return end
}

function wordEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && isInWord(text, end)) end++
  return end
}

function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isPlainLetter(code) || (signs[code] === undefined && !isWhite(text, at))
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9"
}
