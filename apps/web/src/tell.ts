/** The one place of the studio where the fabula of a found story becomes prose. */
import { mayTell } from "@dramaturg/analysis"
import type { Fabula, Manner, Problem, Telling } from "@dramaturg/model"
import { tell as tellStory, usualManner } from "@dramaturg/telling"

/**
 * Null: it can't be told in prose yet; the acts are shown instead. If the chosen character does not exist any
 * more, it is told as usual.
 */
export function tell(fabula: Fabula, problem: Problem, manner: Manner): Telling | null {
  const isThere = mayTell(fabula.characters, manner)
  try {
    return tellStory(
      fabula,
      problem,
      isThere ? manner : { ...manner, focalisation: usualManner.focalisation, person: usualManner.person },
    )
  } catch {
    return null
  }
}
