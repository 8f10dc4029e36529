/** What somebody fears (D43), as answers say it. */
import { type Breach, type Fear, parseLabel, type Problem } from "@dramaturg/model"
import { caseIn, list, worth, wouldBe } from "./answer-parts.js"
import { chainIn, type Diction, dictionOf, headIn, nameIn, notDoing } from "./diction.js"
import { wondering } from "./wondering.js"

/**
 * `Tib does not do it for fear that the guard is awake: then she would be in the cell (-1 instead of 0)`.
 */
export function fearIn(diction: Diction, character: string, fear: Fear): string {
  return `${notDoing(diction, character, "do")} it ${fearedIn(diction, character, fear)}`
}

/** `for fear that the guard is awake: then she would be in the cell (-1 instead of 0)`. */
export function fearedIn(
  diction: Diction,
  character: string,
  { feared, plan, acts, before, after, losses }: Fear,
): string {
  const through = acts > 1 ? `, by ${chainIn(diction, plan.slice(0, acts - 1))},` : ""
  const named = [
    character,
    ...feared.flatMap(({ fluent, value }) => [...parseLabel(fluent).arguments, value]).map(String),
  ]
  const lost = list(losses.map((each) => wouldBe(diction, each.fluent, each.after, named)))
  const worse = lost === "" ? `${nameIn(diction, character)} would be worse off` : lost
  return `${wondering.forFear} that ${caseIn(diction, feared)}: then${through} ${worse} (${worth(after)} instead of ${worth(before)})`
}

/** What the judge says of a breach, with what is feared in the words of the world. */
export function breachWords(problem: Problem, { character, message, fear }: Breach): string {
  if (fear === undefined || character === null) return message
  const diction = dictionOf(problem)
  return `${message} ${headIn(diction, fearIn(diction, character, fear))}.`
}
