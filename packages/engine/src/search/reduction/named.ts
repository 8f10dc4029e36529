/** The entities that the author's rules and wishes speak of by name. */
import { type Effect, type Expression, type Problem, subexpressionsOf, type Term } from "@dramaturg/model"

/**
 * Names in actions, triggers and utilities. That a character's own utility names that character does not
 * count: every wish does.
 */
export function namedIn({ actions, triggers, utilities }: Problem): ReadonlySet<string> {
  const found = new Set<string>()
  const term = (each: Term): void => {
    if (each.kind === "constant" && typeof each.value === "string") found.add(each.value)
  }
  const expression = (each: Expression, but?: string): void => {
    if (each.kind === "constant" && each.value !== but) term(each)
    if (each.kind === "fluent")
      for (const argument of each.arguments)
        if (argument.kind !== "constant" || argument.value !== but) term(argument)
    if (each.kind === "believes" || each.kind === "knows")
      if (each.character.kind !== "constant" || each.character.value !== but) term(each.character)
    subexpressionsOf(each).forEach((inner) => expression(inner, but))
  }
  const effect = (each: Effect): void => {
    switch (each.kind) {
      case "assign":
        each.believers.forEach(term)
        expression(each.fluent)
        expression(each.value)
        return
      case "all":
        each.parts.forEach(effect)
        return
      case "if":
        for (const { condition, body } of each.branches) {
          expression(condition)
          effect(body)
        }
        if (each.otherwise !== undefined) effect(each.otherwise)
        return
      case "believes":
        term(each.character)
        effect(each.body)
        return
      default:
        effect(each.body)
    }
  }
  for (const each of [...actions, ...triggers]) {
    for (const parameter of each.parameters) if (parameter.kind === "constant") term(parameter)
    expression(each.precondition)
    effect(each.effect)
  }
  for (const each of actions) {
    each.consenting.forEach(term)
    if (each.observing !== undefined) expression(each.observing.condition)
  }
  for (const { character, body } of utilities) expression(body, character ?? undefined)
  return found
}
