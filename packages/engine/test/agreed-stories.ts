/** Every story of a small world, on which search, judge and oracle must agree. */
import { verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { expect } from "vitest"
import { everyStory, type Limits } from "./every-story.js"
import { opinionOf } from "./oracle/oracle.js"

/** Their acts, in the order of the alphabet. */
export function agreedStories(problem: Problem, limits: Limits): readonly string[] {
  const found = everyStory(problem, limits)
    .map(({ solution }) => solution.plan.join(" "))
    .sort()
  for (const plan of found)
    expect(verify(problem, { plan: plan.split(" "), explanations: [] }, { limits }).verdict).toBe("valid")
  const opinion = opinionOf(problem, limits)
  expect(
    typeof opinion === "string" ? opinion : opinion.stories.map(({ plan }) => plan.join(" ")).sort(),
  ).toEqual(found)
  return found
}
