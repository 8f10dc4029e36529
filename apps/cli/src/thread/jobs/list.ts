/** Reads a world and lists every story in it, handing over each as it is found. */
import { type EnumeratedStory, type Enumeration, startEnumeration } from "@dramaturg/engine"
import type { Limits } from "@dramaturg/model"
import type { ListedStory, ListSnapshot, Work } from "../protocol.js"
import { prepare } from "./prepare.js"
import { nudge } from "./slices.js"

export const list: Work<"list"> = async (asked, report) => {
  const prepared = await prepare(asked, report)
  if (!prepared) return
  const { problem, options } = prepared
  const unstated = missing(prepared.stated)
  if (unstated.length > 0) return report({ unstated })
  const enumeration = startEnumeration(problem, options)
  report({ stage: "searching" })
  let told = 0
  const step = (visits: number): boolean => {
    enumeration.step(visits)
    return enumeration.status !== "searching"
  }
  nudge({ step }, () => {
    const found = enumeration.stories.slice(told).map(listed)
    told += found.length
    report({ found, snapshot: { ...snapshotOf(enumeration), limit: prepared.limitOf(enumeration) } })
  })
}

function missing(limits: Limits): readonly (keyof Limits)[] {
  return (["author", "character", "belief"] as const).filter((each) => limits[each] === undefined)
}

function listed({ solution, utility, undecided }: EnumeratedStory): ListedStory {
  return { plan: solution.plan, utility, ...(undecided ? { undecided: true as const } : {}) }
}

function snapshotOf({ status, limit, progress, notes, stories }: Enumeration): ListSnapshot {
  return { status, limit, progress, notes, count: stories.length }
}
