/** Reasons behind bars: the reader of certificates reads them, and what it says is said of the line that it was given. */
import { readTextCertificate } from "./certificate/text.js"
import type { Page } from "./page.js"

export function readReasons(page: Page): void {
  const { rungs, acts } = page
  if (rungs.every((each) => each.depth === 0)) return
  const text = rungs.map(({ depth, words }) => "| ".repeat(depth) + words).join("\n")
  const { solution, diagnostics } = readTextCertificate(text, page.problem, page.file)
  for (const each of diagnostics) page.diagnostics.push({ ...each, span: rungs[each.span.line - 1].span })
  solution?.explanations.forEach((explanations, i) => {
    if (Object.keys(explanations).length > 0) acts[i] = { ...acts[i], explanations }
  })
}
