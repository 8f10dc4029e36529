/** Search and judge share no code. On random worlds they must agree: about what is a story, and about what is none. */
import { describe, expect, test } from "vitest"
import { type StatedLimits, verify } from "@dramaturg/engine"
import type { Problem, Solution } from "@dramaturg/model"
import { ground } from "../src/ground/ground.js"
import { everyStory } from "../src/search/every.js"
import { hasShared, readShared, sharedWorld } from "./worlds.js"

/** One world in so many; all of them in the long run. */
const every = process.env.LONG ? 1 : 15
const guesses = process.env.LONG ? 60 : 20

type Limits = Required<StatedLimits> & { author: number; character: number; belief: number }

function rows(file: string): readonly { readonly world: string; readonly limits: Limits }[] {
  const lines = readShared(file).trim().split("\n").filter((_, i) => i % every === 0)
  return lines.map((each) => JSON.parse(each)).map((row) => ({
    world: row.world,
    limits: { author: row.author_limit, character: row.character_limit, belief: row.belief_limit },
  }))
}

function storiesOf(problem: Problem, limits: Limits): readonly Solution[] {
  const work = everyStory(problem, limits)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value.map((each) => each.solution)
  }
}

const bare = (plan: readonly string[]): Solution => ({ plan, explanations: plan.map(() => ({})) })

/** Sequences of acts that nobody chose, the same on every run. */
function* guessed(labels: readonly string[], longest: number): Iterable<readonly string[]> {
  let state = 20231
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
  for (let i = 0; i < guesses; i++) yield Array.from({ length: 1 + next(longest) }, () => labels[next(labels.length)])
}

/** One line for each disagreement. */
function disagreements(problem: Problem, limits: Limits): readonly string[] {
  const stories = storiesOf(problem, limits)
  const lines: string[] = []
  const expectVerdict = (solution: Solution, wanted: string, how: string): void => {
    const { verdict } = verify(problem, solution, { limits })
    if (verdict !== wanted) lines.push(`${problem.name} ${how}: ${solution.plan.join(" ")} is ${verdict}`)
  }
  for (const story of stories) {
    expectVerdict(story, "valid", "with the reasons found")
    expectVerdict(bare(story.plan), "valid", "with reasons of the judge's own")
  }
  const known = new Set(stories.map((each) => each.plan.join(" ")))
  const labels = ground(problem).task.actions.map((each) => each.label)
  for (const plan of labels.length === 0 ? [] : guessed(labels, Math.min(4, limits.author))) {
    expectVerdict(bare(plan), known.has(plan.join(" ")) ? "valid" : "invalid", "guessed")
  }
  return lines
}

describe.skipIf(!hasShared)("search and judge (skipped where the conformance worlds are absent)", () => {
  test.each(["random", "minds"])("agree on the %s worlds", (kind) => {
    const found = rows(`conformance/${kind}-plans.jsonl`).flatMap(({ world, limits }) =>
      disagreements(sharedWorld(`conformance/${kind}-worlds/${world}.txt`), limits),
    )
    expect(found).toEqual([])
  }, 600_000)
})
