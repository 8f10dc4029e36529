/**
 * Reads formulas as Sabre does: a span of tokens is tried against ordered alternatives, each of which must
 * consume all of it (docs/language-sabre.md). The order of the alternatives is the precedence, and an unusual
 * one: `|` binds tighter than `&`, `*` looser than `+`, and everything is right-associative.
 */
import type { ArithmeticOperator, Comparison } from "@dramaturg/model"
import type { SyntaxBranch, SyntaxExpression, SyntaxFluent, SyntaxTerm } from "../syntax-tree.js"
import { keptOtherwise } from "../errors/numbers.js"
import { deepest } from "./structure.js"
import {
  type Reading,
  expect,
  fail,
  failMissing,
  failTooDeep,
  failUnexpected,
  itemsOf,
  nameAt,
  shorten,
  spanOf,
  textAt,
} from "./reading.js"
import { isName } from "./tokens.js"

const comparisons: readonly Comparison[] = ["==", "!=", ">=", "<=", ">", "<"]
const arithmetic: readonly ArithmeticOperator[] = ["*", "/", "+", "-"]

export function readExpression(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  if (from >= to) return failMissing(r, from)
  if (r.furthest?.code === "too-deep") return undefined
  if (to === from + 1) return readTerm(r, from, to)
  const key = from * (r.tokens.length + 1) + to
  const known = r.known.get(key)
  if (known !== undefined) return known ?? undefined
  if (--r.budget < 0 || r.depth >= deepest) return failTooDeep(r, from)
  const before = r.furthest
  r.depth++
  const found = readAlternatives(r, from, to)
  r.depth--
  // Failures of alternatives tried before the one that fits are not mistakes of the author.
  if (found) r.furthest = before
  r.known.set(key, found ?? null)
  return found
}

function readAlternatives(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  if (textAt(r, from) === "(" && r.structure.partner[from] === to - 1) return readBracketed(r, from, to)
  return (
    readFluent(r, from, to) ??
    readBelief(r, from, to) ??
    readChain(r, "&", from, to) ??
    readChain(r, "|", from, to) ??
    readNot(r, from, to) ??
    readConditional(r, from, to) ??
    readBinder(r, ["forall", "exists"], from, to) ??
    readAssignment(r, from, to) ??
    readComparison(r, from, to) ??
    readTypeTest(r, from, to) ??
    readBinder(r, ["product", "sum"], from, to) ??
    readArithmetic(r, from, to) ??
    failAsWhole(r, from, to)
  )
}

/** A single word: `?`, a truth value, a number or a name. */
export function readTerm(r: Reading, from: number, to: number): SyntaxTerm | undefined {
  const token = r.tokens[from]
  if (from >= to || !token) return failMissing(r, from)
  if (to > from + 1) return failUnexpected(r, from + 1, to)
  const span = spanOf(r, from, to)
  if (token.kind === "number") return readNumber(r, from)
  if (token.text === "?") return { kind: "literal", value: null, span }
  if (token.text === "True" || token.text === "False")
    return { kind: "literal", value: token.text === "True", span }
  if (isName(token)) return { kind: "name", text: token.text, span }
  return failNoTerm(r, from)
}

function failNoTerm(r: Reading, at: number): undefined {
  const token = r.tokens[at]
  if (token.kind === "word")
    return fail(r, "not-a-name", at, `\`${shorten(token.text)}\` is no name.`, "A name begins with a letter.")
  const before = textAt(r, at - 1)
  const message = before
    ? `A value is needed behind \`${shorten(before)}\`, not \`${shorten(token.text)}\`.`
    : `A value is needed here, not \`${shorten(token.text)}\`.`
  return fail(r, "unexpected-word", at, message)
}

function readNumber(r: Reading, at: number): SyntaxTerm | undefined {
  const { text } = r.tokens[at]
  const value = /\d/.test(text) ? Number(text) : NaN
  if (!Number.isFinite(value))
    return fail(r, "bad-number", at, `\`${shorten(text)}\` is no number that can be calculated with.`)
  return {
    kind: "literal",
    value: value + 0,
    span: spanOf(r, at, at + 1),
    ...(keptOtherwise(text) === undefined ? {} : { written: text }),
  }
}

