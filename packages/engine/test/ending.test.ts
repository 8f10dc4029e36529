/**
 * Can it end so? On random small worlds the answer is held against the list of every story, and every opening
 * against the judge.
 */
import { startEndingQuery, verify } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { EndingAnswer, Expression, Problem } from "@dramaturg/model"
import { expect, test } from "vitest"
import { everyStoryIfKnown, type Limits } from "./every-story.js"
import { randomWorld } from "./oracle/random-world.js"

const long = process.env.LONG === "1"

function ending(problem: Problem, limits: Limits): EndingAnswer {
  const query = startEndingQuery(problem, { limits })
  while (!query.step(1000));
  return query.answer!
}

/** The same world, in which the author wants to come to so much. */
function wanting(problem: Problem, least: number): Problem {
  const wish = problem.utilities.find((each) => each.character === null)!
  const body: Expression = {
    kind: "compare",
    operator: ">=",
    left: wish.body,
    right: { kind: "constant", value: least },
  }
  return {
    ...problem,
    utilities: [...problem.utilities.filter((each) => each !== wish), { character: null, body }],
  }
}

test("what no story reaches is never said to be reached, and what opens it opens it", {
  timeout: long ? 1_800_000 : 120_000,
}, () => {
  const kinds: Record<string, number> = {}
  for (let seed = 0, looked = 0; looked < (long ? 500 : 25); seed++) {
    const { text, limits } = randomWorld(seed)
    const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
    if (!problem?.utilities.some((each) => each.character === null)) continue
    const stories = everyStoryIfKnown(problem, limits)
    if (stories === undefined || stories.length === 0) continue
    looked++
    const best = Math.max(...stories.map((each) => each.utility))
    const where = `seed ${seed}\n${text}`
    const beyond = wanting(problem, best + 1)
    const answer = ending(beyond, limits)
    expect(answer.kind, where).toBe("not-reached")
    if (answer.kind === "reached") continue
    expect(everyStoryIfKnown(beyond, limits) ?? [], where).toEqual([])
    kinds[answer.proof] = (kinds[answer.proof] ?? 0) + 1
    for (const opening of answer.openings) {
      kinds[opening.kind] = (kinds[opening.kind] ?? 0) + 1
      // A want or a rule less leaves the acts possible; the judge of the changed world has spoken already,
      // and this one refuses.
      expect(
        verify(beyond, { plan: opening.story.plan, explanations: [] }, { limits }).verdict,
        where,
      ).not.toBe("valid")
    }
  }
  expect(kinds.impossible ?? 0).toBeGreaterThan(0)
  expect(kinds.exhausted ?? 0).toBeGreaterThan(0)
  expect(Object.keys(kinds).length).toBeGreaterThan(2)
})
