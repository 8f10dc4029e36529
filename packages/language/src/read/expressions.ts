/**
 * Applies precedence to the parser's flat rows of operands. From loose to tight: `|`, `&`, `=`, the
 * comparisons and `:`, `+` and `-`, `*` and `/`, `!`. Where readers could expect another precedence,
 * `errors/ambiguities.ts` demands parentheses, and the tree built here for such a text only serves to find
 * further mistakes.
 */
import type { ArithmeticOperator, Comparison, Span } from "@dramaturg/model"
import type { SyntaxBranch, SyntaxExpression, SyntaxFluent, SyntaxTerm, Name } from "../syntax-tree.js"
import type { Branch, Conditional, Formula, Literal, Mention, Operand } from "../syntax/parse-tree.js"
import {
  type Row,
  comparing,
  questionArithmetic,
  questionBinder,
  questionComparison,
  questionConditional,
  questionFormula,
} from "../errors/ambiguities.js"
import { keptOtherwise } from "../errors/numbers.js"
import {
  type Reading,
  complain,
  isDeclared,
  nameOf,
  shorten,
  spanBetween,
  spanOf,
  startOf,
} from "../errors/reading.js"

/** A formula; undefined if it contains a mistake, which has been reported, and nothing of it can be used. */
export function readFormula(reading: Reading, formula: Formula): SyntaxExpression | undefined {
  questionFormula(reading, formula)
  return readChoice(reading, formula)
}

/**
 * A formula without any mistake. One with a mistake may have the wrong tree, and messages about that tree
 * would mislead.
 */
export function readClear(reading: Reading, formula: Formula): SyntaxExpression | undefined {
  const before = reading.diagnostics.length
  const body = readFormula(reading, formula)
  return reading.diagnostics.length === before ? body : undefined
}

function readChoice(reading: Reading, row: Row): SyntaxExpression | undefined {
  return readJoined(reading, row, "|", (part) =>
    readJoined(reading, part, "&", (inner) => readEquation(reading, inner)),
  )
}

type ReadRow = (row: Row) => SyntaxExpression | undefined

function readJoined(
  reading: Reading,
  row: Row,
  sign: "&" | "|",
  readPart: ReadRow,
): SyntaxExpression | undefined {
  const rows = splitAt(row, (each) => each === sign)
  if (rows.length === 1) return readPart(row)
  const parts = rows.map(readPart)
  if (!isWhole(parts)) return undefined
  return { kind: sign === "&" ? "and" : "or", parts, span: spanOfRow(reading, row) }
}

const longestRow = 200

function readEquation(reading: Reading, row: Row): SyntaxExpression | undefined {
  if (row.operators.length > longestRow) {
    const hint = "Use `sum` or `product`, or divide it into several."
    return complain(
      reading,
      "too-deep",
      spanOf(reading, row.operands[longestRow]),
      "This calculation is too long to be read.",
      {
        hint,
      },
    )
  }
  questionComparison(reading, row)
  return readAssignment(reading, row)
}

function readAssignment(reading: Reading, row: Row): SyntaxExpression | undefined {
  const at = row.operators.indexOf("=")
  if (at < 0) return readComparison(reading, row)
  if (at > 0) complainOfTarget(reading, leftOf(row, at))
  const target = readComparison(reading, leftOf(row, at))
  const value = readAssignment(reading, rightOf(row, at))
  return target && value && { kind: "assign", target, value, span: spanOfRow(reading, row) }
}

function complainOfTarget(reading: Reading, row: Row): void {
  const hint = "`==` compares, `=` gives a property a value."
  complain(
    reading,
    "unclear-comparison",
    spanOfRow(reading, row),
    `\`${row.operators[0]}\` before \`=\`: only a property can be given a value.`,
    { hint },
  )
}

