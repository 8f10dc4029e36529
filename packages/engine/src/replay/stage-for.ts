/** The judge's stage for a plot that may contain acts which the judge leaves out, because they can never happen. */
import type { Problem } from "@dramaturg/model"
import { impossibleAction } from "../judge/event.js"
import { instantiate } from "../judge/formula.js"
import { setStage, type Stage } from "../judge/stage.js"
import { conjuncts, instanceOf } from "./condition.js"

/** Acts that no template has a place for are left out all the same. */
export function stageFor(problem: Problem, labels: readonly string[]): Stage {
  const stage = setStage(problem)
  const actionsByLabel = new Map(stage.actionsByLabel)
  for (const label of labels) {
    const instance = actionsByLabel.has(label) ? undefined : instanceOf(problem, label)
    if (instance === undefined) continue
    actionsByLabel.set(label, [impossibleAction(stage.setting, instance.template, instance.binding)])
    // Every fluent that will be asked about must have its place before there are worlds.
    for (const each of conjuncts(instance.template.precondition)) instantiate(stage.setting, each, instance.binding)
  }
  return { ...stage, actionsByLabel }
}
