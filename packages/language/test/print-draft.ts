/** Prints a draft's formula with all its brackets, so that a test can see how a text was read. */
import type { DraftExpression } from "../src/draft.js"

export function printDraft(e: DraftExpression): string {
  switch (e.kind) {
    case "name":
      return e.text
    case "literal":
      return e.value === null ? "?" : e.value === true ? "True" : e.value === false ? "False" : String(e.value)
    case "fluent":
      return `${e.name.text}(${e.arguments.map(printDraft).join(", ")})`
    case "believes":
      return `believes(${printDraft(e.character)}, ${printDraft(e.body)})`
    case "not":
      return `(!${printDraft(e.body)})`
    case "and":
    case "or":
      return `(${e.parts.map(printDraft).join(e.kind === "and" ? " & " : " | ")})`
    case "if": {
      const branches = e.branches.map((each) => `if ${printDraft(each.condition)} then ${printDraft(each.body)}`)
      return `(${branches.join(" else")}${e.otherwise ? ` else ${printDraft(e.otherwise)}` : ""})`
    }
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return `(${e.kind} ${e.variable.text} : ${e.type.text} . ${printDraft(e.body)})`
    case "assign":
      return `(${printDraft(e.target)} = ${printDraft(e.value)})`
    case "compare":
    case "arithmetic":
      return `(${printDraft(e.left)} ${e.operator} ${printDraft(e.right)})`
    case "is":
      return `(${printDraft(e.body)} : ${e.type.text})`
    case "unforeseen":
      return `unforeseen(${printDraft(e.body)})`
    case "utility":
      return `utility(${e.character ? printDraft(e.character) : ""})`
    case "moment":
      return `${e.relation}(${e.arguments.map(printDraft).join(", ")})`
  }
}
