/**
 * The layout of a world. It works on tokens alone and never changes one: it decides only what stands between
 * two tokens, so a formatted world cannot have another meaning.
 */
import { type Range, isModifier, opensWithoutName } from "../syntax/segments.js"
import type { Comment, Token } from "../syntax/tokens.js"
import { type Layout, blankLine, group, indent, newline, seam, space } from "./pretty.js"
import { binders, labels, textParts } from "../syntax/vocabulary.js"

export interface Page {
  readonly tokens: readonly Token[]
  /** The comments after each token and before the next. */
  readonly comments: ReadonlyMap<number, readonly Comment[]>
  /** How many line breaks the author put between two places of the text. */
  readonly breaks: (from: number, to: number) => number
  /** The token that closes each bracket. */
  readonly partner: ReadonlyMap<number, number>
}

const comparing = new Set(["=", "==", "!=", ">=", "<=", ">", "<", ":"])
const adding = new Set(["+", "-"])
const multiplying = new Set(["*", "/"])
const ladder: readonly ReadonlySet<string>[] = [
  new Set(["|"]),
  new Set(["&"]),
  comparing,
  adding,
  multiplying,
]
/** After these labels stands a list with commas. */
const listing: ReadonlySet<string> = new Set(["consenting", ...textParts])
/** In these blocks, and before them, each item has a line of its own. */
const spacious = new Set(["action", "trigger"])

/** One definition, without the semicolon after it. */
export function layDefinition(page: Page, range: Pick<Range, "from" | "to">): Layout {
  const { from, to } = range
  const word = page.tokens[from].text
  const open = blockOf(page, from, to)
  if (open >= 0) return layBlock(page, from, open, to)
  if (word === "utility") return layLabelled(page, from, colonOf(page, from, to), to)
  if (isModifier(page.tokens, from) || opensWithoutName(page.tokens, from)) return layPlain(page, from, to)
  if (word === "type" || word === "property" || word === "entity") {
    if (page.tokens[from + 1]?.kind === "word") return layPlain(page, from, to)
  }
  return layFormula(page, from, to)
}

/** The index of the brace that opens the definition's block, or -1. */
function blockOf(page: Page, from: number, to: number): number {
  for (let i = from; i < to; i++) if (page.tokens[i].text === "{") return i
  return -1
}

function layBlock(page: Page, from: number, open: number, to: number): Layout {
  const header = layPlain(page, from, open)
  const close = to - 1
  if (open + 1 === close) return [header, between(page, open - 1, " "), "{", between(page, open, ""), "}"]
  const word = page.tokens[isModifier(page.tokens, from) ? from + 1 : from].text
  const items = itemsOf(page, open + 1, close)
  const isOneLine = !spacious.has(word) && page.breaks(page.tokens[open].end, page.tokens[close].offset) === 0
  const separator: Layout = isOneLine ? space : newline
  const parts = items.map(([start, end], i): Layout => {
    const isLast = i === items.length - 1
    return [layItem(page, word, start, end), isLast ? "" : between(page, end - 1, separator, true)]
  })
  const inside = indent(between(page, open, separator), ...parts)
  return group(
    header,
    between(page, open - 1, " "),
    "{",
    inside,
    outdentedComments(page, close - 1, separator),
    "}",
  )
}

/** The comments before the closing brace belong to the inside of the block. */
function outdentedComments(page: Page, index: number, separator: Layout): Layout {
  return page.comments.has(index) ? [indent(...commentsBehind(page, index, true)), newline] : separator
}

/** Items with the semicolon or brace that ends each; a semicolon too many stays with the item before it. */
function itemsOf(page: Page, from: number, to: number): [number, number][] {
  const items: [number, number][] = []
  let start = from
  for (let i = from; i < to; i++) {
    const partner = page.partner.get(i)
    if (partner !== undefined) i = Math.min(partner, to - 1)
    const { text } = page.tokens[i]
    const isEnd = (text === ";" || text === "}") && page.tokens[i + 1]?.text !== ";"
    if (isEnd || i === to - 1) {
      items.push([start, i + 1])
      start = i + 1
    }
  }
  return items
}

