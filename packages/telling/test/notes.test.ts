/** Notes for the margin: what readers may notice, at the sentence that tells of it, once, in plain words. */
import { type Fabula, finished, type Occurrence, parseLabel } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { lexiconOf } from "../src/english/lexicon.js"
import { notesFor } from "../src/english/notes.js"
import { fabulaOf, means } from "./fabulas.js"
import { compiled } from "./say.js"

const world =
  compiled(`type place; entity Hall : place { told: "the hall"; } entity Yard : place { told: "the yard"; }
entity Ann : character { told: "Ann", she; } entity captain : character { told: "the captain", he; }
property at(who : character) : place { told: "{who} [be] in {value}"; } property asleep(who : character) : boolean { told: "{who} [be] asleep"; }
action go(who : character, to : place) { effect: at(who) = to; consenting: who; told: "{who} [go] to {to}"; }
action wake(who : character, whom : character) { effect: !asleep(whom); consenting: who; told: "{who} [wake] {whom}"; }
action wait(who : character) { effect: asleep(who); consenting: who; }
action storm() { effect: asleep(Ann); }`)

const go = { label: "go(captain, Hall)", consenting: ["captain"] }
const wait = { label: "wait(Ann)", consenting: ["Ann"] }

function notes(
  occurrences: readonly Partial<Occurrence>[],
): readonly { kind: string; text: string; sentence: number; occurrence: number }[] {
  const fabula: Fabula = fabulaOf(["Ann", "captain"], [], occurrences)
  const sentences = fabula.occurrences.map(({ number }) => ({
    text: "…",
    occurrences: [number],
    claims: [{ kind: "occurred" as const, occurrence: number }],
  }))
  const found = finished(notesFor(fabula, [{ sentences }], lexiconOf(world)))
  return found.map(({ kind, text, sentence, occurrence }) => ({
    kind,
    text,
    sentence,
    occurrence,
  }))
}

const texts = (occurrences: readonly Partial<Occurrence>[], kind: string): readonly string[] =>
  notes(occurrences)
    .filter((each) => each.kind === kind)
    .map((each) => each.text)
const mistake = (fluent: string, value: boolean | string, actual: boolean | string) => ({
  believers: ["captain"],
  fluent: parseLabel(fluent),
  value,
  actual,
  since: 0,
})
const erring = (...mistakes: readonly ReturnType<typeof mistake>[]) => [
  { ...go, motives: [means("captain", [], { mistakes })] },
]

describe("irony", () => {
  test("is what somebody believes and is not so, by the name that the story uses", () => {
    expect(texts(erring(mistake("at(Ann)", "Hall", "Yard")), "irony")).toEqual([
      "The captain believes that Ann is in the hall; in truth Ann is in the yard.",
    ])
    expect(texts(erring(mistake("asleep(Ann)", true, false)), "irony")).toEqual([
      "The captain believes that Ann is asleep; it is not so.",
    ])
  })
  test("is what somebody does not know", () => {
    expect(texts(erring(mistake("asleep(Ann)", false, true)), "irony")).toEqual([
      "The captain does not know that Ann is asleep.",
    ])
  })
  test("agrees with several", () => {
    const twins = compiled(
      `entity Twins : character { told: "the twins", they; } property wet(who : character) : boolean { told: "{who} [be] wet"; } action go(who : character) { effect: wet(who); consenting: who; }`,
    )
    const fabula = fabulaOf(
      ["Twins"],
      [],
      [
        {
          label: "go(Twins)",
          consenting: ["Twins"],
          motives: [
            means("Twins", ["go(Twins)"], {
              mistakes: [
                {
                  believers: ["Twins"],
                  fluent: parseLabel("wet(Twins)"),
                  value: true,
                  actual: false,
                  since: 0,
                },
              ],
            }),
          ],
        },
      ],
    )
    const found = notesFor(
      fabula,
      [{ sentences: [{ text: "…", occurrences: [1], claims: [{ kind: "occurred", occurrence: 1 }] }] }],
      lexiconOf(twins),
    )
    expect(found.map((each) => each.text)).toEqual([
      "The twins believe that the twins are wet; it is not so.",
      "The twins mean to go; it never comes to that.",
    ])
  })
  test("is told of everything that they have wrong, and of nothing where they have nothing wrong", () => {
    expect(
      texts(erring(mistake("asleep(Ann)", false, true), mistake("at(Ann)", "Hall", "Yard")), "irony"),
    ).toHaveLength(2)
    expect(texts(erring(), "irony")).toEqual([])
  })
})

