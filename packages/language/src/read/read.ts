/**
 * Reads `.drama`: from a text to a syntax tree and diagnostics.
 *
 * The text is cut into tokens, the definitions are found by their brackets and semicolons, and each is
 * parsed by itself and turned into its part of the syntax tree. It never throws, and its work is bounded by
 * the length of the text.
 */
import { type Diagnostic, byPlace, spansOf } from "@dramaturg/model"
import type { SyntaxTree, SyntaxDefinition } from "../syntax-tree.js"
import { withoutOwnNames } from "./blocks.js"
import { readDefinition } from "./definitions.js"
import { docBefore, worldDoc } from "../syntax/docs.js"
import { complainOfUnknownDefinition } from "../errors/definitions.js"
import {
  complainOfComment,
  complainOfSegmentError,
  complainOfCommentIdioms,
  complainOfOddWords,
  mostMistakes,
} from "../errors/lexical.js"
import type { Complaint } from "../syntax/cursor.js"
import { complainOf, complainOfSemicolon } from "../errors/parsing.js"
import { parseDefinition } from "../syntax/parse-definition.js"
import { complainOfBareInclude, includeMeant } from "../errors/quotes.js"
import { type Reading, complain } from "../errors/reading.js"
import { type Range, isModifier, opensWithoutName, segmentsOf } from "../syntax/segments.js"
import { type Token, tokenize } from "../syntax/tokens.js"
import { declaring } from "../syntax/vocabulary.js"

