/**
 * Open properties: what some mind starts without and nothing can ever teach it, and people who want to
 * believe something of what they wonder about, whatever it be.
 */
import {
  type Diagnostic,
  type Expression,
  type FluentTemplate,
  type Problem,
  type Term,
  subexpressionsOf,
} from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { remark } from "../../errors/messages.js"
import { atomsOf } from "./walk.js"

export function checkOpen(problem: Problem, dialect: Dialect): Diagnostic[] {
  if (!problem.properties.some((each) => each.isOpen)) return []
  return [...unteachable(problem, dialect), ...ownBeliefs(problem, dialect)]
}

/**
 * Teaching are effects on a property in the world or in a mind, and the precondition of an act that can
 * surprise; with `infer`, any act.
 */
function unteachable(problem: Problem, dialect: Dialect): Diagnostic[] {
  if (problem.limits.infer === null || (problem.limits.infer ?? 0) > 0) return []
  const unknown = new Set(
    problem.initial
      .flatMap(atomsOf)
      .flatMap(({ assignment: { fluent, value }, believers }) =>
        believers.length > 0 && value.kind === "constant" && value.value === null ? [fluent.property] : [],
      ),
  )
  const taught = new Set([
    ...[...problem.actions, ...problem.triggers]
      .flatMap((each) => atomsOf(each.effect))
      .map((each) => each.assignment.fluent.property),
    ...problem.actions.flatMap((each) => fluentsIn(each.precondition).map(({ property }) => property)),
  ])
  return problem.properties.flatMap(({ name, isOpen, origin }, i) => {
    if (!isOpen || !origin || !unknown.has(i) || taught.has(i)) return []
    const message = `Somebody does not know \`${name}\`, and nothing that happens can teach anybody.`
    const hint = `Add an act with the effect \`knows(…, ${name}(…))\`, or take \`open\` away.`
    return [remark(dialect, "nobody-can-know", origin, message, { hint })]
  })
}

function ownBeliefs({ properties, utilities }: Problem, dialect: Dialect): Diagnostic[] {
  return utilities.flatMap(({ character, body, origin }) => {
    const place = body.origin ?? origin
    const wanted = character === null ? undefined : believedBy(character, body)
    const open = wanted?.find(({ property }) => properties[property].isOpen)
    if (!open || !place) return []
    const { name } = properties[open.property]
    const message = `\`${character}\` wants to believe something of \`${name}\`, so being told anything will do, true or not.`
    const hint = `Write what they want to be so: there it is read as they see it, without \`believes\`.`
    return [remark(dialect, "own-belief-wanted", place, message, { hint })]
  })
}

/** The fluents that the formula reads in the mind of this character, and in no mind within it. */
function believedBy(character: string, expression: Expression): readonly FluentTemplate[] {
  if (expression.kind === "believes")
    return isThis(expression.character, character) ? fluentsIn(expression.body) : []
  return subexpressionsOf(expression).flatMap((each) => believedBy(character, each))
}

function isThis(term: Term, character: string): boolean {
  return term.kind === "constant" && term.value === character
}

function fluentsIn(expression: Expression): readonly FluentTemplate[] {
  return expression.kind === "fluent" ? [expression] : subexpressionsOf(expression).flatMap(fluentsIn)
}
