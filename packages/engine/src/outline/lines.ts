/** Outlines in plain lines: an act a line, perhaps numbered, with headings, notes, and reasons behind bars. */
import { charactersOf } from "@dramaturg/model"
import { findAct, remarkOnNearAct, takeAct } from "./acts.js"
import { knownName } from "./names.js"
import { addHeading, addNote, nothing, type Page, wordsAt } from "./page.js"

export interface Line {
  /** Without the space around it. */
  readonly words: string
  /** Where the words begin, in the text and in the line; a tab reaches to the next multiple of four. */
  readonly offset: number
  readonly column: number
}

/** A list item, its sign taken off. */
export interface Item {
  readonly sign: string
  readonly words: string
  readonly offset: number
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

/** The line without its bullet, number and box; all of it if it has none. */
export function itemOf({ words, offset }: Line): Item {
  const sign = /^(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?/.exec(words)?.[0] ?? ""
  return { sign: sign.trim(), words: words.slice(sign.length), offset: offset + sign.length }
}

/** Lines that only divide the page. */
export function isRule({ words }: Line): boolean {
  return /^[-*_=~\s]+$/.test(words)
}

export function isHeading({ words }: Line): boolean {
  return words.startsWith("#")
}

export function readHeading(page: Page, { words, offset }: Line): void {
  const level = /^#+/.exec(words)![0].length
  const text = words.slice(level).replace(/\s#+$/, "").trim()
  const at = level + words.slice(level).length - words.slice(level).trimStart().length
  page.under = nothing
  if (text !== "") addHeading(page, Math.min(level, 6), wordsAt(page, text, offset + at))
}

export function readPlainLine(page: Page, line: Line): void {
  const { words, column } = line
  if (words === "" || isRule(line)) return
  if (isHeading(line)) return readHeading(page, line)
  if (words.startsWith("|")) return readRung(page, line)
  if (words.startsWith("//") || column >= page.under) return note(page, line)
  if (!isClosing(page, words)) readPossibleAct(page, line)
}

/** Under a numbered act `tell` prints its reasons, further to the right: those are no acts of the story. */
function readPossibleAct(page: Page, line: Line): void {
  const { column } = line
  const item = itemOf(line)
  const words = wordsAt(page, item.words, item.offset)
  if (takeAct(page, words)) {
    page.under = item.sign === "" ? nothing : column + indentation
    return
  }
  remarkOnNearAct(page, words)
  note(page, line)
}

function note(page: Page, { words, offset }: Line): void {
  const sign = /^(?:\/{2,}\s*)?/.exec(words)![0].length
  if (sign < words.length) addNote(page, words.slice(sign), page.span(offset + sign, words.length - sign))
}

/** A line with bars gives reasons; one that holds no act and closes no plan is a note. */
function readRung(page: Page, line: Line): void {
  const bars = /^[|\s]*/.exec(line.words)![0]
  const text = line.words.slice(bars.length)
  const depth = bars.replace(/[^|]/g, "").length
  const words = wordsAt(page, text, line.offset + bars.length)
  if (isClosing(page, text)) {
    page.rungs.push({ depth, words: `goal(${ownerIn(page, text)})`, span: words.span(0, text.length) })
    return
  }
  const found = findAct(page, words)
  if (found === undefined) note(page, line)
  else if (found.label !== undefined) page.rungs.push({ depth, words: found.label, span: found.span })
}

/** A `goal(…)` line closes a plan, unless the world has an act of that name. */
function isClosing({ problem }: Page, text: string): boolean {
  return /^goal\s*\(/i.test(text) && knownName(problem, "goal") === undefined
}

/** A name that nobody has says as little as none. */
function ownerIn({ problem }: Page, text: string): string {
  const who = /\(([^,)]*)/.exec(text)![1].trim()
  return charactersOf(problem).find((each) => each.toLowerCase() === who.toLowerCase()) ?? ""
}
