/** Reads a world and searches it until the search has ended, telling now and then how it stands. */
import { chronicle, type Search, startSearch } from "@dramaturg/engine"
import { charactersOf, type Manner, type Problem, type Solution } from "@dramaturg/model"
import { tell as tellStory } from "@dramaturg/telling"
import type { Snapshot, TellAnswer, Work } from "../protocol.js"
import { prepare } from "./prepare.js"
import { nudge } from "./slices.js"

export const tell: Work<"tell"> = async (asked, report) => {
  const prepared = await prepare(asked, report)
  if (!prepared) return
  const complaint = asked.manner === undefined ? undefined : strangerIn(prepared.problem, asked.manner)
  if (complaint !== undefined) return report({ complaint })
  const search = startSearch(prepared.problem, prepared.options)
  const tellMore = () => report({ snapshot: { ...snapshotOf(search), limit: prepared.limitOf(search) } })
  report({ stage: "searching" })
  nudge({ step: (visits) => stepped(search, visits, prepared.options.improve ? tellMore : undefined) }, tellMore)
  if (asked.manner !== undefined && search.story !== null) report({ prose: proseOf(prepared.problem, search.story.solution, asked.manner) })
}

function strangerIn(problem: Problem, { focalisation, focaliser = "" }: Manner): string | undefined {
  const characters = charactersOf(problem)
  if (focalisation !== "internal" || characters.includes(focaliser)) return undefined
  return `there is no character "${focaliser}" to tell it through: there are ${characters.join(", ")}, and "all" and "outside".`
}

function proseOf(problem: Problem, story: Solution, manner: Manner): TellAnswer["prose"] {
  const fabula = chronicle(problem, story)
  return { telling: tellStory(fabula, problem, manner), origins: fabula.occurrences.map((each) => each.origin ?? null), problem }
}

/** `onBetter` hears of each better story: none is passed over, however long a slice is. */
function stepped(search: Search, visits: number, onBetter?: () => void): boolean {
  if (onBetter === undefined) search.step(visits)
  else for (let i = 0; i < visits && search.status === "searching"; i++) {
    const before = search.story
    search.step(1)
    if (search.story !== before) onBetter()
  }
  return search.status !== "searching"
}

function snapshotOf({ status, limit, progress, story, best, shortest, undecided, notes }: Snapshot): Snapshot {
  return { status, limit, progress, story, best, shortest, undecided, notes }
}
