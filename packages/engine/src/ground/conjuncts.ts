/** Which conjuncts of a precondition can be tested once the first parameters have values. */
import { conjunctsOf, type EventTemplate, type Expression } from "@dramaturg/model"

/** At index i: the top-level conjuncts whose last parameter is the i-th (0: those without parameters). */
export function conjunctsByVariables(template: EventTemplate): readonly (readonly Expression[])[] {
  const names = template.parameters.map((each) => (each.kind === "variable" ? each.name : undefined))
  const byPosition: Expression[][] = Array.from({ length: names.length + 1 }, () => [])
  for (const conjunct of conjunctsOf(template.precondition)) {
    const last = Math.max(-1, ...[...freeVariables(conjunct)].map((name) => names.lastIndexOf(name)))
    byPosition[last + 1].push(conjunct)
  }
  return byPosition
}

/** The names of the variables in an expression that it does not bind itself. */
export function freeVariables(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>()
  collectNames(expression, new Set(), names)
  return names
}

function collectNames(expression: Expression, bound: ReadonlySet<string>, into: Set<string>): void {
  const term = (each: { kind: string; name?: string }): void => {
    if (each.kind === "variable" && !bound.has(each.name!)) into.add(each.name!)
  }
  const go = (each: Expression): void => collectNames(each, bound, into)
  switch (expression.kind) {
    case "variable":
    case "constant":
      return term(expression)
    case "fluent":
      return expression.arguments.forEach(term)
    case "knows":
      term(expression.character)
      return go(expression.fluent)
    case "believes":
      term(expression.character)
      return go(expression.body)
    case "not":
    case "is":
      return go(expression.body)
    case "and":
    case "or":
      return expression.parts.forEach(go)
    case "if":
      for (const { condition, body } of expression.branches) {
        go(condition)
        go(body)
      }
      return go(expression.otherwise)
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return collectNames(expression.body, new Set([...bound, expression.variable]), into)
    case "compare":
    case "arithmetic":
      go(expression.left)
      return go(expression.right)
  }
}
