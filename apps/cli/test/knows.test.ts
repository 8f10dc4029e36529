/** `knows`: who knows what in a story. The text is compared whole, for its layout is what it is for. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { key } from "./corpus/worlds.js"
import { misfits } from "./schema.js"

/** Nobody can be wrong in it, and nothing that happens lasts. */
const still = `property lit() : boolean;
entity Tom : character { wants: lit(); }
action flicker() { precondition: !lit(); effect: lit(); };
trigger goes_out() { precondition: lit(); effect: !lit(); };
utility(): lit();
`

/** Triggers that undo each other. */
const endless = still.replace(
  "utility()",
  "property wound() : boolean;\ntrigger relights() { precondition: !lit() & wound(); effect: lit(); };\naction wind() { effect: wound(); };\nutility()",
)

const folder = makeFolder({
  "key.drama": key,
  "quoted.drama": key
    .replace("property kind", "property near(one : character, other : character) : boolean;\nproperty kind")
    .replace("effect: open();", "effect: open() & near(Tom, Ann);"),
  "still.drama": still,
  "endless.drama": endless,
  "story.txt": "1. take(Tom)\n2. write(Tom, Ann)\n3. unlock(Tom)\n",
  "back.md": "# The key\n\n- take(Tom)\n- put_back(Tom)\n",
  "early.txt": "unlock(Tom)\n",
  "strange.txt": "take(Tim)\n",
  "flicker.txt": "flicker()\n",
  "wind.txt": "wind()\n",
})
const run = (...words: string[]) => dramaturg(["knows", ...words], { folder })
const schema = JSON.parse(readFileSync(new URL("../schemas/knows.json", import.meta.url), "utf8"))

function told(...words: string[]): string {
  const { code, out, err } = run(...words)
  expect({ code, err }).toEqual({ code: 0, err: "" })
  return out
}

/** What is said of facts and minds, without the list of what happens and the legend. */
function facts(...words: string[]): string {
  return told(...words)
    .split("\n\n")
    .slice(3)
    .join("\n\n")
}

