/**
 * The pages about epistemic planning and theory of mind: their commands print what stands below them, and
 * their tables are made from the worlds. `UPDATE=1` writes that down.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { startSearch } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { charactersOf, type Problem, valuesOf } from "@dramaturg/model"
import { expect, it } from "vitest"
import { dramaturg } from "./command.js"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const block = /```sh\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g

it.each(["epistemic-planning.md", "theory-of-mind.md"])(
  "%s prints what it says",
  { timeout: 180_000 },
  (name) => {
    const page = `${root}/docs/${name}`
    const text = readFileSync(page, "utf8")
    expect(text).toMatch(block)
    const printed = text
      .replace(
        block,
        (_, commands: string) => `\`\`\`sh\n${commands}\`\`\`\n\n\`\`\`text\n${outputOf(commands)}\`\`\``,
      )
      .replace(
        /(<!-- worlds: [^\n]*-->\n)[^]*?(<!-- end of worlds -->)/,
        (_, begin: string, end: string) => `${begin}\n${table()}\n${end}`,
      )
    if (process.env.UPDATE === "1") writeFileSync(page, printed)
    expect(printed).toBe(text)
  },
)

function outputOf(commands: string): string {
  const outputs = commands
    .trim()
    .split("\n")
    .map((each) => {
      const { out, code } = dramaturg(each.split(" ").slice(1), { folder: root, env: { COLUMNS: "110" } })
      expect(code, each).toBeLessThan(2)
      return out.trim()
    })
  return `${outputs.join("\n\n")}\n`
}

function table(): string {
  const folder = `${root}/stories/epistemic`
  const rows = readdirSync(folder)
    .filter((each) => each.endsWith(".drama"))
    .map((file) => rowOf(file, compileStory(readFileSync(`${folder}/${file}`, "utf8"), { file }).problem!))
  return [
    "| world | people | open | limits: acts, ahead, minds, cases | acts of the story | visited |",
    "| --- | ---: | ---: | --- | ---: | ---: |",
    ...rows,
    "",
  ].join("\n")
}

function rowOf(file: string, problem: Problem): string {
  const search = startSearch(problem)
  while (search.status === "searching") search.step(1000)
  const { author, character, belief, cases = 1 } = problem.limits
  const open = problem.properties
    .filter((each) => each.isOpen)
    .reduce(
      (sum, each) => sum + each.parameters.reduce((all, { type }) => all * valuesOf(problem, type).length, 1),
      0,
    )
  return `| [${file.replace(".drama", "")}](../stories/epistemic/${file}) | ${charactersOf(problem).length} | ${open} | ${author}, ${character}, ${belief}, ${cases} | ${search.story?.solution.plan.length} | ${search.progress.visited} |`
}
