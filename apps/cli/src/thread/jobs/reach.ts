/** Looks at everything that can happen in a world, and lets people play it at random. */
import { startExploration, startRandomPlays, surveyOf } from "@dramaturg/engine"
import { type SpaceState } from "@dramaturg/model"
import type { Work } from "../protocol.js"
import { readSound } from "./read-world.js"
import { partOf } from "./clock.js"
import { scriptOf } from "./explore.js"

/** How much of a large world is looked at. */
const MOST_STATES = 20_000

export const reach: Work<"reach"> = async ({ world, as, plays, limits, deadline }, report) => {
  const sound = await readSound(world, report)
  if (!sound) return
  const { problem } = sound
  report({ actions: [...new Set(problem.actions.map((each) => each.name))] })
  report({ stage: "searching" })
  try {
    const script = as === undefined ? {} : { as, script: scriptOf(problem, { limits }, partOf(deadline, 0.2)) }
    const exploration = startExploration(problem, { ...script, limits, maxVisited: MOST_STATES, clock: Date.now, timeoutMs: (deadline - Date.now()) / 2 })
    const states: SpaceState[] = []
    for (let { beginnings } = exploration; exploration.status === "exploring"; ) {
      exploration.step(50)
      // What was found before is void where it had to begin anew.
      if (exploration.beginnings !== beginnings) states.length = 0
      beginnings = exploration.beginnings
      states.push(...exploration.take())
    }
    report({ survey: surveyOf(problem, exploration.head, states, exploration.foot!), isStopped: exploration.foot!.end === "limited" })
    const inquiry = startRandomPlays(problem, { as, plays, limits })
    while (!inquiry.step(1) && Date.now() < deadline);
    if (inquiry.answer) report({ hits: inquiry.answer })
  } catch (error) {
    report({ complaint: error instanceof Error ? error.message : String(error) })
  }
}