function readBracketed(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  const inner = readExpression(r, from + 1, to - 1)
  return inner && { ...inner, span: spanOf(r, from, to) }
}

/** The name, the bracket after it, and nothing else: `at ( … )`. */
function isApplication(r: Reading, from: number, to: number): boolean {
  return isName(r.tokens[from]) && textAt(r, from + 1) === "(" && r.structure.partner[from + 1] === to - 1
}

/** A fluent, or beliefs about one: the only things that can be given a value. */
function readFluent(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  if (!isApplication(r, from, to)) return undefined
  if (textAt(r, from) === "believes") {
    const comma = r.structure.first(",", from + 2, to - 1)
    const character = comma === from + 3 ? readTerm(r, from + 2, comma) : undefined
    const body =
      character && isApplication(r, comma + 1, to - 1) ? readFluent(r, comma + 1, to - 1) : undefined
    if (character && body) return { kind: "believes", character, body, span: spanOf(r, from, to) }
  }
  return readApplication(r, from, to)
}

function readApplication(r: Reading, from: number, to: number): SyntaxFluent | undefined {
  const name = nameAt(r, from, to)
  const items = name && itemsOf(r, ",", from + 2, to - 1)
  if (!items) return undefined
  const terms: SyntaxTerm[] = []
  for (const [start, end] of items) {
    const term = end === start + 1 ? readTerm(r, start, end) : failNoArgument(r, start, end)
    if (!term) return undefined
    terms.push(term)
  }
  return { kind: "fluent", name, arguments: terms, span: spanOf(r, from, to) }
}

function failNoArgument(r: Reading, from: number, to: number): undefined {
  if (textAt(r, from - 2) === "believes" || !isApplication(r, from, to))
    return failUnexpected(r, from + 1, to)
  const message = `\`${shorten(textAt(r, from))}(…)\` cannot stand inside the brackets of another property.`
  return fail(
    r,
    "nested-application",
    from + 1,
    message,
    "Give it a name: add a parameter and a condition that the two are equal.",
  )
}

function readBelief(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  if (textAt(r, from) !== "believes" || !isApplication(r, from, to)) return undefined
  const comma = r.structure.first(",", from + 2, to - 1)
  if (comma < 0)
    return fail(r, "missing-formula", to - 1, "`believes` needs a character, a comma, and what they believe.")
  const character = readTerm(r, from + 2, comma)
  const body = character && readExpression(r, comma + 1, to - 1)
  return body && { kind: "believes", character, body, span: spanOf(r, from, to) }
}

function readChain(r: Reading, sign: "&" | "|", from: number, to: number): SyntaxExpression | undefined {
  if (r.structure.first(sign, from, to) < 0) return undefined
  const ending = `${sign}${to}`
  if (from < (r.brokenParts.get(ending) ?? 0)) return undefined
  const parts: SyntaxExpression[] = []
  for (let start = from; start < to; ) {
    const found = r.structure.first(sign, start, to)
    const end = found < 0 ? to : found
    const part = readExpression(r, start, end)
    r.budget--
    if (!part) {
      if (start > from) r.brokenParts.set(ending, start)
      return undefined
    }
    parts.push(part)
    start = end + 1
  }
  if (parts.length < 2) return failMissing(r, to)
  return { kind: sign === "&" ? "and" : "or", parts, span: spanOf(r, from, to) }
}

function readNot(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  if (textAt(r, from) !== "!") return undefined
  const body = readExpression(r, from + 1, to)
  return body && { kind: "not", body, span: spanOf(r, from, to) }
}

function readConditional(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  if (textAt(r, from) !== "if" || textAt(r, from + 1) !== "(") return undefined
  const branches: SyntaxBranch[] = []
  let start = from
  while (true) {
    const elseif = r.structure.first("elseif", start + 1, to)
    const cut = elseif >= 0 ? elseif : r.structure.first("else", start + 1, to)
    const end = cut < 0 ? to : cut
    if (start > from && textAt(r, start) === "else") {
      if (cut >= 0) return failUnclearElse(r, cut)
      const otherwise = readExpression(r, start + 1, to)
      return otherwise && { kind: "if", branches, otherwise, span: spanOf(r, from, to) }
    }
    const branch = readBranch(r, start, end)
    if (!branch) return undefined
    branches.push(branch)
    if (cut < 0) return { kind: "if", branches, otherwise: undefined, span: spanOf(r, from, to) }
    start = cut
  }
}

