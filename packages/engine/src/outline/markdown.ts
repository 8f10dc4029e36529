/** Outlines in Markdown: headings, list items that are acts, and prose, which is kept as notes. */
import { looksLikeAct, remarkOnActInProse, remarkOnNearAct, takeAct, toldAct } from "./acts.js"
import { indentation, isHeading, isRule, type Item, itemOf, type Line, readHeading, readPlainLine } from "./lines.js"
import { addNote, nothing, type Page, wordsAt } from "./page.js"

interface Reading {
  readonly page: Page
  /** The sign that opened the fence we are in. */
  fence: string | undefined
  /** Lines of one note, still to be put together. */
  readonly paragraph: Pick<Line, "words" | "offset">[]
  isAfterBlank: boolean
}

export function isMarkdown(page: Page, lines: readonly Line[]): boolean {
  return frontMatter(lines) > 0 || lines.some((each) => fenceIn(each) !== undefined || isBulletedAct(page, each))
}

export function readMarkdown(page: Page, lines: readonly Line[]): void {
  const reading: Reading = { page, fence: undefined, paragraph: [], isAfterBlank: false }
  for (const line of lines.slice(frontMatter(lines))) {
    readLine(reading, line)
    reading.isAfterBlank = line.words === ""
  }
  closeParagraph(reading)
}

function isBulletedAct(page: Page, line: Line): boolean {
  const { sign, words } = itemOf(line)
  return /^[-*+]/.test(sign) && (looksLikeAct(words) || toldAct(page, words) !== undefined)
}

/** How many lines at the beginning are front matter. */
function frontMatter(lines: readonly Line[]): number {
  if (!/^-{3}$/.test(lines[0].words)) return 0
  return lines.findIndex((each, i) => i > 0 && /^(?:-{3}|\.{3})$/.test(each.words)) + 1
}

function fenceIn({ words }: Line): string | undefined {
  return /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(words)?.[0]
}

function readLine(reading: Reading, line: Line): void {
  const { page, fence } = reading
  if (fence !== undefined) return readFenced(reading, fence, line)
  const isText = line.words !== "" && !isRule(line) && !isHeading(line) && fenceIn(line) === undefined && itemOf(line).sign === ""
  if (isText) return readText(reading, line)
  closeParagraph(reading)
  if (fenceIn(line) !== undefined) return openFence(reading, line)
  if (line.words === "" || isRule(line)) return
  if (isHeading(line)) return readHeading(page, line)
  readItem(reading, line)
}

/** A fence that stands under an act belongs to it, and so do its lines. */
function openFence(reading: Reading, line: Line): void {
  reading.fence = fenceIn(line)
  if (line.column < reading.page.under) reading.page.under = nothing
}

function readFenced(reading: Reading, fence: string, line: Line): void {
  const isClosed = line.words.startsWith(fence) && line.words.replaceAll(fence[0], "") === ""
  if (isClosed) reading.fence = undefined
  else readPlainLine(reading.page, line)
}

/** After a blank line, prose further to the left than an act ends the list. */
function readText(reading: Reading, line: Line): void {
  const { page, paragraph } = reading
  if (reading.isAfterBlank && line.column < page.under) page.under = nothing
  if (page.under === nothing) remarkOnActInProse(page, wordsAt(page, line.words, line.offset))
  paragraph.push(line)
}

function readItem(reading: Reading, line: Line): void {
  const { page } = reading
  const item = itemOf(line)
  if (line.column >= page.under || !takeItem(page, line, item)) reading.paragraph.push(item)
}

function takeItem(page: Page, { column }: Line, item: Item): boolean {
  const words = wordsAt(page, item.words, item.offset)
  const isAct = takeAct(page, words)
  page.under = isAct ? column + indentation : nothing
  if (!isAct) remarkOnNearAct(page, words)
  return isAct
}

function closeParagraph({ page, paragraph }: Reading): void {
  const lines = paragraph.splice(0).filter((each) => each.words !== "")
  if (lines.length === 0) return
  const { offset } = lines[0]
  const last = lines[lines.length - 1]
  addNote(page, lines.map((each) => each.words).join("\n"), page.span(offset, last.offset + last.words.length - offset))
}
