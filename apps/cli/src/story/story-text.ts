/** A story as a newcomer reads it: the acts in order, and under each one who wanted it and what they had in mind. */
import type { Explanations, Solution, Step } from "@dramaturg/model"
import type { Colours } from "../colours.js"

export function printStory(story: Solution, colours: Colours): string {
  const width = String(story.plan.length).length
  const acts = story.plan.map((act, i) => {
    const number = `${String(i + 1).padStart(width)}. `
    const reasons = reasonLines(story.explanations[i] ?? {}).map((line) => " ".repeat(number.length) + line)
    return [colours.dim(number) + colours.bold(act), ...reasons].join("\n")
  })
  return acts.join("\n\n") + "\n"
}

/** Why an act of the story happens: a few lines for each character who had to want it. */
function reasonLines(explanations: Explanations): string[] {
  const characters = Object.entries(explanations)
  if (characters.length === 0) return ["Nobody decides this: it happens."]
  const verb = characters.length === 1 ? "does this" : "takes part"
  return characters.flatMap(([character, steps]) =>
    steps.length === 0
      ? [`${character} ${verb} because it brings about what ${character} wants.`]
      : [`${character} ${verb} because it should lead on to:`, ...stepLines(steps)],
  )
}

function stepLines(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => ["  " + step.act, ...otherLines(step.explanations).map((line) => "    " + line)])
}

/** What the planner believes about the others whom a step needs. */
function otherLines(explanations: Explanations): string[] {
  return Object.entries(explanations).flatMap(([character, steps]) =>
    steps.length === 0
      ? [`counting on ${character}, who wants what it brings about`]
      : [`counting on ${character}, for whom it should lead on to:`, ...stepLines(steps)],
  )
}
