/**
 * Every clue of the whodunit is needed, the false one included: the text without each of them, and what the search says of
 * it. `UPDATE=1` rewrites the table.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { startSearch } from "@dramaturg/engine"
import type { Solution } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { compiled } from "../telling.js"

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8")
const world = read("skerry.drama")
const known = new URL("expected/clues.txt", import.meta.url)

/** The lines that say what a clue tells. */
const clues = [...world.matchAll(/^tells_of\((\w+)\) = \w+;\n/gm)]

/** What is taken out of the text, by what is missing then. */
const missing: Readonly<Record<string, string>> = {
  ...Object.fromEntries(clues.map(([line, clue]) => [`without ${clue}`, line])),
  "without what Mette saw": "believes(Thea, dark()) = believes(who, dark())",
  "without the knife in a false place": "under_lamp() = whose",
  "without her love": "  loves(Joss);\n",
}

interface Found {
  readonly status: string
  readonly visited: number
  readonly solution: Solution | undefined
}

function searched(text: string): Found {
  const search = startSearch(compiled(text), { maxVisited: 200_000 })
  while (search.status === "searching") search.step(1000)
  return { status: search.status, visited: search.progress.visited, solution: search.story?.solution }
}

/** The text without a passage that stands in it once; an effect that is taken out leaves `True`. */
function without(passage: string): string {
  expect(world.split(passage), passage).toHaveLength(2)
  return world.replace(passage, passage.endsWith("\n") ? "" : "True")
}

const line = (title: string, { status, visited, solution }: Found): string =>
  `${title}: ${status === "solved" ? `${solution!.plan.length} acts` : status === "exhausted" ? "no story" : "not known"}, ${visited} visited`

describe("the whodunit", () => {
  const whole = searched(world)
  const lacking = Object.entries(missing).map(([title, passage]) => ({
    title,
    found: searched(without(passage)),
  }))

  test("has five suspects, and three clues that clear three of them", () => {
    expect(compiled(world).entities.filter((each) => each.types.includes("suspect"))).toHaveLength(5)
    expect(clues).toHaveLength(3)
  })

  test.each(lacking)("has no solution $title", ({ found }) => {
    expect(found.status).toBe("exhausted")
  })

  test("has none without a clue for those either who look further ahead and tell longer stories", () => {
    const far = /author: 8; character: 2;/
    expect(world).toMatch(far)
    for (const [passage] of clues)
      expect(searched(without(passage).replace(far, "author: 10; character: 3;")).status).toBe("exhausted")
  })

  test("is solved by finding out: only the last act of hers is done without hope", () => {
    const { plan, explanations } = whole.solution!
    const inHope = plan.filter((_, i) => Object.values(explanations[i]).some((each) => "case" in each))
    expect(inHope).toEqual(plan.filter((act) => act.includes("(Thea") && !act.startsWith("accuse(")))
  })

  test("costs what it cost", () => {
    const table = [line("as it is", whole), ...lacking.map(({ title, found }) => line(title, found))]
    const text = `${table.join("\n")}\n`
    if (process.env.UPDATE === "1") writeFileSync(known, text)
    expect(text).toBe(read("expected/clues.txt"))
  })
})
