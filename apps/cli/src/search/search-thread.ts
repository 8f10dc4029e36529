/**
 * The thread that nudges a search along. It knows nothing of terminals and files: it is handed a `Problem`, steps until the
 * search has ended, and tells now and then how it stands.
 */
import { groundingNotes, startSearch } from "@dramaturg/engine"
import { hasErrors } from "@dramaturg/model"
import { parentPort, workerData } from "node:worker_threads"
import type { SearchMessage, SearchOrder, Snapshot } from "./protocol.js"

/** How long one nudge should take, and how often we report, in milliseconds. */
const slice = 50
const pause = 100

run(workerData as SearchOrder)

function run({ problem, options }: SearchOrder) {
  const notes = groundingNotes(problem)
  post({ kind: "notes", notes })
  if (hasErrors(notes)) return
  const search = startSearch(problem, { ...options, clock: now })
  let visits = 1
  let reported = now()
  while (search.status === "searching") {
    const started = now()
    search.step(visits)
    const ended = now()
    visits = nextVisits(visits, ended - started)
    if (ended - reported < pause) continue
    reported = ended
    post({ kind: "progress", snapshot: snapshotOf(search) })
  }
  post({ kind: "end", snapshot: snapshotOf(search) })
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

function post(message: SearchMessage) {
  parentPort?.postMessage(message)
}
