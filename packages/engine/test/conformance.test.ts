/** The engine against the published sets: every accepted story of many random worlds, plan for plan. */
import { describe, expect, test } from "vitest"
import { everyStory } from "../src/search/every.js"
import { hasShared, readShared, sharedWorld } from "./worlds.js"

interface Row {
  readonly world: string
  readonly author_limit: number
  readonly character_limit: number
  readonly belief_limit: number
  readonly plans: readonly { readonly plan: string; readonly utility: number }[]
}

const every = process.env.LONG ? 1 : 12

function rows(file: string): readonly Row[] {
  if (!hasShared) return []
  return readShared(file).trim().split("\n").map((each) => JSON.parse(each) as Row).filter((_, i) => i % every === 0)
}

function found(folder: string, row: Row): readonly string[] {
  const work = everyStory(sharedWorld(`conformance/${folder}/${row.world}.txt`), {
    author: row.author_limit, character: row.character_limit, belief: row.belief_limit,
  })
  for (;;) {
    const { done, value } = work.next()
    if (done) return value.map((each) => `${each.solution.plan.join(" ")} u=${each.utility}`).sort()
  }
}

describe.skipIf(!hasShared)("every accepted story (skipped where the conformance worlds are absent)", () => {
  test.each(rows("conformance/random-plans.jsonl"))("of $world within $author_limit/$character_limit/$belief_limit", (row) => {
    expect(found("random-worlds", row)).toEqual(row.plans.map((each) => `${each.plan} u=${each.utility}`).sort())
  })

  test.each(rows("conformance/minds-plans.jsonl"))("of $world about minds within $author_limit/$character_limit/$belief_limit", (row) => {
    expect(found("minds-worlds", row)).toEqual(row.plans.map((each) => `${each.plan} u=${each.utility}`).sort())
  })
})
