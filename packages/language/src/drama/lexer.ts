/** Hands our tokens to Langium's parser, in place of the lexer that Langium would build from the grammar's patterns. */
import type { LangiumCoreServices, Lexer, LexerResult } from "langium"
import { asksWorth, isMereName } from "./contextual.js"
import { type Token, tokenize } from "./tokens.js"

type ParserToken = LexerResult["tokens"][number]
type TokenType = ParserToken["tokenType"]

export function createLexer(services: LangiumCoreServices): Lexer {
  const built = services.parser.TokenBuilder.buildTokens(services.Grammar) as TokenType[]
  const definition: Lexer["definition"] = Object.fromEntries(built.map((type) => [type.name, type]))
  const keywords = new Map(built.filter((type) => typeof type.PATTERN === "string").map((type) => [type.PATTERN as string, type]))
  const patterns: Partial<Record<Token["kind"], TokenType>> = { number: definition.NUMBER, quote: definition.QUOTE }
  const patternOf = (token: Token): TokenType => patterns[token.kind] ?? definition.NAME
  const typeOf = (tokens: readonly Token[], at: number): TokenType => {
    if (asksWorth(tokens, at)) return definition.WORTH
    const keyword = isMereName(tokens, at) ? undefined : keywords.get(tokens[at].text)
    return keyword ?? patternOf(tokens[at])
  }
  return { definition, tokenize: (text) => lex(text, typeOf) }
}

/** Comments are not handed over: docs are found by `docs.ts`, and the formatter reads the tokens themselves. */
function lex(text: string, typeOf: (tokens: readonly Token[], at: number) => TokenType): LexerResult {
  const { tokens } = tokenize(text)
  let line = 1
  let lineStart = 0
  let reached = 0
  const moveTo = (offset: number): void => {
    for (; reached < offset; reached++) {
      if (text.charCodeAt(reached) !== 10) continue
      line++
      lineStart = reached + 1
    }
  }
  const place = (token: Token, at: number): ParserToken => {
    moveTo(token.offset)
    const type = typeOf(tokens, at)
    const startColumn = token.offset - lineStart + 1
    const endColumn = startColumn + token.text.length - 1
    return {
      image: token.text,
      startOffset: token.offset,
      endOffset: token.end - 1,
      startLine: line,
      endLine: line,
      startColumn,
      endColumn,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx!,
    }
  }
  return { tokens: tokens.map(place), hidden: [], errors: [] }
}
