/** The session on the page about `serve` runs as it is printed there. */
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { makeFolder } from "./command.js"
import { serving } from "./serving.js"

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8")

it("answers line by line what the page says", async () => {
  const world = /```drama\n([^]*?)```/.exec(read("README.md"))![1]
  const server = serving(makeFolder({ "crow.drama": world }))
  const block = /<!-- session: .* -->\n\n```\n([^]*?)```/.exec(read("docs/serve.md"))![1]
  const lines = block.trim().split("\n")
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) {
    if (line.startsWith("→ ")) server.say(line.slice(2))
    else {
      expect(line).toMatch(/^← /)
      const printed = JSON.parse(line.slice(2))
      expect(await server.answer(printed.id)).toMatchObject(printed)
    }
  }
  expect(await server.end()).toBe(0)
})
