/** One word, one meaning: the limit on a story's acts bounds an exploration, too. */
import { startExploration } from "@dramaturg/engine"
import { expect, test } from "vitest"
import { world } from "./worlds.js"

const stairs = world(`entity Tom : character; property height() : number;
  action climb() { precondition: height() < 9; effect: height() = (height() + 1); consenting: Tom; };
  utility(): height(); utility(Tom): height();`)

function deepest(options: Parameters<typeof startExploration>[1]): {
  readonly said: number | null
  readonly reached: number
} {
  const exploration = startExploration(
    { ...stairs, limits: { author: 6, character: 2, belief: 1 } },
    { goal: 100, ...options },
  )
  exploration.step(1000)
  return { said: exploration.head.depth, reached: Math.max(...exploration.take().map((each) => each.depth)) }
}

test("the author's limit is how deep an exploration goes, unless a depth is asked for", () => {
  expect(deepest({})).toEqual({ said: 6, reached: 6 })
  expect(deepest({ limits: { author: 3 } })).toEqual({ said: 3, reached: 3 })
  expect(deepest({ limits: { author: null } })).toEqual({ said: null, reached: 9 })
  expect(deepest({ limits: { author: 3 }, depth: 4 })).toEqual({ said: 4, reached: 4 })
  expect(deepest({ as: "Tom", limits: { author: 2 } }).said).toBe(2)
})
