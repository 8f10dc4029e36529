/** Outlines in Markdown: headings, list items that are acts, and prose, which becomes notes. */
import { looksLikeAct, nearActHint, remarkOnActInProse, takeAct, toldAct } from "./acts.js"
import {
  indentation,
  isHeader,
  isRow,
  isRule,
  type Line,
  readHeading,
  readPlainLine,
  readRow,
  spotOf,
} from "./lines.js"
import { addNote, addUnsure, nothing, type Page, type Spot, type Words, wordsAt } from "./page.js"
import { itemOf } from "./sign.js"

interface Reading {
  readonly page: Page
  /** The sign that opened the current fence. */
  fence: string | undefined
  /** Lines of one note, not yet joined. */
  readonly paragraph: Pick<Line, "words" | "offset">[]
  /** The style of the item with which these lines began, if they began with one. */
  spot: Spot | undefined
  isAfterBlank: boolean
}

export function isMarkdown(page: Page, lines: readonly Line[]): boolean {
  return lines.some((each) => fenceIn(each) !== undefined || isBulletedAct(page, each))
}

export function readMarkdown(page: Page, lines: readonly Line[]): void {
  const reading: Reading = { page, fence: undefined, paragraph: [], spot: undefined, isAfterBlank: false }
  for (const line of lines) {
    readLine(reading, line)
    reading.isAfterBlank = line.words === ""
  }
  closeParagraph(reading)
}

function isBulletedAct(page: Page, line: Line): boolean {
  const { sign, words } = itemOf(line)
  return /^[-*+]/.test(sign) && (looksLikeAct(words) || toldAct(page, words) !== undefined)
}

/**
 * How many lines at the beginning are front matter: YAML between two rules. Other text between rules is part
 * of the plot.
 */
export function frontMatter(lines: readonly Line[]): number {
  if (!/^-{3}$/.test(lines[0].words)) return 0
  const end = lines.findIndex((each, i) => i > 0 && /^(?:-{3}|\.{3})$/.test(each.words))
  const inside = lines
    .slice(1, Math.max(1, end))
    .filter(({ words }) => words !== "" && !words.startsWith("#"))
  const isYaml = inside.every(({ words, column }, i) => {
    const [, value] = /^["'\p{L}\p{N}_][^:]*:(?:\s+(.*))?$/u.exec(words) ?? []
    // YAML lists have other bullets.
    if (looksLikeAct(value ?? words) || /^[*+]\s/.test(words)) return false
    return (
      value !== undefined ||
      words.endsWith(":") ||
      (i > 0 && (column > inside[0].column || /^-\s/.test(words)))
    )
  })
  return isYaml ? end + 1 : 0
}

function fenceIn({ words }: Line): string | undefined {
  return /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(words)?.[0]
}

function readLine(reading: Reading, line: Line): void {
  const { page, fence } = reading
  if (fence !== undefined) return readFenced(reading, fence, line)
  const isText =
    line.words !== "" &&
    !isRule(line) &&
    !isHeader(line) &&
    !isRow(line.words) &&
    fenceIn(line) === undefined &&
    itemOf(line).sign === ""
  if (isText) return readText(reading, line)
  closeParagraph(reading)
  if (fenceIn(line) !== undefined) return openFence(reading, line)
  if (line.words === "" || isRule(line)) return
  if (isHeader(line)) return readHeading(page, line)
  if (isRow(line.words)) return readRow(page, line)
  readItem(reading, line)
}

/** A fence under an act belongs to it, and so do its lines. */
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
  const words = wordsAt(page, item.words, item.offset)
  if (line.column >= page.under) return void reading.paragraph.push(item)
  const spot = spotOf(item, line.column)
  const isAct = takeAct(page, words, spot)
  page.under = isAct ? line.column + indentation : nothing
  if (isAct) return
  reading.spot = spot
  reading.paragraph.push(item)
}

/** With its further lines an item may be an act; if not, it may have been meant as one. */
function closeItem(page: Page, spot: Spot, words: Words): void {
  const sentence = { ...words, text: words.text.replaceAll("\n", " ") }
  if (sentence.text !== words.text && takeAct(page, sentence, spot)) page.under = spot.column + indentation
  else addUnsure(page, words, spot, nearActHint(page, words.text))
}

function closeParagraph(reading: Reading): void {
  const { page, paragraph } = reading
  const spot = reading.spot
  reading.spot = undefined
  const lines = paragraph.splice(0).filter((each, i) => each.words !== "" || (i === 0 && spot !== undefined))
  if (lines.length === 0) return
  const { offset } = lines[0]
  const last = lines[lines.length - 1]
  const text = lines.map((each) => each.words).join("\n")
  const span = page.span(offset, last.offset + last.words.length - offset)
  if (spot !== undefined) return closeItem(page, spot, { text, span: () => span })
  if (page.under === nothing) page.block++
  addNote(page, text, span)
}
