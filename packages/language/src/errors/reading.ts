/** What the steps of reading share: the text, its tokens, and the diagnostics so far. */
import type { Diagnostic, Span, SpanMaker } from "@dramaturg/model"
import type { TokenRange, Quote as QuoteNode, Word } from "../syntax/parse-tree.js"
import type { SyntaxDefinition, SyntaxFluent, Name, Quote } from "../syntax-tree.js"
import { type MessageCode, remark } from "./messages.js"
import { type Token, type Tokens, unquoted } from "../syntax/tokens.js"
import { declaring } from "../syntax/vocabulary.js"

export interface Reading {
  readonly text: string
  readonly cut: Tokens
  readonly spans: SpanMaker
  readonly diagnostics: Diagnostic[]
  /** Names that end in a full stop, which was meant to end the statement. */
  readonly stopped: string[]
  /** Words that cannot be names and were reported already. */
  readonly oddities: Set<string>
  /** The braces of an action were missed, so its parts will seem to be definitions. */
  isHeadless?: boolean
  /** Declaring words and the names after them; filled when `isDeclared` is first called. */
  declared?: Set<string>
  /** Facts in an entity's block that name that same entity as an argument. */
  readonly selfNamed: Map<SyntaxDefinition, { readonly entity: Name; readonly fluent: SyntaxFluent }>
}

type Extra = Pick<Diagnostic, "hint" | "related" | "fixes">

/** Adds a diagnostic; returns undefined so that callers can return it. */
export function complain(
  reading: Reading,
  code: MessageCode,
  span: Span,
  message: string,
  extra: Extra = {},
): undefined {
  reading.diagnostics.push(remark("drama", code, span, message, extra))
  return undefined
}

/** Reports a second part of a kind that a property or an entity has only once. */
export function complainOfSecond(reading: Reading, word: string, second: Span, first: Span): void {
  const related = [{ span: first, message: "The first one is here." }]
  complain(reading, "part-twice", second, `This is a second \`${word}\`.`, {
    hint: "Take one of the two out.",
    related,
  })
}

export function startOf(reading: Reading, node: TokenRange): number {
  return reading.cut.tokens[node.from].offset
}

export function endOf(reading: Reading, node: TokenRange): number {
  return reading.cut.tokens[node.to - 1].end
}

export function spanOf(reading: Reading, node: TokenRange): Span {
  return spanBetween(reading, node, node)
}

/** From the beginning of one node to the end of another. */
export function spanBetween(reading: Reading, first: TokenRange, last: TokenRange): Span {
  const start = startOf(reading, first)
  return reading.spans(start, endOf(reading, last) - start)
}

export function nameOf(reading: Reading, word: Word): Name {
  return { text: word.text, span: spanOf(reading, word) }
}

export function quoteOf(reading: Reading, quote: QuoteNode): Quote {
  return { text: unquoted(quote.text), span: spanOf(reading, quote) }
}

/** Whether the text declares something of this sort and name anywhere, or tries to. */
export function isDeclared(
  reading: Reading,
  keyword: "type" | "property" | "action" | "trigger",
  name: string,
): boolean {
  reading.declared ??= declaredIn(reading.cut.tokens)
  return reading.declared.has(`${keyword} ${name}`)
}

function declaredIn(tokens: readonly Token[]): Set<string> {
  const declared = new Set<string>()
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (tokens[i].kind === "word" && declaring.includes(tokens[i].text))
      declared.add(`${tokens[i].text} ${tokens[i + 1].text}`)
  }
  return declared
}

/** The index of the first token that begins at or after `offset`. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle].offset < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** `a`, `b` and `c`, each as code. */
export function listOf(names: readonly string[]): string {
  return names
    .map((each) => `\`${each}\``)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " and ")
}

/** The text, cut to 40 characters for a message. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
