/**
 * Runs the scenarios of the text as it stands, one after another, in a worker of their own; the story always
 * goes first.
 */
import type { ScenarioRun, ScenariosState } from "../state.js"
import type { Studio } from "../studio.js"
import type { Budget } from "../worker/protocol.js"
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

/** For each of them. */
export const scenarioPatience: Budget = { milliseconds: 20_000, mebibytes: 512 }

export const runScenarios = command({
  name: "run-scenarios",
  label: "Run the scenarios again",
  when: ({ story, scenarios }) => story.status !== "torn" && !scenarios.isRunning,
  perform: async (studio) => {
    stopScenarios()
    const { project } = studio.state
    const of = project.files
    // A text without the word has none, and needs no worker to say so.
    if (!of.some((each) => /\bscenario\b/.test(each.text)))
      return changeScenarios(studio, () => ({ of, runs: [], mistakes: [], isRunning: false }))
    const round: Round = { isStopped: false, cancel: () => {} }
    underWay = round
    const world = worldOf(project)
    const listing = studio.tests.ask("scenarios", { world })
    round.cancel = listing.cancel
    const listed = await listing.outcome
    if (round.isStopped || !("answer" in listed)) return
    const { scenarios, mistakes } = listed.answer
    const before = studio.state.scenarios.runs
    // What was known of a scenario of this title stays until something newer is known.
    const runs = scenarios.map(
      ({ title, origin }): ScenarioRun => ({
        title,
        origin,
        status: "waiting",
        said: before.find((each) => each.title === title)?.said ?? null,
      }),
    )
    // Those of a file that is torn at the moment stay as they were.
    const torn = before
      .filter((each) => mistakes.some(({ span }) => span.file === each.origin.file))
      .map((each): ScenarioRun => ({ ...each, status: "stopped" }))
    changeScenarios(studio, () => ({ of, runs: [...runs, ...torn], mistakes, isRunning: runs.length > 0 }))
    for (const [number, { origin }] of runs.entries()) {
      changeRun(studio, number, { status: "running" })
      const request = studio.tests.ask("scenario", {
        world,
        file: origin.file,
        offset: origin.offset,
        budget: scenarioPatience,
      })
      round.cancel = request.cancel
      const outcome = await request.outcome
      if (round.isStopped) return
      changeRun(
        studio,
        number,
        "answer" in outcome ? { status: "done", said: outcome.answer } : { status: "broken", said: null },
      )
    }
    changeScenarios(studio, (state) => ({ ...state, isRunning: false }))
  },
})

export const cancelScenarios = command({
  name: "cancel-scenarios",
  label: "Stop the scenarios",
  when: ({ scenarios }) => scenarios.isRunning,
  perform: (studio) => haltScenarios(studio),
})

interface Round {
  isStopped: boolean
  cancel: () => void
}

let underWay: Round | undefined

function stopScenarios(): void {
  if (!underWay) return
  underWay.isStopped = true
  underWay.cancel()
  underWay = undefined
}

/** Those that had not come to an end stay without an answer. */
export function haltScenarios(studio: Studio): void {
  stopScenarios()
  if (!studio.state.scenarios.isRunning) return
  changeScenarios(studio, (state) => ({
    ...state,
    isRunning: false,
    runs: state.runs.map((each) =>
      each.status === "waiting" || each.status === "running" ? { ...each, status: "stopped" } : each,
    ),
  }))
}

function changeScenarios({ change }: Studio, how: (scenarios: ScenariosState) => ScenariosState): void {
  change((state) => ({ ...state, scenarios: how(state.scenarios) }))
}

function changeRun(studio: Studio, number: number, run: Partial<ScenarioRun>): void {
  changeScenarios(studio, (state) => ({
    ...state,
    runs: state.runs.map((each, i) => (i === number ? { ...each, ...run } : each)),
  }))
}
