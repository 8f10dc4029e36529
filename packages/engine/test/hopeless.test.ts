/**
 * Goals that nothing in the world can reach: one more than the best that the author can get. The answer says
 * why at once, proves that no story exists, or says which limit stopped the search; it never passes the one
 * off as the other.
 */
import { groundingNotes, type Search, type SearchOptions, startSearch } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { hasShared, sharedWorld } from "./worlds.js"

const long = process.env.LONG === "1"
const VISITS = long ? 20_000 : 500

interface Hopeless {
  readonly name: string
  /**
   * The highest that the author's utility can be. Where the wish does not show it, the reason stands beside.
   */
  readonly best: number
  /**
   * Whether the answer comes at once, from what acts can change at all. Where it does not, it may come to.
   */
  readonly isTold: boolean
  /**
   * The published limits, where within them it can be proved that there is no such story: acts of it, of
   * plans, depth of belief.
   */
  readonly within?: readonly [author: number, character: number, belief: number]
}

const problems: readonly Hopeless[] = [
  { name: "aladdin", best: 2, isTold: true },
  { name: "basketball", best: 2, isTold: true },
  { name: "bribery", best: 1, isTold: true },
  { name: "deerhunter", best: 2, isTold: false, within: [10, 6, 1] },
  // 1 for being happy, 1 for each of the two things of value.
  { name: "fantasy", best: 3, isTold: false, within: [9, 3, 2] },
  { name: "gramma", best: 2, isTold: true },
  { name: "hospital", best: 2, isTold: false, within: [11, 5, 3] },
  // A story is known that gets to 7; of 8 we do not know.
  { name: "jailbreak", best: 8, isTold: true },
  { name: "lovers", best: 1, isTold: true },
  { name: "macguffin", best: 1, isTold: false, within: [5, 5, 2] },
  { name: "raiders", best: 1, isTold: true },
  { name: "secretagent", best: 1, isTold: true },
  // 6 if all were so, but the rule end_relationship lets nobody be dead and at peace.
  { name: "space", best: 5, isTold: false, within: [9, 3, 1] },
  { name: "treasure", best: 1, isTold: true },
  { name: "treasurehunt", best: 1, isTold: true },
  { name: "western", best: 1, isTold: true },
]

/** This takes ten seconds. */
const slow = new Set(["fantasy"])

function run(problem: Problem, options: SearchOptions): Search {
  const search = startSearch(problem, { maxVisited: VISITS, ...options })
  while (search.status === "searching") search.step(100)
  return search
}

function reasonsWhyNot({ notes }: Pick<Search, "notes">): readonly string[] {
  return notes.flatMap((each) => (each.code === "goal-out-of-reach" ? [each.message] : []))
}

describe.skipIf(!hasShared)("a goal one above the best (skipped where the benchmarks are absent)", () => {
  test.each(problems)("$name: $best is all there is", ({ name, best, isTold }) => {
    const problem = sharedWorld(`benchmarks/problems/${name}.txt`)
    const search = run(problem, { goal: best + 1 })
    expect(["exhausted", "limited"]).toContain(search.status)
    expect(search.story).toBeNull()
    expect(search.best?.utility ?? 0).toBeLessThanOrEqual(best)
    expect(search.limit === null).toBe(search.status === "exhausted")
    expect([null, "visits", "belief"]).toContain(search.limit)
    if (isTold)
      expect([search.status, ...reasonsWhyNot(search)]).toEqual([
        "exhausted",
        expect.stringContaining(`worth ${best + 1}: at most ${best}.`),
      ])
  })

  test.each(problems.filter(({ within, name }) => within !== undefined && (long || !slow.has(name))))(
    "$name: within the published limits that is proved",
    ({ name, best, within }) => {
      const [author, character, belief] = within!
      const search = run(sharedWorld(`benchmarks/problems/${name}.txt`), {
        goal: best + 1,
        limits: { author, character, belief },
        maxVisited: undefined,
      })
      expect([search.status, search.limit, search.story]).toEqual(["exhausted", null, null])
    },
  )

  test.each(problems)("$name: of a goal that can be reached nobody says that it cannot", ({ name, best }) => {
    const problem = sharedWorld(`benchmarks/problems/${name}.txt`)
    expect(reasonsWhyNot({ notes: groundingNotes(problem) })).toEqual([])
    const search = run(problem, { goal: best, maxVisited: 100 })
    expect(search.status).not.toBe("exhausted")
    expect(reasonsWhyNot(search)).toEqual([])
  })
})
