/**
 * Reads outlines: plots as authors jot them down, from which a story with its explanations is to be made.
 *
 * A program writes certificates; people write outlines. So differences that leave no doubt about which act
 * is meant are ignored: capitals, spaces, quotation marks, a full stop, bold type. What remains in doubt is
 * reported, never guessed. Nothing is lost: what is no act is kept as a note, with its place among the acts.
 * If it was meant as part of the plot, as an entry of a list is, it is reported as not understood. Items
 * keep the numbers that their author gave them.
 *
 * Four formats are told apart by their content. JSON begins with a bracket. Markdown has an act in a list
 * item with a bullet, or a fence; its paragraphs are prose. All other texts are plain lines, one act a line.
 * Plain lines include what `tell` prints and the published text format, whose bars give explanations.
 *
 * The stages: one of the formats is read onto a `Page`; then the items of the plot are determined; then the
 * lines with bars, if any, are passed to the reader of certificates, in the one spelling that it accepts.
 */
import { type Diagnostic, hasErrors, byPlace, type Outline, type Problem } from "@dramaturg/model"
import { readJsonOutline } from "./json.js"
import { determineItems } from "./items.js"
import { linesOf, readPlainLines } from "./lines.js"
import { frontMatter, isMarkdown, readMarkdown } from "./markdown.js"
import { exampleOf } from "./names.js"
import { complain, newPage, type Page, type SentenceReader } from "./page.js"
import { readReasons } from "./reasons.js"

/** An outline as read, and the remarks on its text. */
export interface OutlineReading {
  /** Present only if there is no error; there may be warnings. */
  readonly outline?: Outline
  readonly diagnostics: readonly Diagnostic[]
}

/** In characters. Longer than the outline of any novel, and the limit of the JSON reader. */
const longest = 4_000_000

const tooLong = { message: "This text is too long to be an outline: at most 4 million letters are read." }

/**
 * Reads an outline about a problem. `file` is the name under which the text was read, for spans. `sentence`
 * reads an act that is told in the words of the world (`actReaderOf` of the telling makes one); without it
 * only `name(…)` is read as an act. Returns the outline, if there is no error, and the diagnostics by place.
 * It never throws on a text; texts of more than 4 million characters are refused with a diagnostic.
 */
export function readOutline(
  text: string,
  problem: Problem,
  file = "<outline>",
  sentence?: SentenceReader,
): OutlineReading {
  const page = newPage(text, problem, file, sentence)
  if (text.length <= longest) readForm(page, text)
  else complain(page, "not-a-solution", page.span(0, 0), tooLong)
  determineItems(page)
  if (!hasErrors(page.diagnostics)) readReasons(page)
  if (page.acts.length === 0 && !hasErrors(page.diagnostics)) complainOfNothing(page, text)
  const diagnostics = page.diagnostics.sort(byPlace)
  return hasErrors(diagnostics)
    ? { diagnostics }
    : { outline: { acts: page.acts, notes: page.notes }, diagnostics }
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
  const nothing =
    items > 1
      ? `None of the ${items} items of this outline is an act of this world.`
      : "There is no act in this outline."
  const message = text.trim() === "" ? "This outline is empty." : nothing
  const hint = `Write one act a line, like \`${exampleOf(page.problem)}\`.`
  complain(page, "not-a-solution", page.span(0, 0), { message, hint })
}
