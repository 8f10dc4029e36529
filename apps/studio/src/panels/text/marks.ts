/** Remarks of the language as marks of the editor, with what they offer to do. */
import type { Diagnostic as Mark } from "@codemirror/lint"
import { applyFix } from "../../commands/apply-fix.js"
import { run } from "../../commands/command.js"
import { remarksBeside, remarksOf } from "../../remarks.js"
import type { Studio } from "../../studio.js"

export function marksOf(studio: Studio, file: string, length: number): readonly Mark[] {
  return [...remarksOf(studio.state), ...remarksBeside(studio.state)]
    .filter((each) => each.span.file === file)
    .map(({ span, severity, message, hint, code, fixes = [] }) => ({
      from: Math.min(span.offset, length),
      to: Math.min(span.offset + Math.max(1, span.length), length),
      severity,
      source: code,
      message: hint === undefined ? message : `${message} ${hint}`,
      actions: fixes.map((fix) => ({ name: fix.title, apply: () => run(studio, applyFix, fix) })),
    }))
}
