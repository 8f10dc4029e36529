/**
 * Prints remarks about a world: what, where, the line with a caret, and what to do. The one place that lays
 * them out.
 */
import { sourceLine, type Diagnostic, type Span } from "@dramaturg/model"
import type { Colours } from "./colours.js"
import { printable } from "./printing.js"

/** The widest piece of a source line that is shown; a world on one line of a megabyte must stay readable. */
const widest = 100

/** The longest message that is shown; a name may be as long as a file. */
const longest = 400

/** The texts of a world's files by their names. */
export type Texts = ReadonlyMap<string, string>

/** `text`: of the main file; `texts`: of all of them, if there are several. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  text: string,
  colours: Colours,
  texts?: Texts,
): string {
  return diagnostics
    .map((each) => printDiagnostic(each, texts?.get(each.span.file) ?? text, colours))
    .join("\n")
}

export function printDiagnostic(diagnostic: Diagnostic, text: string, colours: Colours): string {
  const paint = diagnostic.severity === "error" ? colours.red : colours.yellow
  const head = `${placeOf(diagnostic.span)}: ${paint(diagnostic.severity)} ${colours.dim(`[${diagnostic.code}]`)}`
  const lines = [
    `${head} ${colours.bold(shown(diagnostic.message))}`,
    ...excerpt(diagnostic.span, text, paint),
  ]
  if (diagnostic.hint) lines.push(`  ${colours.cyan("→")} ${shown(diagnostic.hint)}`)
  for (const each of diagnostic.related ?? []) lines.push(`  ${placeOf(each.span)}: ${shown(each.message)}`)
  return lines.join("\n") + "\n"
}

export function placeOf(span: Span): string {
  return `${printable(span.file)}:${span.line}:${span.column}`
}

/** "2 errors and 1 warning" */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((each) => each.severity === "error").length
  const warnings = diagnostics.length - errors
  const parts = [errors > 0 ? plural(errors, "error") : "", warnings > 0 ? plural(warnings, "warning") : ""]
  return parts.filter((each) => each !== "").join(" and ") || "nothing wrong"
}

export function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`}`
}

/** The line and, under it, carets below the stretch that is meant. */
function excerpt(span: Span, text: string, paint: (text: string) => string): string[] {
  const line = sourceLine(text, span)
  const start = Math.max(0, Math.min(span.column - 1, line.length) - widest / 2)
  const part = line.slice(start, start + widest)
  const before = line.slice(start, span.column - 1)
  const width = Math.max(
    1,
    Math.min(span.length, line.length - (span.column - 1), start + widest - (span.column - 1)),
  )
  const number = String(span.line)
  const margin = " ".repeat(number.length)
  const lead = start > 0 ? "…" : ""
  const tail = start + widest < line.length ? "…" : ""
  const gap = (lead ? " " : "") + blank(before)
  return [`  ${number} | ${printable(lead + part + tail)}`, `  ${margin} | ${gap}${paint("^".repeat(width))}`]
}

/** White space as wide as the text: tabs stay tabs, so that the caret stands right for any width of a tab. */
function blank(text: string): string {
  return [...text].map((each) => (each === "\t" ? "\t" : isWide(each) ? "  " : " ")).join("")
}

/** East Asian letters and pictures take two cells of a terminal. */
function isWide(letter: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
    letter,
  )
}

/** A message quotes the text it is about, which may be anything. */
function shown(message: string): string {
  return printable(message.length <= longest ? message : `${message.slice(0, longest)}…`)
}

interface PlaceJson {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Both in UTF-16 units, from 0. */
  readonly offset: number
  readonly length: number
}

/** What `--json` says about a remark. */
export interface DiagnosticJson extends PlaceJson {
  readonly code: string
  readonly severity: Diagnostic["severity"]
  readonly message: string
  readonly hint: string | null
  readonly related: readonly (PlaceJson & { readonly message: string })[]
  readonly fixes: readonly {
    readonly title: string
    readonly edits: readonly (PlaceJson & { readonly text: string })[]
  }[]
}

export function diagnosticJson(diagnostic: Diagnostic): DiagnosticJson {
  const { code, severity, span, message, hint = null, related = [], fixes = [] } = diagnostic
  return {
    code,
    severity,
    ...placeJson(span),
    message,
    hint,
    related: related.map((each) => ({ ...placeJson(each.span), message: each.message })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((each) => ({ ...placeJson(each.span), text: each.text })),
    })),
  }
}

function placeJson({ file, line, column, offset, length }: Span): PlaceJson {
  return { file, line, column, offset, length }
}
