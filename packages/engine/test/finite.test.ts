/** D2, D4: what is no finite number is unknown, for search, judge, oracle, chronicle and play alike. */
import { Game, chronicle, groundingNotes, startExploration, startSearch, verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { expect, test } from "vitest"
import { agreedStories } from "./agreed-stories.js"
import { drama } from "./worlds.js"

/** n starts at 1e200, or what is said, and grows (or whatever `grow` says) when Ann likes it to. */
const growing = (wish: string, grow = "n() * n()", start = `1${"0".repeat(200)}`, more = ""): Problem =>
  drama(`
property n() : number;
n() = ${start};
entity Ann : character { wants: ${wish}; }
entity Bob : character;
${more}
action grow(who : character) { effect: n() = ${grow}; consenting: who; }
utility(): ${wish};
limits { author: 3; character: 3; belief: 1; }`)

const limits = { author: 3, character: 3, belief: 1 }

const stories = (problem: Problem): readonly string[] => agreedStories(problem, limits)

test.each([
  ["a product", "n() * n()"],
  ["a sum", `(n() * 1${"0".repeat(108)}) + (n() * 1${"0".repeat(108)})`],
  ["a difference", `((0 - n()) * 1${"0".repeat(107)}) - (n() * 17${"0".repeat(107)})`],
  [
    "a quotient",
    "n() / 0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
  ],
  ["a product over people", "(product(c : character) n())"],
  ["a sum over people", `(sum(c : character) (n() * 17${"0".repeat(107)}))`],
])("%s that is too large is unknown", (_, grow) => {
  expect(stories(growing("(if(n() == ?) 1 else 0)", grow))).toEqual(["grow(Ann)"])
})

test("and what is calculated from the unknown stays unknown: it is neither more nor less than anything, nor 0 if it is multiplied by 0", () => {
  expect(stories(growing("(if(n() > 0 | n() <= 0 | (n() * 0) == 0) 0 else 1)"))).toEqual(["grow(Ann)"])
  expect(stories(growing("(if((n() - n()) == ?) 1 else 0)"))).toEqual(["grow(Ann)"])
  expect(stories(growing("n()"))).toEqual([])
})

test("what Ann wants beyond all numbers cannot be had, and is not thought to be far away", () => {
  const problem = growing("(if(n() > 5) 1 else 0)", "n() * n()", "0 - 1")
  expect(stories(problem)).toEqual([])
})

/** Squared nine times, 10 is more than a number can be. */
const squares = (author: string): Problem =>
  drama(`
property n() : number;
n() = 10;
entity Ann : character { wants: n(); }
action square(who : character) { effect: n() = n() * n(); consenting: who; }
utility(): ${author};
limits { author: 12; character: 3; belief: 1; }`)

test("a search does not say that nothing can happen which can", () => {
  const problem = squares("(if((n() - n()) == ?) 1 else 0)")
  expect(groundingNotes(problem).map(({ code }) => code)).not.toContain("goal-out-of-reach")
  const plan = Array.from({ length: 9 }, () => "square(Ann)")
  // Ann is better off with every square but the last, which leaves her with nothing that she could call
  // better.
  expect(verify(problem, { plan, explanations: [] }, { limits: problem.limits })).toMatchObject({
    verdict: "invalid",
  })
  const search = startSearch(problem, { maxVisited: 1000 })
  while (search.status === "searching") search.step(100)
  expect(search.status).toBe("exhausted")
})

test("in JSON nothing is null but the unknown: no number turns into it on the way", () => {
  const problem = drama(
    `property n() : number; n() = 10; entity Ann : character; utility(): n() > 10; action a() { effect: n() = n() * n(); }`,
  )
  const plan = Array.from({ length: 9 }, () => "a()")
  const fabula = chronicle(
    problem,
    { plan, explanations: [] },
    { limits: { author: 9, character: 1, belief: 0 } },
  )
  const text = JSON.stringify(fabula)
  expect(JSON.parse(text)).toEqual(fabula)
  expect(text).not.toMatch(/Infinity|NaN/)
})

test("a play and an exploration go on where a number is lost", () => {
  const problem = growing("(if(n() == ?) 1 else 0)")
  const game = new Game(problem, { as: "Ann" })
  const { position } = game.choose(game.start, "grow(Ann)")
  expect(game.worth(position)).toBe(1)
  const exploration = startExploration(problem, { depth: 3 })
  while (exploration.status === "exploring") exploration.step(1000)
  expect(exploration.foot).toMatchObject({ end: "complete", endings: { goal: 1 } })
})
