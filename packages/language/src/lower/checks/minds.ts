/**
 * Two things that few authors mean: an effect that gives a character knowledge of every entity of a type,
 * although nothing in the story shows it to them; and characters whose utility does not fall when they can
 * never act again.
 */
import {
  type ActionTemplate,
  type Diagnostic,
  type EventTemplate,
  type Expression,
  type Problem,
  charactersOf,
  conjunctsOf,
  valuesOf,
} from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { remark } from "../../errors/messages.js"
import { type Atom, atomsOf, keyOf, mentions } from "./walk.js"

export function checkMinds(problem: Problem, dialect: Dialect): Diagnostic[] {
  const events: readonly EventTemplate[] = [...problem.actions, ...problem.triggers]
  return [
    ...events.flatMap((each) => knowledgeOfAll(problem, dialect, each)),
    ...carelessWants(problem, dialect),
  ]
}

/**
 * Reports `forall(v : vampire) believes(who, at(v)) = at(v)`: the true value of each of them, with no
 * condition on any of them.
 */
function knowledgeOfAll(problem: Problem, dialect: Dialect, event: EventTemplate): Diagnostic[] {
  for (const atom of atomsOf(event.effect)) {
    const variable = [...atom.bound.keys()].find((name) => isAllOfAKind(problem, event, atom, name))
    if (variable === undefined || !atom.place) continue
    const { name } = problem.properties[atom.assignment.fluent.property]
    const message = `\`${event.name}\` lets somebody know \`${name}\` of every ${atom.bound.get(variable)} there is, wherever they are, though nothing shows it to them.`
    const hint = `Ask first which of them can be seen, for instance with \`if(at(${variable}) == at(who))\`.`
    return [remark(dialect, "knows-all", atom.place, message, { hint })]
  }
  return []
}

function isAllOfAKind(
  problem: Problem,
  { precondition }: EventTemplate,
  { assignment, believers, bound, conditions }: Atom,
  variable: string,
): boolean {
  const { fluent, value } = assignment
  if (
    believers.length === 0 ||
    believers.some((each) => mentions(each, variable)) ||
    !mentions(fluent, variable)
  )
    return false
  if (value.kind !== "fluent" || keyOf(value) !== keyOf(fluent)) return false
  // Only properties such as places and owners: whether a character is here is visible to all who are here.
  if (["boolean", "number"].includes(problem.properties[fluent.property].type)) return false
  if (valuesOf(problem, bound.get(variable)!).length < 2) return false
  // A condition that a character learns it from one who is there, or looks where they all are, restricts the
  // effect.
  if (
    believers.some((each) => each.kind === "variable" && conditions.some((one) => mentions(one, each.name)))
  )
    return false
  return (
    ![precondition, ...conditions].some((each) => mentions(each, variable)) &&
    !asksPlace(precondition, conditions, fluent.property)
  )
}

/**
 * A condition about the property that is learnt ("is where the other is") restricts of which entities it is
 * learnt.
 */
function asksPlace(precondition: Expression, conditions: readonly Expression[], property: number): boolean {
  return [precondition, ...conditions].some((each) => keyOf(each).includes(`"property":${property},`))
}

/**
 * Reports characters whom an act can stop from ever acting again, while their utility does not depend on it.
 */
function carelessWants(problem: Problem, dialect: Dialect): Diagnostic[] {
  const ends = endsOf(problem)
  if (ends.length === 0) return []
  return charactersOf(problem).flatMap((who) => {
    const utility = problem.utilities.find((each) => each.character === who)
    if (
      !utility?.origin ||
      utility.body.kind === "constant" ||
      ends.some((each) => keyOf(utility.body).includes(`"property":${each},`))
    )
      return []
    const name = problem.properties[ends[0]].name
    const message = `\`${who}\` does not mind whether \`${name}(${who})\` comes to hold, after which they can do nothing any more.`
    return [
      remark(dialect, "careless-wants", utility.origin, message, {
        hint: `Let it count, for instance \`if(${name}(${who})) -1 else …\`, unless they really do not mind.`,
      }),
    ]
  })
}

/**
 * The properties of one character that end all their acts: every act with consenting characters requires
 * that it is false of each of them, some act makes it true of a character, and no event makes it false
 * again.
 */
function endsOf(problem: Problem): number[] {
  const acts = problem.actions.filter((each) => each.consenting.length > 0)
  if (acts.length < 2) return []
  const written = [...problem.actions, ...problem.triggers].flatMap((each) =>
    atomsOf(each.effect).filter((atom) => atom.believers.length === 0),
  )
  return problem.properties.flatMap(({ type, parameters }, index) => {
    if (type !== "boolean" || parameters.length !== 1 || parameters[0].kind !== "variable") return []
    const values = written
      .filter((atom) => atom.assignment.fluent.property === index)
      .map((atom) => atom.assignment.value)
    const isFinal =
      values.length > 0 && values.every((each) => each.kind === "constant" && each.value === true)
    return isFinal && acts.every((act) => forbids(act, index)) ? [index] : []
  })
}

function forbids({ consenting, precondition }: ActionTemplate, property: number): boolean {
  const denied = new Set(
    conjunctsOf(precondition).flatMap((each) => (each.kind === "not" ? [keyOf(each.body)] : [])),
  )
  return consenting.every((each) => denied.has(keyOf({ kind: "fluent", property, arguments: [each] })))
}
