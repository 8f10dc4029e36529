/** The one place where a fabula becomes prose: whoever tells stories better changes this and nothing else of the studio. */
import type { Fabula, Problem, Telling } from "@dramaturg/model"
import { tell as tellStory, usualManner } from "@dramaturg/telling"

/** Null: it can't be told in prose yet; the acts are shown instead. */
export function tell(fabula: Fabula, problem: Problem): Telling | null {
  try {
    return tellStory(fabula, problem, usualManner)
  } catch {
    return null
  }
}