describe("knows", () => {
  it("tells fact by fact what is so, who is wrong from when on, and who learns of it by what", () => {
    expect(told("key.drama", "story.txt")).toBe(`key: what happens

 1. take(Tom)
      guilt(Tom)
 2. write(Tom, Ann)
 3. unlock(Tom)

What comes first holds at the start; the numbers in brackets are acts. ✗ marks
what is wrong, ? what is not known.

open()
  in truth       no → yes (3)
  Tom, Ann, Bob  no → yes (3, saw)
  the reader     ? → yes (3, shown)

kind(Tom)
  in truth    no (never changes)
  Tom, Bob    no (never changed)
  Ann         yes (assumed at the start) ✗ wrong
  the reader  ? (never learns)

key()
  in truth    Drawer → Pocket (1)
  Tom         Drawer → Pocket (1, saw)
  Ann         Drawer ✗ wrong from 1 → Pocket (2, was told by Tom)
  Bob         Drawer ✗ wrong from 1 → Pocket (3, surprised)
  the reader  ? → Pocket (1, shown)

uneasy(Tom)
  in truth    no → yes (1, by guilt)
  Tom         no → yes (1, worked out by guilt)
  Ann         no ✗ wrong from 1 → yes (2, worked out by guilt)
  Bob         no ✗ wrong from 1 → yes (3, worked out by guilt)
  the reader  ? → yes (1, shown)

Left out: 2 facts that do not change in this story and that nobody is wrong
about; --about PROPERTY shows them.
`)
  })

  it("tells when a belief is right again without having changed", () => {
    expect(facts("key.drama", "back.md", "--about", "key")).toBe(`key()
  in truth    Drawer → Pocket (1) → Drawer (2)
  Tom         Drawer → Pocket (1, saw) → Drawer (2, saw)
  Ann, Bob    Drawer (never changed) ✗ wrong from 1 until 2
  the reader  ? → Pocket (1, shown) → Drawer (2, shown)
`)
  })

  it("tells of some people and facts only", () => {
    expect(
      facts(
        "key.drama",
        "story.txt",
        "--who",
        "reader",
        "--who",
        "Bob",
        "--about",
        "key",
        "--about",
        "uneasy( Ann )",
      ),
    ).toBe(`key()
  in truth    Drawer → Pocket (1)
  Bob         Drawer ✗ wrong from 1 → Pocket (3, surprised)
  the reader  ? → Pocket (1, shown)

uneasy(Ann)
  in truth    no (never changes)
  Bob         no (never changed)
  the reader  ? (never learns)
`)
  })

  it("tells what they believe that others believe, where that differs", () => {
    expect(facts("key.drama", "story.txt", "--depth", "2", "--who", "Ann", "--about", "key")).toBe(`key()
  in truth  Drawer → Pocket (1)
  Ann       Drawer ✗ wrong from 1 → Pocket (2, was told by Tom)
  Ann believes that Tom believes
            Drawer ✗ wrong from 1 → Pocket (3, saw)
  Ann believes that Bob believes
            Drawer → Pocket (3, saw)
`)
  })

  it("lays out how things stand after an act, in parts that fit the page", () => {
    expect(
      told("key.drama", "story.txt", "--at", "2", "--depth", "2", "--about", "key"),
    ).toBe(`key: what happens

 1. take(Tom)
      guilt(Tom)
 2. write(Tom, Ann)

The numbers after since, from and in are acts. Where none is named it has been
so since the start. ✗ marks what is wrong, ? what is not known. Somebody is also
wrong who believes that another believes what that other does not.

       in truth  Tom       Ann               Bob           the reader

key()  Pocket    Pocket    Pocket            Drawer ✗      Pocket
       since 1   saw in 1  was told in 2 by  wrong from 1  shown in 1
                           Tom

key()
  Tom believes that Ann believes: Pocket, saw in 2
  Tom believes that Bob believes: Drawer
  Ann believes that Tom believes: Drawer ✗, wrong from 1
  Ann believes that Bob believes: Drawer
  Bob believes that Tom believes: Drawer ✗, wrong from 1
  Bob believes that Ann believes: Drawer ✗, wrong from 2
`)
    expect(
      told("key.drama", "story.txt", "--at", "0").split("\n\n").slice(2).join("\n\n"),
    ).toBe(`           in truth  Tom  Ann    Bob  the reader

kind(Tom)  no        no   yes ✗  no   ?
                          wrong

Left out: 5 facts that nobody is wrong about; --about PROPERTY shows them.
`)
  })

  it("says so if there is nothing to tell", () => {
    expect(told("still.drama", "flicker.txt").split("\n\n").slice(1).join("\n\n")).toBe(
      " 1. flicker()\n      goes_out()\n\nNothing changes in this story, and nobody is wrong about anything. --about\nPROPERTY shows how things stand (1 fact).\n",
    )
    expect(told("key.drama", "story.txt", "--who", "Tom", "--at", "0")).toContain(
      "At the start none of those asked for (Tom) is wrong about anything.",
    )
  })

  it("tells on even after an act that is not possible", () => {
    expect(told("key.drama", "early.txt")).toContain(" 1. unlock(Tom) (not possible; told as if it were)\n")
  })
})

