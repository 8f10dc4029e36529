/** A task with fewer events and fewer minds that change, for members that only make proposals. */
import { CONST } from "../../task/expressions.js"
import type { Action, Task } from "../../task/task.js"
import { FALSE } from "../../task/values.js"
import type { Relevance } from "./needs.js"

/** A task in which only some of another's events happen. */
export interface ReducedTask {
  readonly task: Task
  /** By action of the reduced task: its number in the whole one. */
  readonly actions: readonly number[]
}

/** The task in which only what is relevant happens, and only the people concerned see anything. */
export function reducedTask(task: Task, { actions, triggers, people }: Relevance): ReducedTask {
  const never = task.expressions.length
  const seenBy = (each: Action): Action => ({
    ...each,
    observing: each.observing.map((condition, c) => (people.has(c) ? condition : never)),
  })
  const kept = task.actions.map((_, i) => i).filter((i) => actions.has(task.actions[i]))
  return {
    task: {
      ...task,
      expressions: Int32Array.from([...task.expressions, CONST, FALSE]),
      actions: kept.map((i) => seenBy(task.actions[i])),
      triggers: task.triggers.filter((each) => triggers.has(each)),
    },
    actions: kept,
  }
}
