/** What is feared of a plan (D43), in the nouns of the model. */
import type { Case, Fear, Value } from "@dramaturg/model"
import type { Feared } from "../check/hope.js"
import type { Chosen, Supposing } from "../semantics/cases.js"
import type { Action } from "../semantics/event.js"
import { beyond, valueOf } from "../semantics/facts.js"
import { type Formula, inside } from "../semantics/formula.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { utility } from "../semantics/utility.js"
import type { World } from "../semantics/world.js"

/** `acts`: the plan; `now`: what its owner believes before it. */
export function fearTold(
  task: GroundTask,
  { owner, chosen }: Supposing,
  acts: readonly Action[],
  feared: Feared,
  now: World,
): Fear {
  const then = feared.world.minds[owner]
  return {
    hoped: asCase(task, chosen),
    plan: acts.slice(1).map(({ label }) => label),
    feared: asCase(task, feared.chosen),
    acts: feared.acts,
    before: utility(task, now, owner),
    after: utility(task, then, owner),
    losses: lossesIn(task, owner, now, then),
  }
}

function asCase({ setting: { fluents } }: GroundTask, chosen: Chosen): Case {
  return chosen.map(({ fluent, value }) => ({ fluent: fluents[fluent].reference.label, value }))
}

function lossesIn(
  { setting, utilities }: GroundTask,
  owner: number,
  now: World,
  then: World,
): Fear["losses"] {
  return [...new Set(ownFluents(utilities[owner].formula))].flatMap((fluent) => {
    const [before, after] = [valueOf(now.facts, fluent), valueOf(then.facts, fluent)]
    if (before === after || before === beyond || after === beyond) return []
    return { fluent: setting.fluents[fluent].reference, before: before as Value, after: after as Value }
  })
}

/** The fluents that a formula reads in the world at hand; those that it reads in minds are left out. */
function ownFluents(formula: Formula): readonly number[] {
  if (formula.kind === "believes") return []
  return formula.kind === "fluent" ? [formula.fluent] : inside(formula).flatMap(ownFluents)
}
