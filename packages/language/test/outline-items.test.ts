/**
 * Every item of an outline is an act, a note, or reported as not understood, under its author's own number.
 */
import { readOutline } from "@dramaturg/language"
import { actReaderOf } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"
import { lodging } from "./lodging.js"

const reader = actReaderOf(lodging)

/** Items in the order of the text: the number, and the act or what the item was read as. */
function items(text: string): readonly string[] {
  const { outline, diagnostics } = readOutline(text, lodging, "o.md", reader)
  if (!outline) return diagnostics.map((each) => `${each.severity}: ${each.message}`)
  const acts = outline.acts.map(({ item, act, span }) => ({ span, words: `${item} ${act}` }))
  const others = outline.notes
    .filter((each) => each.item !== undefined)
    .map(({ item, kind, text, span }) => ({ span, words: `${item} ${kind}: ${text}` }))
  return [...acts, ...others].sort((a, b) => a.span.offset - b.span.offset).map((each) => each.words)
}

describe("numbered items keep their numbers", () => {
  test("where three of four are not understood", () => {
    expect(
      items(
        "# Plot\n\n1. Ann goes to the hall to plead her suit.\n2. Ann went to {Ann's} lodging.\n3. Ann went home in a temper.\n4. Ann goes to the hall.\n",
      ),
    ).toEqual([
      "1 unread: Ann goes to the hall to plead her suit.",
      "2 unread: Ann went to {Ann's} lodging.",
      "3 unread: Ann went home in a temper.",
      "4 go(Ann, Hall)",
    ])
  })

  test.each([
    ["3. ", "7. "],
    ["3) ", "7) "],
    ["(3) ", "(7) "],
    ["3: ", "7: "],
    ["3 - ", "7 – "],
    ["#3 ", "#7 "],
    ["**3.** ", "**7.** "],
    ["- 3. ", "- 7. "],
    ["3. [ ] ", "7. [x] "],
    ["3\\. ", "7\\. "],
    ["Scene 3: ", "Scene 7: "],
    ["Beat 3. ", "Beat 7. "],
    ["No. 3: ", "No. 7: "],
    ["## 3. ", "## 7. "],
    ["### Scene 3: ", "### Scene 7: "],
  ])("after %j", (one, other) => {
    const signed = one.startsWith("#3 ") ? ["3. ", "7. "] : [one, other]
    expect(items(`${signed[0]}Ann sings.\n${signed[1]}Ann goes to Tom's lodging.\n`)).toEqual([
      "3 unread: " +
        (one.startsWith("#") && !one.startsWith("#3")
          ? `${one.replace(/^#+ /, "")}Ann sings.`
          : "Ann sings."),
      "7 go(Ann, Lodging)",
    ])
  })

  test("in a table", () => {
    const table =
      "| no. | what | when |\n|---|---|---|\n| 1 | Ann goes to Tom's lodging | noon |\n| 2 | Ann sings | night |\n"
    expect(items(table)).toEqual(
      ["0a unread: | no. | what | when |", "1 go(Ann, Lodging)", "2 unread: | 2 | Ann sings | night |"].slice(
        1,
      ),
    )
  })

  test("with those between them that have none", () => {
    expect(items("1. Ann greets Bo.\n- Ann sings.\n- Bo greets Ann.\n2. Ann goes to Tom’s lodging.")).toEqual(
      ["1 greet(Ann, Bo)", "1a unread: Ann sings.", "1b greet(Bo, Ann)", "2 go(Ann, Lodging)"],
    )
  })

  test("and those of the items that they stand under", () => {
    expect(
      items("1. Morning\n   a) Ann greets Bo.\n   b) Ann sings.\n2. Noon\n   a) Bo greets Ann.\n"),
    ).toEqual([
      "1 note: Morning",
      "1a greet(Ann, Bo)",
      "1b unread: Ann sings.",
      "2 note: Noon",
      "2a greet(Bo, Ann)",
    ])
  })

  test("unless they do not tell the items apart", () => {
    expect(items("# One\n1. Ann greets Bo.\n2. Ann sings.\n# Two\n1. Bo greets Ann.\n")).toEqual([
      "1 greet(Ann, Bo)",
      "2 unread: Ann sings.",
      "3 greet(Bo, Ann)",
    ])
    expect(items("1. Ann greets Bo.\n1. Ann sings.\n1. Bo greets Ann.\n")).toEqual([
      "1 greet(Ann, Bo)",
      "2 unread: Ann sings.",
      "3 greet(Bo, Ann)",
    ])
  })
})

