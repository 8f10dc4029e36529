/**
 * Whatever is asked: people and things are called as their author named them; in a world that names nobody
 * and nothing, as they are typed.
 */
import {
  chronicle,
  startAdvice,
  startEndingQuery,
  startRepair,
  startReview,
  startWhatIf,
} from "@dramaturg/engine"
import type { Fabula, Problem } from "@dramaturg/model"
import {
  adviceSentences,
  endingSentences,
  repairSentences,
  reviewSentences,
  whatIfSentences,
  whyNotSentences,
  whySentences,
} from "@dramaturg/telling"
import { describe, expect, test } from "vitest"
import { compiled } from "./say.js"
import { changed, mannedSea, nameless } from "./sea.js"

const sea = (changes: readonly (readonly [string, string])[] = []): string => changed(mannedSea, changes)
const unnamed = nameless(mannedSea)

const plan = ["walk(captain, ship, big_house)", "hand_over(Bob, captain, pearl)"]
const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }

function reviewed(problem: Problem, acts: readonly string[]) {
  const inquiry = startReview(problem, { acts: acts.map((act) => ({ act, span })), notes: [] })
  while (!inquiry.step(100));
  return inquiry.answer!
}

function fabulaOf(problem: Problem): Fabula {
  return chronicle(problem, {
    plan,
    explanations: reviewed(problem, plan).acts.map((each) => each.explanations),
  })
}

const why = (text: string, act: number): readonly string[] =>
  whySentences(fabulaOf(compiled(text)), compiled(text), act, null)
const whyNot = (text: string, acts: readonly string[]): readonly string[] =>
  whyNotSentences(reviewed(compiled(text), acts), compiled(text))
const review = (text: string, acts: readonly string[]): readonly string[] =>
  reviewSentences(reviewed(compiled(text), acts), compiled(text)).acts.flatMap((each) => each.sentences)

describe("why", () => {
  test("what somebody means by an act and has wrong", () => {
    expect(why(sea(), 1)).toEqual([
      "The captain means it to lead on to “The captain takes the black pearl from old Bob”: what the captain wants (world.drama:10) is worth 0 before it, and 1 then.",
      "The captain is wrong about this: to the captain’s mind old Bob is not awake (since the start), but old Bob is awake.",
      "What it needs had been so since the start.",
    ])
  })

  test("how they know, and what had made it possible: an act that has a number in short", () => {
    expect(why(sea(), 2)).toEqual([
      "Old Bob does it for its own sake: what old Bob wants (world.drama:11) is worth 0 before it, and 1 then.",
      "Old Bob knows that the captain is at the big house (seen in act 1, “The captain walks to the big house”).",
      "It was possible because the captain is at the big house (since act 1, “The captain walks to the big house”).",
    ])
  })

  test("in identifiers, where nobody and nothing has a name", () => {
    expect(why(unnamed, 1).slice(0, 2)).toEqual([
      "captain means it to lead on to steal(captain, Bob, pearl): what captain wants (world.drama:10) is worth 0 before it, and 1 then.",
      "captain is wrong about this: awake(Bob) has not held since the start to captain's mind, but awake(Bob) holds.",
    ])
    expect(why(unnamed, 2)[2]).toBe(
      "It was possible because at(captain) has been big_house since act 1, walk(captain, ship, big_house).",
    )
  })
})

