/**
 * The judge of tellings: what is so passes, and each way of saying what is not, or what nobody there could
 * know, is noticed.
 */
import type { Claim, Manner } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { checkTelling } from "../src/check.js"
import { becomes, fabulaOf, means, so, tellingOf } from "./fabulas.js"

/** Of taking the key at once. */
const fear = {
  hoped: [{ fluent: "key()", value: "Hall" }],
  plan: [],
  feared: [{ fluent: "key()", value: "Yard" }],
  acts: 1,
  before: 0,
  after: -1,
  losses: [],
}

const fabula = fabulaOf(
  ["Ann", "Bob"],
  [so("at(Ann)", "Hall"), so("key()", "Hall"), so("key()", "Yard", ["Bob"])],
  [
    {
      label: "go(Ann, Yard)",
      consenting: ["Ann"],
      observers: ["Ann", "Bob"],
      surprised: ["Bob"],
      motives: [
        means("Ann", ["take(Ann)", "leave(Ann)"], {
          supposing: [{ fluent: "key()", value: "Hall" }],
          fear: { ...fear, act: "take(Ann)" },
        }),
      ],
      changes: [becomes("at(Ann)", "Hall", "Yard")],
    },
    {
      label: "take(Ann)",
      consenting: ["Ann"],
      observers: ["Ann"],
      motives: [means("Ann", ["leave(Ann)"])],
      changes: [becomes("key()", "Hall", null), becomes("key()", "Hall", null, ["Ann"], "saw")],
    },
    { label: "shout(Bob)", consenting: ["Bob"], observers: ["Ann", "Bob"], motives: [means("Bob", [])] },
  ],
)

const messages = (
  claim: Claim,
  manner: Partial<Manner> = {},
  occurrences: readonly number[] = "occurrence" in claim ? [claim.occurrence] : [],
): readonly string[] =>
  checkTelling(fabula, tellingOf([{ claims: [claim], occurrences }], manner)).map((each) => each.message)

const bob: Partial<Manner> = { focalisation: "internal", focaliser: "Bob" }
const ann: Partial<Manner> = { focalisation: "internal", focaliser: "Ann" }
const outside: Partial<Manner> = { focalisation: "external" }

describe("what is so and can be known", () => {
  test.each<[string, Claim, Partial<Manner>]>([
    ["what occurred", { kind: "occurred", occurrence: 1 }, {}],
    ["what they saw", { kind: "occurred", occurrence: 1 }, bob],
    ["what an onlooker sees", { kind: "occurred", occurrence: 2 }, outside],
    ["how things stand", { kind: "so", believers: [], fluent: "at(Ann)", value: "Yard", moment: 1 }, {}],
    ["how things stood", { kind: "so", believers: [], fluent: "at(Ann)", value: "Hall", moment: 0 }, outside],
    [
      "what they believe, wrongly",
      { kind: "so", believers: ["Bob"], fluent: "key()", value: "Yard", moment: 2 },
      bob,
    ],
    ["a plan", { kind: "means", occurrence: 1, character: "Ann", acts: ["take(Ann)", "leave(Ann)"] }, ann],
    ["the end of a plan", { kind: "means", occurrence: 1, character: "Ann", acts: ["leave(Ann)"] }, {}],
    ["a hope", { kind: "hopes", occurrence: 1, character: "Ann", fluent: "key()", value: "Hall" }, ann],
    ["a fear", { kind: "fears", occurrence: 1, character: "Ann", fluent: "key()", value: "Yard" }, ann],
    ["what did not come", { kind: "unmet", occurrence: 3, character: "Ann", act: "leave(Ann)" }, ann],
    ["a surprise", { kind: "surprised", occurrence: 1, character: "Bob" }, bob],
    ["a wish", { kind: "wants", character: "Bob" }, bob],
  ])("%s", (_, claim, manner) => {
    expect(messages(claim, manner)).toEqual([])
  })
})

