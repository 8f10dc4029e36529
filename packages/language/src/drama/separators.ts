/** Complains of parts, facts and limits that no semicolon separates. */
import type { AstNode } from "langium"
import { type Reading, complain, endOf, shorten, startOf, tokenIndexAt } from "./reading.js"

/** The grammar lets the semicolon between two parts be missing, so that both can be read all the same. */
export function requireSeparators(reading: Reading, items: readonly AstNode[]): void {
  for (let i = 1; i < items.length; i++) {
    const next = startOf(reading, items[i])
    const { tokens } = reading.cut
    const before = tokens[tokenIndexAt(tokens, next) - 1]
    if (before.text === ";") continue
    const end = reading.spans(endOf(reading, items[i - 1]), 0)
    const span = reading.spans(before.offset, before.end - before.offset)
    const following = shorten(tokens[tokenIndexAt(tokens, next)].text)
    const message = `A semicolon is missing between \`${shorten(before.text)}\` and \`${following}\`.`
    complain(reading, "missing-semicolon", span, message, {
      hint: "Write `;` between them.",
      fixes: [{ title: "Insert `;`", edits: [{ span: end, text: ";" }] }],
    })
  }
}
