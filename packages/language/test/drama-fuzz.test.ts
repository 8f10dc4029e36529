/** The reader of `.drama` answers every text. `npm run test:long` does more of the same. */
import { compileStory } from "@dramaturg/language"
import { expect, test } from "vitest"
import { answerBadly, compareReaders, fuzzDrama, giant, giants } from "./fuzz-drama.js"

test("whatever it is given, the reader answers soon, does not throw, and places every remark", () => {
  expect(fuzzDrama(process.env.LONG === "1" ? 10_000 : 300).failures).toEqual([])
})

test("a text that both languages accept means the same in both", () => {
  const { shared, different } = compareReaders(20_000)
  expect(different).toEqual([])
  expect(shared).toBeGreaterThan(500)
})

test.each(giants.map((each) => [`${each[0].slice(-12)}${each[1]}`, each] as const))(
  "a million characters of `%s` are answered",
  (_, each) => {
    const text = giant(each)
    const before = process.cpuUsage()
    const { diagnostics } = compileStory(text, { file: "fuzz.drama" })
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
  ";",
  "; a();",
  "/* a */ a() /* b\n */ ; // c",
  "\u0000",
  "entity",
  "type ;",
  "utility(",
  "action f() { effect: }",
  "exists(x : t) p()",
  "/*/",
  "/**/",
  "believes(",
  "toString();",
  "p(constructor)",
])("`%s` is answered", (text) => {
  expect(answerBadly(text)).toBeUndefined()
})
