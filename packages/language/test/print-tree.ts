/** Prints a formula of a syntax tree with all its brackets, so that a test can see how a text was read. */
import type { SyntaxExpression } from "../src/syntax-tree.js"

export function printTree(e: SyntaxExpression): string {
  switch (e.kind) {
    case "name":
      return e.text
    case "literal":
      return e.value === null
        ? "?"
        : e.value === true
          ? "True"
          : e.value === false
            ? "False"
            : String(e.value)
    case "fluent":
      return `${e.name.text}(${e.arguments.map(printTree).join(", ")})`
    case "believes":
      return `believes(${printTree(e.character)}, ${printTree(e.body)})`
    case "not":
      return `(!${printTree(e.body)})`
    case "and":
    case "or":
      return `(${e.parts.map(printTree).join(e.kind === "and" ? " & " : " | ")})`
    case "if": {
      const branches = e.branches.map(
        (each) => `if ${printTree(each.condition)} then ${printTree(each.body)}`,
      )
      return `(${branches.join(" else")}${e.otherwise ? ` else ${printTree(e.otherwise)}` : ""})`
    }
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return `(${e.kind} ${e.variable.text} : ${e.type.text} . ${printTree(e.body)})`
    case "assign":
      return `(${printTree(e.target)} = ${printTree(e.value)})`
    case "compare":
    case "arithmetic":
      return `(${printTree(e.left)} ${e.operator} ${printTree(e.right)})`
    case "is":
      return `(${printTree(e.body)} : ${e.type.text})`
    case "unforeseen":
      return `unforeseen(${printTree(e.body)})`
    case "utility":
      return `utility(${e.character ? printTree(e.character) : ""})`
    case "moment":
      return `${e.relation}(${e.arguments.map(printTree).join(", ")})`
  }
}
