/** Gathers a plan and the reasons found for it into a `Solution`. */
import type { Explanations, Plan, Solution } from "@dramaturg/model"
import type { Task } from "../../task/task.js"
import type { Reason } from "../reason.js"

/** An act with the reason of each character who consents to it. */
export interface ExplainedAct {
  readonly action: number
  readonly reasons: ReadonlyMap<number, Reason>
}

/** The solution that consists of these acts. */
export function solutionOf(task: Task, acts: readonly ExplainedAct[]): Solution {
  return {
    plan: acts.map((each) => task.actions[each.action].label),
    explanations: acts.map((each) => explanations(task, each.reasons)),
  }
}

/**
 * For each character with a reason, the plan that is left after the act: the reason without its first step.
 */
function explanations(task: Task, reasons: ReadonlyMap<number, Reason>): Explanations {
  const entries = [...reasons].map(
    ([character, reason]) => [task.characters[character], remaining(task, reason)] as const,
  )
  return Object.fromEntries(entries)
}

function remaining(task: Task, { steps: [, ...later], supposed }: Reason): Plan {
  const steps = later.map((each) => ({
    act: task.actions[each.action].label,
    explanations: explanations(task, each.reasons),
  }))
  if (supposed === undefined) return steps
  return {
    case: supposed.map(({ fluent, value }) => ({
      fluent: task.fluents[fluent].reference.label,
      value: task.values.valueOf(value),
    })),
    steps,
  }
}
