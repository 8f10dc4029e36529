/** Tells the player of a game what has happened: at the beginning, and since they last looked. */
import type { Fabula, Manner, Problem, Sentence } from "@dramaturg/model"
import { tell } from "./tell.js"

/** The manner of a play: told through the player, in the past tense and third person. */
export function playManner(player: string, seed = 0): Manner {
  return {
    focalisation: "internal",
    focaliser: player,
    order: "as it happened",
    pace: "scene",
    tense: "past",
    person: "third",
    seed,
  }
}

/**
 * The sentences about the occurrences after `moment`. They use full names again and share no sentence with
 * what went before, since the same text may follow several ways to one state. `isVain`: the occurrences begin
 * with a failed attempt.
 */
export function tellSince(
  fabula: Fabula,
  problem: Problem,
  manner: Manner,
  moment: number,
  isVain = false,
): readonly Sentence[] {
  const sentences = tell(fabula, problem, manner, moment).paragraphs.flatMap((each) => each.sentences)
  const isLater = ({ occurrences, claims }: Sentence): boolean =>
    occurrences.some((each) => each > moment) ||
    claims.some(
      (each) => ("moment" in each ? each.moment : "occurrence" in each ? each.occurrence : 0) > moment,
    )
  // A failed attempt surprises the player in any case, so the sentence about it is left out.
  return sentences.filter(
    (each) => isLater(each) && !(isVain && each.claims.some((one) => one.kind === "surprised")),
  )
}

/** The sentences before the first occurrence. */
export function tellOpening(fabula: Fabula, problem: Problem, manner: Manner): readonly Sentence[] {
  const atStart: Fabula = { ...fabula, occurrences: [] }
  return tell(atStart, problem, manner).paragraphs.flatMap((each) => each.sentences)
}