describe("suspense", () => {
  const meaning = (gap: number, plan = ["wake(captain, Ann)"]) => [
    { ...go, motives: [means("captain", plan)] },
    ...Array.from({ length: gap }, () => wait),
    { label: "wake(captain, Ann)", consenting: ["captain"] },
  ]
  test("is an intention that stays open for a while", () => {
    expect(texts(meaning(2), "suspense")).toEqual([
      "The captain means to wake Ann; whether it comes to that stays open for 2 acts.",
    ])
    expect(texts(meaning(4), "suspense")).toEqual([
      "The captain means to wake Ann; whether it comes to that stays open for 4 acts.",
    ])
  })
  test("is none, if it comes soon", () => {
    expect(texts(meaning(1), "suspense")).toEqual([])
  })
  test("is told once, when it is first meant", () => {
    const [first, ...rest] = meaning(4)
    expect(
      notes([first, first, ...rest])
        .filter((each) => each.kind === "suspense")
        .map((each) => each.occurrence),
    ).toEqual([1])
  })
  test("counts on others by their names", () => {
    expect(
      texts(
        [{ ...go, motives: [means("captain", ["go(Ann, Hall)"])] }, wait, wait, { label: "go(Ann, Hall)" }],
        "suspense",
      )[0],
    ).toMatch(/^The captain counts on it that Ann will go to the hall;/)
  })
})

describe("what never comes", () => {
  test("is the first act that they mean and that never happens after", () => {
    expect(
      texts(
        [
          { ...go, motives: [means("captain", ["go(captain, Yard)", "wake(captain, Ann)"])] },
          { label: "go(captain, Yard)" },
        ],
        "thwarted",
      ),
    ).toEqual(["The captain means to wake Ann; it never comes to that."])
  })
  test("is nothing that happens, late as it may be", () => {
    expect(
      texts(
        [
          { ...go, motives: [means("captain", ["wake(captain, Ann)"])] },
          wait,
          { label: "wake(captain, Ann)" },
        ],
        "thwarted",
      ),
    ).toEqual([])
    expect(texts([{ ...go, motives: [means("captain", [])] }], "thwarted")).toEqual([])
  })
  test("is not saved by what happened before", () => {
    expect(
      texts(
        [{ label: "wake(captain, Ann)" }, { ...go, motives: [means("captain", ["wake(captain, Ann)"])] }],
        "thwarted",
      ),
    ).toHaveLength(1)
  })
})

describe("chance", () => {
  test("is what nobody decides, and what nobody foresees", () => {
    expect(texts([{ label: "storm()" }], "chance")).toEqual(["Nobody could have counted on this."])
    expect(texts([{ label: "dawn()", kind: "trigger", isUnforeseen: true }], "chance")).toHaveLength(1)
  })
  test("is no act that somebody decides, and no rule that anybody can count on", () => {
    expect(texts([go], "chance")).toEqual([])
    expect(texts([{ label: "dawn()", kind: "trigger" }], "chance")).toEqual([])
  })
})

test("a note stands at the first sentence that tells of what it is about", () => {
  const fabula = fabulaOf(["Ann", "captain"], [], [go, { label: "storm()" }])
  const told = (occurrence: number) => ({
    text: "…",
    occurrences: [occurrence],
    claims: [{ kind: "occurred" as const, occurrence }],
  })
  const paragraphs = [{ sentences: [told(1)] }, { sentences: [told(1), told(2)] }, { sentences: [told(2)] }]
  const found = finished(notesFor(fabula, paragraphs, lexiconOf(world)))
  expect(found.map(({ paragraph, sentence, occurrence }) => [paragraph, sentence, occurrence])).toEqual([
    [1, 1, 2],
  ])
})
