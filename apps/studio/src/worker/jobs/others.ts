/**
 * Lists other stories of a world, and tells the one that the user chose. The listing is kept, so that it can
 * go on later.
 */
import {
  askList,
  type ListProgress,
  type ListResult,
  mostDifferent,
  type Question,
} from "@dramaturg/analysis"
import { startProspects } from "@dramaturg/engine"
import type { Manner } from "@dramaturg/model"
import type { Job } from "@dramaturg/web/job"
import type { Budget, FoundStory, ListedStories, ListedStory, Refused, World } from "../protocol.js"
import { readSound } from "@dramaturg/web/read-world"
import { stepThrough } from "@dramaturg/web/slices"
import { written } from "@dramaturg/web/write-down"

/** Where a world sets no limits: how far people plan, and how deep they think about each other. */
const usual = { character: 4, belief: 2 }

let kept: { readonly key: string; readonly question: Question<ListResult, ListProgress> } | undefined

/** Asked again, it goes on where it stopped; the budget is for this time. */
export const others: Job<
  { readonly world: World; readonly most: number; readonly acts: number; readonly budget: Budget },
  ListedStories | Refused
> = async ({ world, most, acts, budget }, context) => {
  const sound = readSound(world)
  if ("kind" in sound) return sound
  // What a world sets no limit to is listed up to one act more than the story that is there.
  const { limits: stated } = sound.problem
  const limits = {
    author: stated.author ?? acts + 1,
    character: stated.character ?? usual.character,
    belief: stated.belief ?? usual.belief,
  }
  const key = JSON.stringify([world, limits])
  if (kept?.key !== key) kept = { key, question: askList(sound, { limits, memoryMiB: budget.mebibytes }) }
  const { question } = kept
  const end = performance.now() + budget.milliseconds
  await stepThrough(context, {
    step: (visits) => question.step(visits) || performance.now() > end,
    tell: () =>
      context.tell({
        ...question.progress,
        mebibytes: Math.round((question.progress.list?.progress.bytes ?? 0) / 2 ** 20),
      }),
  })
  const { result } = question
  const list = result?.kind === "listed" ? result.list : question.progress.list!
  // What has ended takes room and is not gone on with.
  if (result) kept = undefined
  const stories = mostDifferent(list.stories, most).map(({ solution, utility, undecided }) => ({
    solution,
    utility,
    isUndecided: undecided,
  }))
  return {
    kind: "listed",
    stories,
    found: list.stories.length,
    isAll: list.status === "exhausted",
    mostActs: limits.author,
    limit: list.limit,
    visited: list.progress.visited,
  }
}

export const read: Job<
  { readonly world: World; readonly story: ListedStory; readonly manner: Manner },
  FoundStory | Refused
> = async ({ world, story: { solution, utility, isUndecided }, manner }, context) => {
  const began = performance.now()
  const sound = readSound(world)
  if ("kind" in sound) return sound
  const prospects = startProspects(sound.problem, solution)
  await stepThrough(context, { step: (visits) => prospects.step(visits), tell: () => {} })
  return {
    ...written(sound.problem, solution, prospects.answer!, manner, world.texts),
    isShortest: null,
    isUndecided,
    utility,
    seconds: (performance.now() - began) / 1000,
  }
}
