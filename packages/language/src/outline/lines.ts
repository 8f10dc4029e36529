/**
 * Outlines in plain lines: an act a line, perhaps numbered, with headings, notes, and explanations after
 * bars.
 */
import { charactersOf } from "@dramaturg/model"
import { findAct, looksLikeAct, nearActHint, remarkOnNearAct, takeAct, toldAct } from "./acts.js"
import { knownName } from "./names.js"
import { addHeading, addNote, addUnsure, nothing, type Page, type Spot, wordsAt } from "./page.js"
import { type Item, itemOf } from "./sign.js"

export interface Line {
  /** Without the space around it. */
  readonly words: string
  /** Where the words begin, in the text and in the line; a tab reaches to the next multiple of four. */
  readonly offset: number
  readonly column: number
}

const tabWidth = 4

/** How much further to the right than its sign a line must begin to belong to an item. */
export const indentation = 2

export function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)].map(({ 0: line, index }) => {
    const words = line.trim()
    const space = line.length - line.trimStart().length
    return { words, offset: index + (words === "" ? 0 : space), column: widthOf(line.slice(0, space)) }
  })
}

function widthOf(space: string): number {
  const signs = [...space.replace("\uFEFF", "")]
  return signs.reduce((width, each) => width + (each === "\t" ? tabWidth - (width % tabWidth) : 1), 0)
}

/** Lines that only separate parts of the outline. */
export function isRule({ words }: Line): boolean {
  return /^[-*_=~\s]+$/.test(words)
}

