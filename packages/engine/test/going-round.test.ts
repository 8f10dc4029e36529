/**
 * Judge and review go round all questions with little effort first: one that would take for ever hides no
 * easy "no", and what is known when they must stop is said. Given enough effort, going round changes no
 * verdict.
 */
import { startReview, verify, type ReviewOptions, type VerifyOptions } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { Problem, Review, Solution, Verdict } from "@dramaturg/model"
import { reviewSentences } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"
import { ground } from "../src/ground/ground.js"
import { diceOf } from "./oracle/dice.js"
import { opinionOf } from "./oracle/oracle.js"
import { randomWorld } from "./oracle/random-world.js"
import { hasShared, readShared, sharedWorld, world } from "./worlds.js"

/**
 * Tom wants two of what there is only one of, which no exchange ever brings about, but to see that all 40,320
 * orders have to be looked at. `ann`: what Ann wants, who sings.
 */
const puzzle = (ann: string): Problem =>
  world(
    `
  type cell; ${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `entity C${i} : cell;`).join(" ")}
  entity Tom : character; entity Ann : character;
  property v(x : cell) : number; property sung() : boolean; property won() : boolean;
  ${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `v(C${i}) = ${i};`).join(" ")}
  action swap(x : cell, y : cell) { precondition: x != y; effect: v(x) = v(y) & v(y) = v(x); consenting: Tom; };
  action sing() { precondition: !sung(); effect: sung(); consenting: Ann; };
  action win() { precondition: sung() & v(C1) == 2; effect: won(); };
  utility(): won();
  utility(Tom): if(v(C1) == 8 & v(C2) == 8) 1 else 0;
  ${ann}
`,
    "puzzle.txt",
  )

const plan = ["swap(C1, C2)", "sing()", "win()"]
const bare: Solution = { plan, explanations: plan.map(() => ({})) }
const limits = { author: 3, character: 30, belief: 1 }
const wantsToSing = puzzle("utility(Ann): sung();")
/** Her puzzle is the same with three beads, so that it takes some looks to see that singing leads nowhere. */
const wantsInVain = puzzle(`
  type bead; entity B1 : bead; entity B2 : bead; entity B3 : bead;
  property b(x : bead) : number; b(B1) = 1; b(B2) = 2; b(B3) = 3;
  action string(x : bead, y : bead) { precondition: x != y; effect: b(x) = b(y) & b(y) = b(x); consenting: Ann; };
  utility(Ann): if(sung() & b(B1) == 3 & b(B2) == 3) 1 else 0;`)

function said({ verdict, breaches, acts = [] }: Verdict): readonly string[] {
  const lines = acts.map(
    ({ act, standing, looks }) =>
      `${act} ${standing}${standing === "open" ? (looks > 0 ? " after looks" : "") : ""}`,
  )
  return [
    verdict,
    ...breaches.map(
      ({ act, definition, message, limit }) =>
        `${act} ${definition}: ${message}${limit === undefined ? "" : ` (${limit})`}`,
    ),
    ...lines,
  ]
}

describe("the judge goes round", () => {
  test("so that a certain no is found behind a question without end", () => {
    const judged = verify(wantsInVain, bare, { limits, effort: 20_000 })
    expect(said(judged)).toEqual(["invalid", "2 D22: Ann has no reason for sing()."])
    // Asked in order, nobody ever came to it.
    expect(verify(wantsInVain, bare, { limits, effort: 20_000, ration: Infinity }).verdict).toBe("undecided")
  })

  test("and says act by act what holds where it had to stop", () => {
    expect(said(verify(wantsToSing, bare, { limits, effort: 20_000 }))).toEqual([
      "undecided",
      "1 D22: It is open whether Tom has a reason for swap(C1, C2). (effort)",
      "1 open after looks",
      "2 holds",
      "3 holds",
      "0 holds",
    ])
  })

  test("and tells on its way what would stand if it were stopped", () => {
    const told: Verdict[] = []
    verify(wantsToSing, bare, { limits, effort: 20_000, onProgress: (verdict) => told.push(verdict) })
    expect(told.every((each) => each.verdict === "undecided")).toBe(true)
    expect(said(told[0])).toContain("2 open")
    expect(said(told[2]).slice(-3)).toEqual(["2 holds", "3 holds", "0 holds"])
  })

  test("until the time is over", () => {
    let looks = 0
    const judged = verify(wantsToSing, bare, { limits, isOver: () => ++looks > 40 })
    expect(said(judged).slice(0, 2)).toEqual([
      "undecided",
      "1 D22: It is open whether Tom has a reason for swap(C1, C2). (time)",
    ])
    expect(said(judged)).toContain("2 holds")
  })
})

/**
 * Plots of random worlds: stories with their reasons and without, and the same with an act dropped, doubled
 * or exchanged.
 */
