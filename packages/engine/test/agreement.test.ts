/**
 * Search and judge share no code. On random worlds they must agree: about what is a story, and about what is
 * none.
 */
import { describe, expect, test } from "vitest"
import { verify } from "@dramaturg/engine"
import type { Problem, Solution } from "@dramaturg/model"
import { ground } from "../src/ground/ground.js"
import { everyStory, type Limits, readRows } from "./every-story.js"
import { hasShared, sharedWorld } from "./worlds.js"

/** One world in so many; all of them in the long run. */
const every = process.env.LONG ? 1 : 15
const guesses = process.env.LONG ? 60 : 20

const bare = (plan: readonly string[]): Solution => ({ plan, explanations: plan.map(() => ({})) })

/** Sequences of acts that nobody chose, the same on every run. */
function* guessed(labels: readonly string[], longest: number): Iterable<readonly string[]> {
  let state = 20231
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
  for (let i = 0; i < guesses; i++)
    yield Array.from({ length: 1 + next(longest) }, () => labels[next(labels.length)])
}

/** One line for each disagreement. */
function disagreements(problem: Problem, limits: Limits): readonly string[] {
  const stories = everyStory(problem, limits).map((each) => each.solution)
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
  test.each(["random", "minds"])(
    "agree on the %s worlds",
    (kind) => {
      const found = readRows(`${kind}-plans.jsonl`)
        .filter((_, i) => i % every === 0)
        .flatMap(({ world, limits }) =>
          disagreements(sharedWorld(`conformance/${kind}-worlds/${world}.txt`), limits),
        )
      expect(found).toEqual([])
    },
    600_000,
  )
})
