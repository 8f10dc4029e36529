/** Complains of parts, facts and limits that no semicolon separates. */
import type { AstNode } from "langium"
import { isScenarioItem } from "../generated/ast.js"
import { itemMeant } from "./headings.js"
import { complainOfItemRow } from "./items.js"
import { complainOfSemicolon } from "./mistakes.js"
import { type Reading, complain, isDeclared, shorten, startOf, tokenIndexAt } from "./reading.js"
import type { Token } from "./tokens.js"

/**
 * The grammar lets the semicolon between two parts be missing, so that both can be read all the same. Answers whether they
 * should be: not if what seems to be an item is a word that begins one, nor if several stand in a row on one line.
 */
export function requireSeparators(reading: Reading, items: readonly AstNode[]): boolean {
  const { tokens } = reading.cut
  let areItems = true
  for (let i = 1; i < items.length; i++) {
    const next = tokenIndexAt(tokens, startOf(reading, items[i]))
    const before = tokens[next - 1]
    if (before.text === ";" || before.text === "}") continue
    const isRow = !/[\n\r]/.test(reading.text.slice(before.end, tokens[next].offset))
    if (areItems || !isRow) complainBetween(reading, items[i - 1], next, isRow)
    if (isRow) areItems = false
  }
  return areItems
}

function complainBetween(reading: Reading, item: AstNode, next: number, isRow: boolean): void {
  const { tokens } = reading.cut
  if (complainOfItemWord(reading, item, tokens[next - 1])) return
  if (isRow && isScenarioItem(item) && complainOfItemRow(reading, item, next)) return
  if (!isRow || !complainOfRow(reading, next)) complainOfSemicolon(reading, next)
}

/** `believes Ann at Shop;` */
function complainOfRow(reading: Reading, at: number): boolean {
  const { tokens } = reading.cut
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (before.kind !== "word" || !isDeclared(reading, "property", token.text)) return false
  const span = reading.spans(before.offset, token.end - before.offset)
  const message = `What \`${shorten(token.text)}\` is said of stands behind it, in round brackets.`
  complain(reading, "unexpected-word", span, message, { hint: `Write \`${shorten(`${token.text}(${before.text})`)}\`.` })
  return true
}

/** `belives at(Tom) = Home;`: a word that stands alone in a block and looks like one that begins an item. */
function complainOfItemWord(reading: Reading, item: AstNode, word: Token): boolean {
  const isAlone = item.$type === "Fact" && startOf(reading, item) === word.offset
  const meant = isAlone ? itemMeant(word) : undefined
  const span = reading.spans(word.offset, word.end - word.offset)
  if (isAlone && word.text === "wants") {
    complain(reading, "unexpected-word", span, "A colon is missing behind `wants`.", { hint: "Write `wants: …;`." })
    return true
  }
  if (meant === undefined) return false
  complain(reading, "unexpected-word", span, `\`${shorten(word.text)}\` means nothing here.`, { hint: `Did you mean \`${meant}\`?` })
  return true
}