/** A part of an event, a line of an entity's block, a limit, or an item of a scenario. */
function layItem(page: Page, word: string, from: number, to: number): Layout {
  let end = to
  while (end > from && page.tokens[end - 1].text === ";") end--
  const tail = laySemicolons(page, end, to)
  return end === from ? tail.slice(1) : [layWords(page, word, from, end), ...tail]
}

/** An item without the semicolons after it. */
function layWords(page: Page, word: string, from: number, to: number): Layout {
  const first = page.tokens[from].text
  const isDemand = word === "story" || word === "scenario"
  const colon = colonOf(page, from, to)
  if (isDemand && first === "limits" && page.tokens[from + 1]?.text === "{")
    return layBlock(page, from, from + 1, to)
  if (isDemand && first === "first" && colon === from + 1) return layOrder(page, from, to)
  if ((isDemand && first === "expect") || (first === "without" && page.tokens[from + 1]?.kind === "word"))
    return layWorded(page, from, to)
  if (
    colon >= 0 &&
    (labels.has(first) || word === "limits" || first === "observing" || first === "utility")
  ) {
    return layLabelled(page, from, colon, to)
  }
  if (first === "believes" && page.tokens[from + 1]?.text !== "(") {
    return group("believes", indent(between(page, from, space), layFormula(page, from + 1, to)))
  }
  return layFormula(page, from, to)
}

/**
 * The index of the colon after a label, its brackets and its text (`wants:`, `observing(c : character):`,
 * `utility(Anna) "…":`), or -1.
 */
function colonOf(page: Page, from: number, to: number): number {
  let at = (page.partner.get(from + 1) ?? from) + 1
  if (page.tokens[at]?.kind === "quote") at++
  return at < to && page.tokens[at].text === ":" ? at : -1
}

/** `first: formula then: formula`, on one line or on two. */
function layOrder(page: Page, from: number, to: number): Layout {
  let then = from + 3
  while (then < to && !(page.tokens[then].text === "then" && page.tokens[then + 1]?.text === ":")) then++
  if (then >= to) return layLabelled(page, from, from + 1, to)
  const second = layLabelled(page, then, then + 1, to)
  return group(layLabelled(page, from, from + 1, then), indent(between(page, then - 1, space), second))
}

const expecting = new Set(["no", "story", "ending", "act"])

/** `expect no ending formula`, `without one, another` */
function layWorded(page: Page, from: number, to: number): Layout {
  let at = from + 1
  while (at < to - 1 && expecting.has(page.tokens[at].text) && !isSign(page.tokens[at + 1])) at++
  if (at >= to) return layPlain(page, from, to)
  const body = page.tokens[from].text === "without" ? layList(page, at, to) : layFormula(page, at, to)
  return group(layPlain(page, from, at), indent(between(page, at - 1, space), body))
}

/** Whether a word before this token is part of a formula. */
function isSign(token: Token): boolean {
  return token.kind === "sign" && token.text !== "!" && token.text !== "(" && token.text !== "?"
}

function laySemicolons(page: Page, from: number, to: number): Layout[] {
  const layouts: Layout[] = []
  for (let i = from; i < to; i++) layouts.push(between(page, i - 1, ""), ";")
  return layouts
}

/** A list with commas, on one line or each item on its own. */
function layList(page: Page, from: number, to: number): Layout {
  const layouts: Layout[] = []
  for (let i = from; i < to; i++) {
    layouts.push(page.tokens[i].text)
    if (i + 1 < to)
      layouts.push(between(page, i, page.tokens[i].text === "," ? space : isTight(page, i) ? "" : " "))
  }
  return layouts
}

/** `precondition: formula`, with the formula on lines of its own if the line is too short for it. */
function layLabelled(page: Page, from: number, colon: number, to: number): Layout {
  const head: Layout[] = [layPlain(page, from, colon), between(page, colon - 1, ""), ":"]
  if (colon + 1 >= to) return head
  const body = listing.has(page.tokens[from].text)
    ? layList(page, colon + 1, to)
    : layFormula(page, colon + 1, to)
  return group(...head, indent(between(page, colon, space), body))
}

