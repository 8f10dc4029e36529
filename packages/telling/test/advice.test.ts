/**
 * No story exists: the sentences name the demand, the limit or the missing reason that is in the way, or say
 * that none was found.
 */
import { type AdviceOptions, startAdvice } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { adviceSentences } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"

const world = (more: string, limits = "author: 3; character: 3; belief: 1;", wants = "wants: has(Tom);") => `
type place; entity Home, Market, Well : place;
property at(w : character) : place; property has(w : character) : boolean;
entity Tom : character { at = Home; ${wants} }
action walk(w : character, a : place, b : place) { precondition: at(w) == a & a != b; effect: at(w) = b; consenting: w; }
action buy(w : character) { precondition: at(w) == Market; effect: has(w); consenting: w; }
utility(): has(Tom);
limits { ${limits} }
${more}`

function advice(text: string, options: AdviceOptions = {}): readonly string[] {
  const { problem, relaxed, diagnostics } = compileStory(text, { file: "world.drama" })
  if (problem === undefined) throw new Error(diagnostics.map((each) => each.message).join(" "))
  const inquiry = startAdvice(problem, { relaxed, ...options })
  while (!inquiry.step(1000));
  return adviceSentences(inquiry.answer!, problem)
}

const plan = "walk(Tom, Home, Market), then buy(Tom)"

describe("where no story exists", () => {
  test.each([
    ["never: at(Tom) == Market", "must: at(Tom) == Home"],
    ["must: buy(Tom)", "never: buy(?)"],
    ["first: at(Tom) == Market then: at(Tom) == Home"],
    ["ends: at(Tom) == Home & !has(Tom)"],
  ])("the demand in the way is named: %s", (...demands) => {
    const sentences = advice(
      world(
        `story { ${demands.map((each) => `${each};`).join(" ")} }`,
        "author: 2; character: 3; belief: 1;",
      ),
    )
    expect(
      sentences.some((each) =>
        demands.some(
          (one) => each === `The demand \`${one}\` is in the way: without it there is a story, ${plan}.`,
        ),
      ),
    ).toBe(true)
  })

  test("several that are in the way only together are named as such", () => {
    expect(advice(world("story { never: at(Tom) == Market; ends: at(Tom) == Home & !has(Tom); }"))).toEqual([
      `The demands are in the way together: leaving out one of them does not do, but without all 2 there is a story, ${plan}.`,
    ])
  })

  test.each([
    ["author: 1; character: 3; belief: 1;", "if the story might have 2 acts, not 1"],
    ["author: 3; character: 1; belief: 1;", "if people planned 2 acts ahead, not 1"],
  ])("the limit in the way is named: %s", (limits, words) => {
    expect(advice(world("", limits))).toEqual([`There is a story ${words}: ${plan}.`])
  })

  test("so is that people think too few minds deep", () => {
    const sentences = advice(`
      property asked() : boolean; property open() : boolean;
      entity Ann : character { wants: open(); } entity Bob : character { wants: open(); }
      action ask(Ann) { precondition: !asked(); effect: asked(); consenting: Ann; }
      action unlock(Bob) { precondition: asked(); effect: open(); consenting: Bob; }
      utility(): open(); limits { author: 2; character: 2; belief: 0; }`)
    expect(sentences).toEqual([
      "There is a story if people planned 1 minds deep, not 0: ask(Ann), then unlock(Bob).",
    ])
  })

  test("the act is named for which somebody has no reason", () => {
    expect(advice(world("", undefined, "wants: at(Tom) == Market;"))).toEqual([
      `${plan} would lead to the end, but Tom has no reason for buy(Tom).`,
    ])
  })

  test("that no acts lead there at all is said, and is no matter of reasons", () => {
    expect(
      advice(world("property lit() : boolean;").replace("utility(): has(Tom);", "utility(): lit();")),
    ).toEqual([
      "It is not for want of reasons: within these limits no acts lead to the end, whatever anybody wants.",
    ])
  })

  test("what there was no time for is never said to have been tried", () => {
    let now = 0
    expect(
      advice(world("", "author: 1; character: 3; belief: 1;"), { clock: () => now++, timeoutMs: 0 }),
    ).toEqual([
      "Which demand or limit is in the way was not looked at to the end, for want of time or work: there may be one.",
    ])
  })
})
