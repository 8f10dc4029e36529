/** Looks at everything that can happen in a world, and lets people play it at random. */
import { askReach } from "@dramaturg/analysis"
import type { Work } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { readSound } from "./read-world.js"
import { stepThrough } from "./slices.js"

/** How much of a large world is looked at. */
const MOST_STATES = 20_000

export const reach: Work<"reach"> = async ({ world, as, plays, limits, deadline }, report) => {
  const sound = readSound(world, report)
  if (!sound) return
  report({ stage: "searching", actions: [...new Set(sound.problem.actions.map((each) => each.name))] })
  const question = askReach(sound, { as, plays, limits, maxVisited: MOST_STATES, ...clockUntil(deadline) })
  stepThrough(question, () => report(question.progress))
  const result = question.result!
  if (result.kind === "refused") report({ complaint: result.sentence })
  else
    report({
      survey: result.survey,
      isStopped: result.space.foot.end === "limited",
      ...(result.hits ? { hits: result.hits } : {}),
    })
}
