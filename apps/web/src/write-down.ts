/**
 * A solution becomes what the panels show: its acts with the reasons of all who consent, its fabula, its
 * prose.
 */
import { depthToTell, innerLivesOf, withFears } from "@dramaturg/analysis"
import { chronicle } from "@dramaturg/engine"
import {
  type Fabula,
  type Manner,
  type Problem,
  type Prospect,
  type Solution,
  templateFor,
} from "@dramaturg/model"
import { whySentences } from "@dramaturg/telling"
import type { FoundStory, ToldAct, World } from "./protocol.js"
import { tell } from "./tell.js"

/** `prospects`: what its hopes come to in other cases. */
export function written(
  problem: Problem,
  solution: Solution,
  prospects: readonly Prospect[],
  manner: Manner,
  texts: World["texts"],
): Omit<FoundStory, "isShortest" | "isUndecided" | "utility" | "seconds"> {
  const fabula = withFears(chronicle(problem, solution, { depth: depthToTell(problem) }), prospects)
  return {
    kind: "found",
    world: problem.name,
    acts: actsOf(problem, fabula, prospects),
    telling: tell(fabula, problem, manner),
    fabula,
    lives: innerLivesOf(problem, fabula, texts),
    origins: fabula.occurrences.map((each) => each.origin ?? null),
  }
}

function actsOf(problem: Problem, fabula: Fabula, prospects: readonly Prospect[]): readonly ToldAct[] {
  return fabula.occurrences
    .filter((each) => each.kind === "act")
    .map((each) => ({
      number: each.act,
      label: each.label,
      deciders: each.consenting,
      occurrence: each.number,
      origin: each.origin ?? null,
      doc: templateFor(problem, problem.actions, each)?.doc ?? null,
      reasons: whySentences(
        fabula,
        problem,
        each.act,
        null,
        prospects.filter(({ act }) => act === each.act),
      ),
    }))
}
