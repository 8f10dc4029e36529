/**
 * What the site's own pages say is so: worlds have no mistake in them, commands print what stands below
 * them, and a live world tells the prose that stands below it. `UPDATE=1` writes down what is printed.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { compileStory, formatStory } from "@dramaturg/language"
import { expect, test } from "vitest"
import { dramaturg, makeFolder } from "../../apps/cli/test/command.js"

const pages = fileURLToPath(new URL("../pages", import.meta.url))
const files = readdirSync(pages, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(".md"))
const block = /^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm

/** Words as a shell takes them apart: quotes hold a word together. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain)

test.each(files)("%s prints what it says", (file) => {
  const text = readFileSync(join(pages, file), "utf8")
  let [world, plot, expected] = ["", "", ""]
  const printed = text.replace(block, (whole, kind: string, options: string, content: string) => {
    if (kind === "drama") {
      world = content
      expect(compileStory(world, { file: "world.drama" }).diagnostics).toEqual([])
      expect(formatStory(world, "world.drama").text).toBe(world)
      const pov = /pov=(\S+)/.exec(options)?.[1] ?? "all"
      expected = options.includes("live")
        ? output(`dramaturg tell world.drama --pov ${pov}`, world, plot)
        : ""
      return whole
    }
    if (kind === "markdown") plot = content
    if (kind === "sh")
      expected = content
        .trim()
        .split("\n")
        .map((each) => output(each, world, plot))
        .join("\n\n")
    if (kind !== "text") return whole
    expect(expected, `what is printed before ${content}`).not.toBe("")
    return `\`\`\`text\n${expected}\n\`\`\``
  })
  if (process.env.UPDATE === "1") writeFileSync(join(pages, file), printed)
  else expect(text).toBe(printed)
})

test("there are live worlds on the first page, and commands in each guide", () => {
  const of = (file: string): string => readFileSync(join(pages, file), "utf8")
  expect(of("learn/index.md").match(/^```drama live/gm)?.length).toBeGreaterThan(3)
  for (const each of readdirSync(join(pages, "guide"))) expect(of(`guide/${each}`), each).toMatch(/^```sh$/m)
})

/** What a command prints, without what measures time. */
function output(command: string, world: string, plot: string): string {
  const folder = makeFolder({ "world.drama": world, "plot.md": plot })
  const [program, ...words] = wordsOf(command)
  expect(program).toBe("dramaturg")
  const { out, err, code } = dramaturg(words, { folder, env: { COLUMNS: "100" } })
  expect(code, `${command}: ${err}`).toBeLessThan(2)
  return out.trim()
}
