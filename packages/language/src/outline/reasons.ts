/**
 * Explanations after bars: the reader of certificates reads them, and its diagnostics are reported at the
 * line that it was given.
 */
import { readTextCertificate } from "./certificate/text.js"
import type { Page } from "./page.js"

export function readReasons(page: Page): void {
  const { certificateLines, acts } = page
  if (certificateLines.every((each) => each.depth === 0)) return
  const text = certificateLines.map(({ depth, words }) => "| ".repeat(depth) + words).join("\n")
  const { solution, diagnostics } = readTextCertificate(text, page.problem, page.file)
  for (const each of diagnostics)
    page.diagnostics.push({ ...each, span: certificateLines[each.span.line - 1].span })
  solution?.explanations.forEach((explanations, i) => {
    if (Object.keys(explanations).length > 0) acts[i] = { ...acts[i], explanations }
  })
}
