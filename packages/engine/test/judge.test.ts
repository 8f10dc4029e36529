/**
 * The judge on the published stories. Each known solution holds within the published limits; each stops
 * holding when one act is dropped, doubled, swapped with the next, or given another act's reasons, unless the
 * table below says why it still does.
 */
import { verify } from "@dramaturg/engine"
import { readCertificate } from "@dramaturg/language"
import type { Problem, Solution, Verdict } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { stillValid } from "./judge-still-valid.js"
import { hasShared, readShared, sharedWorld } from "./worlds.js"

const long = process.env.LONG === "1"

interface Setting {
  readonly name: string
  readonly world: string
  readonly goal: number
  readonly limits: { readonly author: number; readonly character: number; readonly belief: number }
}

function settings(): readonly Setting[] {
  if (!hasShared) return []
  return readShared("benchmarks/settings.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [name, world, goal, author, character, belief] = line.split(",")
      return {
        name,
        world,
        goal: Number(goal),
        limits: { author: Number(author), character: Number(character), belief: Number(belief) },
      }
    })
}

function load({ name, world }: Setting): { readonly problem: Problem; readonly solution: Solution } {
  const problem = sharedWorld(`benchmarks/problems/${world}.txt`)
  const { solution, diagnostics } = readCertificate(readShared(`benchmarks/solutions/${name}.txt`), problem)
  expect(diagnostics).toEqual([])
  return { problem, solution: solution! }
}

/** Take more than a second for one verdict, or many changes. */
const slow = [
  "aladdin_any",
  "hospital_both",
  "western",
  "gramma_any",
  "gramma_win",
  "fantasy_all",
  "basketball_both",
  "deerhunter_both",
]

const all = settings()
/** These two take seconds, all the others together about two. */
const known = all.filter(({ name }) => long || !["aladdin_any", "aladdin_both"].includes(name))
/** Has its own, shorter list of changes below. */
const longest = "aladdin_both"
const changed = all.filter(({ name }) => name !== longest && (long || !slow.includes(name)))

describe.skipIf(!hasShared)("the judge and the published solutions (skipped where they are absent)", () => {
  test.each(known)("finds nothing wrong with $name", (setting) => {
    const { problem, solution } = load(setting)
    const { verdict, breaches } = verify(problem, solution, setting)
    expect({ verdict, breaches }).toEqual({ verdict: "valid", breaches: [] })
  })

  test.each(changed)("refuses $name once it is tampered with", (setting) => {
    const { problem, solution } = load(setting)
    const held = changesOf(solution).filter(
      (each) => judged(problem, each.solution, setting, 100_000).verdict !== "invalid",
    )
    expect(held.map((each) => each.what)).toEqual(Object.keys(stillValid[setting.name] ?? {}))
  })
})

describe.skipIf(!hasShared || !long)(
  "the judge and the longest published solution (skipped where it is absent, and without LONG=1)",
  () => {
    test("refuses aladdin_both after any act is dropped, doubled or swapped, but one swap", () => {
      const setting = all.find((each) => each.name === longest)!
      const { problem, solution } = load(setting)
      const held = solution.plan
        .flatMap((_, i) => changesAt(solution, i))
        .filter((each) => judged(problem, each.solution, setting).verdict !== "invalid")
      // The wedding and the genie's threat do not depend on each other.
      expect(held.map((each) => each.what)).toEqual(["swap 9"])
    })
  },
)

/** One act more is allowed for, so that a doubled act is not refused for its mere number. */
function judged(problem: Problem, solution: Solution, { limits, goal }: Setting, effort?: number): Verdict {
  const verdict = verify(problem, solution, {
    limits: { ...limits, author: solution.plan.length },
    goal,
    effort,
  })
  for (const { act, definition, message } of verdict.breaches) {
    expect(act).toBeLessThanOrEqual(solution.plan.length)
    expect(definition).toMatch(/^D\d+( [MS]\d)?$/)
    expect(message).toMatch(/\.$/)
  }
  return verdict
}

interface Change {
  readonly what: string
  readonly solution: Solution
}

function changesOf(solution: Solution): readonly Change[] {
  return solution.plan.flatMap((_, i) => [...changesAt(solution, i), ...otherReasons(solution, i)])
}

function changesAt(solution: Solution, i: number): readonly Change[] {
  const dropped = {
    what: `drop ${i + 1}`,
    solution: mapped(solution, (each) => [...each.slice(0, i), ...each.slice(i + 1)]),
  }
  const doubled = {
    what: `double ${i + 1}`,
    solution: mapped(solution, (each) => [...each.slice(0, i + 1), ...each.slice(i)]),
  }
  if (i + 1 === solution.plan.length) return [dropped, doubled]
  const swap = <T>(list: readonly T[]): readonly T[] => [
    ...list.slice(0, i),
    list[i + 1],
    list[i],
    ...list.slice(i + 2),
  ]
  return [dropped, doubled, { what: `swap ${i + 1}`, solution: mapped(solution, swap) }]
}

function mapped({ plan, explanations }: Solution, change: <T>(list: readonly T[]) => readonly T[]): Solution {
  return { plan: change(plan), explanations: change(explanations) }
}

function otherReasons({ plan, explanations }: Solution, i: number): readonly Change[] {
  return explanations.flatMap((other, j) => {
    if (JSON.stringify(other) === JSON.stringify(explanations[i])) return []
    return [
      {
        what: `reason ${i + 1} of ${j + 1}`,
        solution: { plan, explanations: explanations.map((each, k) => (k === i ? other : each)) },
      },
    ]
  })
}
