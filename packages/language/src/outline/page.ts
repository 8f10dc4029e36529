/** What has been read of an outline so far, in any format. */
import {
  type Diagnostic,
  type NearAct,
  type OutlineAct,
  type OutlineNote,
  type Problem,
  type Span,
  type SpanMaker,
  spansOf,
} from "@dramaturg/model"
import { wrongCertificate } from "./certificate/acts.js"

/** Reads acts that are told in the words of their world; the package `telling` makes one. */
export interface SentenceReader {
  /** The act that a sentence tells, as its label in plans. */
  (words: string): string | undefined
  /** The acts that share most words with a sentence that tells none. */
  readonly near?: (words: string) => readonly NearAct[]
}

/**
 * The style in which an entry is written. Entries of a list are always part of the plot. Other styles count
 * only if an act was found in one of them: where one sentence tells an act, the others were meant to, too.
 * An act that has a `line` to itself and is written as an act says nothing about the prose around it.
 */
export type Style = "item" | "heading" | "row" | "sentence" | "line"

/** Where and how an act, or what may have been meant as one, is written. */
export interface Spot {
  readonly style: Style
  /** Of an entry of a list: the column of its bullet or number. */
  readonly column: number
  /** The author's own number. */
  readonly written?: string
}

/** An entry as it was read; whether it is an item of the plot is determined at the end. */
export interface Listed {
  readonly spot: Spot
  /** Entries of different blocks are never under one another. */
  readonly block: number
  /**
   * The index of its act or of its note on the page. Neither: it is written as an act and names none, which
   * has been reported.
   */
  readonly act?: number
  readonly note?: number
  /** The text marks itself as a note. */
  readonly isMarked: boolean
  /** How the act would have to be written, if there is no doubt about that. */
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
  /** The acts once more, with the lines between them that have bars, for the reader of certificates. */
  readonly certificateLines: CertificateLine[]
  /** Acts and what may have been meant as such, in the order of the text. */
  readonly listed: Listed[]
  /** How many headings and paragraphs have ended a list so far. */
  block: number
  /** Lines indented at least this far belong to the act above them. */
  under: number
}

/** A line of a certificate, in the spelling that the reader of certificates accepts. */
export interface CertificateLine {
  /** How many bars it has. */
  readonly depth: number
  readonly words: string
  readonly span: Span
}

/** Part of the outline's text, with spans inside it. */
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

export function newPage(
  text: string,
  problem: Problem,
  file: string,
  sentence: SentenceReader = () => undefined,
): Page {
  return {
    problem,
    file,
    sentence,
    span: spansOf(file, text),
    acts: [],
    notes: [],
    diagnostics: [],
    certificateLines: [],
    listed: [],
    block: 0,
    under: nothing,
  }
}

export function wordsAt(page: Page, text: string, offset: number): Words {
  return { text, span: (from, length) => page.span(offset + from, length) }
}

export function addAct(page: Page, act: string, span: Span, spot: Spot): void {
  page.listed.push({ spot, block: page.block, act: page.acts.length, isMarked: false })
  page.acts.push({ act, span })
  page.certificateLines.push({ depth: 0, words: act, span })
}

/** What is written as an act and names none still counts as an item. */
export function addMistaken(page: Page, words: Words, spot: Spot): void {
  page.listed.push({ spot, block: page.block, isMarked: false, words })
}

export function addNote(page: Page, text: string, span: Span): void {
  page.notes.push({ kind: "note", text, before: page.acts.length, span })
}

/** A note that may turn out to have been meant as an act. */
export function addUnsure(page: Page, words: Words, spot: Spot, hint?: string): void {
  if (words.text === "" && spot.written === undefined) return
  page.listed.push({
    spot,
    block: page.block,
    note: page.notes.length,
    isMarked: isMarked(words.text),
    words,
    ...(hint === undefined ? {} : { hint }),
  })
  addNote(page, words.text, words.span(0, words.text.length))
}

/** Whether the text has a sign that authors put before or around what is no part of the plot. */
function isMarked(text: string): boolean {
  return (
    text === "" ||
    /^(?:\/\/|>|<!--|%|@|~~.*~~$|\((?=[^)]*\)?$)|(?:n\.?b\.?|notes?|todo|idea|question)(?:\s*[:–—]|\s+-\s))/iu.test(
      text,
    )
  )
}

export function addHeading(page: Page, level: number, { text, span }: Words): void {
  page.notes.push({ kind: "heading", level, text, before: page.acts.length, span: span(0, text.length) })
}

export function complain(
  page: Page,
  code: "not-a-solution" | "unknown-act",
  span: Span,
  { message, hint }: Remark,
): void {
  page.diagnostics.push(wrongCertificate(code, span, message, hint))
}

/** Warns about what is read, but perhaps not as it was meant. */
export function warn(page: Page, span: Span, { message, hint }: Remark): void {
  page.diagnostics.push({
    code: "unknown-act",
    severity: "warning",
    span,
    message,
    ...(hint === undefined ? {} : { hint }),
  })
}
