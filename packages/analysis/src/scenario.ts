/** Does a scenario come out as its author expects? */
import { type ScenarioOptions, startScenario } from "@dramaturg/engine"
import type { Scenario, ScenarioOutcome } from "@dramaturg/model"
import { type FulfilmentWords, scenarioSentences } from "@dramaturg/telling"
import { answerOf, asking, type Steps } from "./question.js"

/** The outcome of a scenario, in data and in words. */
export interface ScenarioResult {
  readonly outcome: ScenarioOutcome
  /** A sentence for each expectation. */
  readonly words: readonly FulfilmentWords[]
}

/** Runs one scenario, which carries its own changed world. */
export const askScenario = asking(function* (
  scenario: Scenario,
  options: ScenarioOptions,
): Steps<ScenarioResult> {
  const outcome = yield* answerOf(startScenario(scenario, options), "searching")
  return { outcome, words: scenarioSentences(outcome, scenario.problem) }
})
