/** What is wrong with a text before anything in it is parsed: its comments, its words, its brackets. */
import { type Reading, complain, shorten } from "./reading.js"
import { complainOfQuote, isQuote, isStrayQuote } from "./quotes.js"
import type { SegmentError, Range } from "../syntax/segments.js"
import type { Comment, Token } from "../syntax/tokens.js"

/** After this many mistakes the reader stops. */
export const mostMistakes = 100

export function complainOfComment(reading: Reading): void {
  const { commentError } = reading.cut
  if (!commentError) return
  const span = reading.spans(commentError.offset, 2)
  if (commentError.kind === "unclosed-comment") {
    const message = "This comment never ends, so everything behind it is left out."
    return complain(reading, commentError.kind, span, message, { hint: "Write `*/` where it should end." })
  }
  complain(reading, commentError.kind, span, "Readers disagree whether this comment ends at once.", {
    hint: "Put a space behind the star.",
  })
}

/** Reported once, at the first of them: an author who writes one such comment writes many. */
export function complainOfCommentIdioms(reading: Reading): void {
  const [first, ...others] = reading.cut.commentIdioms
  if (!first) return
  const sign = first.text.startsWith("-") ? "--" : first.text[0]
  const more =
    others.length === 0
      ? ""
      : others.length === 1
        ? " (and one more line like it)"
        : ` (and ${others.length} more lines like it)`
  complain(
    reading,
    "foreign-comment",
    reading.spans(first.offset, sign.length),
    `\`${sign}\` begins no comment here${more}.`,
    {
      hint: "Write `//` before what only human readers should see.",
      fixes: [
        { title: "Write `//`", edits: reading.cut.commentIdioms.map((each) => slashes(reading, each)) },
      ],
    },
  )
}

function slashes(reading: Reading, comment: Comment) {
  const sign = /^(-+|.)/.exec(comment.text)![0]
  return { span: reading.spans(comment.offset, sign.length), text: "//" }
}

/**
 * Reports words that cannot be names. Returns whether there were any; the caller then does not read the
 * range.
 */
export function complainOfOddWords(reading: Reading, range: Range, namesWithErrors: string[]): boolean {
  let isOdd = false
  for (let i = range.from; i < range.to; i++) {
    const token = reading.cut.tokens[i]
    if (token.kind !== "odd" && !isStrayQuote(reading.cut.tokens, i)) continue
    isOdd = true
    namesWithErrors.push(token.text, token.text.slice(1, -1))
    if (!isNewOddity(reading, token)) continue
    if (isQuote(token)) complainOfQuote(reading, i)
    else complainOfOddWord(reading, token)
    if (reading.diagnostics.length > mostMistakes) return true
  }
  return isOdd
}

/**
 * An author who writes one name in quotes writes all of them so, and a word with this mistake has it
 * everywhere: each is reported once.
 */
function isNewOddity(reading: Reading, token: Token): boolean {
  const oddity = isQuote(token) ? "quote" : token.text
  if (reading.oddities.has(oddity)) return false
  reading.oddities.add(oddity)
  return true
}

function complainOfOddWord(reading: Reading, token: Token): void {
  const span = reading.spans(token.offset, token.end - token.offset)
  const sign = printedSigns.get(token.text)
  if (sign !== undefined) {
    const fixes = [{ title: `Change to ${sign}`, edits: [{ span, text: sign }] }]
    return complain(reading, "not-a-name", span, `\`${token.text}\` means nothing here.`, {
      hint: `Did you mean \`${sign}\`?`,
      fixes,
    })
  }
  complain(reading, "not-a-name", span, `\`${shorten(token.text)}\` is no name.`, {
    hint: "A name begins with a letter.",
  })
}

export function complainOfSegmentError(
  reading: Reading,
  range: Pick<Range, "from" | "to">,
  error: SegmentError,
): void {
  const token = reading.cut.tokens[error.at]
  const span = reading.spans(token.offset, token.end - token.offset)
  switch (error.kind) {
    case "too-deep":
      return complain(reading, "too-deep", span, "This is too long or too deeply nested to be read.", {
        hint: "Divide it into several.",
      })
    case "stray-bracket":
      return complain(reading, "stray-bracket", span, `This \`${token.text}\` closes nothing.`, {
        hint: "Take it out, or open a bracket before it.",
      })
    case "unclosed-bracket":
      return complainOfUnclosed(reading, error)
    case "square-bracket":
      return complain(reading, "square-brackets", span, "Square brackets mean nothing here.", {
        hint: "Use round ones.",
      })
    case "inside":
      return complainOfInside(reading, range, error)
    case "follower":
      return
  }
}

/** Reported where the missing bracket shows; the place of the opening bracket is related information. */
function complainOfUnclosed(reading: Reading, { at, until = at + 1 }: SegmentError): void {
  const { tokens } = reading.cut
  const opener = tokens[at]
  const opened = reading.spans(opener.offset, opener.end - opener.offset)
  const closer = opener.text === "{" ? "}" : opener.text === "[" ? "]" : ")"
  const [before, next] = [tokens[until - 1], tokens[until]]
  const place = next === undefined || closer === "}" ? before : next
  const where = next === undefined ? "at the end" : `before \`${shorten(next.text)}\``
  const message = `A \`${closer}\` is missing ${where}: the \`${opener.text}\` of line ${opened.line} is never closed.`
  complain(reading, "unclosed-bracket", reading.spans(place.offset, place.end - place.offset), message, {
    hint: `Write \`${closer}\` where what began with \`${opener.text}\` should end.`,
    related: [{ span: opened, message: "It was opened here." }],
  })
}

function complainOfInside(reading: Reading, range: Pick<Range, "from" | "to">, { at }: SegmentError): void {
  const { tokens } = reading.cut
  const [outer, keyword] = [tokens[range.from], tokens[at]]
  const isWish = keyword.text === "utility" && outer.text === "entity"
  const hint = isWish
    ? "In somebody's block what they want is written `wants: …;`."
    : `Move it behind the closing \`}\`: \`${outer.text}\`, \`action\` and the others stand beside one another, not in one another.`
  const name = tokens[range.from + 1]
  const message = `\`${shorten(keyword.text)}\` cannot stand inside the braces of \`${shorten(name?.text ?? outer.text)}\`.`
  complain(
    reading,
    "definition-inside",
    reading.spans(keyword.offset, keyword.end - keyword.offset),
    message,
    {
      hint,
      related: [
        { span: reading.spans(outer.offset, outer.end - outer.offset), message: "Those braces begin here." },
      ],
    },
  )
}

/** Typographic signs, as printed in books, and the signs to write for them. */
const printedSigns = new Map([
  ["≠", "!="],
  ["≤", "<="],
  ["≥", ">="],
  ["∧", "&"],
  ["∨", "|"],
  ["¬", "!"],
  ["×", "*"],
  ["÷", "/"],
  ["−", "-"],
  ["–", "-"],
  ["∀", "forall"],
  ["∃", "exists"],
])