function readComparison(reading: Reading, row: Row): SyntaxExpression | undefined {
  const at = row.operators.findLastIndex((each) => comparing.has(each))
  if (at < 0) return readSum(reading, row)
  const span = spanOfRow(reading, row)
  const left = readComparison(reading, leftOf(row, at))
  if (row.operators[at] === ":") {
    const type = readTypeName(reading, rightOf(row, at))
    return left && type && { kind: "is", body: left, type, span }
  }
  const right = readSum(reading, rightOf(row, at))
  return left && right && { kind: "compare", operator: row.operators[at] as Comparison, left, right, span }
}

function readTypeName(reading: Reading, row: Row): Name | undefined {
  const [operand] = row.operands
  if (row.operators.length === 0 && operand.rule === "Mention" && !operand.bracketed) {
    return { text: operand.name, span: spanOf(reading, operand) }
  }
  return complain(reading, "not-a-name", spanOfRow(reading, row), "The name of a type is needed behind `:`.")
}

function readSum(reading: Reading, row: Row): SyntaxExpression | undefined {
  questionArithmetic(reading, row)
  return readArithmetic(reading, row)
}

/**
 * Rows of equal signs are right-associative, as in Sabre, because with fractions the order of adding can
 * show in the last digit.
 */
function readArithmetic(reading: Reading, row: Row): SyntaxExpression | undefined {
  if (row.operators.length === 0) return readOperand(reading, row.operands[0])
  const loose = row.operators.findLastIndex((each) => each === "+" || each === "-")
  const leansRight = new Set(row.operators).size === 1 && row.operators[0] !== "-" && row.operators[0] !== "/"
  const at = leansRight ? 0 : loose >= 0 ? loose : row.operators.length - 1
  const left = readArithmetic(reading, leftOf(row, at))
  const right = readArithmetic(reading, rightOf(row, at))
  const operator = row.operators[at] as ArithmeticOperator
  return left && right && { kind: "arithmetic", operator, left, right, span: spanOfRow(reading, row) }
}

function readOperand(reading: Reading, operand: Operand): SyntaxExpression | undefined {
  const span = spanOf(reading, operand)
  switch (operand.rule) {
    case "Literal":
      return readLiteral(reading, operand)
    case "Mention":
      return readMention(reading, operand)
    case "Group": {
      const body = readFormula(reading, operand.body)
      return body && { ...body, span }
    }
    case "Negation": {
      const body = readOperand(reading, operand.operand)
      return body && { kind: "not", body, span }
    }
    case "Belief": {
      const character = readTerm(reading, operand.character)
      if (operand.word === "knows") {
        const fluent = readKnown(reading, operand.body)
        return character && fluent && { kind: "knows", character, fluent, span }
      }
      const body = readFormula(reading, operand.body)
      return character && body && { kind: "believes", character, body, span }
    }
    case "UtilityOperand": {
      const character = operand.character && readTerm(reading, operand.character)
      return operand.character && !character ? undefined : { kind: "utility", character, span }
    }
    case "Binder": {
      questionBinder(reading, operand)
      const body = readFormula(reading, operand.body)
      const { kind, variable, type } = operand
      return body && { kind, variable: nameOf(reading, variable), type: nameOf(reading, type), body, span }
    }
    case "Conditional":
      return readConditional(reading, operand)
  }
}

/** What stands after the comma of `knows`. */
function readKnown(reading: Reading, { operands: [operand], operators, ...place }: Formula) {
  if (operators.length === 0 && operand.rule === "Mention" && operand.bracketed)
    return readFluent(reading, operand)
  const message = "Only a property can be known: who knows it has its value right, whatever that is."
  const hint = "Write `believes(…, …)` to say what somebody takes to be so."
  return complain(reading, "nested-application", spanOf(reading, place), message, { hint })
}

function readConditional(reading: Reading, node: Conditional): SyntaxExpression | undefined {
  questionConditional(reading, node)
  const branches = node.branches.map((each) => readBranch(reading, each))
  const otherwise = node.otherwise && readFormula(reading, node.otherwise)
  if (!isWhole(branches) || (node.otherwise && !otherwise)) return undefined
  return { kind: "if", branches, otherwise, span: spanOf(reading, node) }
}