describe("why not, and reviews", () => {
  test("what an act needs stays as it is written; what is so instead is said", () => {
    expect(whyNot(sea(), ["steal(captain, Bob, pearl)"])[0]).toBe(
      "It needs `at(captain) == at(Bob)` (world.drama:27), but the captain is at the ship (since the start) and old Bob is at the big house (since the start). It needs `!awake(Bob)` (world.drama:27), but old Bob is awake (since the start).",
    )
    expect(whyNot(unnamed, ["steal(captain, Bob, pearl)"])[0]).toMatch(
      /^It needs at\(captain\) == at\(Bob\) \(world.drama:27\), but at\(captain\) has been ship since the start and/,
    )
  })

  test("several are spoken of as several", () => {
    expect(whyNot(sea(), ["walk(crew, big_house, ship)"])).toEqual([
      "Nothing speaks against it: it could happen here.",
      "The twins would want it for its own sake.",
    ])
    expect(
      review(sea(), [
        "hand_over(Bob, crew, pearl)",
        "walk(captain, ship, big_house)",
        "hand_over(crew, Bob, pearl)",
      ]).join(" "),
    ).toContain("the twins are not awake (since the start)")
    expect(review(sea([["wants: at(crew) == ship;", "wants: 0;"]]), ["walk(crew, big_house, ship)"])[0]).toBe(
      "The twins have no reason for it: nothing in reach after this act is better than things are (0) by what the twins want (world.drama:12).",
    )
  })

  test("a belief is said of whoever has it by a pronoun", () => {
    const sure = sea([
      ["sober; believes !awake(Bob);", "sober; believes !sober(captain);"],
      [
        "precondition: at(who) == from & from != to;",
        "precondition: at(who) == from & from != to & sober(who);",
      ],
    ])
    expect(review(sure, ["walk(captain, ship, big_house)"])[0]).toContain(
      "The captain does not believe that it can be done: to the captain’s mind, she is not sober (since the start).",
    )
  })

  test("an act to be put in is named as it is typed, with its words behind it", () => {
    const problem = compiled(sea())
    const inquiry = startRepair(problem, { acts: [{ act: plan[1], span }], notes: [] }, { most: 1 })
    while (!inquiry.step(100));
    expect(repairSentences(inquiry.answer!, ["1"], problem)[0]).toBe(
      "It would hold with walk(captain, ship, big_house) (“The captain walks to the big house”) before act 1.",
    )
  })
})

describe("endings, advice and other worlds", () => {
  test("what would open an ending, with what one would write", () => {
    const text = sea([["utility(): has(captain, pearl);", "utility(): has(captain, pearl) & !awake(Bob);"]])
    const inquiry = startEndingQuery(compiled(text))
    while (!inquiry.step(1000));
    expect(endingSentences(inquiry.answer!, compiled(text))).toContain(
      "- if at the start it were so that old Bob is not awake (`!awake(Bob)`), by “The captain walks to the big house, and whistles”, then “The captain takes the black pearl from old Bob”.",
    )
  })

  test("who has no reason for what", () => {
    const text = sea([
      ["wants: sober(Bob);", "wants: 0;"],
      ["believes !awake(Bob);", ""],
    ])
    const inquiry = startAdvice(compiled(text))
    while (!inquiry.step(1000));
    const [sentence] = adviceSentences(inquiry.answer!, compiled(text))
    expect(sentence).toMatch(
      /^“.+”, then “Old Bob hands over the black pearl to the captain” would lead to the end, but /,
    )
    expect(sentence).toContain("old Bob has no reason to ")
    expect(sentence).not.toMatch(/captain\b.*captain\(|\bship\)|big_house|\bcrew\b/)
  })

  test("why a story vanishes, and where two part", () => {
    const [one, other] = [compiled(sea()), compiled(sea([["at = big_house; awake;", "at = big_house;"]]))]
    const inquiry = startWhatIf(one, other, { most: 1 })
    while (!inquiry.step(100));
    const { sides, parting } = whatIfSentences(inquiry.answer!, one)
    expect(sides[0].stories[0].acts).toEqual(plan)
    expect(sides[0].stories[0].remarks).toEqual([
      "Act 2, “Old Bob hands over the black pearl to the captain”, then: It needs `awake(Bob)` (world.drama:21), but old Bob is not awake (since the start).",
    ])
    expect(parting).toBe(
      "The first stories part at act 2: “Old Bob hands over the black pearl to the captain” as it is, “The captain takes the black pearl from old Bob” as it would be.",
    )
  })
})

describe("a fact that is not so", () => {
  test("is denied as a whole, where another verb than its own would be", () => {
    const text = sea([
      [
        "property awake(who : character) : boolean;",
        'property awake(who : character) : boolean { told: "{who} would cry out once a board [creak]"; }',
      ],
    ])
    expect(whyNot(text, ["hand_over(captain, Bob, pearl)"])[0]).toContain(
      "it is not so that the captain would cry out once a board creaks (since the start)",
    )
  })
})
