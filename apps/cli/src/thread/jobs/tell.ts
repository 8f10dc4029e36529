/** Reads a world and nudges a search along until it has ended, telling now and then how it stands. */
import { groundingNotes, startSearch } from "@dramaturg/engine"
import { hasErrors } from "@dramaturg/model"
import type { Snapshot, Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

/** How long one nudge should take, and how often we report, in milliseconds. */
const slice = 50
const pause = 100

export const tell: Work<"tell"> = async ({ world, options, deadline }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (!problem) return
  const { name, doc } = problem
  const notes = groundingNotes(problem)
  report({ name, doc, diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  const timeoutMs = deadline === undefined ? undefined : Math.max(0, deadline - Date.now())
  const search = startSearch(problem, { ...options, timeoutMs, clock: now })
  report({ stage: "searching" })
  for (let visits = 1, reported = now(); search.status === "searching"; ) {
    const nudged = now()
    search.step(visits)
    const rested = now()
    visits = nextVisits(visits, rested - nudged)
    if (rested - reported < pause) continue
    reported = rested
    report({ snapshot: snapshotOf(search) })
  }
  report({ snapshot: snapshotOf(search) })
}

/** Slices of any size give the same stories and counts, so their size may follow the clock. */
function nextVisits(visits: number, milliseconds: number): number {
  if (milliseconds < slice / 2) return Math.min(visits * 2, 1 << 20)
  return milliseconds > slice * 2 ? Math.max(1, visits >> 1) : visits
}

function snapshotOf({ status, limit, progress, story, best, shortest, undecided }: Snapshot): Snapshot {
  return { status, limit, progress, story, best, shortest, undecided }
}

function now(): number {
  return performance.now()
}
