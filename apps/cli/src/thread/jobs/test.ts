/** Runs the scenarios of a world, one after another. */
import { groundingNotes, startScenario } from "@dramaturg/engine"
import type { ScenarioOutcome } from "@dramaturg/model"
import { type FulfilmentWords, scenarioSentences } from "@dramaturg/telling"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const test: Work<"test"> = async ({ world, limits, only, timeoutMs }, report) => {
  const { problem, diagnostics, scenarios = [] } = await readWorld(world, report)
  if (!problem) return
  report({ diagnostics: [...diagnostics, ...groundingNotes(problem)] })
  const chosen = scenarios.filter((each) => only === undefined || each.title.includes(only))
  const outcomes: ScenarioOutcome[] = []
  const words: (readonly FulfilmentWords[])[] = []
  report({ stage: "searching", titles: chosen.map((each) => each.title), outcomes: [], words: [] })
  for (const each of chosen) {
    const inquiry = startScenario(each, { limits, ...(timeoutMs === undefined ? {} : { clock: Date.now, timeoutMs }) })
    while (!inquiry.step(1000));
    outcomes.push(inquiry.answer!)
    words.push(scenarioSentences(inquiry.answer!, each.problem))
    report({ outcomes: [...outcomes], words: [...words] })
  }
}
