/**
 * Lists the scenarios of a world, and runs one. What came of one is remembered as long as nothing that it
 * depends on changes.
 */
import { askScenario } from "@dramaturg/analysis"
import type { Scenario } from "@dramaturg/model"
import { resultOf } from "@dramaturg/web/answering"
import type { Job, JobContext } from "@dramaturg/web/job"
import type { Budget, ListedScenarios, ScenarioSaid, World } from "../protocol.js"
import { readScenarios } from "../read-scenarios.js"
import { yieldSlice, within } from "@dramaturg/web/slices"

export const scenarios: Job<{ readonly world: World }, ListedScenarios> = async ({ world }) => {
  const { scenarios: found, diagnostics } = readScenarios(world)
  return {
    scenarios: found.map(({ title, origin }) => ({ title, origin })),
    mistakes: diagnostics.filter((each) => each.severity === "error"),
  }
}

/** By what a scenario says of the world; a text that is written on below it leaves it as it is. */
const known = new Map<string, ScenarioSaid>()
const mostKnown = 200

/** The scenario that begins at this place of the text. */
export const scenario: Job<
  { readonly world: World; readonly file: string; readonly offset: number; readonly budget: Budget },
  ScenarioSaid
> = async ({ world, file, offset, budget }, context) => {
  const found = readScenarios(world).scenarios.find(
    (each) => each.origin.file === file && each.origin.offset === offset,
  )
  if (!found) throw new Error("there is no scenario at this place")
  const key = await keyOf(found)
  const before = known.get(key)
  if (before) return before
  await yieldSlice(context)
  const said = await ran(found, budget, context)
  if (said.outcome !== "undecided") known.set(key, said)
  if (known.size > mostKnown) known.delete(known.keys().next().value!)
  return said
}

async function ran(
  found: Scenario,
  { milliseconds, mebibytes }: { readonly milliseconds: number; readonly mebibytes: number },
  context: JobContext,
): Promise<ScenarioSaid> {
  const began = performance.now()
  const {
    outcome: { outcome, fulfilments },
    words,
  } = await resultOf(askScenario(found, { ...within(milliseconds), memoryMiB: mebibytes }), context)
  return {
    outcome,
    seconds: (performance.now() - began) / 1000,
    expectations: fulfilments.map(({ isMet }, i) => ({
      text: words[i].expected,
      isMet,
      because: words[i].because,
    })),
  }
}

async function keyOf({ problem, goal, expectations }: Scenario): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([problem, goal, expectations]))
  // Only safe pages may ask for digests; where there is none, nothing is remembered.
  if (!globalThis.crypto?.subtle) return String(Math.random())
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", text))]
    .map((each) => each.toString(16).padStart(2, "0"))
    .join("")
}
