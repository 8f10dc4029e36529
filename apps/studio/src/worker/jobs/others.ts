/** Lists other stories of a world, and tells the one that somebody chose. The listing is kept, so that it can be gone on with. */
import { type Enumeration, startEnumeration } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { mostDifferent } from "../different.js"
import type { Job } from "../job.js"
import { readWorld } from "../read-world.js"
import { nudge } from "../slices.js"
import { written } from "../write-down.js"

/** Where a world sets no limits: how far people plan, and how deep they think about each other. */
const usual = { character: 4, belief: 2 }

let kept: { readonly key: string; readonly listing: Enumeration } | undefined

export const others: Job<"others"> = async ({ world, most, acts, budget }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
  // What a world sets no limit to is listed up to one act more than the story that is there.
  const limits = { author: problem.limits.author ?? acts + 1, character: problem.limits.character ?? usual.character, belief: problem.limits.belief ?? usual.belief }
  const listing = listingOf(JSON.stringify([world, limits]), problem, limits, budget.mebibytes)
  const end = performance.now() + budget.milliseconds
  await nudge(helm, {
    step: (visits) => {
      listing.step(visits)
      return listing.status !== "searching" || performance.now() > end
    },
    tell: () => helm.tell({ stage: "searching", visited: listing.progress.visited, mebibytes: Math.round(listing.progress.bytes / 2 ** 20) }),
  })
  const stories = mostDifferent(listing.stories, most).map(({ solution, utility, undecided }) => ({ solution, utility, isUndecided: undecided }))
  const answer = { found: listing.stories.length, isAll: listing.status === "exhausted", mostActs: limits.author, limit: listing.limit, visited: listing.progress.visited }
  // What has ended takes room and is not gone on with.
  if (listing.status !== "searching") kept = undefined
  return { kind: "listed", stories, ...answer }
}

export const read: Job<"read"> = async ({ world, story: { solution, utility, isUndecided }, manner }) => {
  const began = performance.now()
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
  return { ...written(problem, solution, manner, world.texts), isShortest: null, isUndecided, utility, seconds: (performance.now() - began) / 1000 }
}

function listingOf(key: string, problem: Problem, limits: { readonly author: number; readonly character: number; readonly belief: number }, memoryMiB: number): Enumeration {
  if (kept?.key !== key) kept = { key, listing: startEnumeration(problem, { limits, memoryMiB }) }
  return kept.listing
}
