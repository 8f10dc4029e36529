/** The three ways in which an act may not happen, in words. */
import { foresight, unmetSentences } from "@dramaturg/telling"
import { expect, test } from "vitest"
import type { Survey } from "@dramaturg/model"

const survey = (isWhole: boolean): Survey =>
  ({
    isWhole,
    limits: { author: 4, character: 1, belief: 2 },
    reasons: [
      { name: "fetch_parcel", why: "impossible", states: 0 },
      { name: "lie", why: "unmotivated", states: 3 },
      { name: "fly", why: "never", states: 0 },
      { name: "dig", why: "unmotivated", states: 1 },
    ],
  }) as unknown as Survey

test("what is possible without a reason, what is not possible, and what never can be are told apart", () => {
  expect(unmetSentences(survey(true), (action) => action.replace("_", " "))).toEqual([
    "Possible, but nobody has a reason for it, thinking up to 1 act ahead and up to 2 minds deep: lie, dig.",
    "Never possible wherever this leads: fetch parcel.",
    "Can never happen: nothing in this world makes what it needs come about: fly.",
  ])
  expect(unmetSentences(survey(false)).slice(0, 2)).toEqual([
    "Possible, but nobody has a reason for it so far, thinking up to 1 act ahead and up to 2 minds deep: lie, dig.",
    "Not possible in any state looked at: fetch_parcel.",
  ])
})

test("thought without a limit is said to go as far as it takes", () => {
  expect(foresight({ author: null, character: null, belief: null })).toBe(
    "as far ahead as it takes and as deep into one another as it takes",
  )
})