describe("knows --json and --csv", () => {
  it("give the fabula, and a row for all that begins to be so or to be believed", () => {
    const report = JSON.parse(told("key.drama", "story.txt", "--json", "--depth", "2"))
    expect(misfits(report, schema)).toEqual([])
    expect(report.fabula).toMatchObject({
      format: "dramaturg-fabula",
      version: 1,
      characters: ["Tom", "Ann", "Bob"],
      depth: 2,
    })
    const ofAnn = report.rows.filter(
      (each: { believers: string[]; fluent: string }) =>
        each.believers.join() === "Ann" && each.fluent === "uneasy(Tom)",
    )
    expect(ofAnn).toEqual([
      {
        fluent: "uneasy(Tom)",
        believers: ["Ann"],
        moment: 0,
        act: 0,
        value: false,
        isSo: true,
        since: 0,
        how: null,
      },
      {
        fluent: "uneasy(Tom)",
        believers: ["Ann"],
        moment: 2,
        act: 1,
        value: false,
        isSo: false,
        since: 0,
        how: null,
      },
      {
        fluent: "uneasy(Tom)",
        believers: ["Ann"],
        moment: 3,
        act: 2,
        value: true,
        isSo: true,
        since: 3,
        how: "inferred",
        rule: "guilt(Tom)",
      },
    ])
  })

  it("fit the schema for the founding story, too", () => {
    const world = fileURLToPath(new URL("../../../stories/lair/lair.drama", import.meta.url))
    expect(dramaturg(["tell", world, "--json", "-o", "lair.json"], { folder }).code).toBe(0)
    const report = JSON.parse(
      told(
        world,
        "lair.json",
        "--json",
        "--at",
        "7",
        "--about",
        "posture(Spike)",
        "--who",
        "Buffy",
        "--who",
        "reader",
      ),
    )
    expect(misfits(report, schema)).toEqual([])
    expect(report.rows).toEqual([
      {
        fluent: "posture(Spike)",
        believers: [],
        moment: 11,
        act: 7,
        value: "Standing",
        isSo: null,
        since: 10,
        how: "effect",
      },
      {
        fluent: "posture(Spike)",
        believers: ["Buffy"],
        moment: 11,
        act: 7,
        value: null,
        isSo: false,
        since: 11,
        how: "inferred",
      },
      {
        fluent: "posture(Spike)",
        believers: ["(reader)"],
        moment: 11,
        act: 7,
        value: "Standing",
        isSo: true,
        since: 10,
        how: "saw",
      },
    ])
  })

  it("quote what a spreadsheet would tear apart", () => {
    expect(
      told(
        "quoted.drama",
        "story.txt",
        "--csv",
        "--about",
        "near(Tom, Ann)",
        "--who",
        "Bob",
        "--who",
        "reader",
        "--depth",
        "2",
      ),
    ).toBe(
      [
        "fluent,believers,moment,act,value,isSo,since,how,rule,by",
        '"near(Tom, Ann)",,0,0,False,,0,,,',
        '"near(Tom, Ann)",,4,3,True,,4,effect,,',
        '"near(Tom, Ann)",Bob,0,0,False,true,0,,,',
        '"near(Tom, Ann)",Bob,4,3,True,true,4,saw,,',
        '"near(Tom, Ann)",(reader),0,0,?,false,0,,,',
        '"near(Tom, Ann)",(reader),4,3,True,true,4,saw,,',
        "",
      ].join("\r\n"),
    )
    const lines = told(
      "key.drama",
      "story.txt",
      "--csv",
      "--about",
      "uneasy(Tom)",
      "--who",
      "Ann",
      "--depth",
      "2",
      "-o",
      "rows.csv",
    )
    expect(lines).toBe("")
    expect(readFileSync(join(folder, "rows.csv"), "utf8").split("\r\n")).toContain(
      "uneasy(Tom),Ann > Tom,2,1,False,false,0,,,",
    )
  })
})

describe("knows refuses", () => {
  const refused = (...words: string[]) => {
    const { code, out, err } = run(...words)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    return err
  }

  it("people, facts and moments that there are not, naming those that there are", () => {
    const knows = (...flags: string[]) => refused("key.drama", "story.txt", ...flags)
    expect(knows("--who", "Anna")).toBe(
      'dramaturg: --who takes Tom, Ann, Bob or reader, not "Anna". Did you mean Ann?\n',
    )
    expect(knows("--about", "keys")).toBe(
      'dramaturg: --about takes open, kind, key or uneasy, not "keys". Did you mean key?\n',
    )
    expect(knows("--about", "uneasy(Tim)")).toContain('not "uneasy(Tim)". Did you mean uneasy(Tom)?\n')
    expect(knows("--about", "tall")).toBe(
      "dramaturg: --about tall has nothing to show: no act, trigger or wish in this world has to do with it.\n",
    )
    expect(knows("--at", "4")).toBe(
      "dramaturg: --at takes the number of an act from 0, the start, to 3, the last; not 4.\n",
    )
    expect(knows("--depth", "0")).toBe(
      "dramaturg: --depth takes a number from 1: what people believe; 2 also shows what they believe that others believe.\n",
    )
    expect(knows("--depth", "8")).toBe(
      "dramaturg: --depth 8 is more than can be told here: with 3 people there are 2,187 minds at depth 7, which is the most.\n",
    )
    expect(knows("--json", "--csv")).toBe("dramaturg: --json and --csv exclude each other: leave one out.\n")
  })

  it("stories that are not of this world, or cannot go on", () => {
    expect(refused("key.drama", "strange.txt")).toContain("Did you mean `take(Tom)`?")
    expect(refused("endless.drama", "wind.txt")).toBe(
      "dramaturg: wind.txt cannot be followed to its end: After wind(), triggers set one another off without end.\n",
    )
    expect(refused("key.drama")).toContain("missing required argument 'story'")
  })
})
