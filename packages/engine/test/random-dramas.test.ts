/**
 * Search, judge and oracle on random worlds of our own language: additions to every action, conditions that nothing but the parameters or
 * the text decides, clocks, feelings, what is unforeseen, numbers that grow too large, and demands. All three must agree on every
 * story. And the worlds must be such that misreadings of what is new in them show.
 */
import { expect, test } from "vitest"
import { caseOf, disagreements, found, opinion } from "./oracle/drama-case.js"

const long = process.env.LONG === "1"
const seeds = Array.from({ length: long ? 2000 : 120 }, (_, i) => i)

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
  expect(counts.unlisted).toBeLessThan(0.02 * cases.length)
  expect(counts.withStories).toBeGreaterThan(0.15 * cases.length)
  expect(counts.demanding).toBeGreaterThan(0.03 * cases.length)
}, 3_600_000)
