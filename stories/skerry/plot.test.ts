/** A plot in a writer's hand holds; with a clue left out it does not, and what is missing is named. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { dramaturg, makeFolder } from "../../apps/cli/test/command.js"

const world = fileURLToPath(new URL("skerry.drama", import.meta.url))
const plot = readFileSync(new URL("plot.md", import.meta.url), "utf8")

function verified(
  text: string,
  ...flags: readonly string[]
): { readonly code: number | null; readonly said: string } {
  const { code, out, err } = dramaturg(["verify", world, "plot.md", ...flags], {
    folder: makeFolder({ "plot.md": text }),
  })
  expect(err).toBe("")
  return { code, said: out.replace(/\s+/g, " ") }
}

/** The plot without the item that begins so. */
function without(beginning: string): string {
  const lines = plot.split("\n")
  const left = lines.filter((each) => !each.startsWith(`- ${beginning}`))
  expect(left).toHaveLength(lines.length - 1)
  return left.join("\n")
}

test("the plot holds", () => {
  const { code, said } = verified(plot)
  expect(said).toContain("The plot holds: every act is possible, explained and needed.")
  expect(said).not.toContain("not understood")
  expect(code).toBe(0)
})

test.each([
  [
    "Thea bends over the rail",
    "to Thea’s mind it is unknown whether the keeper is innocent (since the start), though the keeper is innocent",
  ],
  [
    "Thea counts thirty copybooks",
    "to Thea’s mind it is unknown whether Miss Lorne is innocent (since the start), though Miss Lorne is innocent",
  ],
  ["Thea opens the book", "It needs `caught(Mette)`"],
  [
    "Thea lays the book",
    "to Thea’s mind it is unknown whether Joss is innocent (since the start), though Joss is innocent",
  ],
])("without “%s …” it does not, and that is why", (beginning, why) => {
  const { code, said } = verified(without(beginning))
  expect(said).toContain("The plot does not hold")
  expect(said).toContain(why)
  expect(code).toBe(1)
})

test("what would mend it is the clue that is missing", () => {
  expect(verified(without("Thea counts thirty copybooks"), "--repair").said).toContain(
    "It would hold with count_copybooks(Thea, Lorne)",
  )
})

test("without the false clue nobody has a reason to lie", () => {
  expect(verified(without("Cray takes")).said).toContain("2. vouch(Mette, Joss) unmotivated")
})
