/**
 * Where readers could take a formula in two ways, `.drama` demands parentheses. Each message says between
 * which readings, and its fixes put the parentheses in: the first as most readers would take the text, the
 * second the other way.
 *
 * Sabre reads some of these texts in its own way (`|` before `&`, `-` from the right). A text that both
 * languages accept without parentheses means the same in both.
 */
import type { Fix, Span } from "@dramaturg/model"
import { type Reading, complain, endOf, spanBetween, spanOf, startOf } from "./reading.js"
import type { Binder, Conditional, Formula, Operand, TokenRange } from "../syntax/parse-tree.js"

/** A row of operands with the signs between them: all of a formula, or a stretch of it. */
export interface Row {
  readonly operands: readonly Operand[]
  readonly operators: readonly string[]
}

export const comparing: ReadonlySet<string> = new Set(["=", "==", "!=", ">=", "<=", ">", "<", ":"])
const ordering = new Set([">=", "<=", ">", "<"])

/** Checks one whole formula for which sign applies first. The functions below check its parts. */
export function questionFormula(reading: Reading, row: Row): void {
  if (row.operators.length === 0) return
  if (row.operators.includes("&") && row.operators.includes("|")) complainOfMix(reading, row)
  row.operands.forEach((operand, i) => {
    const reaching = reachOf(operand)
    const beside = row.operators[i - 1] ?? row.operators[i]
    if (reaching) complainOfReach(reading, reaching, beside)
  })
}

/** A part without `&` and `|`: at most one comparison, and no `!` beside its sign. */
export function questionComparison(reading: Reading, row: Row): void {
  if (row.operators.length === 0) return
  const signs = row.operators.filter((each) => comparing.has(each))
  if (signs.length > 1) return complainOfChain(reading, row)
  row.operands.forEach((operand, i) => {
    const beside = row.operators[i - 1] ?? row.operators[i]
    const behindSign = i > 0 && comparing.has(beside) && row.operators[i] === undefined
    if (operand.rule === "Negation" && !behindSign) complainOfNot(reading, row, operand, i)
  })
}

/** A part that is arithmetic: two signs side by side must both be `+` or both `*`. */
export function questionArithmetic(reading: Reading, row: Row): void {
  const signs = new Set(row.operators)
  if (row.operators.length < 2) return
  if (signs.size === 1 && (signs.has("+") || signs.has("*"))) return
  const [a, b] = signs.size === 1 ? [...signs, ...signs] : [...signs]
  const again = a === b ? "another" : `\`${b}\``
  const fixes = [{ title: "Put parentheses as in school", edits: schoolEdits(reading, row) }]
  complain(
    reading,
    "unclear-arithmetic",
    rowSpan(reading, row),
    `A \`${a}\` beside ${again}: parentheses must say which comes first.`,
    { hint: "Put parentheses around what is calculated first.", fixes },
  )
}

/** A quantifier, sum or product: how far does its body reach? */
export function questionBinder(reading: Reading, binder: Binder): void {
  const { operators } = binder.body
  const isSum = binder.kind === "sum" || binder.kind === "product"
  const sign = operators.find((each) => (isSum ? true : each === "&" || each === "|"))
  if (sign) complainOfReach(reading, binder, sign)
}

/** An `if`: what belongs to its last branch, and to which `if` does the `else` belong? */
export function questionConditional(reading: Reading, node: Conditional): void {
  const last = node.otherwise ?? node.branches.at(-1)!.body
  const { operators } = last
  const harmless = operators[0] === "=" && !operators.includes("&") && !operators.includes("|")
  if (operators.length > 0 && !harmless) complainOfReach(reading, node, operators[0])
  for (const branch of node.branches) {
    const inner = trailingConditional(branch.body)
    if (!inner) continue
    const fixes = [wrap(reading, inner, "Put the inner `if` in parentheses")]
    const hint = "Put the inner `if` in parentheses."
    complain(
      reading,
      "unclear-else",
      spanOf(reading, inner),
      "An `if` directly inside another leaves open whose `else` is whose.",
      { hint, fixes },
    )
  }
}

/** The `if` that a formula ends in, without parentheses around it. */
function trailingConditional(formula: Formula): Conditional | undefined {
  let operand = formula.operands.at(-1)
  while (operand) {
    if (operand.rule === "Conditional") return operand
    if (operand.rule === "Negation") operand = operand.operand
    else if (operand.rule === "Binder") operand = operand.body.operands.at(-1)
    else return undefined
  }
  return undefined
}

/** The operand itself, or what it negates, if the text does not show where that ends. */
function reachOf(operand: Operand): Binder | Conditional | undefined {
  let inner: Operand = operand
  while (inner.rule === "Negation") inner = inner.operand
  return inner.rule === "Binder" || inner.rule === "Conditional" ? inner : undefined
}

function complainOfMix(reading: Reading, row: Row): void {
  const fixes = [
    { title: "Take `&` first", edits: runEdits(reading, row, "&") },
    { title: "Take `|` first (as Sabre does)", edits: runEdits(reading, row, "|") },
  ]
  const hint = "Put parentheses around what belongs together."
  complain(
    reading,
    "unclear-and-or",
    rowSpan(reading, row),
    "`&` beside `|`: parentheses must say which comes first.",
    {
      hint,
      fixes,
    },
  )
}

