/**
 * Every fact of the scene is in the world: the table in the README names the declarations, and on which lines
 * they stand. `UPDATE=1` rewrites the lines.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { expect, test } from "vitest"

const page = new URL("README.md", import.meta.url)
const world = readFileSync(new URL("lair.drama", import.meta.url), "utf8").split("\n")

const row = /^\| (\d+) ([^|]*) \| ([^|]*) \|(?: ([\d, ]*) \|)?$/gm

test("the table of facts says where each is written", () => {
  const text = readFileSync(page, "utf8")
  const facts = new Set<string>()
  const written = text
    .replace(
      "| fact | where in `lair.drama` |\n| --- | --- |",
      "| fact | where in `lair.drama` | lines |\n| --- | --- | --- |",
    )
    .replace(row, (_, fact: string, what: string, where: string) => {
      const lines = linesOf(where)
      expect(lines.length, `fact ${fact}, ${what}`).toBeGreaterThan(0)
      facts.add(fact)
      return `| ${fact} ${what} | ${where} | ${lines.join(", ")} |`
    })
  if (process.env.UPDATE === "1") writeFileSync(page, written)
  expect(written).toBe(text)
  expect([...facts].map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

/** The lines on which what stands in backquotes is declared. */
function linesOf(where: string): readonly number[] {
  const names = [...where.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
  return names
    .flatMap((name) => {
      const at = world.findIndex((line) =>
        new RegExp(`^(?:unforeseen )?(?:type|entity|property|action|trigger) ${name}\\b`).test(line),
      )
      return at < 0 ? [] : [at + 1]
    })
    .sort((a, b) => a - b)
}