describe("items without numbers are counted", () => {
  test.each(["- ", "* ", "+ ", "• ", "– ", "- [ ] ", "☐ "])("after %j", (sign) => {
    expect(
      items(
        `${sign}Ann greets Bo.\n${sign}Ann sings.\n${sign}// a thought\n${sign}Ann goes to Tom's lodging.\n`,
      ),
    ).toEqual(["1 greet(Ann, Bo)", "2 unread: Ann sings.", "3 note: // a thought", "4 go(Ann, Lodging)"])
  })

  test("as sentences, if that is how acts are told", () => {
    expect(
      items("INT. HALL - DAY\n\nAnn greets Bo.\n\nAnn sings.\n// a thought\nAnn went to\nTom's lodging.\n"),
    ).toEqual(
      ["1 greet(Ann, Bo)", "2 unread: Ann sings.", "3 note: // a thought", "4 go(Ann, Lodging)"]
        .filter((each) => !each.includes("note"))
        .map((each) => each.replace("4 ", "3 ")),
    )
  })

  test("in front matter and JSON", () => {
    expect(items("---\ntitle: x\n---\nAnn greets Bo.\n\nAnn sings.\n")).toEqual([
      "1 greet(Ann, Bo)",
      "2 unread: Ann sings.",
    ])
    expect(
      items(
        JSON.stringify({ acts: ["Ann greets Bo.", "Ann sings.", { item: "9", act: "go(Ann, Lodging)" }] }),
      ),
    ).toEqual(["1 greet(Ann, Bo)", "2 unread: Ann sings.", "3 go(Ann, Lodging)"])
    expect(
      items(
        JSON.stringify([
          { item: 4, act: "Ann greets Bo." },
          { item: "4b", act: "Ann sings." },
        ]),
      ),
    ).toEqual(["4 greet(Ann, Bo)", "4b unread: Ann sings."])
  })

  test("and what is said about one belongs to it", () => {
    expect(items("- Ann sings.\n  - softly\n- Ann greets Bo.\n  - coldly\n")).toEqual([
      "1 unread: Ann sings.",
      "2 greet(Ann, Bo)",
    ])
    expect(items("- Morning\n  - Ann sings.\n  - Ann greets Bo.\n")).toEqual([
      "1 unread: Ann sings.",
      "2 greet(Ann, Bo)",
    ])
  })

  test("over more than one line", () => {
    for (const sign of ["- ", "1. "])
      expect(
        items(`${sign}Ann went to\n  Tom's\n  lodging.\n${sign === "- " ? sign : "2. "}Ann greets Bo.`),
      ).toEqual(["1 go(Ann, Lodging)", "2 greet(Ann, Bo)"])
  })
})

test("what is written like an act and is none counts, too", () => {
  for (const text of [
    "- go(Ann\n- go(Ann, Hall)\n- Ann sings.\n",
    "1. fly(Ann)\n2. go(Ann, Hall)\n3. Ann sings.\n",
    JSON.stringify(["fly(Ann)", "go(Ann, Hall)", "Ann sings."]),
  ]) {
    expect(items(text).at(-1)).toBe("warning: Item 3 is not understood: it is no act of this world.")
  }
})

test("an outline in which nothing is understood says so of every item", () => {
  expect(items("1. Ann sings.\n2. Bo weeps.\n")).toEqual([
    "error: None of the 2 items of this outline is an act of this world.",
    "warning: Item 1 is not understood: it is no act of this world.",
    "warning: Item 2 is not understood: it is no act of this world.",
  ])
})

test("the acts that have most words in common are named", () => {
  const near = (words: string) => reader.near(words).map((each) => each.act)
  expect(near("Ann goes to the hall to plead her suit")).toEqual(["go(Ann, Hall)"])
  expect(near("Bo is off to Tom’s old lodging")).toEqual(["go(Bo, Lodging)"])
  expect(near("Bo greeting Ann again")).toEqual(["greet(Bo, Ann)"])
  expect(near("Lightning strikes")).toEqual([])
  expect(reader.near("Ann goes to the hall at noon")).toEqual([
    { act: "go(Ann, Hall)", told: "Ann goes to the hall" },
  ])
})