/** A heading: with Markdown's signs, or as screenwriters head a scene. */
export function isHeader({ words }: Line): boolean {
  return (words.startsWith("#") && !/^#\p{Nd}/u.test(words)) || isSlugLine(words)
}

function isSlugLine(words: string): boolean {
  return /^(?:INT|EXT|EST|I\/E|INT\.?\/EXT)[. ]\S|^(?:INT|EXT)\. /.test(words)
}

/** A heading with a number of its own may tell an act: `## 3. Tom goes to the market`. */
export function readHeading(page: Page, { words, offset }: Line): void {
  const level = /^#*/.exec(words)![0].length
  const text = words.slice(level).replace(/\s#+$/, "").trim()
  const at = offset + level + words.slice(level).length - words.slice(level).trimStart().length
  page.under = nothing
  page.block++
  const { written, ...item } = itemOf({ words: text, offset: at })
  if (written !== undefined && level > 0)
    return readNumberedHeading(page, level, wordsAt(page, text, at), { ...item, written })
  if (text !== "") addHeading(page, Math.max(1, Math.min(level, 6)), wordsAt(page, text, at))
}

function readNumberedHeading(
  page: Page,
  level: number,
  whole: { readonly text: string },
  item: Item & { readonly written: string },
): void {
  const spot: Spot = { style: "heading", column: level, written: item.written }
  const words = wordsAt(page, item.words, item.offset)
  if (toldAct(page, item.words) !== undefined && takeAct(page, words, spot)) return
  page.listed.push({ spot, block: page.block, note: page.notes.length, isMarked: false, words })
  const at = item.offset - (whole.text.length - item.words.length)
  addHeading(page, Math.min(level, 6), wordsAt(page, whole.text, at))
}

/** How many lines a sentence may go over. */
const mostLines = 6

export function readPlainLines(page: Page, lines: readonly Line[]): void {
  for (let i = 0; i < lines.length; ) {
    const count = sentenceLines(page, lines, i)
    const words = lines
      .slice(i, i + count)
      .map((each) => each.words)
      .join(" ")
    readPlainLine(page, { ...lines[i], words })
    i += count
  }
}

/** How many lines from here on form one sentence that tells an act; 1 if they do not. */
function sentenceLines(page: Page, lines: readonly Line[], from: number): number {
  const first = lines[from]
  if (
    !isProse(lines[from + 1]) ||
    !isProse({ ...first, words: itemOf(first).words }) ||
    first.column >= page.under
  )
    return 1
  let { words } = itemOf(first)
  for (let count = 1; count < mostLines && (count === 1 || isProse(lines[from + count - 1])); count++) {
    if (looksLikeAct(words)) return 1
    if (toldAct(page, words) !== undefined) return count
    if (!isProse(lines[from + count])) return 1
    words = `${words} ${lines[from + count].words}`
  }
  return 1
}

function isProse(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    line.words !== "" &&
    line.words.length < 300 &&
    !isRule(line) &&
    !isHeader(line) &&
    !/^(?:\||\/\/)/.test(line.words) &&
    itemOf(line).sign === ""
  )
}

export function readPlainLine(page: Page, line: Line): void {
  const { words, column } = line
  if (words === "" || isRule(line)) return
  if (isHeader(line)) return readHeading(page, line)
  if (isRow(words)) return readRow(page, line)
  if (words.startsWith("|")) return readRung(page, line)
  if (words.startsWith("//") || column >= page.under) return note(page, line)
  if (!isClosing(page, words)) readPossibleAct(page, line)
}

/**
 * Under a numbered act `tell` prints its explanations, further to the right: they are no acts of the story.
 */
function readPossibleAct(page: Page, line: Line): void {
  const { column } = line
  const item = itemOf(line)
  const words = wordsAt(page, item.words, item.offset)
  if (takeAct(page, words, spotOf(item, column))) {
    page.under = item.sign === "" ? nothing : column + indentation
    return
  }
  if (item.sign === "" && column === 0) page.block++
  const whole = item.sign === "" ? wordsAt(page, line.words, line.offset) : words
  if (item.sign === "") remarkOnNearAct(page, whole)
  addUnsure(page, whole, spotOf(item, column), nearActHint(page, item.words))
}

/** The style of a line that may be an act. */
export function spotOf({ sign, written }: Item, column: number): Spot {
  return { style: sign === "" ? "sentence" : "item", column, ...(written === undefined ? {} : { written }) }
}

/** A row of a table has bars at both ends, and at least two cells. */
export function isRow(words: string): boolean {
  return /^\|[^|]*\|.*\|$/.test(words)
}

/** One cell of a row may tell an act, another its number; the rest are notes. */
export function readRow(page: Page, { words, offset, column }: Line): void {
  if (/^[|:\-\s]+$/.test(words)) return headTable(page)
  const cells = cellsOf(page, words, offset)
  const written =
    cells
      .map(({ text }) => itemOf({ words: `${text} `, offset: 0 }))
      .find((each) => each.written !== undefined && each.words.trim() === "")?.written ??
    cells.map(({ text }) => /^#?\p{Nd}{1,9}\p{Ll}?$/u.exec(text)?.[0]).find((each) => each !== undefined)
  const spot: Spot = {
    style: "row",
    column,
    ...(written === undefined ? {} : { written: written.replace("#", "") }),
  }
  const told = cells.find(({ text }) => findAct(page, wordsAt(page, text, 0))?.label !== undefined)
  if (told === undefined) return addUnsure(page, wordsAt(page, words, offset), spot)
  takeAct(page, told, spot)
  for (const each of cells)
    if (each !== told && each.text !== written) addNote(page, each.text, each.span(0, each.text.length))
}

/** The row over the line of dashes names the columns. */
function headTable({ listed, notes }: Page): void {
  const last = listed[listed.length - 1]
  if (last?.spot.style === "row" && last.note === notes.length - 1) listed.pop()
}

function cellsOf(page: Page, words: string, offset: number) {
  let at = 1
  return words
    .slice(1, -1)
    .split("|")
    .flatMap((cell) => {
      const text = cell.trim()
      const place = offset + at + cell.length - cell.trimStart().length
      at += cell.length + 1
      return text === "" ? [] : [wordsAt(page, text, place)]
    })
}

function note(page: Page, { words, offset }: Line): void {
  const sign = /^(?:\/{2,}\s*)?/.exec(words)![0].length
  if (sign < words.length) addNote(page, words.slice(sign), page.span(offset + sign, words.length - sign))
}

/** A line with bars gives explanations; one that contains no act and closes no plan is a note. */
function readRung(page: Page, line: Line): void {
  const bars = /^[|\s]*/.exec(line.words)![0]
  const text = line.words.slice(bars.length)
  const depth = bars.replace(/[^|]/g, "").length
  const words = wordsAt(page, text, line.offset + bars.length)
  if (isClosing(page, text)) {
    page.certificateLines.push({
      depth,
      words: `goal(${ownerIn(page, text)})`,
      span: words.span(0, text.length),
    })
    return
  }
  const found = findAct(page, words)
  if (found === undefined) note(page, line)
  else if (found.label !== undefined)
    page.certificateLines.push({ depth, words: found.label, span: found.span })
}

/** A `goal(…)` line closes a plan, unless the world has an act of that name. */
function isClosing({ problem }: Page, text: string): boolean {
  return /^goal\s*\(/i.test(text) && knownName(problem, "goal") === undefined
}

/** A name that no character has counts as no name. */
function ownerIn({ problem }: Page, text: string): string {
  const who = /\(([^,)]*)/.exec(text)![1].trim()
  return charactersOf(problem).find((each) => each.toLowerCase() === who.toLowerCase()) ?? ""
}
