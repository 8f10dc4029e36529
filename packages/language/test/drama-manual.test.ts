/**
 * The manual is true. Its plain snippets together are one world without mistakes; a snippet marked `wrong`
 * gets, in that world, exactly the message it is marked with; and what its tables say of blocks and formulas
 * holds.
 */
import { compileStory, formatStory } from "@dramaturg/language"
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { bare } from "./bare.js"

const manual = readFileSync(new URL("../../../docs/language.md", import.meta.url), "utf8")
const snippets = [...manual.matchAll(/^```drama *(.*)\n([\s\S]*?)^```$/gm)].map(([, mark, text]) => ({
  mark,
  text,
}))
const world = snippets
  .filter((each) => each.mark === "")
  .map((each) => each.text)
  .join("\n")

function errorsOf(text: string): string[] {
  const { diagnostics } = compileStory(text, { file: "inn.drama" })
  return diagnostics
    .filter((each) => each.severity === "error")
    .map((each) => `${each.code}: ${each.message}`)
}

test("the world that the manual builds has no mistake in it", () => {
  const { problem, diagnostics } = compileStory(world, { file: "inn.drama" })
  expect(diagnostics.map((each) => `${each.span.line} ${each.message}`)).toEqual([])
  expect(problem?.doc).toContain("The inn at the ford.")
})

test("its snippets are set as the formatter would set them", () => {
  for (const { text } of snippets.filter((each) => each.mark === ""))
    expect(formatStory(text, "inn.drama").text).toBe(text)
})

test.each(snippets.filter((each) => each.mark !== "").map((each) => [each.text.trim(), each.mark] as const))(
  "`%s` is %s",
  (text, mark) => {
    // The snippet replaces what the world says of the same thing.
    const without = world.replace(/^ {2}wants: has\(Anna.*\n/m, "")
    expect(errorsOf(`${without}\n${text}`).map((each) => `wrong ${each.split(":")[0]}`)).toEqual([mark])
  },
)

const cells = [...manual.matchAll(/^\| `(.*?)`.*\|$/gm)].map(([row]) =>
  row.split("|").map((cell) => /`(.+)`/.exec(cell)?.[1]),
)

test("what a block says is what the table says", () => {
  const rows = cells.filter((row) => row[1]?.endsWith(";") && row[3])
  expect(rows.length).toBe(6)
  for (const [, inBlock, , outside] of rows) {
    const who = /Anna/.test(outside!.slice(0, 16)) ? "Anna" : "Corporal"
    const bareWorld = world.replace(/^entity (Anna|Corporal) : (\w+) \{[\s\S]*?^\}/gm, "entity $1 : $2;")
    const block = bareWorld.replace(
      new RegExp(`^entity ${who} : (\\w+);`, "m"),
      `entity ${who} : $1 { ${inBlock} }`,
    )
    const [one, other] = [block, bareWorld.replace(/^raining/m, `${outside}\nraining`)].map((text) =>
      compileStory(text, { file: "inn.drama" }),
    )
    expect(one.problem).toBeDefined()
    expect(bare(one.problem)).toBe(bare(other.problem))
  }
})

test("the formulas of the table can be read", () => {
  const formulas = [...manual.matchAll(/^\|.*\| (?:`([^`]+)`|<code>(.+?)<\/code>) \|$/gm)]
    .map(([, plain, coded]) => plain ?? coded.replaceAll("&#124;", "|"))
    .filter((each) => !each.endsWith(";"))
  expect(formulas.length).toBe(15)
  for (const each of formulas) {
    const text = each.includes(" = ") ? `${each};` : `action try() { precondition: (${each}) == (${each}); }`
    expect(errorsOf(`${world}\n${text}`)).toEqual([])
  }
})
