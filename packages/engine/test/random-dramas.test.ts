/**
 * Search, judge and oracle on random worlds of our own language: additions to every action, conditions that
 * nothing but the parameters or the text decides, clocks, feelings, what is unforeseen, numbers that grow too
 * large, and demands. All three must agree on every story. And the worlds must be such that misreadings of
 * what is new in them show.
 */
import { Game, groundingNotes, startExploration, verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { expect, test } from "vitest"
import { type Case, caseOf, disagreements, found, line, opinion } from "./oracle/drama-case.js"
import type { Misreadings } from "./oracle/oracle.js"
import { inOtherWords } from "./oracle/other-words.js"

const long = process.env.LONG === "1"
const seeds = Array.from({ length: long ? 2000 : 80 }, (_, i) => i)

test("search, judge and oracle agree on random worlds of our own language", () => {
  const cases = seeds.map(caseOf).filter((each) => each !== undefined)
  const counts = { decided: 0, unlisted: 0, withStories: 0, demanding: 0 }
  const wrong = cases.flatMap((each) => {
    const said = opinion(each)
    if (typeof said === "string") return []
    const ours = found(each)
    counts.decided++
    if (ours === undefined) counts.unlisted++
    if (said.stories.length > 0) counts.withStories++
    if (said.stories.length > 0 && each.demands.length > 0) counts.demanding++
    return disagreements(each, said, ours)
  })
  expect(wrong).toEqual([])
  expect(cases.length).toBeGreaterThan(0.7 * seeds.length)
  expect(counts.decided).toBeGreaterThan(0.8 * cases.length)
  // A search that gives up where the definitions have an answer is as wrong as one that has another.
  expect(counts.unlisted).toBeLessThan(long ? 0.005 * cases.length : 1)
  expect(counts.withStories).toBeGreaterThan(0.15 * cases.length)
  expect(counts.demanding).toBeGreaterThan(0.03 * cases.length)
}, 3_600_000)

/** Everything that search, judge, exploration and play say of a world. */
function saidOf(each: Case, plans: readonly (readonly string[])[]): unknown {
  const { problem, limits } = each
  if (groundingNotes(problem).some(({ severity }) => severity === "error")) return "no story can begin"
  return {
    stories: found(each),
    verdicts: plans.map((plan) => verify(problem, { plan, explanations: [] }, { limits }).verdict),
    explored: explored(problem, limits),
    choices: choicesOf(problem, limits),
  }
}

function explored(problem: Problem, limits: Case["limits"]): unknown {
  const exploration = startExploration(problem, { limits, depth: 2, maxVisited: 60 })
  while (exploration.status === "exploring") exploration.step(1000)
  return exploration.foot
}

function choicesOf(problem: Problem, limits: Case["limits"]): unknown {
  const game = new Game(problem, { as: "Ada", limits })
  const choices = game.choices(game.start).map(({ act }) => act)
  return choices.map((act) => [
    act,
    game.choose(game.start, act).turn.events.map((each) => JSON.stringify(each)),
  ])
}

test("a world says the same in other words that are equal by Kleene's tables, to search, judge, oracle, exploration and play", () => {
  const cases = seeds.filter((each) => long || each % 8 === 3).flatMap((each) => caseOf(each) ?? [])
  const different = cases.flatMap((each) => {
    const other = {
      ...each,
      problem: inOtherWords(each.problem, each.seed),
      bare: inOtherWords(each.bare, each.seed),
    }
    const said = opinion(each)
    const plans =
      typeof said === "string" ? [] : [...said.stories, ...said.refused].slice(0, 4).map(({ plan }) => plan)
    const [one, two] = [each, other].map((world) => JSON.stringify(saidOf(world, plans)))
    const [first, second] = [said, opinion(other)].map((all) =>
      typeof all === "string" ? "" : JSON.stringify(all),
    )
    const isSame = one === two && (first === "" || second === "" || first === second)
    return isSame ? [] : [`seed ${each.seed}:\n${one}\n${two}\n${first}\n${second}\n${each.text}`]
  })
  expect(different).toEqual([])
}, 3_600_000)

/** For each misreading some seeds in which it shows. */
test.each<readonly [misreading: keyof Misreadings, ...seeds: number[]]>([
  ["conditionsAreFolded", 351, 390],
  ["anythingGoes", 7, 15, 18],
])("that the oracle misreads a definition is noticed: %s", (misreading, ...where) => {
  const said = (each: Case, misread: Misreadings): string => {
    const all = opinion(each, misread)
    return typeof all === "string" ? all : all.stories.map(line).sort().join("\n")
  }
  for (const each of where.map(caseOf)) {
    expect([...found(each!)!].sort().join("\n")).toBe(said(each!, {}))
    expect(said(each!, { [misreading]: true })).not.toBe(said(each!, {}))
  }
})
