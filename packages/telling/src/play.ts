/** Tells the player of a game what has happened: at the beginning, and since they last looked. */
import type { Fabula, Manner, Problem, Sentence } from "@dramaturg/model"
import { tell } from "./tell.js"

export function playManner(player: string, seed = 0): Manner {
  return { focalisation: "internal", focaliser: player, order: "as it happened", pace: "scene", tense: "past", person: "third", seed }
}

/**
 * What is told of the occurrences after `moment`: a sequel that repeats nothing, but names everybody anew and shares no sentence with what
 * went before, since the same words may follow on several ways to one place. `isVain`: they begin with an attempt in vain.
 */
export function tellSince(fabula: Fabula, problem: Problem, manner: Manner, moment: number, isVain = false): readonly Sentence[] {
  const sentences = tell(fabula, problem, manner, moment).paragraphs.flatMap((each) => each.sentences)
  const isLater = ({ occurrences, claims }: Sentence): boolean =>
    occurrences.some((each) => each > moment) || claims.some((each) => ("moment" in each ? each.moment : "occurrence" in each ? each.occurrence : 0) > moment)
  // That a vain attempt was not foreseen goes without saying.
  return sentences.filter((each) => isLater(each) && !(isVain && each.claims.some((one) => one.kind === "surprised")))
}

/** How the story begins: what is told before anything has happened. */
export function tellOpening(fabula: Fabula, problem: Problem, manner: Manner): readonly Sentence[] {
  const atStart: Fabula = { ...fabula, occurrences: [] }
  return tell(atStart, problem, manner).paragraphs.flatMap((each) => each.sentences)
}