function readBranch(reading: Reading, branch: Branch): SyntaxBranch | undefined {
  const condition = readFormula(reading, branch.condition)
  const body = readFormula(reading, branch.body)
  return condition && body && { condition, body }
}

export function readLiteral(reading: Reading, literal: Literal): SyntaxTerm | undefined {
  const span = spanOf(reading, literal)
  if (literal.word === "?") return { kind: "literal", value: null, span }
  if (literal.word) return { kind: "literal", value: literal.word === "True", span }
  const size = /\d/.test(literal.number!) ? Number(literal.number) : NaN
  if (!Number.isFinite(size)) {
    return complain(
      reading,
      "bad-number",
      span,
      `\`${shorten(literal.number!)}\` is no number that can be calculated with.`,
    )
  }
  const written = literal.negative ? `-${literal.number!}` : literal.number!
  return {
    kind: "literal",
    value: Number(written) + 0,
    span,
    ...(keptOtherwise(written) === undefined ? {} : { written }),
  }
}

function readMention(reading: Reading, mention: Mention): SyntaxExpression | undefined {
  const span = spanOf(reading, mention)
  if (!mention.bracketed) return { kind: "name", text: mention.name, span }
  if (isUnforeseen(mention)) return readUnforeseen(reading, mention)
  if (isMoment(reading, mention)) return readMoment(reading, mention)
  return complainOfCount(reading, mention) ? undefined : readFluent(reading, mention)
}

/** A property, or in demands and expectations an event, with its arguments. */
export function readFluent(reading: Reading, mention: Mention): SyntaxFluent | undefined {
  if (complainOfFunction(reading, mention)) return undefined
  const span = spanOf(reading, mention)
  const terms = mention.arguments.map((each) => readTerm(reading, each))
  if (!isWhole(terms)) return undefined
  const name = { text: mention.name, span: reading.spans(startOf(reading, mention), mention.name.length) }
  return { kind: "fluent", name, arguments: terms, span }
}

/** What other languages write before brackets with formulas in them. */
const functions = new Map([
  ["not", "Write `!…`."],
  ["and", "Write `&` between them."],
  ["or", "Write `|` between them."],
  ["implies", "Write `!… | …`: not the one, or the other."],
  ["when", "Write `if(…) …`."],
  ["unless", "Write `if(!…) …`."],
  ["max", "Write `if(… > …) … else …`."],
  ["min", "Write `if(… < …) … else …`."],
  ["equals", "Write `… == …`."],
  ["increase", "Write `… = … + …`, with the property on both sides."],
  ["decrease", "Write `… = … - …`, with the property on both sides."],
  ["knows", "Did you mean `believes`? Of an open property it can be `knows(…, …)`, too."],
  ["thinks", "Did you mean `believes`?"],
  ["believe", "Did you mean `believes`?"],
  ["count", "Write `sum(x : character) (if(…) 1 else 0)`."],
])

function complainOfFunction(reading: Reading, mention: Mention): boolean {
  const hint = functions.get(mention.name.toLowerCase())
  if (hint === undefined || mention.arguments.every(isPlain)) return false
  const span = reading.spans(startOf(reading, mention), mention.name.length)
  complain(reading, "foreign-function", span, `\`${shorten(mention.name)}(…)\` means nothing here.`, { hint })
  return true
}

/** What may stand in the brackets of a property. */
function isPlain({ operands: [operand], operators }: Formula): boolean {
  return (
    operators.length === 0 &&
    (operand.rule === "Literal" || (operand.rule === "Mention" && !operand.bracketed))
  )
}

/**
 * Whether an argument is an effect, so that an operator is meant and not a property of this name, whose
 * arguments are names.
 */
function isUnforeseen({ name, arguments: [effect, ...others] }: Mention): boolean {
  return name === "unforeseen" && effect !== undefined && others.length === 0 && !isPlain(effect)
}

function readUnforeseen(reading: Reading, mention: Mention): SyntaxExpression | undefined {
  const body = readFormula(reading, mention.arguments[0])
  return body && { kind: "unforeseen", body, span: spanOf(reading, mention) }
}

