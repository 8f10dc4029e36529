/**
 * A remark to the author about their text. Authors' mistakes are data: readers return them with a place and
 * never throw them.
 */
import type { Span } from "./span.js"

/** A world with an error makes no `Problem`; one with warnings does. */
export type Severity = "error" | "warning"

/** An edit that a tool may offer: replace each span's text by `text`. */
export interface Fix {
  readonly title: string
  readonly edits: readonly { readonly span: Span; readonly text: string }[]
}

/** One remark. */
export interface Diagnostic {
  /** Stable, kebab-case; each has a page `docs/messages/<code>.md`. */
  readonly code: string
  readonly severity: Severity
  readonly span: Span
  /** One sentence in an author's words. */
  readonly message: string
  /** What to do about it, one sentence ("Did you mean …?"). */
  readonly hint?: string
  /** Other places that belong to the remark, e.g. the first declaration. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[]
  readonly fixes?: readonly Fix[]
}

/** Orders remarks as their places stand in the text, not by severity. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.offset - b.span.offset || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}

/** Whether a `Problem` cannot be made because of these remarks. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error")
}
