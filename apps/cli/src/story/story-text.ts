/**
 * A story as a newcomer reads it: the acts in order, and under each one who wanted it and what they had in
 * mind.
 */
import { caseOf, type Explanations, type Prospect, type Solution, type Step, stepsOf } from "@dramaturg/model"
import { caseIn, type Diction, doing, headIn, nameIn, otherwiseSentences, verbOf } from "@dramaturg/telling"
import type { Colours } from "../colours.js"

export function printStory(
  story: Solution,
  diction: Diction,
  colours: Colours,
  prospects: readonly Prospect[] = [],
): string {
  const width = String(story.plan.length).length
  const acts = story.plan.map((act, i) => {
    const number = `${String(i + 1).padStart(width)}. `
    const ownProspects = prospects.filter((each) => each.act === i + 1)
    const reasons = reasonLines(diction, story.explanations[i] ?? {}, ownProspects).map(
      (line) => " ".repeat(number.length) + line,
    )
    return [colours.dim(number) + colours.bold(act), ...reasons].join("\n")
  })
  return acts.join("\n\n") + "\n"
}

/** Why an act of the story happens: a few lines for each character who had to want it. */
function reasonLines(diction: Diction, explanations: Explanations, prospects: readonly Prospect[]): string[] {
  const characters = Object.entries(explanations)
  if (characters.length === 0) return ["Nobody decides this: it happens."]
  const [verb, what] = characters.length === 1 ? ["do", "this"] : ["take", "part"]
  return characters.flatMap(([character, plan]) => {
    const [steps, supposed] = [stepsOf(plan), caseOf(plan)]
    const why = supposed === undefined ? "because it" : `in hope: if ${caseIn(diction, supposed)}, it`
    const lead = headIn(diction, `${doing(diction, character, verb)} ${what} ${why}`)
    return [
      ...(steps.length === 0
        ? [`${lead} brings about what ${doing(diction, character, "want")}.`]
        : [`${lead} should lead on to:`, ...stepLines(diction, steps)]),
      ...(supposed === undefined
        ? []
        : otherwiseSentences(
            diction,
            prospects.find((each) => each.character === character),
          )),
    ]
  })
}

function stepLines(diction: Diction, steps: readonly Step[]): string[] {
  return steps.flatMap((step) => [
    "  " + step.act,
    ...otherLines(diction, step.explanations).map((line) => "    " + line),
  ])
}

/** What the planner believes about the others whom a step needs. */
function otherLines(diction: Diction, explanations: Explanations): string[] {
  return Object.entries(explanations).flatMap(([character, plan]) => {
    const [steps, supposed] = [stepsOf(plan), caseOf(plan)]
    const hoping = supposed === undefined ? "" : `, hoping that ${caseIn(diction, supposed)}`
    return steps.length === 0
      ? [
          `counting on ${nameIn(diction, character)}, who ${verbOf(diction, character, "want")} what it brings about${hoping}`,
        ]
      : [
          `counting on ${nameIn(diction, character)}, for whom it should lead on to${hoping === "" ? "" : `, in the hope that ${caseIn(diction, supposed!)}`}:`,
          ...stepLines(diction, steps),
        ]
  })
}
