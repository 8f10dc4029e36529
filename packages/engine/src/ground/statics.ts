/**
 * Static properties: those with the same values in every mind for ever. They are found from the templates
 * alone, so that grounding can use them before there are instances: no event writes them, no statement gives
 * a belief about them, nobody may wonder about them, and no surprise can make them unknown (as it could a
 * number compared with something that changes: D13).
 */
import { type Effect, type Expression, type Problem, subexpressionsOf } from "@dramaturg/model"

/** The indices of the static properties. */
export function staticProperties(problem: Problem): ReadonlySet<number> {
  const moving = new Set<number>()
  for (const event of [...problem.actions, ...problem.triggers]) collectWritten(event.effect, moving)
  for (const statement of problem.initial) collectAssigned(statement, false, moving)
  for (const action of problem.actions) collectCompared(problem, action.precondition, moving)
  return new Set(
    problem.properties
      .map((_, i) => i)
      .filter((each) => !moving.has(each) && !problem.properties[each].isOpen),
  )
}

function collectWritten(effect: Effect, into: Set<number>): void {
  collectAssigned(effect, true, into)
}

/** Collects every property that an effect assigns; unless `all`, only those that it assigns in a mind. */
function collectAssigned(effect: Effect, all: boolean, into: Set<number>): void {
  switch (effect.kind) {
    case "assign":
      if (all || effect.believers.length > 0) into.add(effect.fluent.property)
      return
    case "all":
      return effect.parts.forEach((each) => collectAssigned(each, all, into))
    case "forall":
    case "unforeseen":
      return collectAssigned(effect.body, all, into)
    case "believes":
      return collectAssigned(effect.body, true, into)
    case "if":
      for (const { body } of effect.branches) collectAssigned(body, all, into)
      if (effect.otherwise !== undefined) collectAssigned(effect.otherwise, all, into)
  }
}

/** Collects the number and entity properties that are compared with another property. */
function collectCompared(problem: Problem, expression: Expression, into: Set<number>): void {
  if (expression.kind === "compare") {
    const properties = new Set<number>()
    propertiesIn(expression, properties)
    const comparesValues = expression.left.kind === "constant" || expression.right.kind === "constant"
    const comparesTerms = expression.left.kind === "variable" || expression.right.kind === "variable"
    if (!(comparesValues || comparesTerms) || properties.size > 1) {
      for (const each of properties) if (problem.properties[each].type !== "boolean") into.add(each)
    }
  }
  for (const each of subexpressionsOf(expression)) collectCompared(problem, each, into)
}

function propertiesIn(expression: Expression, into: Set<number>): void {
  if (expression.kind === "fluent") into.add(expression.property)
  for (const each of subexpressionsOf(expression)) propertiesIn(each, into)
}
