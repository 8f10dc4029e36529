/**
 * The ground task for a plot that may contain acts which grounding leaves out, because they can never happen.
 */
import type { Problem } from "@dramaturg/model"
import { impossibleAction } from "../semantics/event.js"
import { instantiate } from "../semantics/formula.js"
import { fresh, type GroundTask } from "../semantics/ground-task.js"
import { indexedTask } from "../prove/event-index.js"
import { conjuncts, instanceOf } from "./condition.js"

/** Acts that no template has a place for are left out all the same. */
export function taskFor(problem: Problem, labels: readonly string[]): GroundTask {
  const task = fresh(indexedTask(problem))
  const actionsByLabel = new Map(task.actionsByLabel)
  for (const label of labels) {
    const instance = actionsByLabel.has(label) ? undefined : instanceOf(problem, label)
    if (instance === undefined) continue
    actionsByLabel.set(label, [impossibleAction(task.setting, instance.template, instance.binding)])
    // Every fluent that will be asked about must have its place before there are worlds.
    for (const each of conjuncts(instance.template.precondition))
      instantiate(task.setting, each, instance.binding)
  }
  return { ...task, actionsByLabel }
}
