/**
 * Reads `.drama`: text in, draft and diagnostics out.
 *
 * The text is cut into tokens, the definitions are found by their brackets and semicolons, and each is parsed for itself by
 * Langium and turned into what the draft says. It never throws, and its work is bounded by the length of the text.
 */
import { type Diagnostic, byPlace, spansOf } from "@dramaturg/model"
import type { Definition } from "../generated/ast.js"
import type { Draft, DraftDefinition } from "../draft.js"
import { withoutOwnNames } from "./blocks.js"
import { readDefinition } from "./definitions.js"
import { docBefore, worldDoc } from "./docs.js"
import { type ParserComplaint, complainOf, complainOfSemicolon } from "./mistakes.js"
import { dramaParser } from "./module.js"
import { type Reading, complain, shorten } from "./reading.js"
import { type Range, shapeOf } from "./shape.js"
import { type Token, tokenize } from "./tokens.js"

export interface ReadResult {
  readonly draft: Draft
  readonly diagnostics: readonly Diagnostic[]
}

/** Behind this many mistakes nobody reads on. */
const mostMistakes = 100
/** Some thirty times the longest world published so far; more could not be read in a moment. */
const mostTokens = 100_000

export function readDrama(text: string, file: string): ReadResult {
  const reading: Reading = { text, cut: tokenize(text), spans: spansOf(file, text), diagnostics: [], base: 0, selfNamed: new Map() }
  const { tokens } = reading.cut
  complainOfComment(reading)
  const definitions: DraftDefinition[] = []
  const torn: string[] = []
  const ranges = tokens.length > mostTokens ? complainOfLength(reading) : shapeOf(text, tokens)
  for (const range of ranges) {
    if (reading.diagnostics.length > mostMistakes) torn.push(...wordsOf(tokens, range))
    else definitions.push(...readRange(reading, range, torn))
  }
  const said = withoutOwnNames(reading, definitions)
  const doc = worldDoc(text, reading.cut)
  const isWhole = reading.diagnostics.length === 0
  const draft = { file, definitions: said, ...(doc === undefined ? {} : { doc }), ...(isWhole ? {} : { torn }) }
  return { draft, diagnostics: reading.diagnostics.sort(byPlace) }
}

function complainOfComment(reading: Reading): void {
  const { fault } = reading.cut
  if (!fault) return
  const span = reading.spans(fault.offset, 2)
  if (fault.kind === "unclosed-comment") {
    const message = "This comment never ends, so everything behind it is left out."
    return complain(reading, fault.kind, span, message, { hint: "Write `*/` where it should end." })
  }
  complain(reading, fault.kind, span, "Readers disagree whether this comment ends at once.", {
    hint: "Put a space behind the star.",
  })
}

function complainOfLength(reading: Reading): Range[] {
  const token = reading.cut.tokens[mostTokens]
  const message = "This world is too long to be read in one piece."
  complain(reading, "too-long", reading.spans(token.offset, token.end - token.offset), message, {
    hint: "Take out what the story does not need.",
  })
  return []
}

/** What one definition says; nothing if it cannot be used, and then its names are torn. */
function readRange(reading: Reading, range: Range, torn: string[]): DraftDefinition[] {
  const before = reading.diagnostics.length
  const definitions: DraftDefinition[] = []
  complainOfOddWords(reading, range, torn)
  if (range.fault) complainOfFault(reading, range.fault)
  else parseRange(reading, range, definitions)
  if (range.isUnended) complainOfSemicolon(reading, range.to)
  if (reading.diagnostics.length > before) torn.push(...namesDeclared(reading.cut.tokens, range))
  return definitions
}

const mostRestarts = 20

/** A definition whose semicolon is missing is read as far as it goes, and then what follows on the next line. */
function parseRange(reading: Reading, range: Range, definitions: DraftDefinition[]): void {
  let { from } = range
  for (let i = 0; i < mostRestarts && from < range.to; i++) from = parseOne(reading, from, range.to, definitions)
}

