/**
 * Laws of the search, on random worlds of the hard kind: what the default method says agrees with the list of
 * every story; best-first is shortest; slices change nothing; no idea that is switched off changes which
 * stories there are.
 */
import { compileStory } from "@dramaturg/language"
import {
  groundingNotes,
  optimisations,
  type Optimisation,
  methods,
  type MethodName,
  type Search,
  type SearchOptions,
  startSearch,
  verify,
} from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { everyStory, everyStoryIfKnown, type Limits } from "./every-story.js"
import { randomWorld } from "./oracle/random-world.js"
import { hasShared, sharedWorld } from "./worlds.js"

const long = process.env.LONG === "1"

interface Case {
  readonly seed: number
  readonly problem: Problem
  readonly limits: Limits
}

/** So many of the random worlds in which a story can begin. */
function casesOf(count: number): readonly Case[] {
  const found: Case[] = []
  for (let seed = 0; found.length < count; seed++) {
    const { text, limits } = randomWorld(seed)
    const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
    if (problem !== undefined && !groundingNotes(problem).some((each) => each.severity === "error"))
      found.push({ seed, problem, limits })
  }
  return found
}

function run(problem: Problem, options: SearchOptions, slice = 1000): Search {
  const search = startSearch(problem, options)
  while (search.status === "searching") search.step(slice)
  return search
}

const planOf = (search: Search): string | undefined => search.story?.solution.plan.join(" ")

test("the default method says solved exactly where a story exists, and best-first finds a shortest", () => {
  const counts = { solved: 0, unknown: 0 }
  const cases = casesOf(long ? 500 : 60)
  for (const { seed, problem, limits } of cases) {
    const search = run(problem, { limits })
    const stories = everyStoryIfKnown(problem, limits, { goal: search.goal })
    if (stories === undefined) {
      counts.unknown++
      continue
    }
    const where = `seed ${seed}`
    expect([where, search.status]).toEqual([where, stories.length > 0 ? "solved" : "exhausted"])
    const shortest = run(problem, { limits, method: "best-first" })
    expect([where, shortest.story?.solution.plan.length]).toEqual([where, stories[0]?.solution.plan.length])
    if (stories.length === 0) continue
    counts.solved++
    expect([where, ...stories.map((each) => each.solution.plan.join(" "))]).toContain(planOf(search))
    expect([where, verify(problem, search.story!.solution, { limits, goal: search.goal }).verdict]).toEqual([
      where,
      "valid",
    ])
    if (search.shortest) expect([where, planOf(search)?.length]).toEqual([where, planOf(shortest)?.length])
  }
  expect(counts.solved).toBeGreaterThan(0.3 * cases.length)
  expect(counts.unknown).toBeLessThan(0.05 * cases.length)
}, 1_200_000)

describe("slices of any size do the same work:", () => {
  const told = (search: Search): string =>
    JSON.stringify([search.status, search.limit, search.shortest, search.story, search.progress])
  const inSlices = (problem: Problem, options: SearchOptions): Set<string> =>
    new Set([1, 7, 1000].map((slice) => told(run(problem, options, slice))))

  test("on random worlds", () => {
    for (const { problem, limits } of casesOf(20)) expect(inSlices(problem, { limits }).size).toBe(1)
  }, 60_000)

  test.skipIf(!hasShared).each([
    ["jailbreak", 2, { author: 7, character: 5, belief: 2 }],
    ["gramma", 1, { author: 6, character: 5, belief: 2 }],
    ["hospital", 1, { author: 6, character: 5, belief: 3 }],
  ])(
    "where small lanes propose: %s (skipped where the benchmarks are absent)",
    (name, goal, limits) => {
      expect(inSlices(sharedWorld(`benchmarks/problems/${name}.txt`), { goal, limits }).size).toBe(1)
    },
    120_000,
  )
})

describe("without an idea the same stories are found:", () => {
  const cases = casesOf(12)

  test.each(Object.keys(optimisations) as Optimisation[])(
    "%s",
    (idea) => {
      for (const { seed, problem, limits } of cases) {
        const all = (options: SearchOptions): readonly string[] =>
          everyStory(problem, limits, options)
            .map((each) => each.solution.plan.join(" "))
            .sort()
        expect([seed, all({ without: [idea] })]).toEqual([seed, all({})])
        expect([seed, run(problem, { limits, without: [idea] }).status]).toEqual([
          seed,
          run(problem, { limits }).status,
        ])
      }
    },
    60_000,
  )
})

test("the first lane of every method is the whole search: as wide as asked for, shortest first, giving nothing up", () => {
  for (const method of Object.keys(methods) as MethodName[]) {
    for (const bounds of [
      { author: 9, character: 1, belief: 0 },
      { author: 3, character: 7, belief: 2 },
      { author: Infinity, character: Infinity, belief: Infinity },
    ]) {
      expect(methods[method].members(bounds)[0]).toMatchObject({ bounds, weight: 0, nodeBudget: Infinity })
    }
  }
})
