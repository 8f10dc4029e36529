/**
 * What is named where somebody has no reason: a limit before anything that they do not know, and what nobody
 * does.
 */
import { startReview } from "@dramaturg/engine"
import type { Limits, Problem } from "@dramaturg/model"
import { reviewSentences, whyNotSentences } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"
import { hasShared, readShared, world } from "./worlds.js"

function asked(
  problem: Problem,
  acts: readonly string[],
  limits: Limits,
  past?: number,
): ReturnType<typeof reviewOf> {
  return reviewOf(problem, acts, { limits, ...(past === undefined ? {} : { past }) })
}

function reviewOf(problem: Problem, acts: readonly string[], options: Parameters<typeof startReview>[2]) {
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const query = startReview(problem, { acts: acts.map((act) => ({ act, span })), notes: [] }, options)
  while (!query.step(1000));
  return query.answer!
}

describe.skipIf(!hasShared)("in the world of the lovers (skipped where it is absent)", () => {
  const story = [
    "move(C1, R11, R12)",
    "tell(C1, C2, I3, R12)",
    "give(C2, I3, C1, R12)",
    "move(C1, R12, R22)",
    "trade(C1, I3, C3, I1, R22)",
  ]
  const text = hasShared ? readShared("benchmarks/problems/lovers.txt") : ""
  // One room further away, the first act takes a plan of six acts.
  const far = hasShared ? world(text.replace("at(C1) = R11", "at(C1) = R21"), "lovers.txt") : undefined
  const first = "move(C1, R21, R11)"

  test("a story holds within 5/5/2", () => {
    expect(asked(world(text, "lovers.txt"), story, { author: 5, character: 5, belief: 2 }).verdict).toBe(
      "holds",
    )
  })

  test("a plan too long for 5/5/2 is told by its limit, not by what somebody does not know", () => {
    const review = asked(far!, [first, ...story], { author: 6, character: 5, belief: 2 })
    expect(review.acts.map((each) => each.verdict)).toEqual([
      "unmotivated",
      "holds",
      "holds",
      "holds",
      "holds",
      "holds",
    ])
    expect(reviewSentences(review, far!).acts[0].sentences.join()).toContain(
      "C1 has no reason for it, planning 5 acts ahead, 2 minds deep; with 6 and 2 there is one: so that it leads on to ",
    )
  })

  test("and with one act more of foresight there is that reason", () => {
    expect(whyNotSentences(asked(far!, [first], { author: 6, character: 6, belief: 2 }, 0), far!)[0]).toBe(
      "Nothing speaks against it: it could happen here.",
    )
  })

  test("so it is by why-not", () => {
    const [sentence] = whyNotSentences(asked(far!, [first], { author: 6, character: 5, belief: 2 }, 0), far!)
    expect(sentence).toContain("planning 5 acts ahead, 2 minds deep; with 6 and 2 there is one")
  })
})

/** Tom wants water; it takes a ditch, and rain. `rain`: who brings it. */
const garden = (rain: string, more = ""): Problem =>
  world(
    `
  entity Tom : character; entity Ann : character;
  property ditch() : boolean; property water() : boolean; property drunk() : boolean; property dancing() : boolean;
  action dig() { precondition: !ditch(); effect: ditch(); consenting: Tom; };
  action drink() { precondition: water() & !drunk(); effect: drunk(); consenting: Tom; };
  ${rain}
  utility(): drunk(); utility(Tom): drunk(); ${more}
`,
    "garden.txt",
  )

const falls = "precondition: ditch() & !water(); effect: water();"
const accident = garden(`action rain() { ${falls} };`)
const limits = { author: 4, character: 4, belief: 1 }
const said = (problem: Problem, act = "dig()"): readonly string[] =>
  whyNotSentences(asked(problem, [act], limits, 0), problem)

describe("what nobody does", () => {
  const byRain =
    "Tom has no reason for it. Better by what Tom wants (garden.txt:7) could come of rain() (through rain(), then drink()), but nobody plans on what nobody does: give it a doer (consenting), or make it a trigger."

  test("is named by why-not where it would be a reason", () => {
    expect(said(accident)).toEqual([byRain])
  })

  test("and in the verdicts of a plot", () => {
    const review = asked(accident, ["dig()", "rain()", "drink()"], limits)
    expect(
      reviewSentences(review, accident).acts.map(({ verdict, sentences }) => [verdict, ...sentences]),
    ).toEqual([["unmotivated", byRain], ["holds"], ["holds"]])
    expect(review.acts[0].findings[0]).toMatchObject({
      kind: "unmotivated",
      chance: { acts: ["rain()"], plan: ["rain()", "drink()"] },
    })
  })

  test("is nobody's reason once it has a doer who would not do it; nor is it named then", () => {
    expect(said(garden(`action rain() { ${falls} consenting: Ann; };`))).toEqual([
      "Tom has no reason for it. Tom could hope for better (1 instead of 0, by what Tom wants (garden.txt:7)) through rain(), then drink(), but Ann would have no reason for rain().",
    ])
  })

  test("is a reason as a trigger, or with a doer who wants it, as the sentence says", () => {
    const meant = ["Nothing speaks against it: it could happen here."]
    expect(said(garden(`trigger rain() { ${falls} };`))).toEqual([
      ...meant,
      "Tom would mean it to lead on to drink().",
    ])
    expect(said(garden(`action rain() { ${falls} consenting: Ann; };`, "utility(Ann): water();"))).toEqual([
      ...meant,
      "Tom would mean it to lead on to rain(), then drink().",
    ])
  })

  test("is not named for an act that it does not need", () => {
    const dance = "action dance() { effect: dancing(); consenting: Tom; };"
    expect(
      said(garden(`action rain() { precondition: !water(); effect: water(); }; ${dance}`), "dance()").join(),
    ).not.toContain("nobody")
  })
})
