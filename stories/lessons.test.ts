/** What the READMEs of the two small worlds invite a reader to try comes out as they say. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { compiled, storyOf } from "./telling.js"

const read = (name: string): string => readFileSync(new URL(`${name}/${name}.drama`, import.meta.url), "utf8")

test("Nell expects her lie to be believed, and to be walked upon", () => {
  const { solution } = storyOf(compiled(read("parcel")))
  expect(solution!.plan[0]).toBe("invent_parcel(Nell, Toby)")
  expect(solution!.explanations[0].Nell.map((step) => step.act)).toEqual([
    "walk(Toby, Kitchen, Post)",
    "bake(Nell)",
  ])
  expect(solution!.explanations[1].Toby.map((step) => step.act)).toEqual(["fetch_parcel(Toby)"])
})

test("Nell does not lie to somebody who, she thinks, wants no parcel", () => {
  const doubtful = read("parcel").replace(
    /wants "[^"]*": cake\(\);/,
    "believes believes(Toby, has_parcel(Toby));\n  wants: cake();",
  )
  expect(storyOf(compiled(doubtful)).status).toBe("exhausted")
})

test("Nell does not lie where nobody plans with the wants of others", () => {
  expect(storyOf(compiled(read("parcel").replace("belief: 2", "belief: 0"))).status).toBe("exhausted")
})

test("the fern is watered three times by two people, each with one good can in mind", () => {
  const { plan } = storyOf(compiled(read("fern")))
  expect(plan.filter((act) => act.startsWith("water"))).toEqual(["water(Ida)", "water(Bo)", "water(Ida)"])
})

test("the fern is safe if Bo can be seen from the garden", () => {
  const text = read("fern")
  const seen = text.replace(
    /(action water[\s\S]*?observing\(c : character\): at\(c\) == Hall)/,
    "$1 | at(c) == Garden",
  )
  expect(seen).not.toBe(text)
  expect(storyOf(compiled(seen)).status).toBe("exhausted")
})
