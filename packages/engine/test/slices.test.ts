/**
 * Long work is divided: it takes many small steps, by count, and it comes to the same however many units its
 * caller does at a time.
 */
import { readFileSync } from "node:fs"
import { compileStory } from "@dramaturg/language"
import { charactersOf, type Problem, type Query, type Slices } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import {
  Game,
  PlaySession,
  startChronicle,
  startEnumeration,
  startGame,
  startGrounding,
  startReview,
  startSearch,
  startVerification,
} from "../src/index.js"
import { caseOf } from "./oracle/drama-case.js"

function world(name: string): Problem {
  const file = `stories/${name}/${name}.drama`
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8")
  return compileStory(text, { file }).problem!
}

/** The answer, and in how many steps it came. */
function answered<T>(query: Query<T>, units: number): { readonly answer: T; readonly steps: number } {
  let steps = 1
  while (!query.step(units)) steps++
  return { answer: query.answer!, steps }
}

function stepsOf(work: Slices<unknown>): number {
  let steps = 1
  while (work.next().done !== true) steps++
  return steps
}

const sizes = [1, 7, Infinity]

describe("the lair is divided", () => {
  const problem = world("lair")
  const search = startSearch(world("lair"))
  while (search.status === "searching") search.step(1)
  const story = search.story!.solution
  const limits = { author: null, character: null, belief: null, ...search.progress.limits }

  test("grounding: at least one unit for each action", () => {
    expect(answered(startGrounding(problem), 1).steps).toBeGreaterThan(500)
    expect(answered(startGrounding(problem), 1).steps).toBeLessThan(10)
  })

  test("judging a found story: many units, in all of which the search says that it judges", () => {
    const found = startSearch(world("lair"))
    let judging = 0
    let longest = 0
    while (found.status === "searching") {
      found.step(1)
      judging = found.phase === "judging" ? judging + 1 : 0
      longest = Math.max(longest, judging)
      if (found.phase === "judging") expect(found.story).toBe(null)
    }
    expect(found.status).toBe("solved")
    expect(longest).toBeGreaterThan(1000)
  })

  test("a story without reasons is checked, and reviewed, in many units", () => {
    const bare = { plan: story.plan, explanations: [] }
    expect(answered(startVerification(world("lair"), bare, { limits }), 1).steps).toBeGreaterThan(1000)
    const span = { file: "", offset: 0, length: 0, line: 1, column: 1 }
    const outline = { acts: story.plan.map((act) => ({ act, span })), notes: [] }
    expect(answered(startReview(world("lair"), outline), 1).steps).toBeGreaterThan(1000)
  })

  test("a chronicle: more units than acts and minds", () => {
    const people = charactersOf(problem).length
    expect(answered(startChronicle(problem, story), 1).steps).toBeGreaterThan(story.plan.length * people)
  })

  test("a play is begun, and each of its turns is played, in several units", () => {
    const [as] = charactersOf(problem)
    const { answer: game, steps } = answered(startGame(problem, { as, script: story }), 1)
    expect(steps).toBeGreaterThan(500)
    const [choice] = game.choices(game.start)
    expect(stepsOf(game.choosing(game.start, choice.act))).toBeGreaterThan(3)
  })
})

describe("units of any size come to the same", () => {
  const cases = Array.from({ length: 60 }, (_, seed) => caseOf(seed)).filter((each) => each !== undefined)

  test("there are enough random worlds", () => {
    expect(cases.length).toBeGreaterThan(20)
  })

  test("searches: stories, verdicts and counts", () => {
    let judged = 0
    for (const { problem } of cases) {
      const results = sizes.map((units) => {
        const search = startSearch({ ...problem }, { maxVisited: 400 })
        while (search.status === "searching") search.step(units)
        const { status, limit, story, best, shortest, undecided, progress, notes } = search
        return { status, limit, story, best, shortest, undecided, progress, notes }
      })
      if (results[0].story !== null) judged++
      expect(results[1]).toEqual(results[0])
      expect(results[2]).toEqual(results[0])
    }
    expect(judged).toBeGreaterThan(5)
  })

  test("lists of all stories", () => {
    const limits = { author: 3, character: 2, belief: 1 }
    let listed = 0
    for (const { problem } of cases) {
      const results = sizes.map((units) => {
        const list = startEnumeration({ ...problem }, { limits, maxVisited: 300 })
        while (list.status === "searching") list.step(units)
        const { status, limit, stories, progress } = list
        return { status, limit, stories, progress }
      })
      listed += results[0].stories.length
      expect(results[1]).toEqual(results[0])
      expect(results[2]).toEqual(results[0])
    }
    expect(listed).toBeGreaterThan(5)
  })

  test("grounding notes, chronicles and verdicts", () => {
    for (const { problem } of cases) {
      const notes = sizes.map((units) => answered(startGrounding({ ...problem }), units).answer)
      expect(notes[1]).toEqual(notes[0])
      expect(notes[2]).toEqual(notes[0])
      const search = startSearch(problem, { maxVisited: 400 })
      while (search.status === "searching") search.step(1)
      if (search.story === null) continue
      const { solution } = search.story
      const written = sizes.map((units) => answered(startChronicle({ ...problem }, solution), units).answer)
      expect(written[1]).toEqual(written[0])
      expect(written[2]).toEqual(written[0])
      const bare = { plan: solution.plan, explanations: [] }
      const limits = { author: null, character: 3, belief: 1 }
      const verdicts = sizes.map(
        (units) => answered(startVerification({ ...problem }, bare, { limits }), units).answer,
      )
      expect(verdicts[1]).toEqual(verdicts[0])
      expect(verdicts[2]).toEqual(verdicts[0])
    }
  })

  test("two pieces of work on one world may take turns: grounding, a play and a chronicle", () => {
    const problem = world("heist")
    const [as] = charactersOf(problem)
    const alone = new Game(problem, { as })
    const shared = world("heist")
    const work = [
      startGame(shared, { as }),
      startGrounding(shared),
      startGame(shared, { as }),
      startGrounding(shared),
    ] as const
    for (let open = true; open; ) open = work.map((each) => each.step(1)).includes(false)
    const [first, , second] = work
    expect(first.answer!.start).toEqual(alone.start)
    expect(second.answer!.choices(second.answer!.start)).toEqual(alone.choices(alone.start))
    expect(work[1].answer).toEqual(work[3].answer)
  })

  test("a play: the same turns, whether chosen at once or in units", () => {
    const problem = world("heist")
    const [as] = charactersOf(problem)
    const atOnce = new PlaySession(new Game(problem, { as }))
    const inUnits = new PlaySession(answered(startGame(world("heist"), { as }), 1).answer)
    for (let turn = 0; turn < 4 && atOnce.position.ending === null; turn++) {
      const [choice] = atOnce.game.choices(atOnce.position)
      const chosen = turn % 2 === 0 ? (choice?.act ?? null) : null
      atOnce.choose(chosen)
      const work = inUnits.choosing(chosen)
      while (work.next().done !== true);
      expect(inUnits.node?.turn).toEqual(atOnce.node?.turn)
    }
    expect(inUnits.fabula()).toEqual(atOnce.fabula())
  })
})
