/**
 * Why D39 holds of the start and not of what happens: it would give old worlds other stories. Whose effect speaks
 * of what somebody believes of somebody's beliefs speaks, where the two are one person, of that person's own
 * belief about their beliefs, and of that alone.
 */
import { verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { expect, test } from "vitest"
import { everyStory, type Limits } from "./every-story.js"
import { opinionOf } from "./oracle/oracle.js"
import { randomWorld } from "./oracle/random-world.js"
import { drama, world } from "./worlds.js"

const musing = drama(`
property n() : number;
property done() : boolean;
entity Al : character { wants: done(); }
entity Bo : character;
action muse(v : character) { effect: believes(v, believes(Al, n() = n() + 1)) & done(); consenting: v; }
utility(): believes(Bo, believes(Al, n() == 1));
`)

const old = randomWorld(194)

test.each<readonly [string, Problem, Limits, withD39: string]>([
  [
    "an effect on what somebody believes of Al's beliefs",
    musing,
    { author: 1, character: 1, belief: 1 },
    "muse(Al)",
  ],
  ["a random world", world(old.text), old.limits, "a0(A)"],
])("%s: no story, and one if D39 were law for what happens", (_, problem, limits, withD39) => {
  const told = (isIntrospective: boolean): readonly string[] => {
    const opinion = opinionOf(problem, limits, {}, { isIntrospective })
    if (typeof opinion === "string") throw new Error(opinion)
    return opinion.stories.map(({ plan }) => plan.join(" "))
  }
  expect(told(false)).toEqual([])
  expect(told(true)).toEqual([withD39])
  expect(everyStory(problem, limits)).toEqual([])
  expect(verify(problem, { plan: [withD39], explanations: [] }, { limits }).verdict).toBe("invalid")
})
