/**
 * Search, judge and oracle: three readings of docs/semantics.md that share no code. On random small worlds of
 * the hard kind they must agree, plan for plan and utility for utility; after random acts, oracle and judge
 * must agree on every fluent in every mind. And the oracle must be able to notice: misreading single
 * definitions must change what it says of some worlds.
 *
 * Worlds with news are others: in them some things happen that nobody foresees (D33), and some are common
 * (D34).
 */
import { compileStory } from "@dramaturg/language"
import { verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { everyStoryIfKnown } from "./every-story.js"
import { type Compared, differencesInMinds } from "./oracle/compare-minds.js"
import {
  type Misreadings,
  type Opinion,
  type OracleLimits,
  type OracleStory,
  opinionOf,
} from "./oracle/oracle.js"
import { type News, describeMarks, marked, newsOf, noNews } from "./oracle/random-marks.js"
import { randomWorld } from "./oracle/random-world.js"

const long = process.env.LONG === "1"
const seeds = Array.from({ length: long ? 500 : 40 }, (_, i) => i)
const seedsWithNews = Array.from({ length: long ? 1000 : 60 }, (_, i) => i)

interface Case {
  readonly seed: string
  readonly text: string
  readonly problem: Problem
  readonly limits: OracleLimits
}

const opinions = new Map<Case, ReturnType<typeof opinionOf>>()

/**
 * What the oracle thinks, without a misreading; it takes long, and is asked of some worlds more than once.
 */
function plainOpinionOf(each: Case): ReturnType<typeof opinionOf> {
  const opinion = opinions.get(each) ?? opinionOf(each.problem, each.limits)
  opinions.set(each, opinion)
  return opinion
}

/** The seed's world; undefined if the text contradicts itself, as some do. */
function caseOf(seed: number): Case | undefined {
  return caseWith(seed, noNews, `${seed}`)
}

/** The same with what is unforeseen and what is common (D33, D34). */
function caseWithNews(seed: number): Case | undefined {
  return caseWith(seed, newsOf(seed), `${seed} with news`)
}

function caseWith(seed: number, news: News, name: string): Case | undefined {
  const { text, limits } = randomWorld(seed, news)
  const { problem: bare } = compileStory(text, { file: `seed-${seed}.txt` })
  if (bare === undefined) return undefined
  const problem = marked(bare, seed, news)
  return { seed: name, text: text + describeMarks(problem), problem, limits }
}

/** What is wrong, with all that is needed to look into it. */
function report({ seed, text, limits }: Case, complaint: string): string {
  return `seed ${seed}, limits ${limits.author}/${limits.character}/${limits.belief}: ${complaint}\n${text}`
}

/** Undefined where the list would have to follow minds too deep. */
function found({ problem, limits }: Case): readonly OracleStory[] | undefined {
  return everyStoryIfKnown(problem, limits)?.map((each) => ({
    plan: each.solution.plan,
    utility: each.utility,
  }))
}

const line = ({ plan, utility }: OracleStory): string => `${plan.join(" ")} u=${utility}`

function verdictOn({ problem, limits }: Case, plan: readonly string[]): string {
  return verify(problem, { plan, explanations: [] }, { limits }).verdict
}

/** How many sequences that are no stories the judge is asked about, in each world. */
const REFUSED_ASKED = 10

/** One report for each disagreement. */
function disagreements(each: Case, opinion: Opinion, ours: readonly string[] | undefined): readonly string[] {
  const theirs = opinion.stories.map(line)
  if (ours === undefined) return complaintsOfJudge(each, opinion)
  return [
    ...theirs
      .filter((story) => !ours.includes(story))
      .map((story) => report(each, `the search misses ${story}`)),
    ...ours
      .filter((story) => !theirs.includes(story))
      .map((story) => report(each, `the oracle does not accept ${story}`)),
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
    return verdict === wanted
      ? []
      : [report(each, `the judge finds ${plan.join(" ")} ${verdict}, not ${wanted}`)]
  })
}

const cases = seeds.map(caseOf).filter((each) => each !== undefined)
const casesWithNews = seedsWithNews.map(caseWithNews).filter((each) => each !== undefined)

/**
 * Which part of the worlds at least must be decided, have stories, something needless, somebody unwilling.
 */
type Shares = readonly [
  decided: number,
  withStories: number,
  withSomethingMinimal: number,
  withSomebodyUnwilling: number,
]

const sets: readonly (readonly [name: string, cases: readonly Case[], shares: Shares])[] = [
  ["random worlds", cases, [0.85, 0.35, 0.1, 0.4]],
  ["random worlds with news", casesWithNews, [0.7, 0.2, 0.04, 0.4]],
]

