/**
 * How deep the formulas of a world look into minds: a first guess of the depth of the checker's worlds (D20).
 */
import { type Effect, type Expression, type Problem, subexpressionsOf } from "@dramaturg/model"

export function nestingOf(problem: Problem): number {
  const events = [...problem.actions, ...problem.triggers]
  return Math.max(
    0,
    ...events.flatMap(({ precondition, effect }) => [nestingIn(precondition), inEffect(effect)]),
    ...problem.actions.map(({ observing }) => (observing === undefined ? 0 : nestingIn(observing.condition))),
    ...problem.utilities.map(({ body }) => nestingIn(body)),
  )
}

/** The depth of the deepest belief in an expression. */
export function nestingIn(expression: Expression): number {
  const inside = Math.max(0, ...subexpressionsOf(expression).map(nestingIn))
  return expression.kind === "believes" ? inside + 1 : inside
}

function inEffect(effect: Effect): number {
  switch (effect.kind) {
    case "assign":
      return effect.believers.length + nestingIn(effect.value)
    case "all":
      return Math.max(0, ...effect.parts.map(inEffect))
    case "forall":
      return inEffect(effect.body)
    case "believes":
      return 1 + inEffect(effect.body)
    case "unforeseen":
      return inEffect(effect.body)
    case "if":
      return Math.max(
        0,
        ...effect.branches.flatMap(({ condition, body }) => [nestingIn(condition), inEffect(body)]),
        effect.otherwise === undefined ? 0 : inEffect(effect.otherwise),
      )
  }
}
