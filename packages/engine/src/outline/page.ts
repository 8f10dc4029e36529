/** What has been read of an outline so far, whatever its form. */
import {
  type Diagnostic, type OutlineAct, type OutlineNote, type Problem, type Span, type SpanMaker, spansOf,
} from "@dramaturg/model"
import { wrongCertificate } from "../certificate/acts.js"

export interface Page {
  readonly problem: Problem
  readonly file: string
  readonly span: SpanMaker
  /** The act that a sentence tells, as plans have it. */
  readonly sentence: (words: string) => string | undefined
  readonly acts: OutlineAct[]
  readonly notes: OutlineNote[]
  readonly diagnostics: Diagnostic[]
  /** The acts once more, with the lines between them that have bars: what the reader of certificates is given. */
  readonly rungs: Rung[]
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

export function newPage(text: string, problem: Problem, file: string, sentence: Page["sentence"] = () => undefined): Page {
  return { problem, file, sentence, span: spansOf(file, text), acts: [], notes: [], diagnostics: [], rungs: [], under: nothing }
}

export function wordsAt(page: Page, text: string, offset: number): Words {
  return { text, span: (from, length) => page.span(offset + from, length) }
}

export function addAct(page: Page, act: string, span: Span): void {
  page.acts.push({ act, span })
  page.rungs.push({ depth: 0, words: act, span })
}

export function addNote(page: Page, text: string, span: Span): void {
  page.notes.push({ kind: "note", text, before: page.acts.length, span })
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
