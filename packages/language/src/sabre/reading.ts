/**
 * What the functions of Sabre's reader share while they read one definition: the tokens, memoised results,
 * and the mistake furthest to the right, which is the one that is reported.
 */
import type { Span, SpanMaker } from "@dramaturg/model"
import type { SyntaxExpression, Name } from "../syntax-tree.js"
import type { MessageCode } from "../errors/messages.js"
import type { Structure } from "./structure.js"
import { type Token, isName } from "./tokens.js"

export interface Mistake {
  readonly code: MessageCode
  /** The token that is wrong; its index may be one past the last. */
  readonly at: number
  readonly message: string
  readonly hint?: string
}

export interface Reading {
  readonly tokens: readonly Token[]
  readonly structure: Structure
  readonly spans: SpanMaker
  /** Results by span: the alternatives read the same span repeatedly. */
  readonly known: Map<number, SyntaxExpression | null>
  /**
   * By sign and end of a span, where a part begins that cannot be read: every longer chain with that end
   * contains the same part and need not be tried.
   */
  readonly brokenParts: Map<string, number>
  furthest: Mistake | undefined
  depth: number
  /** How much more work this definition may take; no text written by hand needs more. */
  budget: number
}

export function startReading(tokens: readonly Token[], structure: Structure, spans: SpanMaker): Reading {
  return {
    tokens,
    structure,
    spans,
    known: new Map(),
    brokenParts: new Map(),
    furthest: undefined,
    depth: 0,
    budget: 0,
  }
}

/** Resets the state before the next definition. */
export function turnTo(reading: Reading, from: number, to: number): void {
  reading.known.clear()
  reading.brokenParts.clear()
  reading.furthest = undefined
  reading.depth = 0
  reading.budget = 20_000 + 12 * (to - from)
}

export function spanOf(reading: Reading, from: number, to: number): Span {
  const start = reading.tokens[from]
  const end = reading.tokens[Math.max(from, to - 1)]
  return reading.spans(start.offset, end.end - start.offset)
}

export function textAt(reading: Reading, at: number): string {
  const token = reading.tokens[at]
  return token === undefined || token.kind === "string" ? "" : token.text
}

/**
 * Records a mistake unless one lies further to the right; returns undefined so that callers can return it.
 */
export function fail(
  reading: Reading,
  code: MessageCode,
  at: number,
  message: string,
  hint?: string,
): undefined {
  if (reading.furthest?.code === "too-deep") return undefined
  if (code === "too-deep" || !reading.furthest || at >= reading.furthest.at)
    reading.furthest = { code, at, message, hint }
  return undefined
}

export function failTooDeep(reading: Reading, at: number): undefined {
  return fail(
    reading,
    "too-deep",
    at,
    "This formula is too long or too deeply nested to be read.",
    "Divide it into several.",
  )
}

/** Records that the token at `at` cannot stand there; `to` is the end of the span that was being read. */
export function failUnexpected(reading: Reading, at: number, to: number): undefined {
  const token = reading.tokens[at]
  if (at >= to || !token) return failMissing(reading, at)
  if (token.kind === "number" && token.text.startsWith("-")) {
    const hint = `Write \`- ${shorten(token.text.slice(1))}\` with a space to subtract.`
    const message = `\`${shorten(token.text)}\` is one word, a negative number, and cannot stand behind another value.`
    return fail(reading, "glued-minus", at, message, hint)
  }
  const before = textAt(reading, at - 1)
  const where = before ? `behind \`${shorten(before)}\`` : "here"
  const message = `\`${shorten(token.text)}\` cannot stand ${where}.`
  return fail(
    reading,
    "unexpected-word",
    at,
    message,
    "Perhaps an operator, a bracket or a semicolon is missing.",
  )
}

export function failMissing(reading: Reading, at: number): undefined {
  const before = textAt(reading, at - 1)
  const message = before
    ? `Something is missing behind \`${shorten(before)}\`.`
    : "Something is missing here."
  return fail(reading, "missing-formula", at, message)
}

export function nameAt(reading: Reading, at: number, to: number): Name | undefined {
  const token = reading.tokens[at]
  if (at >= to || !token) return failMissing(reading, at)
  if (isName(token)) return { text: token.text, span: spanOf(reading, at, at + 1) }
  return fail(
    reading,
    "not-a-name",
    at,
    `\`${shorten(token.text)}\` is no name.`,
    "A name begins with a letter.",
  )
}

/** Whether `sign` stands at `at`; records a mistake if not. */
export function expect(reading: Reading, sign: string, at: number, to: number): true | undefined {
  if (at < to && textAt(reading, at) === sign) return true
  if (at >= to)
    return fail(
      reading,
      "missing-formula",
      at,
      `\`${sign}\` is missing behind \`${shorten(textAt(reading, at - 1))}\`.`,
    )
  const found = shorten(textAt(reading, at))
  return fail(reading, "unexpected-word", at, `\`${sign}\` is needed here, not \`${found}\`.`)
}

/**
 * The ranges between the separators of a list. A separator at the very end is allowed; an empty item
 * anywhere else is a mistake.
 */
export function itemsOf(
  reading: Reading,
  separator: string,
  from: number,
  to: number,
): [number, number][] | undefined {
  const items: [number, number][] = []
  let start = from
  while (start < to) {
    const found = reading.structure.first(separator, start, to)
    const end = found < 0 ? to : found
    if (end === start)
      return fail(reading, "missing-formula", start, `There is nothing before this \`${separator}\`.`)
    items.push([start, end])
    start = end + 1
  }
  return items
}

/** The text, cut to 40 characters for a message. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37).replace(/[\ud800-\udbff]$/, "")}…` : text
}