function* cases(
  seeds: number,
): Iterable<{ readonly problem: Problem; readonly solution: Solution; readonly options: VerifyOptions }> {
  for (let seed = 0; seed < seeds; seed++) {
    const { text, limits } = randomWorld(seed)
    const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
    const opinion = problem === undefined ? "" : opinionOf(problem, limits)
    if (problem === undefined || typeof opinion === "string") continue
    const dice = diceOf(seed)
    const labels = ground(problem).task.actions.map((each) => each.label)
    for (const { plan } of [...opinion.stories.slice(0, 3), ...opinion.refused.slice(0, 3)]) {
      const at = dice.below(plan.length)
      const changed = [
        plan,
        plan.toSpliced(at, 1),
        plan.toSpliced(at, 0, plan[at]),
        plan.toSpliced(at, 1, dice.pick(labels)),
      ]
      for (const each of changed)
        yield { problem, solution: { plan: each, explanations: each.map(() => ({})) }, options: { limits } }
    }
  }
}

function expectSame(
  problem: Problem,
  solution: Solution,
  options: VerifyOptions,
  tally: Map<string, number>,
): void {
  const inOrder = verify(problem, solution, { ...options, effort: 1e7, ration: Infinity })
  for (const ration of [1, 30, undefined]) {
    const round = verify(problem, solution, { ...options, effort: 1e7, ration })
    expect(round.verdict).toBe(inOrder.verdict)
    // A "no" ends it: fewer breaches may be named, but none that the other does not know.
    for (const each of round.breaches) expect(inOrder.breaches).toContainEqual(each)
  }
  tally.set(inOrder.verdict, (tally.get(inOrder.verdict) ?? 0) + 1)
}

describe("given enough effort, the verdict of a judge who goes round is that of one who asks in order", () => {
  test("on random worlds", () => {
    const tally = new Map<string, number>()
    for (const { problem, solution, options } of cases(process.env.LONG === "1" ? 1500 : 60))
      expectSame(problem, solution, options, tally)
    expect(tally.get("valid")).toBeGreaterThan(20)
    expect(tally.get("invalid")).toBeGreaterThan(20)
    expect(tally.get("undecided") ?? 0).toBe(0)
  })

  test.skipIf(!hasShared).each([
    ["lovers", 5, 5, 2],
    ["bribery", 5, 5, 2],
    ["secretagent", 8, 8, 1],
  ])("on %s (skipped where it is absent)", (name, author, character, belief) => {
    const problem = sharedWorld(`benchmarks/problems/${name}.txt`)
    const acts = readShared(`benchmarks/solutions/${name}.txt`)
      .split("\n")
      .map((each) => each.trim())
      .filter((each) => /^\w+\(.*\w+.*\)$/.test(each) && !each.startsWith("goal"))
    const tally = new Map<string, number>()
    for (const plan of [acts, ...acts.map((_, i) => acts.toSpliced(i, 1))]) {
      expectSame(
        problem,
        { plan, explanations: plan.map(() => ({})) },
        { limits: { author, character, belief } },
        tally,
      )
    }
    expect(tally.get("valid")).toBeGreaterThan(0)
  })
})

function review(problem: Problem, acts: readonly string[], options: ReviewOptions = {}): Review {
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const query = startReview(problem, { acts: acts.map((act) => ({ act, span })), notes: [] }, options)
  while (!query.step(100));
  return query.answer!
}

function words(problem: Problem, acts: readonly string[], options: ReviewOptions): readonly string[] {
  const { acts: lines, whole } = reviewSentences(review(problem, acts, options), problem)
  return [...lines.flatMap(({ verdict, sentences }) => [verdict, ...sentences]), whole]
}

describe("a review goes round", () => {
  test("and keeps within the effort what it looks at for reasons", () => {
    expect(words(wantsToSing, plan, { limits, effort: 1000 })).toEqual([
      "not told",
      "Whether Tom has a reason for it could not be told: as much effort was spent as was allowed, after 1000 visits.",
      "holds",
      "holds",
      "Not everything could be told. Reasons were looked for with people planning 30 acts ahead, 1 mind deep.",
    ])
  })

  test("so that a plot fails for sure, though not everything is told of it", () => {
    const found = review(wantsInVain, plan, { limits, effort: 1000 })
    expect(found.acts.map((each) => each.verdict)).toEqual(["limited", "unmotivated", "holds"])
    expect(found.verdict).toBe("fails")
  })

  test("and tells on its way what is known", () => {
    const told: Review[] = []
    review(wantsInVain, plan, { limits, effort: 1000, onProgress: (each) => told.push(each) })
    expect(told[0].verdict).toBe("limited")
    expect(told[1].acts.map((each) => each.verdict)).toEqual(["limited", "unmotivated", "holds"])
    expect(told[1].verdict).toBe("fails")
  })

  test("and a certain no stays one, though the time does not suffice to find out what is in the way", () => {
    // Ann knows of no song; the puzzle keeps the search for what she would have to know busy.
    const deaf = puzzle(
      "property song() : boolean; song(); believes(Ann, !song()); utility(Ann): if(sung() & v(C1) == 8 & v(C2) == 8) 1 else 0;",
    )
    const options = { limits: { ...limits, character: 1 }, effort: 5 }
    expect(words(deaf, ["sing()"], options).slice(0, 2)).toEqual([
      "unmotivated",
      "Ann has no reason for it. What would give Ann one could not be told: as much effort was spent as was allowed.",
    ])
    expect(review(deaf, ["sing()"], options).verdict).toBe("fails")
  })
})
