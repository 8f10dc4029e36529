/**
 * Reads Sabre's text format.
 *
 * The text is cut into tokens, the brackets are paired, and each definition is read by itself, so that a
 * mistake in one leaves the others readable. It never throws, and its work is bounded by the length of the
 * text.
 */
import { type Diagnostic, type SpanMaker, spansOf } from "@dramaturg/model"
import type { SyntaxTree, SyntaxDefinition } from "../syntax-tree.js"
import { remark } from "../errors/messages.js"
import { readDefinition } from "./definitions.js"
import { type Mistake, type Reading, shorten, startReading, turnTo } from "./reading.js"
import { type BracketError, type DefinitionRange, structureOf } from "./structure.js"
import { type Token, type Tokens, isName, tokenize } from "./tokens.js"

export interface ReadResult {
  readonly tree: SyntaxTree
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads one text in Sabre's language. `file` is the name for spans. Returns the syntax tree and the
 * diagnostics, at most 100 of each code; it never throws on a text.
 */
export function readSabre(text: string, file: string): ReadResult {
  const spans = spansOf(file, text)
  const cut = tokenize(text)
  const structure = structureOf(cut.tokens)
  const reading = startReading(cut.tokens, structure, spans)
  const diagnostics: Diagnostic[] = commentRemarks(cut, spans)
  const definitions: SyntaxDefinition[] = []
  const told = new Map<string, number>()
  let namesWithErrors: string[] | undefined
  for (const range of structure.definitions) {
    const mistakes: Diagnostic[] = []
    const definition = readRange(reading, range, mistakes)
    if (definition) definitions.push(definition)
    if (mistakes.length > 0) (namesWithErrors ??= []).push(...namesIn(cut.tokens, range))
    diagnostics.push(...mistakes.filter((each) => isNews(told, each)))
  }
  const tree = {
    file,
    definitions,
    ...(cut.doc ? { doc: cut.doc } : {}),
    ...(namesWithErrors ? { namesWithErrors } : {}),
  }
  return { tree, diagnostics }
}

/** Whether to report the mistake: of each code only the first hundred are reported. */
function isNews(told: Map<string, number>, mistake: Diagnostic): boolean {
  const count = (told.get(mistake.code) ?? 0) + 1
  told.set(mistake.code, count)
  return count <= 100
}

function readRange(
  reading: Reading,
  range: DefinitionRange,
  mistakes: Diagnostic[],
): SyntaxDefinition | undefined {
  const { from, to } = range
  if (from === to) {
    mistakes.push(straySemicolon(reading, to))
    return undefined
  }
  if (range.error) {
    mistakes.push(bracketRemark(reading, range.error))
    return undefined
  }
  if (range.unseparated) mistakes.push(missingSemicolon(reading, to))
  turnTo(reading, from, to)
  return readDefinition(reading, from, to, () => mistakes.push(mistakeRemark(reading, to)))
}

/** The names that a definition with errors was about to declare. */
function namesIn(tokens: readonly Token[], range: DefinitionRange): string[] {
  const name = tokens[range.from + 1]
  return range.to > range.from + 1 && isName(name) ? [name.text] : []
}

function commentRemarks(cut: Tokens, spans: SpanMaker): Diagnostic[] {
  if (cut.unclosedComment === undefined) return []
  const message = "This comment never ends, so everything behind it is left out."
  return [
    remark("sabre", "unclosed-comment", spans(cut.unclosedComment, 2), message, {
      hint: "Write `*/` where it should end.",
    }),
  ]
}

function straySemicolon(reading: Reading, at: number): Diagnostic {
  const token = reading.tokens[at]
  const span = reading.spans(token.offset, token.end - token.offset)
  return remark("sabre", "stray-semicolon", span, "There is nothing before this semicolon.", {
    hint: "Take it out.",
    fixes: [{ title: "Take the semicolon out", edits: [{ span, text: "" }] }],
  })
}

function missingSemicolon(reading: Reading, at: number): Diagnostic {
  const last = reading.tokens[at - 1]
  const end = reading.spans(last.end, 0)
  const span = reading.spans(last.offset, last.end - last.offset)
  return remark("sabre", "missing-semicolon", span, semicolonMessage(reading, at), {
    hint: "Write `;` between them.",
    fixes: [{ title: "Insert `;`", edits: [{ span: end, text: ";" }] }],
  })
}

function semicolonMessage(reading: Reading, at: number): string {
  return `A semicolon is missing between \`${shorten(reading.tokens[at - 1].text)}\` and \`${shorten(reading.tokens[at].text)}\`.`
}

function bracketRemark(reading: Reading, error: BracketError): Diagnostic {
  const token = reading.tokens[error.at]
  const span = reading.spans(token.offset, token.end - token.offset)
  if (error.kind === "too-deep") {
    const message = "This formula is too long or too deeply nested to be read."
    return remark("sabre", "too-deep", span, message, { hint: "Divide it into several." })
  }
  if (error.kind === "stray-bracket")
    return remark("sabre", "stray-bracket", span, `This \`${token.text}\` closes nothing.`)
  return remark("sabre", "unclosed-bracket", span, `This \`${token.text}\` is never closed.`)
}

/** The message for the mistake furthest to the right. One after the last token is shown at the last token. */
function mistakeRemark(reading: Reading, to: number): Diagnostic {
  const mistake: Mistake = reading.furthest ?? {
    code: "unexpected-word",
    at: to - 1,
    message: "This cannot be read.",
  }
  const token = reading.tokens[Math.min(mistake.at, reading.tokens.length - 1)]
  const span = reading.spans(token.offset, token.end - token.offset)
  return remark("sabre", mistake.code, span, mistake.message, mistake.hint ? { hint: mistake.hint } : {})
}
