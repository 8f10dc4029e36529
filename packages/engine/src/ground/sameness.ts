/** How much two tasks have in common: what was found out about one may hold of the other. */
import type { Problem } from "@dramaturg/model"
import { lengthOf } from "./code.js"
import type { Action, GroundEvent, Task } from "./task.js"

/** Whether they have the same fluents, actions and triggers, number for number: then a state of one is a state of the other. */
export function haveSameEvents(one: Task, other: Task): boolean {
  const ends = [endOfEvents(one), endOfEvents(other)]
  return one.values.agreesWith(other.values)
    && ends[0] === ends[1]
    && one.code.subarray(0, ends[0]).every((each, i) => each === other.code[i])
    && textOf(one) === textOf(other)
}

/** Where in the code the formulas of events end. A formula stands behind all its parts. */
function endOfEvents({ code, actions, triggers }: Task): number {
  const nodes = [...actions, ...triggers].flatMap((each) => [
    each.precondition,
    ...each.atoms.flatMap(({ condition, value }) => [condition, value]),
    ...("observing" in each ? (each as Action).observing : []),
  ])
  return nodes.reduce((end, node) => Math.max(end, node + lengthOf(code, node)), 0)
}

function textOf({ characters, fluents, actions, triggers, rank, readingDepth }: Task): string {
  const event = ({ origin: _, ...rest }: GroundEvent): unknown => rest
  return JSON.stringify([characters, fluents, actions.map(event), triggers.map(event), rank, readingDepth])
}

/** Whose utilities may differ (the author is last); the tasks must have the same events. */
export function changedUtilities(one: Task, other: Task): readonly number[] {
  const isSameCode = one.code.length === other.code.length && one.code.every((each, i) => each === other.code[i])
  if (isSameCode) return everybody(one).filter((who) => one.utilities[who] !== other.utilities[who])
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
