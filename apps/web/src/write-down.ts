/**
 * A solution becomes what the panels show: its acts with the reasons of all who consent, its fabula, its
 * prose.
 */
import { innerLivesOf } from "@dramaturg/analysis"
import { chronicle } from "@dramaturg/engine"
import { type Fabula, type Manner, type Problem, type Solution, templateFor } from "@dramaturg/model"
import { whySentences } from "@dramaturg/telling"
import type { FoundStory, ToldAct, World } from "./protocol.js"
import { tell } from "./tell.js"

export function written(
  problem: Problem,
  solution: Solution,
  manner: Manner,
  texts: World["texts"],
): Omit<FoundStory, "isShortest" | "isUndecided" | "utility" | "seconds"> {
  const fabula = chronicle(problem, solution)
  return {
    kind: "found",
    world: problem.name,
    acts: actsOf(problem, fabula),
    telling: tell(fabula, problem, manner),
    fabula,
    lives: innerLivesOf(problem, fabula, texts),
    origins: fabula.occurrences.map((each) => each.origin ?? null),
  }
}

function actsOf(problem: Problem, fabula: Fabula): readonly ToldAct[] {
  return fabula.occurrences
    .filter((each) => each.kind === "act")
    .map((each) => ({
      number: each.act,
      label: each.label,
      deciders: each.consenting,
      occurrence: each.number,
      origin: each.origin ?? null,
      doc: templateFor(problem, problem.actions, each)?.doc ?? null,
      reasons: whySentences(fabula, problem, each.act, null),
    }))
}
