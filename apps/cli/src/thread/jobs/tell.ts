/** Reads a world and searches it until the search has ended, telling now and then how it stands. */
import { type Search, startSearch } from "@dramaturg/engine"
import type { Snapshot, Work } from "../protocol.js"
import { prepare } from "./prepare.js"
import { type LongWork, nudge } from "./slices.js"

export const tell: Work<"tell"> = async (asked, report) => {
  const prepared = await prepare(asked, report)
  if (!prepared) return
  const search = startSearch(prepared.problem, prepared.options)
  const tellMore = () => report({ snapshot: { ...snapshotOf(search), limit: prepared.limitOf(search) } })
  report({ stage: "searching" })
  nudge(prepared.options.improve ? watched(search, tellMore) : search, tellMore)
}

/** The same search, stopping at each better story: none is passed over, however long a slice is. */
function watched(search: Search, onBetter: () => void): LongWork {
  return {
    get status() {
      return search.status
    },
    step(visits) {
      for (let i = 0; i < visits && search.status === "searching"; i++) {
        const before = search.story
        search.step(1)
        if (search.story !== before) onBetter()
      }
    },
  }
}

function snapshotOf({ status, limit, progress, story, best, shortest, undecided, notes }: Snapshot): Snapshot {
  return { status, limit, progress, story, best, shortest, undecided, notes }
}
