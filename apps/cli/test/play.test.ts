/** A play in the terminal and line by line: as a player, and as another program, would see it. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { dramaturg, lateness, interrupted, makeFolder } from "./command.js"
import { misfits } from "./schema.js"

const story = (name: string): string =>
  fileURLToPath(new URL(`../../../stories/${name}/${name}.drama`, import.meta.url))
const [parcel, lair, skerry] = [story("parcel"), story("lair"), story("skerry")]

function typed(words: readonly string[], lines: readonly string[], folder = makeFolder({})): string {
  const { out, err, code } = dramaturg(["play", ...words], { folder, input: `${lines.join("\n")}\n` })
  expect(err).toBe("")
  expect(code).toBe(0)
  return out.replace(/\s+/g, " ")
}

describe("in the terminal", () => {
  test("one reads what one's person lived, chooses, and comes to the end", () => {
    const read = typed([parcel, "--as", "Nell"], ["1", "2"])
    expect(read).toContain("You are Nell.")
    expect(read).toContain("Nell wanted to bake Toby a cake before he could see it.")
    expect(read).toContain("1 Tell Toby that there is a parcel for him.")
    expect(read).toContain("There’s a parcel for you.")
    expect(read).toContain("The story has come to its end.")
  })

  test("why tells the others' reasons, story how it stands, tree what was tried", () => {
    const read = typed(
      [parcel, "--as", "Nell"],
      ["1", "why", "story", "undo", "w", "tree", "go 1", "tree", "go 9"],
    )
    expect(read).toContain("Toby means it to lead on to “Toby gets a parcel over the counter”")
    expect(read).toContain(
      "The story is on its way: 2 more acts as things stand. 1 ending that the author wants and 0 without can be reached from here.",
    )
    expect(read).toMatch(/0 the beginning 1 invent_parcel\(Nell, Toby\) \* 2 \(wait\)/)
    expect(read).toMatch(/0 the beginning \* 1 invent_parcel\(Nell, Toby\) 2 \(wait\)/)
    expect(read).toContain("go takes a number that tree shows")
  })

  test("others ask in hope, too, and say in hope of what", () => {
    const read = typed([skerry, "--as", "Mette"], ["w", "w", "1", "why"])
    expect(read).toContain("1 Stand up and swear that Joss has been in the boathouse with her.")
    expect(read).toMatch(
      /Mette stood up and swore .* Thea laid the book before Mette and asked what she had seen/,
    )
    expect(read).toContain("She heard what she was saying: that Joss had come too late.")
    expect(read).toContain("Thea does it in hope: if the light is out already when Joss goes up the stair")
  })

  test("whatever else is typed is answered", () => {
    const read = typed(
      [parcel, "--as", "Nell"],
      ["99", "bake", "", "help", "undo", "save", "save nowhere/at/all.json", "<script>"],
    )
    expect(read).toContain("99 is none of the choices")
    expect(read).toContain("This is the beginning.")
    expect(read).toContain("save takes the name of a file.")
    expect(read).toContain("nowhere/at/all.json could not be written")
  })

  test("an attempt at what is not so teaches it, and says so", () => {
    const folder = makeFolder({
      "door.drama": `limits { author: 4; character: 3; belief: 1; }
      property locked() : boolean; property out() : boolean; property bored() : boolean;
      entity Anna : character { wants: out(); believes(!locked()); }
      locked();
      action leave(who : character) { precondition: !locked() & !out(); effect: out(); consenting: who; }
      action unlock(who : character) { precondition: locked(); effect: !locked(); consenting: who; }
      utility(): out();
    `,
    })
    const read = typed(["door.drama"], ["1", "1", "1"], folder)
    expect(read).toContain("1 Leave.")
    expect(read).toContain("It turned out that this could not be done: leave.")
    expect(read).toContain("1 Unlock.")
    expect(read).toContain("The story has come to its end.")
  })

  test("who is played must be said, and be somebody", () => {
    expect(dramaturg(["play", parcel]).err).toContain("say who you are: --as Nell, or --as Toby.")
    expect(dramaturg(["play", parcel, "--as", "Bob"]).err).toContain(
      "there is nobody called Bob to be played: there are Nell, Toby.",
    )
    expect(dramaturg(["play", "-"]).err).toContain("a world on stdin leaves no room for your choices")
  })

  test("Ctrl-C ends it", async () => {
    const { code, took } = await interrupted(["play", lair, "--as", "Spike"], makeFolder({}), 1500)
    expect(code).toBe(130)
    expect(lateness(took, 1000)).toBe(0)
  })
})

describe("a play that was kept", () => {
  test("goes on where it was", () => {
    const folder = makeFolder({})
    typed([parcel, "--as", "Nell", "--save", "nell.json"], ["1"], folder)
    const kept: unknown = JSON.parse(readFileSync(join(folder, "nell.json"), "utf8"))
    expect(
      misfits(kept, JSON.parse(readFileSync(new URL("../schemas/play.json", import.meta.url), "utf8"))),
    ).toEqual([])
    expect(typed([parcel, "--load", "nell.json"], ["2"], folder)).toContain("The story has come to its end.")
  })

  test("says where it parts in a later draft of the world", () => {
    const folder = makeFolder({})
    typed([parcel, "--as", "Nell", "--save", "nell.json"], ["1", "2"], folder)
    writeFileSync(
      join(folder, "later.drama"),
      readFileSync(parcel, "utf8").replace(/action bake\(/, "action roast("),
    )
    const { err, out } = dramaturg(["play", "later.drama", "--load", "nell.json"], { folder, input: "" })
    expect(err).toContain("The play parts at choice 2, bake(Nell): it cannot be chosen there.")
    expect(out).toContain("You are Nell.")
  })

  test.each([
    ["{}", "it is no saved play"],
    ["nonsense", "it is not even JSON"],
    ['{"format":"dramaturg-play","version":2}', "it is of version 2"],
    [
      '{"format":"dramaturg-play","version":1,"as":"Nell","seed":0,"at":0,"choices":[{"after":4,"chosen":null,"events":[]}]}',
      "its choices do not fit together",
    ],
  ])("is refused if it is %s", (text, why) => {
    const { err, code } = dramaturg(["play", parcel, "--load", "bad.json"], {
      folder: makeFolder({ "bad.json": text }),
    })
    expect(err).toContain(why)
    expect(code).toBe(2)
  })
})

describe("line by line", () => {
  function said(asked: readonly unknown[]): readonly Record<string, unknown>[] {
    const input = asked.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n")
    return dramaturg(["play", parcel, "--as", "Nell", "--protocol", "jsonl"], { input })
      .out.trim()
      .split("\n")
      .map((each) => JSON.parse(each) as Record<string, unknown>)
  }

  test("a program plays", () => {
    const lines = said([
      { do: "choose", choice: "invent_parcel(Nell, Toby)" },
      { do: "choose", choice: 1 },
      { do: "measures" },
      { do: "save" },
    ])
    expect(lines.map((each) => each.kind)).toEqual([
      "start",
      "status",
      "status",
      "status",
      "measures",
      "save",
    ])
    expect(lines[0]).toMatchObject({ world: "parcel", role: "Nell", goal: 1 })
    expect(lines[2]).toMatchObject({
      node: 0,
      ending: null,
      history: [
        { type: "succeed", role: "Nell", action: "invent_parcel(Nell, Toby)" },
        { type: "succeed", role: "game master" },
      ],
    })
    expect(lines[3]).toMatchObject({ node: 1, ending: "goal", choices: [] })
    expect(lines[4]).toMatchObject({ turns: 2, plannedAnew: 0 })
  })

  test("what cannot be done is an error, and nothing changes", () => {
    const lines = said([
      "no json",
      [],
      { do: "dance" },
      { do: "choose", choice: 77 },
      { do: "choose", choice: null },
      { do: "choose" },
      { do: "go", node: 5 },
      { do: "undo" },
      { do: "status" },
    ])
    expect(lines.slice(2).map((each) => each.kind)).toEqual([
      "error",
      "error",
      "error",
      "error",
      "status",
      "error",
      "error",
      "status",
      "status",
    ])
  })

  test("a play of the lair, turn by turn", () => {
    const input = [
      { do: "choose", choice: 0 },
      { do: "choose", choice: 0 },
      { do: "choose", choice: 0 },
      { do: "wait" },
    ]
      .map((each) => JSON.stringify(each))
      .join("\n")
    const lines = dramaturg(["play", lair, "--as", "Spike", "--protocol", "jsonl"], { input })
      .out.trim()
      .split("\n")
      .map((each) => JSON.parse(each) as { kind: string; node?: number })
    expect(lines.map((each) => each.node).filter((each) => each !== undefined)).toEqual([-1, 0, 1, 2, 3])
  })
})
