/** Writes formulas with just the parentheses that `.drama` demands. */
import { printValue } from "@dramaturg/model"
import type { SyntaxExpression, SyntaxTerm } from "../syntax-tree.js"
import type { Naming } from "./naming.js"

/**
 * Which formulas may stand in a place without parentheses: all; those that may be part of a chain or the
 * body of a quantifier (no `&`, `|` or anything that extends to the right); a side of a comparison
 * (arithmetic at most); or only operands.
 */
type Nesting = "all" | "part" | "side" | "whole"

const allowedNestings: Record<SyntaxExpression["kind"], readonly Nesting[]> = {
  name: ["all", "part", "side", "whole"],
  literal: ["all", "part", "side", "whole"],
  fluent: ["all", "part", "side", "whole"],
  believes: ["all", "part", "side", "whole"],
  knows: ["all", "part", "side", "whole"],
  not: ["all", "part", "whole"],
  arithmetic: ["all", "part", "side"],
  compare: ["all", "part"],
  assign: ["all", "part"],
  is: ["all", "part"],
  and: ["all"],
  or: ["all"],
  if: ["all"],
  forall: ["all"],
  exists: ["all"],
  sum: ["all"],
  product: ["all"],
  unforeseen: ["all", "part", "side", "whole"],
  utility: ["all", "part", "side", "whole"],
  moment: ["all", "part", "side", "whole"],
}

export function writeFormula(naming: Naming, formula: SyntaxExpression, nesting: Nesting = "all"): string {
  const text = writePlain(naming, formula)
  return allowedNestings[formula.kind].includes(nesting) ? text : `(${text})`
}

export function writeTerm(naming: Naming, term: SyntaxTerm): string {
  if (term.kind === "name") return naming(term.text)
  if (term.value === null) return "?"
  if (typeof term.value === "number") return printValue(term.value)
  return term.value ? "True" : "False"
}

function writePlain(naming: Naming, each: SyntaxExpression): string {
  const inner = (formula: SyntaxExpression, nesting: Nesting) => writeFormula(naming, formula, nesting)
  switch (each.kind) {
    case "name":
    case "literal":
      return writeTerm(naming, each)
    case "fluent":
      return `${naming(each.name.text)}(${each.arguments.map((term) => writeTerm(naming, term)).join(", ")})`
    case "believes":
      return `believes(${writeTerm(naming, each.character)}, ${inner(each.body, "all")})`
    case "knows":
      return `knows(${writeTerm(naming, each.character)}, ${inner(each.fluent, "all")})`
    case "not":
      return `!${inner(each.body, "whole")}`
    case "and":
    case "or":
      return each.parts.map((part) => inner(part, "part")).join(each.kind === "and" ? " & " : " | ")
    case "if":
      return writeConditional(naming, each)
    case "forall":
    case "exists":
      return `${each.kind}(${naming(each.variable.text)} : ${naming(each.type.text)}) ${inner(each.body, "part")}`
    case "sum":
    case "product":
      return `${each.kind}(${naming(each.variable.text)} : ${naming(each.type.text)}) ${inner(each.body, "whole")}`
    case "assign":
      return `${inner(each.target, "side")} = ${inner(each.value, "side")}`
    case "compare":
      return `${inner(each.left, "side")} ${each.operator} ${inner(each.right, "side")}`
    case "is":
      return `${inner(each.body, "side")} : ${naming(each.type.text)}`
    case "arithmetic":
      return writeArithmetic(naming, each)
    case "unforeseen":
      return `unforeseen(${inner(each.body, "all")})`
    case "utility":
      return `utility(${each.character ? writeTerm(naming, each.character) : ""})`
    case "moment":
      return `${each.relation}(${each.arguments.map((formula) => inner(formula, "all")).join(", ")})`
  }
}

type Arithmetic = Extract<SyntaxExpression, { kind: "arithmetic" }>

/** Only rows of `+` and rows of `*` need no parentheses; both are right-associative. */
function writeArithmetic(naming: Naming, each: Arithmetic): string {
  const { operator, left, right } = each
  const isRow =
    (operator === "+" || operator === "*") && right.kind === "arithmetic" && right.operator === operator
  const written = isRow ? writeArithmetic(naming, right) : writeFormula(naming, right, "whole")
  return `${writeFormula(naming, left, "whole")} ${operator} ${written}`
}

function writeConditional(naming: Naming, each: Extract<SyntaxExpression, { kind: "if" }>): string {
  const branches = each.branches.map(({ condition, body }, i) => {
    return `${i === 0 ? "if" : "elseif"}(${writeFormula(naming, condition)}) ${writeBranch(naming, body)}`
  })
  if (each.otherwise) branches.push(`else ${writeBranch(naming, each.otherwise)}`)
  return branches.join(" ")
}

function writeBranch(naming: Naming, body: SyntaxExpression): string {
  return body.kind === "assign" ? writePlain(naming, body) : writeFormula(naming, body, "whole")
}
