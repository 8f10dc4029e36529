/** The tests that worlds carry with them: every scenario comes out as its author says. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { startScenario } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { describe, expect, test } from "vitest"

const folder = fileURLToPath(new URL(".", import.meta.url))
const sources = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, "utf8") : undefined

const worlds = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory() && !each.name.startsWith("_"))
  .flatMap(({ name }) =>
    readdirSync(`${folder}${name}`)
      .filter((each) => each.endsWith(".drama"))
      .map((each) => `${name}/${each}`),
  )
  .map((path) => ({
    path,
    compiled: compileStory(readFileSync(folder + path, "utf8"), { file: folder + path, sources }),
  }))
  .filter(({ compiled }) => compiled.scenarios.length > 0)

test("there are some", () => {
  expect(worlds.length).toBeGreaterThan(3)
})

describe.each(worlds)("$path", ({ compiled: { scenarios } }) => {
  test.each(scenarios.map((each) => ({ title: each.title, each })))("$title", ({ each }) => {
    const inquiry = startScenario(each)
    while (!inquiry.step(1000));
    const open = inquiry.answer!.fulfilments.filter(({ isMet }) => isMet !== true)
    expect(open.map(({ expectation }) => expectation.text)).toEqual([])
    expect(inquiry.answer!.outcome).toBe("passed")
  })
})
