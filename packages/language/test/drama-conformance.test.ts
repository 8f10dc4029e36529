/** Every published world keeps its meaning when it is written in our own language and formatted. */
import { compileStory, formatStory, lower, readDrama, readSabre, writeDrama } from "@dramaturg/language"
import type { Problem } from "@dramaturg/model"
import { readFileSync, readdirSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { bare } from "./bare.js"
import { formatsBadly } from "./fuzz-drama.js"
import { sharedWorlds, skipped } from "./shared.js"

/** The names of a property's parameters are ignored: no formula can mention them. */
function meaning(problem: Problem | undefined): string {
  const properties = problem?.properties.map((each) => ({
    ...each,
    parameters: each.parameters.map((parameter) => ({ ...parameter, name: "" })),
  }))
  return bare({ ...problem, properties, name: "" })
}

/** What differs after a text in Sabre's language was written in ours, or undefined. */
function lostOnTheWay(text: string): string | undefined {
  const sabre = readSabre(text, "world.txt")
  const before = lower(sabre.tree, "sabre").problem
  const written = writeDrama(sabre.tree)
  const { tree, diagnostics } = readDrama(written.text, "world.drama")
  const after = lower(tree, "drama")
  const error = [...diagnostics, ...after.diagnostics].find((each) => each.severity === "error")
  if (error) return `line ${error.span.line}: ${error.message}`
  if (meaning(before) !== meaning(after.problem)) return "it means something else"
  if (formatStory(written.text, "world.drama").text !== written.text)
    return "it is not written as it would be formatted"
  return written.text.length > mostFormatted ? undefined : formatsBadly(written.text.replace(/\n +/g, " "))
}

/** Longer texts test nothing more of the formatter, and take long. */
const mostFormatted = 3000

/**
 * Worlds that our language cannot express as they stand: two actions of one name, two properties that accept
 * the same arguments, words that we reserve, and a character with wrong beliefs about their own beliefs.
 */
const cannotSurvive = new Set(["n_dupvar.txt", "n_overlap.txt", "p_names2.txt", "i_self.txt"])

describe.each([
  ["benchmarks/problems", 16],
  ["conformance/random-worlds", 400],
  ["conformance/minds-worlds", 222],
  ["conformance/probes", 1],
] as const)("the worlds of %s", (folder, least) => {
  const worlds = sharedWorlds(folder)
  test.skipIf(!worlds)(
    worlds ? "mean the same when written in our language, and are well set" : skipped,
    () => {
      const readable = worlds!.filter(
        (each) => compileStory(each.text, { file: "world.txt" }).problem && !cannotSurvive.has(each.file),
      )
      expect(readable.length).toBeGreaterThanOrEqual(least)
      const lost = readable.flatMap((each) => lostOnTheWay(each.text)?.replace(/^/, `${each.file}: `) ?? [])
      expect(lost).toEqual([])
    },
    120_000,
  )
})

test("names that our language reserves are changed, and that is said", () => {
  const { tree } = readSabre(
    "entity if : character; property sum(x : character) : number; sum(if) = 2; utility(): sum(if);",
    "w.txt",
  )
  const { text, diagnostics } = writeDrama(tree)
  expect(text).toContain("sum_(if_) = 2;")
  expect(diagnostics.map((each) => `${each.code}: ${each.message}`)).toEqual([
    "renamed: `if` is a word of the language, so it is called `if_` now.",
    "renamed: `sum` is a word of the language, so it is called `sum_` now.",
  ])
  expect(compileStory(text, { file: "w.drama" }).problem).toBeDefined()
})

test("what Sabre decides in silence is written out", () => {
  const sabre = `type a : b; entity X : a; entity X : c; property p() : boolean;
    action f() { effect: p(); precondition: p(); effect: !p(); consenting: ; }; utility(): 1; utility(): 2;`
  expect(writeDrama(readSabre(sabre, "w.txt").tree).text).toBe(`type a : b;
type b;
type c;

entity X : a, c;

property p() : boolean;

action f() {
  precondition: p();
  effect: !p();
}

utility(): 2;
`)
})

const worlds = new URL("./worlds/", import.meta.url)

describe.each(readdirSync(worlds))("the little world %s", (file) => {
  const text = readFileSync(new URL(file, worlds), "utf8")
  const compiled = compileStory(text, { file })

  test("has no mistake in it and is well set", () => {
    expect(compiled.diagnostics.map((each) => each.message)).toEqual([])
    expect(formatStory(text, file).text).toBe(text)
  })

  test("means the same when it is written anew, flat", () => {
    const written = writeDrama(compiled.tree).text
    expect(written).not.toContain("wants:")
    expect(meaning(compileStory(written, { file }).problem)).toBe(meaning(compiled.problem))
  })
})
