/**
 * Looks for a story of a world; what is found is written down, told, and handed over with the reasons of all
 * who consent.
 */
import { askSolve, isSound, type Snapshot } from "@dramaturg/analysis"
import { WarmEngine } from "@dramaturg/engine"
import { hasErrors, type Manner } from "@dramaturg/model"
import { resultOf } from "../answering.js"
import type { Job } from "../job.js"
import type { Budget, Figures, FoundStory, NoStory, Torn, World } from "../protocol.js"
import { readWorld } from "../read-world.js"
import { yieldSlice, within } from "../slices.js"
import { written } from "../write-down.js"

/**
 * It remembers what it found out, so the next story of nearly the same world comes sooner, and stays the same
 * where it can.
 */
let engine = new WarmEngine()

export const story: Job<
  { readonly world: World; readonly budget: Budget; readonly seed: number; readonly manner: Manner },
  FoundStory | NoStory | Torn
> = async ({ world, budget, seed, manner }, context) => {
  const began = performance.now()
  const elapsed = (): number => (performance.now() - began) / 1000
  context.tell({ stage: "reading" })
  const sound = readWorld(world)
  if (!isSound(sound))
    return { kind: "torn", diagnostics: sound.diagnostics.filter((each) => hasErrors([each])) }
  context.tell({ stage: "preparing" })
  await yieldSlice(context)
  const question = askSolve(sound, {
    ...within(budget.milliseconds),
    memoryMiB: budget.mebibytes,
    seed,
    ...(seed === 0 ? { engine } : {}),
  })
  const result = await resultOf(question, context, () => figuresOf(question.progress.search, elapsed()))
  const { search, prospects = [] } = result as Extract<typeof result, { readonly kind: "searched" }>
  if (search.status !== "solved") {
    // What is full is let go of; the next search begins anew.
    if (search.limit === "memory") engine = new WarmEngine()
    return noneOf(search, elapsed())
  }
  context.tell({ stage: "writing", visited: search.progress.visited })
  await yieldSlice(context)
  const { solution, utility } = search.story!
  return {
    ...written(sound.problem, solution, prospects, manner, world.texts),
    isShortest: search.shortest,
    isUndecided: search.undecided,
    utility,
    seconds: elapsed(),
  }
}

function figuresOf(search: Snapshot | undefined, seconds: number): Partial<Figures> {
  return {
    seconds,
    ...(search
      ? { mebibytes: Math.round(search.progress.bytes / 2 ** 20), depth: search.progress.depth }
      : {}),
  }
}

function noneOf({ status, limit, progress }: Snapshot, seconds: number): NoStory {
  return {
    kind: "none",
    proof: status === "exhausted" ? "exhausted" : "limited",
    limit,
    visited: progress.visited,
    seconds,
  }
}
