/** Writes formulas with just the parentheses that `.drama` demands. */
import { printValue } from "@dramaturg/model"
import type { DraftExpression, DraftTerm } from "../draft.js"
import type { Naming } from "./naming.js"

/**
 * How much may stand without parentheses: everything; a part of a chain or the body of a quantifier (no `&`, `|` or anything
 * that reaches); a side of a comparison (a calculation at most); or only what is a whole by itself.
 */
type Room = "all" | "part" | "side" | "whole"

const rooms: Record<DraftExpression["kind"], readonly Room[]> = {
  name: ["all", "part", "side", "whole"],
  literal: ["all", "part", "side", "whole"],
  fluent: ["all", "part", "side", "whole"],
  believes: ["all", "part", "side", "whole"],
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

export function writeFormula(naming: Naming, formula: DraftExpression, room: Room = "all"): string {
  const text = writePlain(naming, formula)
  return rooms[formula.kind].includes(room) ? text : `(${text})`
}

export function writeTerm(naming: Naming, term: DraftTerm): string {
  if (term.kind === "name") return naming(term.text)
  if (term.value === null) return "?"
  if (typeof term.value === "number") return printValue(term.value)
  return term.value ? "True" : "False"
}

function writePlain(naming: Naming, each: DraftExpression): string {
  const inner = (formula: DraftExpression, room: Room) => writeFormula(naming, formula, room)
  switch (each.kind) {
    case "name":
    case "literal":
      return writeTerm(naming, each)
    case "fluent":
      return `${naming(each.name.text)}(${each.arguments.map((term) => writeTerm(naming, term)).join(", ")})`
    case "believes":
      return `believes(${writeTerm(naming, each.character)}, ${inner(each.body, "all")})`
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

type Arithmetic = Extract<DraftExpression, { kind: "arithmetic" }>

/** Only rows of `+` and rows of `*` go without parentheses; both lean to the right. */
function writeArithmetic(naming: Naming, each: Arithmetic): string {
  const { operator, left, right } = each
  const isRow = (operator === "+" || operator === "*") && right.kind === "arithmetic" && right.operator === operator
  const written = isRow ? writeArithmetic(naming, right) : writeFormula(naming, right, "whole")
  return `${writeFormula(naming, left, "whole")} ${operator} ${written}`
}

function writeConditional(naming: Naming, each: Extract<DraftExpression, { kind: "if" }>): string {
  const branches = each.branches.map(({ condition, body }, i) => {
    return `${i === 0 ? "if" : "elseif"}(${writeFormula(naming, condition)}) ${writeBranch(naming, body)}`
  })
  if (each.otherwise) branches.push(`else ${writeBranch(naming, each.otherwise)}`)
  return branches.join(" ")
}

function writeBranch(naming: Naming, body: DraftExpression): string {
  return body.kind === "assign" ? writePlain(naming, body) : writeFormula(naming, body, "whole")
}