export function layFormula(page: Page, from: number, to: number): Layout {
  const { text } = page.tokens[from]
  if (text === "if") return layConditional(page, from, to)
  if (binders.has(text) && page.tokens[from + 1]?.text === "(") return layBinder(page, from, to)
  for (const signs of ladder) {
    const cuts = cutsAt(page, signs, from, to)
    if (cuts.length > 0) return layRow(page, cuts, from, to)
  }
  return layOperand(page, from, to)
}

/** The indices of the row's own signs; an `if` or a quantifier in it extends to the end. */
function cutsAt(page: Page, signs: ReadonlySet<string>, from: number, to: number): number[] {
  const cuts: number[] = []
  for (let i = from; i < to; i++) {
    const { text } = page.tokens[i]
    if (text === "if" || (binders.has(text) && page.tokens[i + 1]?.text === "(")) break
    const partner = page.partner.get(i)
    if (partner !== undefined) i = partner
    else if (i > from && signs.has(text) && !(text === "-" && isSignOfNumber(page, i))) cuts.push(i)
  }
  return cuts
}

/** A minus with a sign, or nothing, before it belongs to the number after it. */
function isSignOfNumber(page: Page, i: number): boolean {
  const before = page.tokens[i - 1]
  return (
    before === undefined ||
    before.text === "else" ||
    (before.kind === "sign" && before.text !== ")" && before.text !== "?")
  )
}

function layRow(page: Page, cuts: readonly number[], from: number, to: number): Layout {
  const joins = page.tokens[cuts[0]].text === "&" || page.tokens[cuts[0]].text === "|"
  const layouts: Layout[] = []
  let start = from
  for (const cut of [...cuts, to]) {
    const part = layFormula(page, start, cut)
    layouts.push(start === from || joins ? part : indent(part))
    if (cut < to)
      layouts.push(
        between(page, cut - 1, " "),
        page.tokens[cut].text,
        between(page, cut, joins ? space : " "),
      )
    start = cut + 1
  }
  return group(...layouts)
}

function layOperand(page: Page, from: number, to: number): Layout {
  const { text } = page.tokens[from]
  if (text === "-" && from + 1 < to) return ["-", between(page, from, ""), layOperand(page, from + 1, to)]
  if (text === "!" && from + 1 < to) return ["!", between(page, from, ""), layFormula(page, from + 1, to)]
  if (text === "(" && page.partner.get(from) === to - 1) return layBrackets(page, from)
  if (text === "believes" && page.partner.get(from + 1) === to - 1) return layBelief(page, from, to)
  if (text === "unforeseen" && page.partner.get(from + 1) === to - 1)
    return [text, between(page, from, ""), layBrackets(page, from + 1)]
  return layPlain(page, from, to)
}

function layBrackets(page: Page, open: number): Layout {
  const close = page.partner.get(open)!
  if (open + 1 === close) return ["(", between(page, open, ""), ")"]
  return group(
    "(",
    indent(between(page, open, seam), layFormula(page, open + 1, close)),
    between(page, close - 1, seam),
    ")",
  )
}

/** `believes(character, formula)`. */
function layBelief(page: Page, from: number, to: number): Layout {
  let comma = from + 2
  while (comma < to && page.tokens[comma].text !== ",") comma++
  if (comma >= to - 1) return layPlain(page, from, to)
  const head = layPlain(page, from, comma + 1)
  return group(
    head,
    indent(between(page, comma, space), layFormula(page, comma + 1, to - 1)),
    between(page, to - 2, seam),
    ")",
  )
}

function layBinder(page: Page, from: number, to: number): Layout {
  const close = page.partner.get(from + 1)!
  const head = layPlain(page, from, close + 1)
  if (close + 1 >= to) return head
  return group(head, indent(between(page, close, space), layFormula(page, close + 1, to)))
}

