/** Gathers stories of a world and says which differ, or which are best by a measure. */
import { bestStories, distinctStories, groundingNotes, startComparison } from "@dramaturg/engine"
import { hasErrors } from "@dramaturg/model"
import type { Work } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { readWorld } from "./read-world.js"

/** So many of the best are handed over. */
const MOST = 5

export const compare: Work<"compare"> = async ({ world, options, distinct, best, deadline }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  report({ stage: "searching", note: "gathering stories" })
  const inquiry = startComparison(problem, { ...options, ...clockUntil(deadline) })
  while (!inquiry.step(100));
  const { stories, isWhole } = inquiry.answer!
  report({
    compared: { stories: stories.length, isWhole },
    ...(distinct === undefined ? {} : { clusters: distinctStories(stories, distinct) }),
    ...(best === undefined ? {} : { measured: bestStories(stories, best).slice(0, MOST) }),
  })
}
