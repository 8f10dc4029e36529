/** Who is meant: names and pronouns, agreement, and that no pronoun could mean two people. */
import { chronicle } from "@dramaturg/engine"
import type { Manner, Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { tell, usualManner } from "../src/tell.js"
import { lexiconOf } from "../src/english/lexicon.js"
import { newReference, nextSentence, newParagraph, refer } from "../src/english/refer.js"
import { actSaid, compiled, factSaid } from "./say.js"

const people =
  compiled(`type place; entity Hall : place { told: "the hall"; } entity Stairs : place { told: "the stairs"; }
entity Ann : character { told: "Ann", she; } entity Eve : character { told: "Eve", she; } entity Tom : character { told: "Tom", he; }
entity Alex : character { told: "Alex", they; } entity Twins : character { told: "the twins", they; } entity Zed : character;
property at(who : character) : place { told: "{who} [be] in {value}"; } property swept(p : place) : boolean { told: "{p} [be] swept"; }
property tired(who : character) : boolean { told: "{who} [have] had enough of {who.their} own steps"; }
action go(who : character, to : place) { effect: at(who) = to; consenting: who; told: "{who} [go] to {to}"; }
action hit(who : character, whom : character) { effect: tired(whom); consenting: who; told: "{who} [hit] {whom}"; }
action wash(who : character) { effect: tired(who); consenting: who; told: "{who} [wash] {who.self}"; }
action keep(who : character) { effect: tired(who); consenting: who; told: "{who} [keep] what [be] {who.theirs}"; }
action must(who : character) { effect: tired(who); consenting: who; told: "{who} [must] go"; }
action part(one : character, other : character) { effect: tired(one); consenting: one, other; told: "{one} and {other} [be] off"; }`)

const reference = () => newReference(lexiconOf(people), undefined)

describe("a pronoun", () => {
  test("stands only for whom it must mean", () => {
    const desk = reference()
    expect(refer(desk, "Ann", "subject").text).toBe("Ann")
    nextSentence(desk)
    expect(refer(desk, "Ann", "subject").text).toBe("she")
    expect(refer(desk, "Eve", "object").text).toBe("Eve")
    nextSentence(desk)
    // Both were named: neither "she" would be plain.
    expect(refer(desk, "Ann", "subject").text).toBe("Ann")
    expect(refer(desk, "Eve", "object").text).toBe("Eve")
    nextSentence(desk)
    expect(refer(desk, "Tom", "subject").text).toBe("Tom")
    nextSentence(desk)
    expect(refer(desk, "Ann", "subject").text).toBe("Ann")
  })
  test("may stand for two of different pronouns at once", () => {
    const desk = reference()
    refer(desk, "Ann", "subject")
    refer(desk, "Tom", "object")
    nextSentence(desk)
    expect([refer(desk, "Ann", "subject").text, refer(desk, "Tom", "object").text]).toEqual(["she", "him"])
  })
  test("they is not said of one where it could be all of them", () => {
    const desk = reference()
    refer(desk, "Alex", "subject")
    refer(desk, "Tom", "object")
    nextSentence(desk)
    expect(refer(desk, "Alex", "subject").text).toBe("Alex")
  })
  test("stands for nobody after a break, nor for long", () => {
    const desk = reference()
    refer(desk, "Ann", "subject")
    newParagraph(desk)
    expect(refer(desk, "Ann", "subject").text).toBe("Ann")
    const four = Array.from({ length: 4 }, () => {
      nextSentence(desk)
      return refer(desk, "Ann", "subject").text
    })
    expect(four).toEqual(["she", "she", "she", "Ann"])
  })
  test("is none where the author gave none", () => {
    const desk = reference()
    refer(desk, "Zed", "subject")
    nextSentence(desk)
    expect(refer(desk, "Zed", "subject").text).toBe("Zed")
  })
})

describe("they, and several", () => {
  test.each<[string, string, "past" | "present", string]>([
    ["Twins", "Hall", "present", "the twins are in the hall"],
    ["Twins", "Hall", "past", "the twins were in the hall"],
    ["Alex", "Hall", "present", "Alex is in the hall"],
    ["Alex", "Hall", "past", "Alex was in the hall"],
    ["Ann", "Hall", "present", "Ann is in the hall"],
  ])("%s in %s, %s: %s", (who, place, tense, words) => {
    expect(factSaid(people, `at(${who})`, place, { tense })).toBe(words)
  })
  test("have, do and go with them", () => {
    expect(factSaid(people, "tired(Twins)", true, { tense: "present" })).toBe(
      "the twins have had enough of their own steps",
    )
    expect(actSaid(people, "go(Twins, Hall)", { tense: "present" })).toBe("the twins go to the hall")
    expect(actSaid(people, "go(Twins, Hall)", { tense: "present", isNegated: true })).toBe(
      "the twins do not go to the hall",
    )
    expect(actSaid(people, "go(Alex, Hall)", { tense: "present" })).toBe("Alex goes to the hall")
    expect(factSaid(people, "swept(Stairs)", true, { tense: "present" })).toBe("the stairs are swept")
    expect(actSaid(people, "must(Twins)", { tense: "present", isNegated: true })).toBe(
      "the twins do not have to go",
    )
    expect(actSaid(people, "must(Ann)", { tense: "past" })).toBe("Ann had to go")
    expect(actSaid(people, "must(Ann)", { tense: "present" })).toBe("Ann must go")
    expect(actSaid(people, "must(Ann)", { verbForm: "future" })).toBe("Ann would have to go")
  })
  test("themselves, themself, theirs", () => {
    expect(actSaid(people, "wash(Twins)")).toBe("the twins washed themselves")
    expect(actSaid(people, "wash(Alex)")).toBe("Alex washed themself")
    expect(actSaid(people, "wash(Ann)", { narrator: "Ann" })).toBe("I washed myself")
    expect(actSaid(people, "hit(Tom, Tom)")).toBe("Tom hit himself")
    expect(actSaid(people, "keep(Ann)")).toBe("Ann kept what was hers")
    expect(actSaid(people, "keep(Tom)", { narrator: "Tom" })).toBe("I kept what was mine")
    expect(actSaid(people, "keep(Twins)", { tense: "present" })).toBe("the twins keep what is theirs")
  })
  test("the one who tells it comes last, and is I", () => {
    expect(actSaid(people, "part(Tom, Ann)", { narrator: "Tom" })).toBe("Ann and I were off")
    expect(actSaid(people, "part(Tom, Ann)", { tense: "present" })).toBe("Tom and Ann are off")
    expect(factSaid(people, "at(Twins)", "Hall", { narrator: "Twins", tense: "present" })).toBe(
      "I am in the hall",
    )
  })
})

describe("whole tellings", () => {
  const world = (wish: string): Problem =>
    compiled(`type place; entity Hall : place { told: "the hall"; } entity Yard : place { told: "the yard"; }
entity Twin : character { told: "the twins", they; at = Hall; wants "to be in the yard": ${wish}; } entity Ann : character { told: "Ann", she; at = Hall; }
property at(who : character) : place { told: "{who} [be] in {value}"; }
action walk(who : character, to : place) { precondition: at(who) != to; effect: at(who) = to; consenting: who; told: "{who} [walk] to {to}"; }
utility(): at(Twin) == Yard;`)
  const problem = world("at(Twin) == Yard")
  const fabula = chronicle(problem, {
    plan: ["walk(Twin, Yard)"],
    explanations: [{ Twin: [] }],
    goal: 1,
  } as never)
  const told = (manner: Partial<Manner>): string =>
    tell(fabula, problem, { ...usualManner, ...manner })
      .paragraphs.flatMap((each) => each.sentences.map((one) => one.text))
      .join(" ")

  test("they want, and I want", () => {
    expect(told({ focalisation: "internal", focaliser: "Twin", tense: "present" })).toContain(
      "They want to be in the yard.",
    )
    expect(told({ focalisation: "internal", focaliser: "Twin" })).toContain(
      "The twins were in the hall. They wanted to be in the yard.",
    )
    expect(
      told({ focalisation: "internal", focaliser: "Twin", tense: "present", person: "first" }),
    ).toContain("I want to be in the yard.")
  })
})