function complainOfReach(reading: Reading, node: Binder | Conditional, sign: string): void {
  const word = node.rule === "Binder" ? node.kind : "if"
  const span = reading.spans(startOf(reading, node), word.length)
  if (reading.diagnostics.some((each) => each.code === "unclear-reach" && each.span.offset === span.offset))
    return
  const body = node.rule === "Binder" ? node.body : (node.otherwise ?? node.branches.at(-1)!.body)
  const fixes: Fix[] = [wrap(reading, node, `Put the whole \`${word}\` in parentheses`)]
  if (body.operators.length > 0) {
    const first = body.operands[0]
    const around = node.isInRow ? edits(reading, node, node) : []
    fixes[0] = {
      title: `Everything behind it belongs to the \`${word}\``,
      edits: [...edits(reading, body, body), ...around],
    }
    fixes.push({
      title: `Only what follows directly belongs to the \`${word}\``,
      edits: edits(reading, node, first),
    })
  }
  const hint = "Put parentheses around it, or around what belongs to it."
  complain(
    reading,
    "unclear-reach",
    span,
    `\`${word}\` beside \`${sign}\`: parentheses must say how far the \`${word}\` reaches.`,
    { hint, fixes },
  )
}

function complainOfChain(reading: Reading, row: Row): void {
  const at = row.operators.map((each, i) => (comparing.has(each) ? i : -1)).filter((i) => i >= 0)
  const [first, second] = at
  const fixes: Fix[] = []
  if (ordering.has(row.operators[first]) && ordering.has(row.operators[second]) && at.length === 2) {
    const middle = spanBetween(reading, row.operands[first + 1], row.operands[second])
    const shown = reading.text.slice(middle.offset, middle.offset + middle.length)
    fixes.push({
      title: "Say both",
      edits: [{ span: reading.spans(middle.offset + middle.length, 0), text: ` & ${shown}` }],
    })
  } else if (row.operators[first] === "=") {
    fixes.push({
      title: "Compare first",
      edits: edits(reading, row.operands[first + 1], row.operands.at(-1)!),
    })
  } else {
    const head = edits(reading, row.operands[0], row.operands[second])
    fixes.push({ title: "Put the first comparison in parentheses", edits: head })
  }
  const both = `\`${row.operators[first]}\` and \`${row.operators[second]}\``
  const message = `${both} in one row: parentheses must say which comes first.`
  const hint = "Write two comparisons with `&` between them, or put parentheses around one."
  complain(reading, "unclear-comparison", rowSpan(reading, row), message, { hint, fixes })
}

function complainOfNot(reading: Reading, row: Row, operand: Operand, i: number): void {
  const sign = row.operators[i] ?? row.operators[i - 1]
  const inner = operand.rule === "Negation" ? operand.operand : operand
  const fixes: Fix[] = []
  if (i === 0)
    fixes.push({ title: "Deny the whole comparison", edits: edits(reading, inner, row.operands.at(-1)!) })
  fixes.push({ title: "Deny only what follows the `!`", edits: edits(reading, operand, operand) })
  const message = `\`!\` beside \`${sign}\`: parentheses must say what it denies.`
  const hint =
    sign === "=="
      ? "To say that they differ write `!=`; otherwise put parentheses behind the `!`."
      : "Put parentheses around what it denies."
  complain(reading, "unclear-not", reading.spans(startOf(reading, operand), 1), message, { hint, fixes })
}

function rowSpan(reading: Reading, row: Row): Span {
  return spanBetween(reading, row.operands[0], row.operands.at(-1)!)
}

function wrap(reading: Reading, node: TokenRange, title: string): Fix {
  return { title, edits: edits(reading, node, node) }
}

type Edits = Fix["edits"]

/** Parentheses from the beginning of one node to the end of another. */
function edits(reading: Reading, first: TokenRange, last: TokenRange): Edits {
  const [start, end] = [startOf(reading, first), endOf(reading, last)]
  return [
    { span: reading.spans(start, 0), text: "(" },
    { span: reading.spans(end, 0), text: ")" },
  ]
}

/** Parentheses around each run of one sign between the others. */
function runEdits(reading: Reading, row: Row, sign: string): Edits {
  const made: Edits[number][] = []
  const other = sign === "&" ? "|" : "&"
  for (let from = 0; from < row.operands.length; ) {
    let to = from
    while (to < row.operators.length && row.operators[to] !== other) to++
    const joined = row.operators.slice(from, to).includes(sign)
    if (joined) made.push(...edits(reading, row.operands[from], row.operands[to]))
    from = to + 1
  }
  return made
}

/** Multiplication first, then from left to right. */
function schoolEdits(reading: Reading, row: Row): Edits {
  const made: Edits[number][] = []
  const tight = (sign: string | undefined) => sign === "*" || sign === "/"
  const mixed = row.operators.some(tight) && !row.operators.every(tight)
  for (let from = 0; from < row.operands.length; ) {
    let to = from
    while (tight(row.operators[to])) to++
    made.push(...leftEdits(reading, row, from, to))
    if (to > from && mixed) made.push(...edits(reading, row.operands[from], row.operands[to]))
    from = to + 1
  }
  const loose = row.operators.map((each, i) => (tight(each) ? -1 : i)).filter((i) => i >= 0)
  const signs = new Set(loose.map((i) => row.operators[i]))
  if (signs.size === 1 && signs.has("+")) return made
  for (const i of loose.slice(1)) made.push(...edits(reading, row.operands[0], row.operands[i]))
  return made
}

function leftEdits(reading: Reading, row: Row, from: number, to: number): Edits {
  const signs = new Set(row.operators.slice(from, to))
  if (to - from < 2 || (signs.size === 1 && signs.has("*"))) return []
  return Array.from({ length: to - from - 1 }, (_, i) =>
    edits(reading, row.operands[from], row.operands[from + i + 1]),
  ).flat()
}
