/**
 * Mistakes in `story { … }` and `scenario "…" { … }`: items that do not exist, stand in the wrong block, or
 * are not whole.
 */
import type { Fix, Span } from "@dramaturg/model"
import type { Expectation, Formula, ScenarioItem, Statement } from "../syntax/parse-tree.js"
import { closest } from "./suggest.js"
import { type Reading, complain, listOf, shorten, spanOf, startOf } from "./reading.js"
import type { Token } from "../syntax/tokens.js"
import { demands, scenarioItems, wordOf } from "../syntax/vocabulary.js"

type Block = "story" | "scenario"

const labels: readonly string[] = [...demands, "then", "goal"]
const items = scenarioItems

/** Words of other languages for the items. */
const others = new Map([
  ["eventually", "must"],
  ["require", "must"],
  ["requires", "must"],
  ["sometime", "must"],
  ["not", "never"],
  ["end", "ends"],
  ["final", "ends"],
  ["finally", "ends"],
  ["ending", "ends"],
  ["before", "first"],
  ["assert", "expect"],
  ["expects", "expect"],
  ["expected", "expect"],
  ["should", "expect"],
  ["remove", "without"],
  ["exclude", "without"],
  ["wants", "utility"],
  ["want", "utility"],
  ["author", "limits"],
  ["character", "limits"],
  ["belief", "limits"],
  ["goals", "goal"],
])

/** Whether an item is whole and belongs in this block; if not, this function has reported it. */
export function isSoundItem(reading: Reading, item: ScenarioItem, block: Block): boolean {
  if (item.rule === "Statement" && complainOfLabel(reading, item, block)) return false
  if (block === "scenario" || item.rule === "Demand" || item.rule === "Order") return true
  const hint = `In \`story\` stand demands: ${demands.map(formOf).join(", ")}. What else is to be different stands in a \`scenario\`.`
  complain(reading, "part-not-allowed", spanOf(reading, item), "This is no demand on the story.", { hint })
  return false
}

/** `mus: a()`, `goal = 2`, `without;`: the parser reads them as facts, because such names may exist. */
function complainOfLabel(reading: Reading, { body }: Statement, block: Block): boolean {
  const [word] = body.operands
  if (word.rule !== "Mention" || word.bracketed) return false
  const span = spanOf(reading, word)
  const isKnown = items.includes(word.name)
  if (body.operators[0] !== ":" && !(isKnown && (body.operators[0] ?? "=") === "=")) return false
  if (isKnown || word.name === "then") return complainOfShape(reading, word.name, span)
  const known = block === "story" ? demands : items
  const meant = others.get(word.name.toLowerCase()) ?? closest(word.name, known)
  const fixes = meant && labels.includes(meant) ? [changeTo(span, meant)] : []
  const hint =
    meant && known.includes(meant) ? `Did you mean ${formOf(meant)}?` : `There are ${listOf(known)}.`
  complain(reading, "unknown-part", span, `\`${shorten(word.name)}\` begins nothing in \`${block}\`.`, {
    hint,
    fixes,
  })
  return true
}

/** How an item is written, as code. */
function formOf(word: string): string {
  return `\`${wordOf(word)!.form}\``
}

function complainOfShape(reading: Reading, word: string, span: Span): true {
  complain(reading, "item-not-whole", span, `This \`${word}\` is not whole.`, {
    hint: `Write ${formOf(word)}.`,
  })
  return true
}

/** A bare name is no condition: `expect ending`, `expect no stroy`. */
export function complainOfBareName(reading: Reading, formula: Formula): boolean {
  const [operand] = formula.operands
  if (formula.operators.length > 0 || operand.rule !== "Mention" || operand.bracketed) return false
  const span = spanOf(reading, operand)
  const { name } = operand
  if (name === "ending" || name === "act") {
    complain(reading, "missing-formula", span, `Nothing stands behind \`${name}\`.`, {
      hint: `Write ${name === "act" ? "`expect act walk(Tom, ?);`" : "`expect ending at(Tom) == Home;`"}.`,
    })
    return true
  }
  const meant = closest(name, ["story", "ending", "act", "no"])
  const hint = meant
    ? `Did you mean \`${meant}\`?`
    : `Write \`${shorten(name)}(…)\`, with whatever it is said of.`
  complain(reading, "bare-condition", span, `\`${shorten(name)}\` alone is no condition.`, {
    hint,
    fixes: meant ? [changeTo(span, meant)] : [],
  })
  return true
}

/** Nothing stands after `expect`. */
export function complainOfNothing(reading: Reading, node: Expectation): void {
  const hint =
    "Write `expect story;`, `expect ending …;`, `expect act …;`, or a condition; `no` may stand before each of them."
  complain(reading, "missing-formula", spanOf(reading, node), "Nothing says what is expected.", { hint })
}

const articles = new Map([
  ["a", ""],
  ["an", ""],
  ["the", ""],
  ["not", "no"],
  ["any", ""],
  ["that", ""],
])

/**
 * Reports two items side by side on one line, the first of which ends in the word before token `at`: `must
 * a();`, `expect a story;`.
 */
export function complainOfItemRow(reading: Reading, item: ScenarioItem, at: number): boolean {
  const { tokens } = reading.cut
  const [word, next] = [tokens[at - 1], tokens[at]]
  if (item.rule === "Expectation") return articles.has(word.text) && complainOfArticle(reading, word)
  if (item.rule === "Without") return complainOfNames(reading, next)
  if (item.rule !== "Statement" || startOf(reading, item) !== word.offset) return false
  const meant = items.includes(word.text)
    ? word.text
    : (others.get(word.text.toLowerCase()) ?? closest(word.text, items))
  if (meant === undefined) return false
  const span = reading.spans(word.offset, word.end - word.offset)
  if (meant !== word.text) {
    complain(reading, "unknown-part", span, `\`${shorten(word.text)}\` means nothing here.`, {
      hint: `Did you mean ${formOf(meant)}?`,
      fixes: [changeTo(span, meant)],
    })
    return true
  }
  if (!labels.includes(meant)) return complainOfShape(reading, meant, span)
  const fix: Fix = { title: "Put a colon", edits: [{ span: reading.spans(word.end, 0), text: ":" }] }
  complain(reading, "missing-colon", span, `A colon is missing behind \`${meant}\`.`, {
    hint: `Write ${formOf(meant)}.`,
    fixes: [fix],
  })
  return true
}

function complainOfArticle(reading: Reading, word: Token): true {
  const text = articles.get(word.text)!
  const span = reading.spans(word.offset, word.end - word.offset)
  const hint = text === "" ? "Write `expect story;`, or `expect no story;`." : `Did you mean \`${text}\`?`
  complain(reading, "article-in-expectation", span, `\`${word.text}\` means nothing here.`, {
    hint,
    fixes: text === "" ? [] : [changeTo(span, text)],
  })
  return true
}

function complainOfNames(reading: Reading, next: Token): true {
  const span = reading.spans(next.offset, next.end - next.offset)
  const hint = "Write only their names, with commas between them: `without walk, talk;`."
  complain(
    reading,
    "more-than-names",
    span,
    `\`${shorten(next.text)}\` cannot stand behind \`without\` and a name.`,
    { hint },
  )
  return true
}

function changeTo(span: Span, text: string): Fix {
  return { title: `Change to ${text}`, edits: [{ span, text }] }
}
