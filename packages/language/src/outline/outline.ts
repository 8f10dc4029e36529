/**
 * Reads outlines: a plot as a novelist has jotted it down, from which a story with its reasons is to be made.
 *
 * A certificate is written by a program, an outline by somebody who thinks of something else. So everything is forgiven that
 * leaves no doubt about which act is meant: capitals, spaces, quotation marks, a full stop, bold type. What remains in doubt
 * is asked about, never guessed. And nothing is lost: whatever is no act is kept as a note, with its place among the acts; and
 * where it was meant as part of the plot, as what stands in a list is, it is said not to be understood. Items keep the numbers
 * that their writer gave them.
 *
 * Four forms are told apart by what stands in them. JSON begins with a bracket. Markdown has an act in a list item with a
 * bullet, or a fence; there paragraphs are prose. Everything else is plain lines, an act
 * a line, where what `tell` prints and the published text form with bars are at home: bars are just lines that give reasons.
 *
 * The stages: some form is read onto a `Page`; then it is settled what was an item of the plot; then the lines with bars, if any, are handed to the reader of certificates, in
 * the one spelling that it knows.
 */
import { type Diagnostic, hasErrors, byPlace, type Outline, type Problem } from "@dramaturg/model"
import { readJsonOutline } from "./json.js"
import { settleItems } from "./items.js"
import { linesOf, readPlainLines } from "./lines.js"
import { frontMatter, isMarkdown, readMarkdown } from "./markdown.js"
import { exampleOf } from "./names.js"
import { complain, newPage, type Page, type SentenceReader } from "./page.js"
import { readReasons } from "./reasons.js"

export interface OutlineReading {
  /** Exists only if nothing is wrong; there may be warnings beside it. */
  readonly outline?: Outline
  readonly diagnostics: readonly Diagnostic[]
}

/** Longer than any novel's outline, and as much as the reader of JSON can take. */
const longest = 4_000_000

const tooLong = { message: "This text is too long to be an outline: at most 4 million letters are read." }

/**
 * `file` is the name under which the text was read. `sentence` reads an act that is told in the words of the world (as
 * `actReaderOf` of the telling does); without it an act is written as `name(…)`.
 */
export function readOutline(text: string, problem: Problem, file = "<outline>", sentence?: SentenceReader): OutlineReading {
  const page = newPage(text, problem, file, sentence)
  if (text.length <= longest) readForm(page, text)
  else complain(page, "not-a-solution", page.span(0, 0), tooLong)
  settleItems(page)
  if (!hasErrors(page.diagnostics)) readReasons(page)
  if (page.acts.length === 0 && !hasErrors(page.diagnostics)) complainOfNothing(page, text)
  const diagnostics = page.diagnostics.sort(byPlace)
  return hasErrors(diagnostics) ? { diagnostics } : { outline: { acts: page.acts, notes: page.notes }, diagnostics }
}

/** A bracket may also begin `[x]` or `[Chapter one]`. */
function readForm(page: Page, text: string): void {
  if (/^\s*(?:\{|\[(?!\s*\p{L}|\s+\]))/u.test(text)) return readJsonOutline(page, text)
  const all = linesOf(text)
  const lines = all.slice(frontMatter(all))
  if (isMarkdown(page, lines)) readMarkdown(page, lines)
  else readPlainLines(page, lines)
}

function complainOfNothing(page: Page, text: string): void {
  const items = page.notes.filter((each) => each.kind === "unread").length
  const nothing = items > 1 ? `None of the ${items} items of this outline is an act of this world.` : "There is no act in this outline."
  const message = text.trim() === "" ? "This outline is empty." : nothing
  const hint = `Write one act a line, like \`${exampleOf(page.problem)}\`.`
  complain(page, "not-a-solution", page.span(0, 0), { message, hint })
}
