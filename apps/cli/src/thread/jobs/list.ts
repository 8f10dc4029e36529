/** Reads a world and lists every story in it, handing over each as it is found. */
import { askList, type Listing } from "@dramaturg/analysis"
import type { EnumeratedStory } from "@dramaturg/engine"
import type { ListedStory, Work } from "../protocol.js"
import { prepare } from "./prepare.js"
import { stepThrough } from "./slices.js"

export const list: Work<"list"> = async (asked, report) => {
  const prepared = await prepare(asked, report)
  if (!prepared) return
  const question = askList(prepared.world, prepared.options)
  let told = 0
  const tellMore = ({ stories, ...listing }: Listing) => {
    const found = stories.slice(told).map(listed)
    told += found.length
    report({
      stage: "searching",
      found,
      snapshot: { ...listing, limit: prepared.limitOf(listing), count: stories.length },
    })
  }
  stepThrough(question, () => question.progress.list && tellMore(question.progress.list))
  const result = question.result!
  if (result.kind === "listed") tellMore(result.list)
  else report({ unstated: result.limits })
}

function listed({ solution, utility, undecided }: EnumeratedStory): ListedStory {
  return { plan: solution.plan, utility, ...(undecided ? { undecided: true as const } : {}) }
}
