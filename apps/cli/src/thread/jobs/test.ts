/** Runs the scenarios of a world, one after another. */
import { askScenario, grounded, type ScenarioResult } from "@dramaturg/analysis"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const test: Work<"test"> = async ({ world, limits, only, timeoutMs }, report) => {
  const read = readWorld(world, report)
  if (!read.problem) return
  report({ diagnostics: grounded(read).diagnostics })
  const chosen = read.scenarios.filter((each) => only === undefined || each.title.includes(only))
  const results: ScenarioResult[] = []
  report({ stage: "searching", titles: chosen.map((each) => each.title), results: [] })
  for (const each of chosen) {
    const question = askScenario(each, {
      limits,
      ...(timeoutMs === undefined ? {} : { clock: Date.now, timeoutMs }),
    })
    while (!question.step(1000));
    report({ results: [...results, question.result!] })
    results.push(question.result!)
  }
}