function failUnclearElse(r: Reading, at: number): undefined {
  const hint = "Put the inner `if` in brackets, or write `elseif`."
  return fail(r, "unclear-else", at, "This `else` could belong to more than one `if`.", hint)
}

function readBranch(r: Reading, from: number, to: number): SyntaxBranch | undefined {
  if (!expect(r, "(", from + 1, to)) return undefined
  const close = r.structure.partner[from + 1]
  const condition = readExpression(r, from + 2, close)
  const body = condition && readExpression(r, close + 1, to)
  return body && { condition, body }
}

function readBinder(
  r: Reading,
  words: readonly string[],
  from: number,
  to: number,
): SyntaxExpression | undefined {
  const kind = textAt(r, from)
  if (!words.includes(kind) || textAt(r, from + 1) !== "(") return undefined
  const variable = nameAt(r, from + 2, to)
  if (!variable || !expect(r, ":", from + 3, to)) return undefined
  const type = nameAt(r, from + 4, to)
  if (!type || !expect(r, ")", from + 5, to)) return undefined
  const body = readExpression(r, from + 6, to)
  return (
    body && {
      kind: kind as "forall" | "exists" | "sum" | "product",
      variable,
      type,
      body,
      span: spanOf(r, from, to),
    }
  )
}

function readAssignment(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  const cut = r.structure.first("=", from, to)
  if (cut < 0) return undefined
  if (cut === from || !isApplication(r, from, cut)) return failNoTarget(r, from, cut)
  const target = readFluent(r, from, cut)
  const value = target && readExpression(r, cut + 1, to)
  return value && { kind: "assign", target, value, span: spanOf(r, from, to) }
}

function failNoTarget(r: Reading, from: number, cut: number): undefined {
  const message = "Before `=` only a property with its brackets can stand, or what somebody believes of one."
  const bare = cut === from + 1 && isName(r.tokens[from])
  const hint = bare
    ? `Write \`${shorten(textAt(r, from))}() = …\`, or \`==\` to compare.`
    : "Write `==` to compare."
  return fail(r, "unexpected-word", cut, message, hint)
}

function readComparison(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  for (const operator of comparisons) {
    const sides = readSides(r, operator, from, to)
    if (sides) return { kind: "compare", operator, ...sides, span: spanOf(r, from, to) }
  }
  return undefined
}

function readArithmetic(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  for (const operator of arithmetic) {
    const sides = readSides(r, operator, from, to)
    if (sides) return { kind: "arithmetic", operator, ...sides, span: spanOf(r, from, to) }
  }
  return undefined
}

function readSides(r: Reading, sign: string, from: number, to: number) {
  const cut = r.structure.first(sign, from, to)
  if (cut < 0) return undefined
  const left = readExpression(r, from, cut)
  const right = left && readExpression(r, cut + 1, to)
  return right && { left, right }
}

function readTypeTest(r: Reading, from: number, to: number): SyntaxExpression | undefined {
  const cut = r.structure.first(":", from, to)
  if (cut < 0) return undefined
  const body = readExpression(r, from, cut)
  const type = body && nameAt(r, cut + 1, to)
  if (!type) return undefined
  if (cut + 2 < to) return failUnexpected(r, cut + 2, to)
  return { kind: "is", body, type, span: spanOf(r, from, to) }
}

/** No alternative fits: reports the first token that cannot follow what could be read. */
function failAsWhole(r: Reading, from: number, to: number): undefined {
  return failUnexpected(r, endOfOperand(r, from, to), to)
}

/** Where the first operand ends: after `f(…)`, after a bracket, or after one word. */
function endOfOperand(r: Reading, from: number, to: number): number {
  const bracket = isName(r.tokens[from]) && textAt(r, from + 1) === "(" ? from + 1 : from
  const close = r.structure.partner[bracket]
  if (close >= bracket && close < to - 1) return close + 1
  return Math.min(from + 1, to - 1)
}