/** Parses the definition that begins at `from`; answers where to go on. */
function parseOne(reading: Reading, from: number, to: number, definitions: DraftDefinition[]): number {
  const { tokens } = reading.cut
  reading.base = tokens[from].offset
  const parsed = parse(reading.text.slice(reading.base, tokens[to - 1].end))
  if (parsed === "too-deep") {
    complainOfFault(reading, { kind: parsed, at: from })
    return to
  }
  const { value, complaints } = parsed
  const next = complaints.length === 0 ? to : complainOfParsing(reading, complaints, from, to)
  const isWhole = complaints.length === 0 || (next < to && complaints.length === 1)
  if (isWhole && value) definitions.push(...withDoc(reading, from, readDefinition(reading, value)))
  return next
}

interface Parsed {
  readonly value: Definition | undefined
  readonly complaints: readonly ParserComplaint[]
}

function parse(piece: string): Parsed | "too-deep" {
  try {
    const { value, parserErrors } = dramaParser().parse<Definition>(piece, { rule: "Definition" })
    return { value, complaints: parserErrors }
  } catch {
    // What is nested too deeply has been sorted out before; this is for smaller machines than we know.
    return "too-deep"
  }
}

/** One remark for each part of the definition that has a mistake in it; what follows from a mistake is not reported. */
function complainOfParsing(reading: Reading, complaints: readonly ParserComplaint[], from: number, to: number): number {
  const { tokens } = reading.cut
  let reached = -1
  let isRestart = false
  for (const complaint of complaints) {
    const before = reading.diagnostics.length
    const at = complainOf(reading, complaint, from, to)
    const isSamePart = reached >= 0 && !tokens.slice(reached, at).some((each) => each.text === ";")
    if (isSamePart) reading.diagnostics.length = before
    reached = at
    isRestart = complaint.name === "NotAllInputParsedException" && reading.diagnostics.at(-1)?.code === "missing-semicolon"
  }
  return isRestart && complaints.length === 1 && reached > from ? reached : to
}

function withDoc(reading: Reading, from: number, definitions: DraftDefinition[]): DraftDefinition[] {
  const doc = docBefore(reading.text, reading.cut, from)
  if (doc === undefined) return definitions
  const kind = definitions[0]?.kind
  return definitions.map((each) => (each.kind === kind && each.doc === undefined ? { ...each, doc } : each))
}

function complainOfOddWords(reading: Reading, range: Range, torn: string[]): void {
  for (let i = range.from; i < range.to; i++) {
    const token = reading.cut.tokens[i]
    if (token.kind !== "odd") continue
    torn.push(token.text)
    const span = reading.spans(token.offset, token.end - token.offset)
    const isQuoted = token.text.startsWith('"')
    if (isQuoted) complain(reading, "not-a-name", span, "Text in quotes has no place in a world.", {
      hint: "Names are written without quotes.",
    })
    else complain(reading, "not-a-name", span, `\`${shorten(token.text)}\` is no name.`, { hint: "A name begins with a letter." })
    if (reading.diagnostics.length > mostMistakes) return
  }
}

function complainOfFault(reading: Reading, fault: NonNullable<Range["fault"]>): void {
  const token = reading.cut.tokens[fault.at]
  const span = reading.spans(token.offset, token.end - token.offset)
  switch (fault.kind) {
    case "too-deep":
      return complain(reading, "too-deep", span, "This is too long or too deeply nested to be read.", {
        hint: "Divide it into several.",
      })
    case "stray-bracket":
      return complain(reading, "stray-bracket", span, `This \`${token.text}\` closes nothing.`)
    case "unclosed-bracket":
      return complain(reading, "unclosed-bracket", span, `This \`${token.text}\` is never closed.`)
    case "square-bracket":
      return complain(reading, "unexpected-word", span, "Square brackets mean nothing here.", { hint: "Use round ones." })
  }
}

const declaring = new Set(["type", "entity", "property", "action", "trigger"])

/** The names that a definition was about to declare. */
function namesDeclared(tokens: readonly Token[], range: Range): string[] {
  if (!declaring.has(tokens[range.from].text)) return []
  let end = range.from + 1
  while (end < range.to && (tokens[end].kind === "word" || tokens[end].text === ",")) end++
  return wordsOf(tokens, { from: range.from + 1, to: end })
}

function wordsOf(tokens: readonly Token[], range: Pick<Range, "from" | "to">): string[] {
  return tokens.slice(range.from, range.to).flatMap((each) => (each.kind === "word" ? [each.text] : []))
}
