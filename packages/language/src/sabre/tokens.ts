/**
 * Cuts Sabre's text into tokens and keeps the doc comments for what follows them (docs/language-sabre.md).
 */

export interface Token {
  readonly kind: "symbol" | "number" | "string" | "word"
  readonly text: string
  readonly offset: number
  readonly end: number
  /** The doc comment that stands directly before this token. */
  readonly doc?: string
}

export interface Tokens {
  readonly tokens: readonly Token[]
  /** The block comment at the head of the file. */
  readonly doc: string | undefined
  /** Where a comment begins that never ends. */
  readonly unclosedComment: number | undefined
}

interface Comment {
  readonly text: string
  readonly offset: number
  readonly end: number
}

const white = /[\s\u001c-\u001f\ufeff]/
const alphabetic = /^\p{Alphabetic}/u
const longSymbols = new Set(["==", "!=", ">=", "<="])
const symbolStarts = new Set("(){}[],;:*/+-&|!=><")

export function tokenize(text: string): Tokens {
  const tokens: Token[] = []
  let comments: Comment[] = []
  let doc: string | undefined
  let unclosedComment: number | undefined
  let at = 0
  while (at < text.length) {
    if (white.test(text[at])) {
      at++
    } else if (startsComment(text, at)) {
      const end = commentEnd(text, at)
      if (end === undefined) unclosedComment = at
      const comment = { text: text.slice(at, end), offset: at, end: end ?? text.length }
      if (tokens.length === 0 && comments.length === 0 && comment.text.startsWith("/*"))
        doc = docText(comment.text)
      else comments.push(comment)
      at = comment.end
    } else {
      const token = tokenAt(text, at)
      const attached = comments.length > 0 ? docBefore(text, comments, at) : undefined
      tokens.push(attached === undefined ? token : { ...token, doc: attached })
      comments = []
      at = token.end
    }
  }
  return { tokens, doc: doc || undefined, unclosedComment }
}

/** No word is reserved; a name only has to begin with a letter. */
export function isName(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && alphabetic.test(token.text)
}

function startsComment(text: string, at: number): boolean {
  return text[at] === "/" && (text[at + 1] === "/" || text[at + 1] === "*")
}

/**
 * The offset after the comment that begins at `at`; undefined if it is a block that never ends. `/`+`*`+`/`
 * is a whole comment.
 */
function commentEnd(text: string, at: number): number | undefined {
  if (text[at + 1] === "/") {
    let end = at + 2
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++
    return end
  }
  const close = text.indexOf("*/", at + 1)
  return close < 0 ? undefined : close + 2
}

function tokenAt(text: string, at: number): Token {
  const make = (kind: Token["kind"], end: number): Token => ({
    kind,
    text: text.slice(at, end),
    offset: at,
    end,
  })
  if (text[at] === '"') return make("string", stringEnd(text, at))
  const number = numberEnd(text, at)
  if (number > at) return make("number", number)
  if (longSymbols.has(text.slice(at, at + 2))) return make("symbol", at + 2)
  if (symbolStarts.has(text[at])) return make("symbol", at + 1)
  return make("word", wordEnd(text, at))
}

function stringEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && !(text[end] === '"' && text[end - 1] !== "\\")) end++
  return Math.min(end + 1, text.length)
}

/** A minus glued to a digit or point belongs to the number, whatever stands before it. */
function numberEnd(text: string, at: number): number {
  let end = text[at] === "-" ? at + 1 : at
  if (!isDigit(text[end]) && text[end] !== ".") return at
  let point = false
  while (isDigit(text[end]) || (text[end] === "." && !point)) {
    if (text[end] === ".") point = true
    end++
  }
  return end
}

function wordEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && !white.test(text[end]) && !symbolStarts.has(text[end])) end++
  return end
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9"
}

/** The `/**` block or the `///` lines that end on the line of `at` or on the line before it. */
function docBefore(text: string, comments: readonly Comment[], at: number): string | undefined {
  const lines: string[] = []
  let below = at
  for (let i = comments.length - 1; i >= 0; i--) {
    const comment = comments[i]
    if (countBreaks(text, comment.end, below) > 1) break
    if (/^\/\*\*(?!\/)/.test(comment.text) && lines.length === 0) return docText(comment.text)
    if (!/^\/\/\/(?!\/)/.test(comment.text)) break
    lines.push(comment.text.slice(3).trim())
    below = comment.offset
  }
  return lines.length > 0 ? lines.reverse().join("\n") : undefined
}

function countBreaks(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0
}

/** The text of a block comment, without the stars at the beginnings of its lines. */
function docText(comment: string): string {
  let from = 1
  let to = comment.endsWith("*/") ? comment.length - 1 : comment.length
  while (from < to && comment[from] === "*") from++
  while (to > from && comment[to - 1] === "*") to--
  const lines = comment.slice(from, to).split(/\r\n|\r|\n/)
  return lines
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim()
}
