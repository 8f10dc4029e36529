/** Finds other names for those that `.drama` cannot use: Sabre reserves no word, we reserve a few. */
import type { Diagnostic } from "@dramaturg/model"
import type { SyntaxDefinition, SyntaxExpression, SyntaxParameter, SyntaxTerm, Name } from "../syntax-tree.js"
import { remark } from "../errors/messages.js"
import { isReserved } from "../errors/parsing.js"

/** Returns the name to write for a name. */
export type Naming = (name: string) => string

export function namingOf(definitions: readonly SyntaxDefinition[]): {
  naming: Naming
  diagnostics: readonly Diagnostic[]
} {
  const names = new Map<string, Name>()
  const visit = (name: Name): void => void (names.has(name.text) || names.set(name.text, name))
  definitions.forEach((each) => visitDefinition(each, visit))
  const renamed = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  for (const [text, { span }] of names) {
    if (!isReserved(text)) continue
    let other = `${text}_`
    while (names.has(other)) other += "_"
    renamed.set(text, other)
    diagnostics.push(
      remark(
        "drama",
        "renamed",
        span,
        `\`${text}\` is a word of the language, so it is called \`${other}\` now.`,
      ),
    )
  }
  return { naming: (name) => renamed.get(name) ?? name, diagnostics }
}

type Visit = (name: Name) => void

function visitDefinition(each: SyntaxDefinition, visit: Visit): void {
  // Only constructs that Sabre's language has can contain a name that must change.
  if (
    each.kind === "limit" ||
    each.kind === "include" ||
    each.kind === "every" ||
    each.kind === "without" ||
    each.kind === "demand" ||
    each.kind === "scenario"
  )
    return
  if (each.kind === "initial") return visitFormula(each.body, visit)
  if (each.kind === "utility") {
    if (each.character) visit(each.character)
    return visitFormula(each.body, visit)
  }
  visit(each.name)
  if (each.kind === "type") return each.parents.forEach(visit)
  if (each.kind === "entity") return each.types.forEach(visit)
  each.parameters.forEach((parameter) => visitParameter(parameter, visit))
  if (each.kind === "property") return visit(each.type)
  for (const part of each.parts) {
    if ("texts" in part) continue
    if (part.kind === "consenting") part.characters.forEach((term) => visitTerm(term, visit))
    else visitFormula(part.body, visit)
    if (part.kind === "observing") [part.variable, part.type].forEach(visit)
  }
}

function visitParameter(parameter: SyntaxParameter, visit: Visit): void {
  if (parameter.kind === "constant") return visitTerm(parameter.term, visit)
  visit(parameter.name)
  visit(parameter.type)
}

function visitTerm(term: SyntaxTerm, visit: Visit): void {
  if (term.kind === "name") visit(term)
}

function visitFormula(each: SyntaxExpression, visit: Visit): void {
  switch (each.kind) {
    case "name":
    case "literal":
      return visitTerm(each, visit)
    case "fluent":
      visit(each.name)
      return each.arguments.forEach((term) => visitTerm(term, visit))
    case "believes":
      visitTerm(each.character, visit)
      return visitFormula(each.body, visit)
    case "knows":
      visitTerm(each.character, visit)
      return visitFormula(each.fluent, visit)
    case "not":
      return visitFormula(each.body, visit)
    case "and":
    case "or":
      return each.parts.forEach((part) => visitFormula(part, visit))
    case "if":
      each.branches.forEach((branch) =>
        [branch.condition, branch.body].forEach((formula) => visitFormula(formula, visit)),
      )
      return each.otherwise && visitFormula(each.otherwise, visit)
    case "assign":
      return [each.target, each.value].forEach((formula) => visitFormula(formula, visit))
    case "compare":
    case "arithmetic":
      return [each.left, each.right].forEach((formula) => visitFormula(formula, visit))
    case "is":
      visit(each.type)
      return visitFormula(each.body, visit)
    case "unforeseen":
      return visitFormula(each.body, visit)
    case "utility":
      return each.character && visitTerm(each.character, visit)
    case "moment":
      return each.arguments.forEach((formula) => visitFormula(formula, visit))
    default:
      visit(each.variable)
      visit(each.type)
      return visitFormula(each.body, visit)
  }
}
