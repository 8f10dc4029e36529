/** What came of a scenario, in an author's words. */
import type { EndingAnswer, Fulfilment, Lack, ScenarioOutcome, Solution } from "@dramaturg/model"
import { endingSentences } from "./why-not.js"
import { isSo, list, place, sentence } from "./words.js"

export interface FulfilmentWords {
  /** What was expected, as the author wrote it. */
  readonly expected: string
  /** Why it is met, or why not. */
  readonly because: readonly string[]
}

/** One entry for each expectation. */
export function scenarioSentences({ fulfilments }: ScenarioOutcome): readonly FulfilmentWords[] {
  return fulfilments.map((each) => ({ expected: each.expectation.text, because: becauseOf(each) }))
}

function becauseOf({ evidence, expectation }: Fulfilment): readonly string[] {
  switch (evidence.kind) {
    case "start":
      return ["It is so from the start."]
    case "lacks":
      return [...evidence.lacks.map(lacking), ...told(evidence.story)]
    case "none":
      return [proofs[evidence.proof], ...(evidence.answer === null ? [] : openings(evidence.answer))]
    case "story": {
      const { occurrence, story } = evidence
      if (expectation.kind !== "act") return told(story)
      return [occurrence === undefined ? "It does not happen in the story that is told." : `${occurrence} happens in the story that is told.`, ...told(story)]
    }
  }
}

const proofs = {
  impossible: "There is no story: nothing that can happen in this world brings it about, whatever anybody wants.",
  exhausted: "There is no story, within the limits: every possibility was looked at.",
  limited: "No story was found before the search was stopped; there may be one.",
}

function told({ plan }: Solution): readonly string[] {
  return plan.length === 0 ? [] : [`The story: ${plan.join(", then ")}.`]
}

/** The proof has been told already. */
function openings(answer: EndingAnswer): readonly string[] {
  return answer.kind === "reached" ? [] : endingSentences(answer).slice(1)
}

function lacking({ condition, origin, reads }: Lack): string {
  const facts = list(reads.map(({ believers, fluent, value }) => `${believers.length === 0 ? "" : `${believers.join("’s ")} believes: `}${isSo(fluent, value)}`))
  return sentence(`${condition}${place(origin)} does not hold at the end${facts === "" ? "" : `: ${facts}`}`)
}