type Moment = Extract<SyntaxExpression, { kind: "moment" }>

/** How many times each of them takes. */
const moments: ReadonlyMap<string, number> = new Map([
  ["before", 1],
  ["after", 1],
  ["within", 2],
])

/** Unless the world has a property of this name. */
function isMoment(reading: Reading, { name, arguments: times }: Mention): boolean {
  return moments.get(name) === times.length && !isDeclared(reading, "property", name)
}

/**
 * `unforeseen(a(), b())`, `within(time() + 3)`: reports the wrong number of arguments. If all arguments are
 * names, a property is meant, which another text may declare.
 */
function complainOfCount(reading: Reading, mention: Mention): boolean {
  const { name, arguments: inner } = mention
  const shape = countedShapes.get(name)
  if (shape === undefined || inner.every(isPlain) || isDeclared(reading, "property", name)) return false
  const span = spanOf(reading, mention)
  complain(reading, "wrong-arguments", span, `\`${name}\` has ${shape[0]} in its brackets.`, {
    hint: shape[1],
  })
  return true
}

const countedShapes: ReadonlyMap<string, readonly [what: string, hint: string]> = new Map([
  ["unforeseen", ["one effect", "Join them with `&`."]],
  ["before", ["one time", "Write `before(6)`."]],
  ["after", ["one time", "Write `after(6)`."]],
  ["within", ["two numbers", "Write how long and since when: `within(3, 6)`."]],
])

function readMoment(reading: Reading, mention: Mention): SyntaxExpression | undefined {
  const times = mention.arguments.map((each) => readFormula(reading, each))
  if (!isWhole(times)) return undefined
  return {
    kind: "moment",
    relation: mention.name as Moment["relation"],
    arguments: times,
    span: spanOf(reading, mention),
  }
}

/** A single word: all that may stand in the brackets of a property, or before the comma of `believes`. */
export function readTerm(reading: Reading, formula: Formula): SyntaxTerm | undefined {
  const [operand] = formula.operands
  const plain = formula.operators.length === 0 ? operand : undefined
  if (plain?.rule === "Literal") return readLiteral(reading, plain)
  if (plain?.rule === "Mention") return readPlainMention(reading, plain)
  const hint = "Compare it outside these brackets, in a condition of its own."
  return complain(
    reading,
    "nested-application",
    spanOf(reading, formula),
    "Only a single name or value can stand here, not a formula.",
    { hint },
  )
}

export function readPlainMention(reading: Reading, mention: Mention): SyntaxTerm | undefined {
  const span = spanOf(reading, mention)
  if (!mention.bracketed) return { kind: "name", text: mention.name, span }
  const message = `\`${shorten(mention.name)}(…)\` cannot stand inside the brackets of another property.`
  const hint = `Give it a name first, for instance \`exists(it : entity) (${shorten(mention.name)}(…) == it & …)\`.`
  return complain(reading, "nested-application", span, message, { hint })
}

export function isWhole<T>(parts: readonly (T | undefined)[]): parts is T[] {
  return !parts.includes(undefined)
}

function splitAt(row: Row, isSplit: (sign: string) => boolean): Row[] {
  const rows: Row[] = []
  let from = 0
  row.operators.forEach((sign, i) => {
    if (!isSplit(sign)) return
    rows.push(part(row, from, i))
    from = i + 1
  })
  return from === 0 ? [row] : [...rows, part(row, from, row.operators.length)]
}

/** The operands `from` to `to`, both included. */
function part(row: Row, from: number, to: number): Row {
  return { operands: row.operands.slice(from, to + 1), operators: row.operators.slice(from, to) }
}

function leftOf(row: Row, at: number): Row {
  return part(row, 0, at)
}

function rightOf(row: Row, at: number): Row {
  return part(row, at + 1, row.operators.length)
}

function spanOfRow(reading: Reading, row: Row): Span {
  return spanBetween(reading, row.operands[0], row.operands.at(-1)!)
}