test.each(sets)(
  "search, judge and oracle agree on %s",
  (_, cases, shares) => {
    const counts = {
      decided: 0,
      unlisted: 0,
      withStories: 0,
      withSomethingMinimal: 0,
      withSomebodyUnwilling: 0,
    }
    const wrong = cases.flatMap((each) => {
      const opinion = plainOpinionOf(each)
      if (typeof opinion === "string") return []
      const ours = found(each)?.map(line)
      counts.decided++
      if (ours === undefined) counts.unlisted++
      if (opinion.stories.length > 0) counts.withStories++
      if (opinion.refused.some(({ why }) => why === "S4")) counts.withSomethingMinimal++
      if (opinion.refused.some(({ why }) => why === "S2")) counts.withSomebodyUnwilling++
      return disagreements(each, opinion, ours)
    })
    expect(wrong).toEqual([])
    expect(counts.decided).toBeGreaterThan(shares[0] * cases.length)
    expect(counts.unlisted).toBeLessThan(0.01 * cases.length)
    expect(counts.withStories).toBeGreaterThan(shares[1] * cases.length)
    expect(counts.withSomethingMinimal).toBeGreaterThan(shares[2] * cases.length)
    expect(counts.withSomebodyUnwilling).toBeGreaterThan(shares[3] * cases.length)
  },
  3_600_000,
)

test.each(sets)(
  "oracle and judge agree on every fluent in every mind after random acts in %s",
  (_, cases) => {
    const compared = { values: 0, acts: 0 }
    const wrong = cases.flatMap((each) =>
      differencesIn(each, compared).map((complaint) => report(each, complaint)),
    )
    expect(wrong).toEqual([])
    expect(compared.values).toBeGreaterThan(500 * cases.length)
    expect(compared.acts).toBeGreaterThan(2 * cases.length)
  },
  3_600_000,
)

function differencesIn(
  { problem, seed }: Case,
  compared: Compared,
  misread: Misreadings = {},
): readonly string[] {
  return differencesInMinds(problem, Number.parseInt(seed, 10), compared, misread)
}

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

/** The same for worlds with news. */
const showingWithNews: typeof showing = [
  ["unforeseenIsCountedOn", 1, 22, 52],
  ["unforeseenMissesMinds", 46, 52, 166],
  ["unforeseenNeverHappens", 12, 118, 130],
  ["shortcutsAreLucky", 487, 625, 634],
  ["commonMustBeSeen", 128, 158, 212],
  ["commonStaysPrivate", 410, 1113],
]

describe("a misreading is noticed:", () => {
  const said = (each: Case, misread?: Misreadings): string => {
    const opinion = misread ? opinionOf(each.problem, each.limits, misread) : plainOpinionOf(each)
    return typeof opinion === "string" ? opinion : opinion.stories.map(line).sort().join("\n")
  }

  const shows = (misreading: keyof Misreadings, cases: readonly (Case | undefined)[]): void => {
    for (const each of cases) {
      expect(each).toBeDefined()
      expect(found(each!)?.map(line).sort().join("\n")).toBe(said(each!))
      expect(said(each!, { [misreading]: true })).not.toBe(said(each!))
    }
  }

  test.each(showing)("%s", (misreading, ...where) => shows(misreading, where.map(caseOf)))
  test.each(showingWithNews)("%s", (misreading, ...where) => shows(misreading, where.map(caseWithNews)))

  test.each<keyof Misreadings>(["unforeseenMissesMinds", "commonMustBeSeen", "commonStaysPrivate"])(
    "%s, in minds",
    (misreading) => {
      const showing = casesWithNews
        .slice(0, 30)
        .filter((each) => differencesIn(each, { values: 0, acts: 0 }, { [misreading]: true }).length > 0)
      expect(showing.length).toBeGreaterThan(2)
    },
  )

  /**
   * Without M4 (and without its twin, the empty shortcut of M5) no act gains or loses a reason: a plan that
   * passes its end can be cut off where it first gets there, and the shorter plan breaks nothing that the
   * longer one kept. So M4 alone can only show in the certificates that a judge refuses, never in which
   * stories exist.
   */
  test("only that plans may pass where they end is not, for it changes no set of stories", () => {
    const changed = cases.filter((each) => said(each, { plansMayPassTheirEnd: true }) !== said(each))
    expect(changed.map(({ seed }) => seed)).toEqual([])
  }, 1_800_000)
})
