/** Compares two tasks, to tell which results about one hold for the other. */
import type { Problem } from "@dramaturg/model"
import { lengthOf, type ExpressionId } from "../task/expressions.js"
import {
  type Action,
  type GroundEvent,
  type Task,
  type Trigger,
  infers,
  needsForesight,
} from "../task/task.js"

/**
 * Whether both tasks have the same fluents, actions and triggers with the same numbers, so that a state of
 * one is a state of the other, and the same acts lead to the same states: where these depend on what acts are
 * worth to people (D45, D46), their utilities must be the same. So must be what people can suppose (D41).
 */
export function haveSameEvents(one: Task, other: Task): boolean {
  return (
    one.values.agreesWith(other.values) &&
    one.readingDepth === other.readingDepth &&
    areSame(one.characters, other.characters) &&
    areSame(
      one.fluents.map((each) => each.reference.label),
      other.fluents.map((each) => each.reference.label),
    ) &&
    areSame(one.rank, other.rank) &&
    areSame(one.isCommon, other.isCommon) &&
    plain(one.open) === plain(other.open) &&
    one.problem.limits.cases === other.problem.limits.cases &&
    infers(one) === infers(other) &&
    areSame(codeOfEvents(one), codeOfEvents(other)) &&
    areSame(one.actions.map(numbersOf), other.actions.map(numbersOf)) &&
    areSame(one.triggers.map(numbersOf), other.triggers.map(numbersOf)) &&
    !(needsForesight(one) && changedUtilities(one, other).some((who) => who < one.characters.length))
  )
}

function areSame(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}

/** Everything that defines an event, as one line of text. */
function numbersOf(event: GroundEvent): string {
  const { label, precondition, atoms } = event
  const effect = atoms.map(
    ({ condition, chain, fluent, value, isUnforeseen = false }) =>
      `${condition} ${chain.join(".")} ${fluent} ${value} ${isUnforeseen}`,
  )
  const {
    consenting = [],
    observing = [],
    isUnforeseen = false,
    isAttempt = false,
  } = event as Partial<Action & Trigger>
  return `${label} ${isUnforeseen} ${isAttempt} ${precondition} | ${effect.join(", ")} | ${consenting.join()} | ${observing.join()}`
}

/**
 * The part of the expression table that events use: their formulas precede those of utilities, and a formula
 * follows all its parts.
 */
function codeOfEvents({ expressions: table, actions, triggers, open }: Task): Int32Array {
  let end = 0
  const pass = (id: ExpressionId): void => {
    end = Math.max(end, id + lengthOf(table, id))
  }
  for (const { precondition, atoms } of [...actions, ...triggers]) {
    pass(precondition)
    for (const { condition, value } of atoms) [condition, value].forEach(pass)
  }
  for (const { observing } of actions) observing.forEach(pass)
  for (const { possible } of open) for (const { might } of possible) pass(might)
  return table.subarray(0, end)
}

/** The characters (the author last) whose utilities may differ. The tasks must have the same events. */
export function changedUtilities(one: Task, other: Task): readonly number[] {
  if (areSame(one.expressions, other.expressions))
    return utilityOwners(one).filter((who) => one.utilities[who] !== other.utilities[who])
  // The expressions are numbered differently. Then a utility is the same if its text is the same and the
  // worlds are otherwise the same.
  const isSameWorld = withoutUtilities(one.problem) === withoutUtilities(other.problem)
  return utilityOwners(one).filter((who) => !isSameWorld || utilityText(one, who) !== utilityText(other, who))
}

function utilityOwners({ utilities }: Task): readonly number[] {
  return utilities.map((_, who) => who)
}

function withoutUtilities(problem: Problem): string {
  return plain({ ...problem, utilities: [] })
}

function utilityText({ problem, characters }: Task, who: number): string {
  return plain(problem.utilities.find((each) => each.character === (characters[who] ?? null))?.body)
}

/** The content without source positions. */
function plain(part: unknown): string {
  return JSON.stringify(part, (key, value: unknown) => (key === "origin" ? undefined : value)) ?? ""
}