describe("what is not so", () => {
  test.each<[string, Claim, string]>([
    ["what never occurred", { kind: "occurred", occurrence: 4 }, "There is no occurrence 4."],
    [
      "another value",
      { kind: "so", believers: [], fluent: "at(Ann)", value: "Hall", moment: 1 },
      "at(Ann) is Yard to the world at moment 1, not Hall.",
    ],
    [
      "a belief that is somebody else’s",
      { kind: "so", believers: ["Ann"], fluent: "key()", value: "Yard", moment: 0 },
      "key() is Hall to Ann at moment 0, not Yard.",
    ],
    [
      "a fact before its time",
      { kind: "so", believers: [], fluent: "key()", value: null, moment: 1 },
      "key() is Hall to the world at moment 1, not null.",
    ],
    [
      "acts in another order",
      { kind: "means", occurrence: 1, character: "Ann", acts: ["leave(Ann)", "take(Ann)"] },
      "Ann does not mean that at occurrence 1.",
    ],
    [
      "a plan of somebody who has none",
      { kind: "means", occurrence: 3, character: "Bob", acts: ["leave(Ann)"] },
      "Bob does not mean that at occurrence 3.",
    ],
    [
      "somebody else’s plan",
      { kind: "means", occurrence: 1, character: "Bob", acts: ["leave(Ann)"] },
      "Bob does not mean that at occurrence 1.",
    ],
    [
      "the hope of something else",
      { kind: "hopes", occurrence: 1, character: "Ann", fluent: "key()", value: "Yard" },
      "Ann does not hope at occurrence 1 that key() is Yard.",
    ],
    [
      "the fear of something else",
      { kind: "fears", occurrence: 1, character: "Ann", fluent: "key()", value: "Hall" },
      "Ann does not fear at occurrence 1 that key() is Hall.",
    ],
    [
      "the fear of somebody who acts",
      { kind: "fears", occurrence: 2, character: "Ann", fluent: "key()", value: "Yard" },
      "Ann does not fear at occurrence 2 that key() is Yard.",
    ],
    [
      "hopes that nobody had",
      { kind: "unmet", occurrence: 3, character: "Bob", act: "leave(Ann)" },
      "Bob never counted on leave(Ann).",
    ],
    [
      "hopes that were met",
      { kind: "unmet", occurrence: 3, character: "Ann", act: "take(Ann)" },
      "take(Ann) has happened.",
    ],
    [
      "a surprise that was none",
      { kind: "surprised", occurrence: 1, character: "Ann" },
      "Ann is not surprised at occurrence 1.",
    ],
    ["a wish of nobody’s", { kind: "wants", character: "Zoe" }, "There is no Zoe."],
  ])("%s", (_, claim, message) => {
    expect(messages(claim)).toContain(message)
  })
})

describe("what nobody there could know", () => {
  test.each<[string, Claim, Partial<Manner>, string]>([
    ["what they did not see", { kind: "occurred", occurrence: 2 }, bob, "Bob did not see occurrence 2."],
    [
      "what is so",
      { kind: "so", believers: [], fluent: "key()", value: "Hall", moment: 1 },
      bob,
      "It is told as so, not as Bob believes it.",
    ],
    [
      "what another believes",
      { kind: "so", believers: ["Bob"], fluent: "key()", value: "Yard", moment: 1 },
      ann,
      "It is told as so, not as Ann believes it.",
    ],
    [
      "another’s plan",
      { kind: "means", occurrence: 1, character: "Ann", acts: ["take(Ann)"] },
      bob,
      "Bob cannot know Ann’s mind.",
    ],
    [
      "another’s disappointment",
      { kind: "unmet", occurrence: 3, character: "Ann", act: "leave(Ann)" },
      bob,
      "Bob cannot know Ann’s mind.",
    ],
    [
      "another’s surprise",
      { kind: "surprised", occurrence: 1, character: "Bob" },
      ann,
      "Ann cannot know Bob’s mind.",
    ],
    ["another’s wish", { kind: "wants", character: "Bob" }, ann, "Ann cannot know Bob’s mind."],
    [
      "a wish, to an onlooker",
      { kind: "wants", character: "Bob" },
      outside,
      "An onlooker sees nobody's mind.",
    ],
    [
      "a plan, to an onlooker",
      { kind: "means", occurrence: 1, character: "Ann", acts: ["take(Ann)"] },
      outside,
      "An onlooker sees nobody's mind.",
    ],
    [
      "a belief, to an onlooker",
      { kind: "so", believers: ["Bob"], fluent: "key()", value: "Yard", moment: 1 },
      outside,
      "An onlooker sees nobody's mind.",
    ],
    [
      "a surprise, to an onlooker",
      { kind: "surprised", occurrence: 1, character: "Bob" },
      outside,
      "An onlooker sees nobody's mind.",
    ],
    [
      "a disappointment, to an onlooker",
      { kind: "unmet", occurrence: 3, character: "Ann", act: "leave(Ann)" },
      outside,
      "An onlooker sees nobody's mind.",
    ],
  ])("%s", (_, claim, manner, message) => {
    expect(messages(claim, manner)).toContain(message)
  })
})

test("a sentence owns up to what it tells of, and the breach says where it stands", () => {
  expect(messages({ kind: "occurred", occurrence: 1 }, {}, [])).toEqual([
    "It tells of occurrence 1 and does not say so.",
  ])
  const telling = tellingOf([
    { text: "Fine." },
    { text: "Wrong.", claims: [{ kind: "occurred", occurrence: 9 }], occurrences: [9] },
  ])
  expect(checkTelling(fabula, telling)).toEqual([
    { paragraph: 0, sentence: 1, text: "Wrong.", message: "There is no occurrence 9." },
  ])
})
