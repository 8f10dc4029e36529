/** How much two tasks have in common: what was found out about one may hold of the other. */
import type { Problem } from "@dramaturg/model"
import { lengthOf, type ExpressionId } from "../task/expressions.js"
import type { Action, GroundEvent, Task, Trigger } from "../task/task.js"

/** Whether they have the same fluents, actions and triggers, number for number: then a state of one is a state of the other. */
export function haveSameEvents(one: Task, other: Task): boolean {
  return one.values.agreesWith(other.values)
    && one.readingDepth === other.readingDepth
    && areSame(one.characters, other.characters)
    && areSame(one.fluents.map((each) => each.label), other.fluents.map((each) => each.label))
    && areSame(one.rank, other.rank)
    && areSame(one.isCommon, other.isCommon)
    && areSame(codeOfEvents(one), codeOfEvents(other))
    && areSame(one.actions.map(numbersOf), other.actions.map(numbersOf))
    && areSame(one.triggers.map(numbersOf), other.triggers.map(numbersOf))
}

function areSame(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}

/** All that an event is, in one line. */
function numbersOf(event: GroundEvent): string {
  const { label, precondition, atoms } = event
  const effect = atoms.map(({ condition, chain, fluent, value, isUnforeseen = false }) => `${condition} ${chain.join(".")} ${fluent} ${value} ${isUnforeseen}`)
  const { consenting = [], observing = [], isUnforeseen = false, isAttempt = false } = event as Partial<Action & Trigger>
  return `${label} ${isUnforeseen} ${isAttempt} ${precondition} | ${effect.join(", ")} | ${consenting.join()} | ${observing.join()}`
}

/** The formulas of events stand before those of utilities, and a formula stands behind all its parts. */
function codeOfEvents({ expressions: table, actions, triggers }: Task): Int32Array {
  let end = 0
  const pass = (id: ExpressionId): void => {
    end = Math.max(end, id + lengthOf(table, id))
  }
  for (const { precondition, atoms } of [...actions, ...triggers]) {
    pass(precondition)
    for (const { condition, value } of atoms) [condition, value].forEach(pass)
  }
  for (const { observing } of actions) observing.forEach(pass)
  return table.subarray(0, end)
}

/** Whose utilities may differ (the author is last); the tasks must have the same events. */
export function changedUtilities(one: Task, other: Task): readonly number[] {
  if (areSame(one.expressions, other.expressions)) return everybody(one).filter((who) => one.utilities[who] !== other.utilities[who])
  // Numbered otherwise: then a utility is the same if it is written the same and all that it can mean is the same.
  const isSameWorld = withoutUtilities(one.problem) === withoutUtilities(other.problem)
  return everybody(one).filter((who) => !isSameWorld || utilityText(one, who) !== utilityText(other, who))
}

function everybody({ utilities }: Task): readonly number[] {
  return utilities.map((_, who) => who)
}

function withoutUtilities(problem: Problem): string {
  return plain({ ...problem, utilities: [] })
}

function utilityText({ problem, characters }: Task, who: number): string {
  return plain(problem.utilities.find((each) => each.character === (characters[who] ?? null))?.body)
}

/** What it says, without where it stands. */
function plain(part: unknown): string {
  return JSON.stringify(part, (key, value: unknown) => (key === "origin" ? undefined : value)) ?? ""
}
