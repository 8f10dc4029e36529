/**
 * The cookbook, and the page about knowing: each recipe's commands are run on its world, and print what stands below them. `UPDATE=1`
 * writes that down.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { compileStory } from "@dramaturg/language"
import { expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const recipe = /```drama\n([\s\S]*?)```\n\n```sh\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g

it.each(["cookbook.md", "knowing.md"])("%s prints what it says", { timeout: 180_000 }, (name) => {
  const page = new URL(`../../../docs/${name}`, import.meta.url)
  const text = readFileSync(page, "utf8")
  let recipes = 0
  const printed = text.replace(recipe, (_, world: string, commands: string) => {
    recipes++
    return `\`\`\`drama\n${world}\`\`\`\n\n\`\`\`sh\n${commands}\`\`\`\n\n\`\`\`text\n${outputOf(world, commands)}\`\`\``
  })
  expect(recipes).toBe(text.match(/^## /gm)?.length)
  if (process.env.UPDATE === "1") writeFileSync(page, printed)
  expect(printed).toBe(text)
})

function outputOf(world: string, commands: string): string {
  const folder = makeFolder({ "world.drama": world })
  expect(compileStory(world, { file: "world.drama" }).diagnostics).toEqual([])
  const outputs = commands
    .trim()
    .split("\n")
    .map((each) => {
      const words = [...each.matchAll(/"([^"]*)"|(\S+)/g)]
        .map(([, quoted, plain]) => quoted ?? plain)
        .slice(1)
      const { out, code } = dramaturg(words, { folder, env: { COLUMNS: "110" } })
      expect(code, each).toBeLessThan(2)
      return out.trim()
    })
  return `${outputs.filter((each) => each !== "").join("\n\n")}\n`
}
