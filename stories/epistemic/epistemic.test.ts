/**
 * The classical domains of epistemic planning: each world is sound, comes to a story that the judge accepts,
 * and every act of it is explained in words, without a name of the world's own. What people know of one
 * another at its end is expected in its scenarios.
 */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { askWhy, openWorld, type SoundWorld } from "@dramaturg/analysis"
import { verify } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { limitsOf, type Outcome, storyOf } from "../telling.js"

const folder = fileURLToPath(new URL(".", import.meta.url))
const worlds = readdirSync(folder)
  .filter((each) => each.endsWith(".drama"))
  .map((each) => each.slice(0, -".drama".length))

test("all six are there", () => {
  expect(worlds).toEqual(["assembly", "coin", "collaboration", "gossip", "grapevine", "selective"])
})

describe.each(worlds)("%s", (name) => {
  const file = `${name}.drama`
  const text = readFileSync(folder + file, "utf8")
  const world = openWorld(file, new Map([[file, text]]), (texts) =>
    compileStory(texts.get(file)!, { file }),
  ) as SoundWorld
  let known: Outcome | undefined
  const story = (): Outcome => (known ??= storyOf(world.problem))

  test("is a world with nothing to remark on", () => {
    expect(world.diagnostics.map((each) => each.message)).toEqual([])
  })

  test("comes to a story that the judge accepts", () => {
    expect(story().status).toBe("solved")
    const { verdict } = verify(world.problem, story().solution!, { limits: limitsOf(world.problem) })
    expect(verdict).toBe("valid")
  })

  test("has a scenario in which what somebody knows of what another knows is expected", () => {
    const expected = world.scenarios.flatMap((each) => each.expectations.map(({ text: words }) => words))
    expect(expected.some((each) => /believes\(\w+, .*(knows|believes)\(/.test(each))).toBe(true)
  })

  test("explains each act in words", () => {
    story().plan.forEach((act, i) => {
      const question = askWhy(world, {
        story: { file: "story.json", text: JSON.stringify(story().solution) },
        act: String(i + 1),
        character: null,
      })
      while (!question.step(1000));
      const { result } = question
      if (result?.kind !== "reasons") throw new Error(JSON.stringify(result))
      expect(result.occurrence.motives.length, act).toBeGreaterThan(0)
      for (const each of result.occurrence.motives) expect(each.plan, act).not.toBeNull()
      const sentences = result.sentences.join(" ")
      expect(sentences, act).toMatch(/^[A-Z]/)
      expect(sentences.replace(/\(\w+\.drama:\d+\)/g, "")).not.toMatch(/\w\(|\w_\w|★|as it is/)
    })
  })
})
