/** Reports parts, facts and limits that no semicolon separates. */
import { itemMeant } from "./headers.js"
import { complainOfItemRow } from "./items.js"
import { complainOfSemicolon } from "./parsing.js"
import { type Reading, complain, isDeclared, shorten } from "./reading.js"
import type { Token } from "../syntax/tokens.js"
import type { BlockItem, LimitEntry, Part, ScenarioItem } from "../syntax/parse-tree.js"

type Item = BlockItem | LimitEntry | Part | ScenarioItem

/**
 * The parser lets the semicolon between two items be missing, so that it can read both. Returns whether the
 * caller should use them: not if an apparent item is a misspelt keyword, nor if several items stand on one
 * line.
 */
export function requireSeparators(reading: Reading, items: readonly Item[]): boolean {
  const { tokens } = reading.cut
  let areItems = true
  for (let i = 1; i < items.length; i++) {
    const next = items[i].from
    const before = tokens[next - 1]
    if (before.text === ";" || before.text === "}") continue
    const isRow = !/[\n\r]/.test(reading.text.slice(before.end, tokens[next].offset))
    if (areItems || !isRow) complainBetween(reading, items[i - 1], next, isRow)
    if (isRow) areItems = false
  }
  return areItems
}

function complainBetween(reading: Reading, item: Item, next: number, isRow: boolean): void {
  const { tokens } = reading.cut
  if (complainOfItemWord(reading, item, tokens[next - 1])) return
  if (isRow && isScenarioItem(item) && complainOfItemRow(reading, item, next)) return
  if (!isRow || !complainOfRow(reading, next)) complainOfSemicolon(reading, next)
}

const otherItems: ReadonlySet<Item["rule"]> = new Set([
  "Want",
  "BlockBelief",
  "BlockTold",
  "Fact",
  "FormulaPart",
  "TextPart",
  "ConsentingPart",
  "ObservingPart",
  "OtherPart",
  "LimitEntry",
])

function isScenarioItem(item: Item): item is ScenarioItem {
  return !otherItems.has(item.rule)
}

/** `believes Ann at Shop;` */
function complainOfRow(reading: Reading, at: number): boolean {
  const { tokens } = reading.cut
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (before.kind !== "word" || !isDeclared(reading, "property", token.text)) return false
  const span = reading.spans(before.offset, token.end - before.offset)
  const message = `What \`${shorten(token.text)}\` is said of stands behind it, in round brackets.`
  complain(reading, "property-behind-name", span, message, {
    hint: `Write \`${shorten(`${token.text}(${before.text})`)}\`.`,
  })
  return true
}

/**
 * `belives at(Tom) = Home;`: reports a single word in a block that resembles a keyword which begins an item.
 */
function complainOfItemWord(reading: Reading, item: Item, word: Token): boolean {
  const isAlone = item.rule === "Fact" && reading.cut.tokens[item.from] === word
  const meant = isAlone ? itemMeant(word) : undefined
  const span = reading.spans(word.offset, word.end - word.offset)
  if (isAlone && word.text === "wants") {
    complain(reading, "missing-colon", span, "A colon is missing behind `wants`.", {
      hint: "Write `wants: …;`.",
    })
    return true
  }
  if (meant === undefined) return false
  complain(reading, "unknown-item", span, `\`${shorten(word.text)}\` means nothing here.`, {
    hint: `Did you mean \`${meant}\`?`,
  })
  return true
}