export interface ReadResult {
  readonly tree: SyntaxTree
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * In tokens. Some thirty times the longest published world; more could not be read without a noticeable
 * delay.
 */
const mostTokens = 100_000

/**
 * Reads one text of our own language, without what it includes (`compileStory` adds that). `file` is the
 * name for spans. Returns the syntax tree and the diagnostics by place; it never throws on a text. After 100
 * mistakes the remaining definitions are skipped; texts of more than 100,000 tokens are refused.
 */
export function readDrama(text: string, file: string): ReadResult {
  const [cut, spans] = [tokenize(text), spansOf(file, text)]
  const reading: Reading = {
    text,
    cut,
    spans,
    diagnostics: [],
    stopped: [],
    oddities: new Set(),
    selfNamed: new Map(),
  }
  const { tokens } = reading.cut
  complainOfComment(reading)
  complainOfCommentIdioms(reading)
  const definitions: SyntaxDefinition[] = []
  const namesWithErrors: string[] = []
  const ranges = tokens.length > mostTokens ? complainOfLength(reading) : segmentsOf(text, tokens)
  for (const range of ranges) {
    if (reading.diagnostics.length > mostMistakes) namesWithErrors.push(...wordsOf(tokens, range))
    else definitions.push(...readRange(reading, range, namesWithErrors))
  }
  namesWithErrors.push(...reading.stopped)
  const said = withoutOwnNames(reading, definitions)
  const doc = worldDoc(text, reading.cut)
  const isWhole = reading.diagnostics.length === 0
  const tree = {
    file,
    definitions: said,
    ...(doc === undefined ? {} : { doc }),
    ...(isWhole ? {} : { namesWithErrors }),
  }
  return { tree, diagnostics: reading.diagnostics.sort(byPlace) }
}

function complainOfLength(reading: Reading): Range[] {
  const token = reading.cut.tokens[mostTokens]
  const message = "This world is too long to be read in one piece."
  complain(reading, "too-long", reading.spans(token.offset, token.end - token.offset), message, {
    hint: "Take out what the story does not need.",
  })
  return []
}

/**
 * The definitions of one range; none if it cannot be used, and then its names are added to those with
 * errors.
 */
function readRange(reading: Reading, range: Range, namesWithErrors: string[]): SyntaxDefinition[] {
  const before = reading.diagnostics.length
  const definitions: SyntaxDefinition[] = []
  const isOdd =
    isFollower(reading, range) ||
    complainOfOddWords(reading, range, namesWithErrors) ||
    complainOfBareInclude(reading, range) ||
    complainOfUnknownDefinition(reading, range, namesWithErrors)
  if (isOdd) definitions.push(...includeMeant(reading, range))
  else if (range.error) complainOfSegmentError(reading, range, range.error)
  else parseRange(reading, range, definitions)
  const isLone = range.to === range.from + 1 && reading.diagnostics.length > before
  if (range.isUnended && !isLone && !isFollower(reading, range) && range.error?.kind !== "unclosed-bracket")
    complainOfSemicolon(reading, range.to)
  if (reading.diagnostics.length > before || range.error)
    namesWithErrors.push(...namesDeclared(reading.cut.tokens, range))
  return definitions
}

/**
 * Whether the range is the remainder of a definition that could not be read, so that its mistakes follow
 * from one that was reported.
 */
function isFollower(reading: Reading, range: Range): boolean {
  if (range.error?.kind === "follower") return true
  const { tokens } = reading.cut
  const first = tokens[range.from].text
  const opensDefinition = isModifier(tokens, range.from) || opensWithoutName(tokens, range.from)
  if (declaring.includes(first) || first === "utility" || first === "limits" || opensDefinition)
    reading.isHeadless = false
  return reading.isHeadless === true
}

const mostRestarts = 20

/**
 * A definition whose semicolon is missing is read to where it must end, and then what follows on the next
 * line.
 */
function parseRange(reading: Reading, range: Range, definitions: SyntaxDefinition[]): void {
  let { from } = range
  for (let i = 0; i < mostRestarts && from < range.to; i++)
    from = parseOne(reading, from, range.to, definitions)
}

/** Parses the definition that begins at `from`; returns where to continue. */
function parseOne(reading: Reading, from: number, to: number, definitions: SyntaxDefinition[]): number {
  const { tokens } = reading.cut
  const { definition, complaints } = parseDefinition(tokens, from, to)
  const next = complaints.length === 0 ? to : complainOfParsing(reading, complaints, from, to)
  const isWhole = complaints.length === 0 || (next < to && complaints.length === 1)
  if (isWhole) definitions.push(...withDoc(reading, from, readDefinition(reading, definition)))
  return next
}

/**
 * Reports one mistake for each part of the definition that has any; what follows from a mistake is not
 * reported.
 */
function complainOfParsing(
  reading: Reading,
  complaints: readonly Complaint[],
  from: number,
  to: number,
): number {
  const { tokens } = reading.cut
  let reached = -1
  let isRestart = false
  for (const complaint of complaints.slice(0, 2 * mostMistakes)) {
    const before = reading.diagnostics.length
    const { at, isLast } = complainOf(reading, complaint, from, to)
    const isSamePart = reached >= 0 && !tokens.slice(reached, at).some((each) => each.text === ";")
    if (isSamePart) reading.diagnostics.length = before
    reached = at
    if (isLast) return to
    isRestart = complaint.kind === "left-over" && reading.diagnostics.at(-1)?.code === "missing-semicolon"
  }
  return isRestart && complaints.length === 1 && reached > from ? reached : to
}

function withDoc(reading: Reading, from: number, definitions: SyntaxDefinition[]): SyntaxDefinition[] {
  const doc = docBefore(reading.text, reading.cut, from)
  if (doc === undefined) return definitions
  const kind = definitions[0]?.kind
  return definitions.map((each) => (each.kind === kind && each.doc === undefined ? { ...each, doc } : each))
}

/** The names that a definition was about to declare. */
function namesDeclared(tokens: readonly Token[], range: Range): string[] {
  const from = isModifier(tokens, range.from) ? range.from + 1 : range.from
  if (!declaring.includes(tokens[from].text)) return []
  let end = from + 1
  while (
    end < range.to &&
    (tokens[end].kind === "word" || tokens[end].text === "," || tokens[end].text === "-")
  )
    end++
  return wordsOf(tokens, { from: from + 1, to: end })
}

function wordsOf(tokens: readonly Token[], range: Pick<Range, "from" | "to">): string[] {
  return tokens.slice(range.from, range.to).flatMap((each) => (each.kind === "word" ? [each.text] : []))
}
