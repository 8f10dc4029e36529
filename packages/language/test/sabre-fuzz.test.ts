/** The reader of Sabre's format answers every text. `npm run test:long` does more of the same. */
import { compileStory } from "@dramaturg/language"
import { expect, test } from "vitest"
import { answerBadly, fuzzSabre, giant, giants } from "./fuzz-sabre.js"

test("whatever it is given, the reader answers soon, does not throw, and places every remark", () => {
  expect(fuzzSabre(process.env.LONG === "1" ? 10_000 : 500).failures).toEqual([])
})

test.each(giants.map((each) => [`${each[0].slice(-12)}${each[1]}`, each] as const))(
  "a million characters of `%s` are answered",
  (_, each) => {
    const text = giant(each)
    const before = process.cpuUsage()
    const { diagnostics } = compileStory(text, { file: "fuzz.txt" })
    const took = process.cpuUsage(before).user / 1000
    expect(diagnostics.every(({ span }) => span.line >= 1 && span.column >= 1)).toBe(true)
    // Processor time of this process in milliseconds: under a second on an idle machine; the bound only tells
    // slow from hanging.
    // hanging.
    expect(took).toBeLessThan(15_000)
  },
)

/** Texts that once went wrong. */
test.each([
  "",
  "\u0000",
  "entity",
  "type ;",
  "utility(",
  "action f() { effect: }",
  "exists(x : t) p()",
  "/*/",
  "believes(",
  "toString();",
  "p(constructor)",
])("`%s` is answered", (text) => {
  expect(answerBadly(text)).toBeUndefined()
})
