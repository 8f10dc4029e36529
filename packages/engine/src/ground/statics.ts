/**
 * Properties that are the same in every mind for ever, judged from the templates alone, so that grounding can use them
 * before there are any instances: nothing writes them, nobody is said to believe otherwise, and no surprise can make them
 * unknown (a number compared with something that moves could: D13).
 */
import { type Effect, type Expression, type Problem, subexpressionsOf } from "@dramaturg/model"

export function staticProperties(problem: Problem): ReadonlySet<number> {
  const moving = new Set<number>()
  for (const event of [...problem.actions, ...problem.triggers]) writes(event.effect, moving)
  for (const statement of problem.initial) believed(statement, false, moving)
  for (const action of problem.actions) spoilt(problem, action.precondition, moving)
  return new Set(problem.properties.map((_, i) => i).filter((each) => !moving.has(each)))
}

function writes(effect: Effect, into: Set<number>): void {
  believed(effect, true, into)
}

/** Every property assigned; with `all` false only those assigned in somebody's mind. */
function believed(effect: Effect, all: boolean, into: Set<number>): void {
  switch (effect.kind) {
    case "assign":
      if (all || effect.believers.length > 0) into.add(effect.fluent.property)
      return
    case "all":
      return effect.parts.forEach((each) => believed(each, all, into))
    case "forall":
    case "unforeseen":
      return believed(effect.body, all, into)
    case "believes":
      return believed(effect.body, true, into)
    case "if":
      for (const { body } of effect.branches) believed(body, all, into)
      if (effect.otherwise !== undefined) believed(effect.otherwise, all, into)
  }
}

/** Numbers and entities that stand in a comparison with another property. */
function spoilt(problem: Problem, expression: Expression, into: Set<number>): void {
  if (expression.kind === "compare") {
    const properties = new Set<number>()
    propertiesIn(expression, properties)
    const comparesValues = expression.left.kind === "constant" || expression.right.kind === "constant"
    const comparesTerms = expression.left.kind === "variable" || expression.right.kind === "variable"
    if (!(comparesValues || comparesTerms) || properties.size > 1) {
      for (const each of properties) if (problem.properties[each].type !== "boolean") into.add(each)
    }
  }
  for (const each of subexpressionsOf(expression)) spoilt(problem, each, into)
}

function propertiesIn(expression: Expression, into: Set<number>): void {
  if (expression.kind === "fluent") into.add(expression.property)
  for (const each of subexpressionsOf(expression)) propertiesIn(each, into)
}
