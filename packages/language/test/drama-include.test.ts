/**
 * Worlds from parts: the definitions of a part stand where its include stands, once, and every diagnostic
 * names its file.
 */
import { compileStory } from "@dramaturg/language"
import { expect, test } from "vitest"
import { bare } from "./bare.js"

const people = "type place;\nentity Home, Market : place;\nentity Tom : character { at = Home; }\n"
const rules =
  "property at(who : character) : place;\naction walk(who : character, to : place) {\n  effect: at(who) = to;\n  consenting: who;\n}\n"
const wish = "utility(): at(Tom) == Market;\n"

function compile(parts: Record<string, string>, file = "w/main.drama") {
  return compileStory(parts[file], { file, sources: (path) => parts[path] })
}

function said(parts: Record<string, string>, file?: string): string[] {
  return compile(parts, file).diagnostics.map((each) => {
    const related = (each.related ?? []).map(({ span, message }) => ` [${span.file}:${span.line} ${message}]`)
    return `${each.span.file}:${each.span.line}:${each.span.column} ${each.code}: ${each.message}${related.join("")}`
  })
}

test("a world from parts is the world in one piece", () => {
  const whole = compileStory(people + rules + wish, { file: "w/main.drama" })
  const parts = compile({
    "w/main.drama": `include "parts/people.drama";\n${wish}`,
    "w/parts/people.drama": `${people}include "../rules.drama";`,
    "w/rules.drama": rules,
  })
  expect(parts.diagnostics).toEqual([])
  expect(bare(parts.problem)).toBe(bare(whole.problem))
  expect([...parts.texts.keys()]).toEqual(["w/main.drama", "w/parts/people.drama", "w/rules.drama"])
})

test("paths are taken from the folder of the file that includes", () => {
  const world = (path: string) => `include "${path}";\n${rules}${wish}`
  for (const [file, path, part] of [
    ["main.drama", "people.drama", "people.drama"],
    ["main.drama", "./a/../people.drama", "people.drama"],
    ["w/main.drama", "../people.drama", "people.drama"],
    ["../w/main.drama", "../../people.drama", "../../people.drama"],
    ["<stdin>", "a/people.drama", "a/people.drama"],
    ["/w/main.drama", "../../people.drama", "/people.drama"],
    ["w\\main.drama", "people.drama", "w/people.drama"],
    ["main.drama", "/p/people.drama", "/p/people.drama"],
  ])
    expect(said({ [file]: world(path), [part]: people }, file)).toEqual([])
})

test("a part that two parts include is taken once", () => {
  const parts = {
    "w/main.drama": `include "a.drama";\ninclude "b.drama";\n${rules}${wish}`,
    "w/a.drama": 'include "people.drama";',
    "w/b.drama": 'include "./people.drama";',
    "w/people.drama": people,
  }
  expect(said(parts)).toEqual([])
})

test("a circle is told once, with where it begins", () => {
  const parts = {
    "w/main.drama": `include "a.drama";\n${people}${rules}${wish}`,
    "w/a.drama": 'include "b.drama";',
    "w/b.drama": '\ninclude "a.drama";',
  }
  expect(said(parts)).toEqual([
    "w/b.drama:2:9 include-cycle: These parts go in a circle: `w/a.drama` includes `w/b.drama`, which includes `w/a.drama`. [w/a.drama:1 The circle begins here.]",
  ])
})

test("what an absent part would have declared is not missed as well", () => {
  expect(said({ "w/main.drama": `include "peple.drama";\n${rules}${wish}` })).toEqual([
    "w/main.drama:1:9 no-such-part: There is no part `peple.drama` that could be read.",
  ])
  expect(compileStory('include "people.drama";', { file: "m.drama" }).diagnostics[0].code).toBe(
    "no-such-part",
  )
})

test("remarks stand in the order of reading, each with its own file, and name places in others", () => {
  const parts = {
    "w/main.drama": `include "people.drama";\n${rules}${wish}entity Tom : character;\nat(Tmo) = Home;\n`,
    "w/people.drama": `${people}at(Ann) = Home;\n`,
  }
  expect(said(parts)).toEqual([
    "w/main.drama:8:8 declared-twice: The entity `Tom` is declared a second time. [w/people.drama:3 The first time is here.]",
    "w/main.drama:9:4 unknown-name: Nobody and nothing is called `Tmo`.",
    "w/people.drama:4:4 unknown-name: Nobody and nothing is called `Ann`.",
  ])
})

test("limits and the author's wants count wherever they stand, and may stand only once", () => {
  const parts = {
    "w/main.drama": `include "people.drama";\n${rules}${wish}limits { author: 2; }`,
    "w/people.drama": `${people}utility(): 1;\nlimits { author: 3; }\n`,
  }
  expect(said(parts)).toEqual([
    "w/main.drama:7:1 utility-twice: What the author wants is said a second time. [w/people.drama:4 The first time is here.]",
    "w/main.drama:8:10 limit-twice: The author limit is given a second time.",
  ])
})

test("the doc comment of a world is that of its main file", () => {
  expect(
    compile({
      "w/main.drama": `/// Mine.\n\ninclude "people.drama";\n${rules}${wish}`,
      "w/people.drama": `/// Theirs.\n\n${people}`,
    }).problem?.doc,
  ).toBe("Mine.")
})

test("the library needs no sources, and each part of it can be read alone", () => {
  for (const name of ["bodies", "clock", "feelings", "places", "ties", "waiting", "words"]) {
    const { problem, diagnostics, texts } = compileStory(
      `include "@lib/${name}";\nentity Tom : character;\nutility(): 1;\n`,
      { file: "m.drama" },
    )
    expect(diagnostics).toEqual([])
    expect(problem!.properties.length).toBeGreaterThan(0)
    expect([...texts.keys()].slice(0, 2)).toEqual(["m.drama", `@lib/${name}`])
  }
})

test("Sabre's language has no parts", () => {
  expect(
    compileStory('include "people.drama";', { file: "m.txt", sources: () => people }).problem,
  ).toBeUndefined()
})
