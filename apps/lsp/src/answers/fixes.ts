/** Remarks and the edits that mend what they are about. */
import type { Texts } from "@dramaturg/language/ide"
import type { Diagnostic as Remark, Span } from "@dramaturg/model"
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextEdit,
} from "vscode-languageserver"
import { type Ranges, rangesOf } from "../positions.js"

/** Makes diagnostics of remarks. The texts are those in which they were found. */
export function diagnosticsOf(
  remarks: readonly Remark[],
  texts: Texts,
  uriOf: (file: string) => string,
): Diagnostic[] {
  const ranges = keptRanges(texts)
  return remarks.map((each) => ({
    range: ranges(each.span),
    severity: each.severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: each.code,
    source: "dramaturg",
    message: each.hint === undefined ? each.message : `${each.message}\n${each.hint}`,
    ...(each.related === undefined
      ? {}
      : {
          relatedInformation: each.related
            .filter(({ span }) => texts[span.file] !== undefined)
            .map(({ span, message }) => ({
              location: { uri: uriOf(span.file), range: ranges(span) },
              message,
            })),
        }),
  }))
}

/** The fixes of the remarks that touch a range, each as one edit of all files that it is about. */
export function fixesOf(
  remarks: readonly Remark[],
  range: Range,
  texts: Texts,
  uriOf: (file: string) => string,
): CodeAction[] {
  const ranges = keptRanges(texts)
  return remarks
    .filter((each) => touches(ranges(each.span), range))
    .flatMap((remark) => {
      const fixes = remark.fixes ?? []
      return fixes.map(({ title, edits }): CodeAction => {
        const changes: Record<string, TextEdit[]> = {}
        for (const { span, text } of edits)
          (changes[uriOf(span.file)] ??= []).push({ range: ranges(span), newText: text })
        return {
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: diagnosticsOf([remark], texts, uriOf),
          isPreferred: fixes.length === 1,
          edit: { changes },
        }
      })
    })
}

function touches(one: Range, other: Range): boolean {
  return !isBefore(one, other) && !isBefore(other, one)
}

function isBefore({ end }: Range, { start }: Range): boolean {
  return end.line < start.line || (end.line === start.line && end.character < start.character)
}

function keptRanges(texts: Texts): (span: Span) => Range {
  const kept = new Map<string, Ranges>()
  return ({ file, offset, length }) => {
    const ranges = kept.get(file) ?? rangesOf(texts[file] ?? "")
    kept.set(file, ranges)
    return ranges(offset, offset + length)
  }
}
