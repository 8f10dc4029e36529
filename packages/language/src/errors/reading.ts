/** What the steps of reading share: the text, its tokens, and the remarks made so far. */
import type { Diagnostic, Span, SpanMaker } from "@dramaturg/model"
import type { TokenRange, Quote as QuoteNode, Word } from "../syntax/tree.js"
import type { DraftDefinition, DraftFluent, Name, Quote } from "../draft.js"
import { type MessageCode, remark } from "./messages.js"
import { type Token, type Tokens, unquoted } from "../syntax/tokens.js"
import { declaring } from "../syntax/vocabulary.js"

export interface Reading {
  readonly text: string
  readonly cut: Tokens
  readonly spans: SpanMaker
  readonly diagnostics: Diagnostic[]
  /** Names with a full stop that was meant to end something. */
  readonly stopped: string[]
  /** Odd words that were remarked on. */
  readonly oddities: Set<string>
  /** The braces of an action were missed, so its parts will seem to stand by themselves. */
  isHeadless?: boolean
  /** Declaring words and the names behind them, once somebody asked what is declared. */
  declared?: Set<string>
  /** Facts in somebody's block that name that very somebody again. */
  readonly selfNamed: Map<DraftDefinition, { readonly entity: Name; readonly fluent: DraftFluent }>
}

type Extra = Pick<Diagnostic, "hint" | "related" | "fixes">

/** Remarks, and answers undefined so that callers can return it. */
export function complain(reading: Reading, code: MessageCode, span: Span, message: string, extra: Extra = {}): undefined {
  reading.diagnostics.push(remark("drama", code, span, message, extra))
  return undefined
}

/** `told` is given a second time. */
export function complainOfSecond(reading: Reading, second: Span, first: Span): void {
  const related = [{ span: first, message: "The first one is here." }]
  complain(reading, "part-twice", second, "This is a second `told`.", { hint: "Take one of the two out.", related })
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

/** Whether somewhere in the text something of this kind and name is declared, or is about to be. */
export function isDeclared(reading: Reading, keyword: "type" | "property" | "action" | "trigger", name: string): boolean {
  reading.declared ??= declaredIn(reading.cut.tokens)
  return reading.declared.has(`${keyword} ${name}`)
}

function declaredIn(tokens: readonly Token[]): Set<string> {
  const declared = new Set<string>()
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (tokens[i].kind === "word" && declaring.includes(tokens[i].text)) declared.add(`${tokens[i].text} ${tokens[i + 1].text}`)
  }
  return declared
}

/** The index of the first token that begins at or behind `offset`. */
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
  return names.map((each) => `\`${each}\``).join(", ").replace(/, (?=[^,]*$)/, " and ")
}

/** A long word is not repeated in full. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
