/**
 * Formats a world: two spaces of indentation, parts on their own lines, one conjunct a line in long
 * conditions. Only white space changes.
 */
import { type Diagnostic, hasErrors } from "@dramaturg/model"
import { breaksBetween } from "../syntax/docs.js"
import { type Page, between, layDefinition } from "./layout.js"
import { type Layout, newline, render } from "./pretty.js"
import { readDrama } from "../read/read.js"
import { type Range, segmentsOf } from "../syntax/segments.js"
import { type Comment, type Tokens, tokenize } from "../syntax/tokens.js"

/** The result of formatting. */
export interface Formatted {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

const width = 100

/**
 * Errors that leave a text readable, though not yet unambiguous or correct; such a text is formatted all the
 * same.
 */
const readable = new Set([
  "unclear-and-or",
  "unclear-arithmetic",
  "unclear-comparison",
  "unclear-not",
  "unclear-reach",
  "unclear-else",
  "nested-application",
  "unknown-part",
  "bad-limit",
])

/**
 * Formats a `.drama` text; line ends and byte order mark stay. Returns the formatted text; if it cannot be
 * read, the text unchanged, with the diagnostics that say why.
 */
export function formatStory(text: string, file: string): Formatted {
  const { diagnostics } = readDrama(text, file)
  if (hasErrors(diagnostics.filter((each) => !readable.has(each.code)))) return { text, diagnostics }
  const mark = text.startsWith("\ufeff") ? "\ufeff" : ""
  // A comment may contain line ends: they become the same as all others.
  const set = layOut(text.slice(mark.length).replace(/\r\n|\r/g, "\n"))
  return { text: mark + set.replaceAll("\n", lineEndOf(text)), diagnostics }
}

/** The line end that most lines of a text have; of those that are as common, the one that comes first. */
function lineEndOf(text: string): string {
  const counts = new Map<string, number>()
  for (const [end] of text.matchAll(/\r\n|\r|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ["\n", 0] as [
    string,
    number,
  ])[0]
}

/** Formats a text that can be read. */
export function layOut(text: string): string {
  const cut = tokenize(text)
  const page = pageOf(text, cut)
  const ranges = segmentsOf(text, cut.tokens)
  const first = ranges[0]?.from ?? cut.tokens.length
  const layouts: Layout[] = [between(page, -1, "", true)]
  for (let i = 0; i < first; i++) layouts.push(";", between(page, i, newline, true))
  ranges.forEach((range, i) =>
    layouts.push(laySeparated(page, range, ranges[i + 1]?.from ?? cut.tokens.length)),
  )
  const set = render(layouts, width).trim()
  return set === "" ? "" : `${set}\n`
}

/** A definition with the semicolons after it and the gap to the next. */
function laySeparated(page: Page, range: Range, next: number): Layout {
  const layouts: Layout[] = [layDefinition(page, range)]
  for (let i = range.to; i < next; i++) layouts.push(between(page, i - 1, ""), ";")
  const isLast = next >= page.tokens.length
  return [...layouts, between(page, next - 1, isLast ? "" : newline, true)]
}

function pageOf(text: string, cut: Tokens): Page {
  const comments = new Map<number, Comment[]>()
  let index = -1
  for (const comment of cut.comments) {
    while (index + 1 < cut.tokens.length && cut.tokens[index + 1].offset < comment.offset) index++
    const group = comments.get(index)
    if (group) group.push(comment)
    else comments.set(index, [comment])
  }
  return {
    tokens: cut.tokens,
    comments,
    breaks: (from, to) => breaksBetween(text, from, to),
    partner: partnersOf(cut),
  }
}

function partnersOf({ tokens }: Tokens): Map<number, number> {
  const partner = new Map<number, number>()
  const open: number[] = []
  tokens.forEach(({ text }, i) => {
    if (text === "(" || text === "{") open.push(i)
    else if ((text === ")" || text === "}") && open.length > 0) partner.set(open.pop()!, i)
  })
  return partner
}
