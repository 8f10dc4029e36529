/** What has been read of an outline so far, whatever its form. */
import {
  type Diagnostic, type NearAct, type OutlineAct, type OutlineNote, type Problem, type Span, type SpanMaker, spansOf,
} from "@dramaturg/model"
import { wrongCertificate } from "./certificate/acts.js"

/** Reads acts that are told in the words of their world. */
export interface SentenceReader {
  /** The act that a sentence tells, as plans have it. */
  (words: string): string | undefined
  /** The acts that have most words in common with a sentence that tells none. */
  readonly near?: (words: string) => readonly NearAct[]
}

/**
 * How something is set down. What stands in a list is always part of the plot; of the other ways only those in which acts were
 * found: where one sentence tells an act, the others were meant to, too. An act that has a `line` to itself and is written
 * like one says nothing of the prose around it.
 */
export type Style = "item" | "heading" | "row" | "sentence" | "line"

/** Where and how an act, or what may have been meant as one, is set down. */
export interface Spot {
  readonly style: Style
  /** Of an item of a list: how far to the right its sign stands. */
  readonly column: number
  /** The writer's own number. */
  readonly written?: string
}

/** Something of the plot as it was read; whether it is an item is known only at the end. */
export interface Listed {
  readonly spot: Spot
  /** Items of different blocks are not within one another. */
  readonly block: number
  /** Which act or which note of the page it is; neither: it is written like an act and is none, which has been complained of. */
  readonly act?: number
  readonly note?: number
  /** It says of itself that it is a note. */
  readonly isMarked: boolean
  /** What would be read as an act, where that is beyond doubt. */
  readonly hint?: string
  readonly words?: Words
}

export interface Page {
  readonly problem: Problem
  readonly file: string
  readonly span: SpanMaker
  readonly sentence: SentenceReader
  readonly acts: OutlineAct[]
  readonly notes: OutlineNote[]
  readonly diagnostics: Diagnostic[]
  /** The acts once more, with the lines between them that have bars: what the reader of certificates is given. */
  readonly rungs: Rung[]
  /** Acts and what may have been meant as such, in the order of the text. */
  readonly listed: Listed[]
  /** How many headings and paragraphs have ended a list so far. */
  block: number
  /** Lines that are indented as far as this belong to the act above them. */
  under: number
}

/** A line of a certificate, spelled as the reader of certificates knows it. */
export interface Rung {
  /** How many bars it has. */
  readonly depth: number
  readonly words: string
  readonly span: Span
}

/** Some words of the outline, from which stretches can be pointed at. */
export interface Words {
  readonly text: string
  readonly span: SpanMaker
}

export interface Remark {
  readonly message: string
  readonly hint?: string
}

/** Of `under`: no line belongs to an act. */
export const nothing = Infinity

export function newPage(text: string, problem: Problem, file: string, sentence: SentenceReader = () => undefined): Page {
  return { problem, file, sentence, span: spansOf(file, text), acts: [], notes: [], diagnostics: [], rungs: [], listed: [], block: 0, under: nothing }
}

export function wordsAt(page: Page, text: string, offset: number): Words {
  return { text, span: (from, length) => page.span(offset + from, length) }
}

export function addAct(page: Page, act: string, span: Span, spot: Spot): void {
  page.listed.push({ spot, block: page.block, act: page.acts.length, isMarked: false })
  page.acts.push({ act, span })
  page.rungs.push({ depth: 0, words: act, span })
}

/** What is written like an act and is none counts as an item all the same. */
export function addMistaken(page: Page, words: Words, spot: Spot): void {
  page.listed.push({ spot, block: page.block, isMarked: false, words })
}

export function addNote(page: Page, text: string, span: Span): void {
  page.notes.push({ kind: "note", text, before: page.acts.length, span })
}

/** A note that may turn out to have been meant as an act. */
export function addUnsure(page: Page, words: Words, spot: Spot, hint?: string): void {
  if (words.text === "" && spot.written === undefined) return
  page.listed.push({ spot, block: page.block, note: page.notes.length, isMarked: isMarked(words.text), words, ...(hint === undefined ? {} : { hint }) })
  addNote(page, words.text, words.span(0, words.text.length))
}

/** What writers put before something that is no part of the plot, or around it. */
function isMarked(text: string): boolean {
  return text === "" || /^(?:\/\/|>|<!--|%|@|~~.*~~$|\((?=[^)]*\)?$)|(?:n\.?b\.?|notes?|todo|idea|question)(?:\s*[:–—]|\s+-\s))/iu.test(text)
}

export function addHeading(page: Page, level: number, { text, span }: Words): void {
  page.notes.push({ kind: "heading", level, text, before: page.acts.length, span: span(0, text.length) })
}

export function complain(page: Page, code: "not-a-solution" | "unknown-act", span: Span, { message, hint }: Remark): void {
  page.diagnostics.push(wrongCertificate(code, span, message, hint))
}

/** Something that is read, but perhaps not as it was meant. */
export function warn(page: Page, span: Span, { message, hint }: Remark): void {
  page.diagnostics.push({ code: "unknown-act", severity: "warning", span, message, ...(hint === undefined ? {} : { hint }) })
}
