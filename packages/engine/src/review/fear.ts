/** What somebody hopes and fears, in the world's words. */
import type { Case, Fear, OtherCase } from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import type { SearchContext } from "../search/context.js"
import type { Feared, Otherwise } from "../search/explain/hope.js"
import type { Supposed } from "../search/reason.js"
import { ownFluents } from "../task/expressions.js"
import { BEYOND } from "../task/values.js"

/** `mind`: what they believe now. */
export function fearTold(
  context: SearchContext,
  mind: StateId,
  who: number,
  { supposed, actions, feared, acts, mind: then }: Feared,
): Fear {
  return {
    hoped: caseOf(context, supposed),
    plan: actions.slice(1).map((each) => context.task.actions[each].label),
    feared: caseOf(context, feared),
    acts,
    before: context.utility(who, mind),
    after: context.utility(who, then),
    losses: lossesOf(context, mind, then, who),
  }
}

export function otherCaseTold(context: SearchContext, { supposed, acts, reason }: Otherwise): OtherCase {
  const plan = reason?.steps.slice(1).map(({ action }) => context.task.actions[action].label)
  return { case: caseOf(context, supposed), acts, ...(plan && { plan }) }
}

function caseOf({ task }: SearchContext, supposed: readonly Supposed[]): Case {
  return supposed.map(({ fluent, value }) => ({
    fluent: task.fluents[fluent].reference.label,
    value: task.values.valueOf(value),
  }))
}

function lossesOf(
  { task, cache: { space } }: SearchContext,
  now: StateId,
  then: StateId,
  who: number,
): Fear["losses"] {
  return [...ownFluents(task.expressions, task.utilities[who])].flatMap((fluent) => {
    const [before, after] = [space.valueOf(now, fluent), space.valueOf(then, fluent)]
    if (before === after || before === BEYOND || after === BEYOND) return []
    const { values } = task
    return {
      fluent: task.fluents[fluent].reference,
      before: values.valueOf(before),
      after: values.valueOf(after),
    }
  })
}
