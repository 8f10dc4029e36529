/**
 * The engine against the published sets: every accepted story of many random worlds, plan for plan, utility
 * for utility.
 */
import { describe, expect, test } from "vitest"
import { everyStory, readRows } from "./every-story.js"
import { hasShared, sharedWorld } from "./worlds.js"

/** What is found beyond (+) or short of (-) the row, one line each. */
function differences(file: string, folder: string): readonly string[] {
  const lines: string[] = []
  for (const { world, limits, plans } of readRows(file)) {
    const stories = everyStory(sharedWorld(`conformance/${folder}/${world}.txt`), limits)
    const ours = new Set(stories.map((each) => `${each.solution.plan.join(" ")} u=${each.utility}`))
    const theirs = new Set(plans.map((each) => `${each.plan} u=${each.utility}`))
    const where = `${world} ${Object.values(limits).join("/")}`
    for (const each of ours) if (!theirs.has(each)) lines.push(`${where} + ${each}`)
    for (const each of theirs) if (!ours.has(each)) lines.push(`${where} - ${each}`)
  }
  return lines
}

describe.skipIf(!hasShared)("every accepted story (skipped where the conformance worlds are absent)", () => {
  test("of 400 random worlds at three settings each is found, and no other", () => {
    expect(differences("random-plans.jsonl", "random-worlds")).toEqual([])
  }, 60_000)

  /**
   * The three rows that differ differ by Δ1. In m6252, C believes !p and sees s2, which needs p: C learns p,
   * and so, in C's picture, does A, who watched too. The reference keeps a second, explicit copy of "C
   * believes that A believes p", which a surprise does not touch, so its s3 stays impossible. In m5532 it is
   * the same with what A thinks that B knows of w.
   */
  test("of 222 worlds about minds is found; what is found beyond that comes from belief being one thing", () => {
    expect(differences("minds-plans.jsonl", "minds-worlds")).toEqual([
      "m5532 5/4/2 + s0() e8() s2() s4() u=1",
      "m6252 5/4/2 + s0() s2() s3() u=4",
      "m6252 4/3/1 + s0() s2() s3() u=4",
    ])
  }, 60_000)
})
