/**
 * A story as a newcomer reads it: the acts in order, and under each one who wanted it and what they had in
 * mind.
 */
import { type Explanations, type Solution, type Step, plannedIn } from "@dramaturg/model"
import { type Diction, doing, headIn, nameIn, verbOf } from "@dramaturg/telling"
import type { Colours } from "../colours.js"

export function printStory(story: Solution, diction: Diction, colours: Colours): string {
  const width = String(story.plan.length).length
  const acts = story.plan.map((act, i) => {
    const number = `${String(i + 1).padStart(width)}. `
    const reasons = reasonLines(diction, story.explanations[i] ?? {}).map(
      (line) => " ".repeat(number.length) + line,
    )
    return [colours.dim(number) + colours.bold(act), ...reasons].join("\n")
  })
  return acts.join("\n\n") + "\n"
}

/** Why an act of the story happens: a few lines for each character who had to want it. */
function reasonLines(diction: Diction, explanations: Explanations): string[] {
  const characters = plannedIn(explanations)
  if (characters.length === 0) return ["Nobody decides this: it happens."]
  const [verb, what] = characters.length === 1 ? ["do", "this"] : ["take", "part"]
  return characters.flatMap(([character, steps]) => {
    const lead = headIn(diction, `${doing(diction, character, verb)} ${what} because it`)
    return steps.length === 0
      ? [`${lead} brings about what ${doing(diction, character, "want")}.`]
      : [`${lead} should lead on to:`, ...stepLines(diction, steps)]
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
  return plannedIn(explanations).flatMap(([character, steps]) =>
    steps.length === 0
      ? [
          `counting on ${nameIn(diction, character)}, who ${verbOf(diction, character, "want")} what it brings about`,
        ]
      : [
          `counting on ${nameIn(diction, character)}, for whom it should lead on to:`,
          ...stepLines(diction, steps),
        ],
  )
}
