/**
 * Mistakes with texts in quotation marks: with other marks, without an end, missing, or where no text may
 * stand.
 */
import type { Fix } from "@dramaturg/model"
import type { SyntaxDefinition } from "../syntax-tree.js"
import { closest } from "./suggest.js"
import { type Reading, complain, shorten } from "./reading.js"
import type { Range } from "../syntax/segments.js"
import { type Token, isClosedQuote } from "../syntax/tokens.js"
import { textParts } from "../syntax/vocabulary.js"

/** Words with a text directly after them, and words with a colon between. */
const direct: readonly string[] = ["include", "scenario", "wants"]
const labelled: readonly string[] = [...textParts]

/** What authors write before a text by mistake, or by another language's rules. */
const meantWords = new Map([
  ["import", "include"],
  ["use", "include"],
  ["require", "include"],
  ["test", "scenario"],
  ["case", "scenario"],
  ["say", "says"],
  ["speech", "says"],
  ["line", "says"],
  ["text", "told"],
  ["tell", "told"],
  ["tells", "told"],
  ["prose", "told"],
  ["description", "told"],
  ["called", "told"],
  ["name", "told"],
])

export function isQuote(token: Token): boolean {
  return /^["'“„‘«]./.test(token.text)
}

/** Whether a text in quotation marks stands where none can stand. */
export function isStrayQuote(tokens: readonly Token[], at: number): boolean {
  return tokens[at].kind === "quote" && !isTextPlace(tokens, at)
}

function isTextPlace(tokens: readonly Token[], at: number): boolean {
  const [word, before] = [tokens[at - 2], tokens[at - 1]]
  if (before === undefined) return false
  if (before.text === ")") return isUtility(tokens, at - 1)
  if (before.text === ":" || before.text === "=") return word !== undefined && labelled.includes(word.text)
  if (before.text === ",") return word !== undefined && isQuote(word)
  return before.kind === "quote" || direct.includes(before.text) || labelled.includes(before.text)
}

/** Whether the bracket at `close` ends `utility(Tom)`. */
function isUtility(tokens: readonly Token[], close: number): boolean {
  return [close - 2, close - 3].some((at) => tokens[at]?.text === "utility" && tokens[at + 1].text === "(")
}

/** Reports a text in quotation marks that cannot be read, or cannot stand here. */
export function complainOfQuote(reading: Reading, at: number): void {
  const { tokens } = reading.cut
  const token = tokens[at]
  const span = reading.spans(token.offset, token.end - token.offset)
  if (token.kind === "odd" && token.text.startsWith('"') && !isClosedQuote(token.text))
    return complainOfUnclosed(reading, token)
  if (isTextPlace(tokens, at)) {
    const text = straightened(token.text)
    const hint = `Did you mean \`${shorten(text)}\`?`
    return complain(reading, "quotation-marks", span, "Texts stand in straight double quotation marks.", {
      hint,
      fixes: [changeTo(span, text)],
    })
  }
  if (!complainBefore(reading, at)) {
    complain(reading, "not-a-name", span, "A text in quotation marks has no place here.", {
      hint: "Names are written without quotation marks.",
    })
  }
}

function complainOfUnclosed(reading: Reading, token: Token): void {
  const mark = reading.spans(token.offset, 1)
  const hint = 'Write `"` where it ends, on the same line; inside a text write `\\"`.'
  complain(reading, "unclosed-text", mark, "This text in quotation marks never ends.", { hint })
  // The unclosed text contains braces, so the parser will miss them; that must not be reported as well.
  if (/[{}]/.test(token.text)) reading.isHeadless = true
}

/** Reports that what stands before the text is the mistake: `includ "…"`, `include: "…"`, `wants: "…" …`. */
function complainBefore(reading: Reading, at: number): boolean {
  const { tokens } = reading.cut
  const [word, before] = [tokens[at - 2], tokens[at - 1]]
  if (before?.kind === "word") return complainOfWord(reading, before, direct)
  if (before?.text === ":" && isUtility(tokens, at - 2)) return complainOfOrder(reading, at)
  if (word?.kind !== "word" || (before.text !== ":" && before.text !== "(")) return false
  if (word.text === "wants") return complainOfOrder(reading, at)
  if (before.text === ":" && complainOfWord(reading, word, labelled)) return true
  if (!direct.includes(word.text)) return false
  const span = reading.spans(before.offset, 1)
  const fixes: Fix[] = before.text === ":" ? [{ title: "Take it out", edits: [{ span, text: "" }] }] : []
  complain(reading, "sign-before-text", span, `No \`${before.text}\` stands behind \`${word.text}\`.`, {
    hint: `Write \`${word.text} "…"\`.`,
    fixes,
  })
  return true
}

function complainOfWord(reading: Reading, token: Token, words: readonly string[]): boolean {
  const meant = meantWords.get(token.text.toLowerCase()) ?? closest(token.text, words)
  if (meant === undefined || !words.includes(meant)) return false
  const span = reading.spans(token.offset, token.end - token.offset)
  const hint = `Did you mean \`${meant}\`?`
  complain(reading, "misspelt-before-text", span, `\`${shorten(token.text)}\` means nothing here.`, {
    hint,
    fixes: [changeTo(span, meant)],
  })
  return true
}

function complainOfOrder(reading: Reading, at: number): true {
  const token = reading.cut.tokens[at]
  const hint = 'Write `wants "…": …;` or `utility(Tom) "…": …;`.'
  complain(
    reading,
    "text-before-colon",
    reading.spans(token.offset, token.end - token.offset),
    "This text stands before the colon.",
    { hint },
  )
  return true
}

/** The same text in straight double quotation marks. */
function straightened(text: string): string {
  return `"${text.slice(1, -1).replace(/["\\]/g, "\\$&")}"`
}

function changeTo(span: Fix["edits"][number]["span"], text: string): Fix {
  return { title: `Change to ${shorten(text)}`, edits: [{ span, text }] }
}

/**
 * `include people.drama;`, `include;`: reports an `include` without a text in quotation marks. Returns
 * whether it did.
 */
export function complainOfBareInclude(reading: Reading, { from, to }: Range): boolean {
  const { tokens } = reading.cut
  if (tokens[from].text !== "include") return false
  if (to > from + 1 && tokens[from + 1].kind !== "word" && tokens[from + 1].text !== "/") return false
  const [word, last] = [tokens[from], tokens[to - 1]]
  const message = "Which text is to be included stands in quotation marks."
  if (to === from + 1) {
    complain(reading, "include-without-text", reading.spans(word.offset, word.text.length), message, {
      hint: 'Write `include "people.drama";`.',
    })
    return true
  }
  const span = reading.spans(tokens[from + 1].offset, last.end - tokens[from + 1].offset)
  const text = `"${reading.text.slice(span.offset, span.offset + span.length)}"`
  complain(reading, "include-without-text", span, message, {
    hint: `Did you mean \`${shorten(text)}\`?`,
    fixes: [changeTo(span, text)],
  })
  return true
}

/**
 * The include that a faulty `include` was meant to be, so that the names which that text declares are not
 * reported as undeclared.
 */
export function includeMeant(reading: Reading, { from, to }: Range): SyntaxDefinition[] {
  const { tokens } = reading.cut
  if (tokens[from].text !== "include" || to <= from + 1 || tokens[from + 1].text === "(") return []
  const first = tokens[from + 1].text === ":" ? from + 2 : from + 1
  if (first >= to) return []
  const span = reading.spans(tokens[first].offset, tokens[to - 1].end - tokens[first].offset)
  const text = reading.text.slice(span.offset, span.offset + span.length).replace(/^["'“„‘«]|["'”“’»]$/g, "")
  return [
    {
      kind: "include",
      path: { text, span },
      span: reading.spans(tokens[from].offset, tokens[to - 1].end - tokens[from].offset),
    },
  ]
}
