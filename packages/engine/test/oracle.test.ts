/**
 * Search, judge and oracle: three readings of docs/semantics.md that share no code. On random small worlds of the hard kind
 * they must agree, plan for plan and utility for utility; after random acts, oracle and judge must agree on every fluent in
 * every mind. And the oracle must be able to notice: misreading single definitions must change what it says of some worlds.
 */
import { compileStory } from "@dramaturg/language"
import { verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { everyStory } from "./every-story.js"
import { differencesInMinds } from "./oracle/compare-minds.js"
import { type Misreadings, type Opinion, type OracleLimits, type OracleStory, opinionOf } from "./oracle/oracle.js"
import { randomWorld } from "./oracle/random-world.js"

const long = process.env.LONG === "1"
const seeds = Array.from({ length: long ? 1000 : 60 }, (_, i) => i)

interface Case {
  readonly seed: number
  readonly text: string
  readonly problem: Problem
  readonly limits: OracleLimits
}

/** The seed's world; undefined if the text contradicts itself, as some do. */
function caseOf(seed: number): Case | undefined {
  const { text, limits } = randomWorld(seed)
  const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
  return problem === undefined ? undefined : { seed, text, problem, limits }
}

/** What is wrong, with all that is needed to look into it. */
function report({ seed, text, limits }: Case, complaint: string): string {
  return `seed ${seed}, limits ${limits.author}/${limits.character}/${limits.belief}: ${complaint}\n${text}`
}

function found({ problem, limits }: Case): readonly OracleStory[] {
  return everyStory(problem, limits).map((each) => ({ plan: each.solution.plan, utility: each.utility }))
}

const line = ({ plan, utility }: OracleStory): string => `${plan.join(" ")} u=${utility}`

function verdictOn({ problem, limits }: Case, plan: readonly string[]): string {
  return verify(problem, { plan, explanations: [] }, { limits }).verdict
}

/** How many sequences that are no stories the judge is asked about, in each world. */
const REFUSED_ASKED = 10

/** One report for each disagreement. */
function disagreements(each: Case, opinion: Opinion): readonly string[] {
  const ours = found(each).map(line)
  const theirs = opinion.stories.map(line)
  return [
    ...theirs.filter((story) => !ours.includes(story)).map((story) => report(each, `the search misses ${story}`)),
    ...ours.filter((story) => !theirs.includes(story)).map((story) => report(each, `the oracle does not accept ${story}`)),
    ...complaintsOfJudge(each, opinion),
  ]
}

function complaintsOfJudge(each: Case, { stories, refused }: Opinion): readonly string[] {
  const asked = [
    ...stories.map(({ plan }) => ({ plan, wanted: "valid" })),
    ...refused.slice(0, REFUSED_ASKED).map(({ plan }) => ({ plan, wanted: "invalid" })),
  ]
  return asked.flatMap(({ plan, wanted }) => {
    const verdict = verdictOn(each, plan)
    return verdict === wanted ? [] : [report(each, `the judge finds ${plan.join(" ")} ${verdict}, not ${wanted}`)]
  })
}

/** Each of the first seeds, then those whose opinion shows a misreading. */
const cases = seeds.map(caseOf).filter((each) => each !== undefined)

test("search, judge and oracle agree on random worlds", () => {
  const counts = { decided: 0, withStories: 0, withSomethingMinimal: 0, withSomebodyUnwilling: 0 }
  const wrong = cases.flatMap((each) => {
    const opinion = opinionOf(each.problem, each.limits)
    if (typeof opinion === "string") return []
    counts.decided++
    if (opinion.stories.length > 0) counts.withStories++
    if (opinion.refused.some(({ why }) => why === "S4")) counts.withSomethingMinimal++
    if (opinion.refused.some(({ why }) => why === "S2")) counts.withSomebodyUnwilling++
    return disagreements(each, opinion)
  })
  expect(wrong).toEqual([])
  expect(counts.decided).toBeGreaterThan(0.85 * cases.length)
  expect(counts.withStories).toBeGreaterThan(0.35 * cases.length)
  expect(counts.withSomethingMinimal).toBeGreaterThan(0.1 * cases.length)
  expect(counts.withSomebodyUnwilling).toBeGreaterThan(0.4 * cases.length)
}, 1_800_000)

test("oracle and judge agree on every fluent in every mind after random acts", () => {
  const compared = { values: 0, acts: 0 }
  const wrong = cases.flatMap((each) => differencesInMinds(each.problem, each.seed, compared).map((complaint) => report(each, complaint)))
  expect(wrong).toEqual([])
  expect(compared.values).toBeGreaterThan(500 * cases.length)
  expect(compared.acts).toBeGreaterThan(2 * cases.length)
}, 1_800_000)

/** For each misreading some seeds in which it shows. */
const showing: readonly (readonly [misreading: keyof Misreadings, ...seeds: number[]])[] = [
  ["plansMustClimb", 1739, 2775, 3435],
  ["higherIsAsGood", 84, 315, 514],
  ["shortcutsNeedNoReasons", 73, 126, 185],
  ["freshHorizon", 55, 156, 165],
  ["surpriseTellsAll", 409, 644, 744],
  ["dropOutermost", 36, 48, 89],
  ["ownActsAreFree", 126, 193, 1235],
  ["oneLevelMore", 15, 16, 61],
  ["noSelfNotice", 60, 100, 690],
]

describe("a misreading is noticed:", () => {
  const said = ({ problem, limits }: Case, misread: Misreadings): string => {
    const opinion = opinionOf(problem, limits, misread)
    return typeof opinion === "string" ? opinion : opinion.stories.map(line).sort().join("\n")
  }

  test.each(showing)("%s", (misreading, ...where) => {
    for (const each of where.map(caseOf)) {
      expect(each).toBeDefined()
      expect(found(each!).map(line).sort().join("\n")).toBe(said(each!, {}))
      expect(said(each!, { [misreading]: true })).not.toBe(said(each!, {}))
    }
  })

  /**
   * Without M4 (and without its twin, the empty shortcut of M5) no act gains or loses a reason: a plan that passes its end
   * can be cut off where it first gets there, and the shorter plan breaks nothing that the longer one kept. So M4 alone can
   * only show in the certificates that a judge refuses, never in which stories exist.
   */
  test("only that plans may pass where they end is not, for it changes no set of stories", () => {
    const changed = cases.filter((each) => said(each, { plansMayPassTheirEnd: true }) !== said(each, {}))
    expect(changed.map(({ seed }) => seed)).toEqual([])
  }, 1_800_000)
})