/** `if(…) … elseif(…) … else …`, each branch on lines of its own if they do not fit on one. */
function layConditional(page: Page, from: number, to: number): Layout {
  const layouts: Layout[] = []
  let at = from
  while (at < to) {
    const { text } = page.tokens[at]
    const close = text === "else" ? at : page.partner.get(at + 1)!
    const end = text === "else" ? to : branchEnd(page, close + 1, to)
    layouts.push(text)
    if (text !== "else") layouts.push(between(page, at, ""), layBrackets(page, at + 1))
    const isChain = text === "else" && page.tokens[at + 1]?.text === "if"
    if (isChain) layouts.push(between(page, at, " "), layConditional(page, at + 1, to))
    else if (close + 1 < end)
      layouts.push(indent(between(page, close, space), layFormula(page, close + 1, end)))
    if (end < to) layouts.push(between(page, end - 1, space))
    at = end
  }
  return group(...layouts)
}

/**
 * The end of the branch whose body begins at `from`: the next `elseif` or `else` that belongs to no inner
 * `if`.
 */
function branchEnd(page: Page, from: number, to: number): number {
  let inner = 0
  for (let i = from; i < to; i++) {
    const { text } = page.tokens[i]
    if (text === "if") inner++
    else if (text === "else" && inner > 0) inner--
    else if ((text === "else" || text === "elseif") && inner === 0) return i
    i = page.partner.get(i) ?? i
  }
  return to
}

/** Tokens in a row, with the usual spaces between them. */
function layPlain(page: Page, from: number, to: number): Layout {
  const layouts: Layout[] = []
  for (let i = from; i < to; i++) {
    layouts.push(page.tokens[i].text)
    if (i + 1 < to) layouts.push(between(page, i, isTight(page, i) ? "" : " "))
  }
  return layouts
}

/** Whether nothing stands between this token and the next. */
function isTight(page: Page, i: number): boolean {
  const [left, right] = [page.tokens[i], page.tokens[i + 1]]
  if (
    left.text === "(" ||
    left.text === "!" ||
    right.text === ")" ||
    right.text === "," ||
    right.text === ";"
  )
    return true
  if (right.text === "(") return left.kind !== "sign"
  return left.text === "-" && isSignOfNumber(page, i)
}

/**
 * What stands between a token and the next: `gap`, or the author's comments, each on the line where it was.
 * With `paragraphs` one blank line is kept where there were any.
 */
export function between(page: Page, index: number, gap: Layout, paragraphs = false): Layout {
  const next = page.tokens[index + 1]
  const comments = page.comments.get(index)
  const end = comments?.at(-1)!.end ?? page.tokens[index]?.end ?? 0
  const breaks = next ? page.breaks(end, next.offset) : 0
  if (!comments) return paragraphs && isNewline(gap) && breaks > 1 ? blankLine : gap
  const needsBreak = breaks > 0 || comments.at(-1)!.text.startsWith("//") || isNewline(gap)
  return [
    ...commentsBehind(page, index, paragraphs),
    paragraphs && breaks > 1 ? blankLine : needsBreak ? newline : " ",
  ]
}

/** The comments after a token, and what stands before each of them. */
function commentsBehind(page: Page, index: number, paragraphs: boolean): Layout[] {
  let end = page.tokens[index]?.end ?? 0
  return (page.comments.get(index) ?? []).flatMap((comment) => {
    const gap = gapBefore(page, end, comment.offset, paragraphs && end > 0)
    end = comment.end
    return [gap, comment.text.trimEnd()]
  })
}

function isNewline(gap: Layout): boolean {
  return typeof gap === "object" && "kind" in gap && gap.kind === "newline"
}

function gapBefore(page: Page, end: number, offset: number, paragraphs: boolean): Layout {
  const breaks = page.breaks(end, offset)
  if (breaks > 1 && paragraphs) return blankLine
  if (breaks > 0) return newline
  return end === 0 ? "" : " "
}
