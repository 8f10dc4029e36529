/** Carries out an offered edit, as an editor would. */
import type { Fix } from "@dramaturg/model"

export function applyFix(text: string, fix: Fix): string {
  const ordered = fix.edits
    .map((edit, i) => ({ ...edit, i }))
    .sort((a, b) => b.span.offset - a.span.offset || b.i - a.i)
  return ordered.reduce(
    (all, { span, text: put }) => all.slice(0, span.offset) + put + all.slice(span.offset + span.length),
    text,
  )
}
