/** What is wrong with a world, and what does it declare? Asked of worlds with errors, too. */
import { charactersOf, type Diagnostic } from "@dramaturg/model"
import { asking, type Steps } from "./question.js"
import { grounded, type World } from "./world.js"

/** The remarks on a world and its declarations. */
export interface CheckResult {
  /** Name and description; null of a world with errors, or if the author gave no description. */
  readonly name: string | null
  readonly doc: string | null
  /** Remarks on its texts, then on what they make. */
  readonly diagnostics: readonly Diagnostic[]
  /**
   * Names of characters, and of the actions and triggers that are not hidden; none of a world with errors.
   */
  readonly characters: readonly string[]
  readonly rules: readonly string[]
}

/** Checks a world. It needs no options. */
export const askCheck = asking(function* (world: World, _options: object): Steps<CheckResult> {
  yield { stage: "preparing", visited: 0 }
  const { problem, diagnostics } = grounded(world)
  return {
    name: problem?.name ?? null,
    doc: problem?.doc ?? null,
    diagnostics,
    characters: problem ? charactersOf(problem) : [],
    rules: problem
      ? [...problem.actions, ...problem.triggers.filter((each) => !each.isHidden)].map((each) => each.name)
      : [],
  }
})
