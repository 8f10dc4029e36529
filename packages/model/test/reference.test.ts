/** Labels are printed and read by one pair of functions: what the one prints, the other reads back. */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { compileStory } from "@dramaturg/language"
import {
  choicesFor,
  distinct,
  type Parameter,
  parseLabel,
  parseValue,
  printReferences,
  printValue,
  type Problem,
  referenceTo,
  templateFor,
  type Value,
} from "@dramaturg/model"
import { describe, expect, test } from "vitest"

const stories = fileURLToPath(new URL("../../../stories/", import.meta.url))

const worlds = readdirSync(stories, { recursive: true, encoding: "utf8" })
  .filter((each) => /^(\w+)\/\1\.drama$/.test(each))
  .sort()

describe.each(worlds)("%s", (file) => {
  const { problem } = compileStory(readFileSync(stories + file, "utf8"), { file })

  test("has no event and no fluent whose label does not lead back to it", () => {
    for (const templates of [problem!.properties, problem!.actions, problem!.triggers]) {
      for (const template of templates) {
        for (const values of valuesFor(problem!, template.parameters)) {
          const reference = referenceTo(template.name, values)
          expect(parseLabel(reference.label)).toEqual(reference)
          expect(templateFor(problem!, templates, parseLabel(reference.label))).toBe(template)
        }
      }
    }
  })
})

/** All values for these parameters; of very many, some. */
function valuesFor(problem: Problem, parameters: readonly Parameter[]): readonly (readonly Value[])[] {
  return parameters.reduce<readonly (readonly Value[])[]>(
    (found, each) =>
      found.flatMap((values) => choicesFor(problem, each).map((value) => [...values, value])).slice(0, 500),
    [[]],
  )
}

test.each<[Value]>([
  [true],
  [false],
  [null],
  [0],
  [-1.5],
  [1e21],
  [1.5e-7],
  ["Tom"],
  ["x2"],
  ["Infinity"],
  ["NaN"],
])("reads %s as it prints it", (value) => {
  expect(parseValue(printValue(value))).toBe(value)
})

test.each([
  ["at(Tom)", "at", ["Tom"], "at(Tom)"],
  [
    "  walk( Tom ,Cottage,  Crossroads ) ",
    "walk",
    ["Tom", "Cottage", "Crossroads"],
    "walk(Tom, Cottage, Crossroads)",
  ],
  ["rain()", "rain", [], "rain()"],
  ["rain", "rain", [], "rain()"],
  ["set(Box, 2, True, ?)", "set", ["Box", 2, true, null], "set(Box, 2, True, ?)"],
])("reads %s, spaces and all", (text, name, values, label) => {
  expect(parseLabel(text)).toEqual({ name, arguments: values, label })
})

test("prints labels for the references of holdings and changes, and leaves everything else as it is", () => {
  const [fluent, rule] = [referenceTo("at", ["Tom"]), referenceTo("hunger", ["Tom", true])]
  const event = {
    ...rule,
    changes: [
      { fluent, rule, after: null },
      { fluent, after: "Home" },
    ],
  }
  expect(JSON.stringify(event, printReferences)).toBe(
    '{"name":"hunger","arguments":["Tom",true],"label":"hunger(Tom, True)","changes":[{"fluent":"at(Tom)","rule":"hunger(Tom, True)","after":null},{"fluent":"at(Tom)","after":"Home"}]}',
  )
  const template = { kind: "fluent", property: 0, arguments: [] }
  expect(JSON.parse(JSON.stringify({ fluent: template, rule: "rain" }, printReferences))).toEqual({
    fluent: template,
    rule: "rain",
  })
})

test("takes two references of one label for one", () => {
  expect(
    distinct([parseLabel("at(Tom)"), parseLabel("key()"), parseLabel("at( Tom )")]).map((each) => each.label),
  ).toEqual(["at(Tom)", "key()"])
})
