/**
 * `dramaturg export`: plays, stories and worlds in other formats, and what it says where that makes no sense.
 */
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { dramaturg } from "./command.js"

const people = Array.from({ length: 14 }, (_, i) => `P${i}`)
const many = `
property on(w : character) : boolean;
property lever() : number;
${people.map((each) => `entity ${each} : character { wants: on(${each}); }`).join("\n")}
action flip(w : character) { precondition: !on(w); effect: on(w) & (lever() = lever() + 1); consenting: w; }
action unflip(w : character, v : character) { precondition: on(v) & w != v; effect: !on(v); consenting: w; }
utility(): lever() >= 14 & ${people.map((each) => `on(${each})`).join(" & ")};
limits { author: 18; character: 3; belief: 1; }
`
const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))

describe("export", () => {
  test.each([
    ["ink", ["--as", "Nell"], "=== place_0 ==="],
    ["twee", ["--as", "Nell"], ":: StoryData"],
    ["yarn", ["--as", "Nell"], "title: Place0"],
    ["markdown", ["--as", "Nell"], "[Turn to 1](#1)"],
    ["dot", [], "event_1"],
    ["dot", ["--as", "Nell"], "place_0"],
    ["mermaid", [], "flowchart LR"],
    ["graphml", [], "<graphml"],
    ["canvas", [], '"fromNode"'],
    ["fountain", [], ".KITCHEN"],
    ["csv", [], "number,act,kind,event"],
    ["cards", ["--moment", "1"], '"spec": "chara_card_v2"'],
    ["sabre", [], "utility():"],
  ])("to %s %s", (format, flags, expected) => {
    const { out, err, code } = dramaturg(["export", parcel, "--to", format, ...flags])
    expect(format === "sabre" ? "" : err).toBe("")
    expect(out).toContain(expected)
    expect(code).toBe(0)
  })

  test("a card holds what one knows at that moment, and nothing else", () => {
    const card = JSON.parse(
      dramaturg(["export", parcel, "--to", "cards", "--moment", "1", "--as", "Toby"]).out,
    ) as { data: { name: string; description: string; scenario: string } }
    expect(card.data.name).toBe("Toby")
    expect(card.data.description).toContain(
      "a parcel is waiting for Toby at the post office".replace(/^a/, "A"),
    )
    expect(JSON.stringify(card)).not.toContain("cake.")
  })

  test("says what is missing where it was cut short, and exits with 3", () => {
    const { err, code, out } = dramaturg([
      "export",
      parcel,
      "--to",
      "ink",
      "--as",
      "Nell",
      "--max-visited",
      "2",
    ])
    expect(err).toContain("places end where the story could go on: there are too many to write them all.")
    expect(out).toContain("What was written ends here; the story could go on.")
    expect(code).toBe(3)
  })

  test("ends in time, with what it has, and says so", () => {
    const lair = fileURLToPath(new URL("../../../stories/lair/lair.drama", import.meta.url))
    // A machine that is busy may need longer to begin than it is given here; then there is nothing to keep,
    // and that is said.
    const { err, code, out } = dramaturg(["export", lair, "--to", "ink", "--as", "Spike", "--timeout", "5"])
    if (code === 0) return
    expect(code).toBe(3)
    expect(err).toMatch(
      /places end where the story could go on: the time was up\.|the time limit was reached\./,
    )
    if (out !== "") expect(out).toContain("What was written ends here; the story could go on.")
  })

  test("ends in time where one turn has thousands of orders to think of, and writes the places that it came to", () => {
    const file = join(mkdtempSync(join(tmpdir(), "dramaturg-")), "orders.drama")
    writeFileSync(file, many)
    const { err, code, out } = dramaturg(["export", file, "--to", "ink", "--as", "P0", "--timeout", "8"])
    expect(err).toContain("places end where the story could go on: the time was up.")
    expect(out).toContain("=== place_0 ===")
    expect(out).toContain("What was written ends here; the story could go on.")
    expect(code).toBe(3)
  })

  test("a screenplay has its speech as dialogue", () => {
    expect(dramaturg(["export", parcel, "--to", "fountain"]).out).toMatch(
      /^Title: The parcel\n[\s\S]*\n\n@Nell\nThere’s a parcel for you\. At the post office\.\n/,
    )
  })

  test.each([
    [["--to", "cards", "--as", "Bob"], "There is nobody called Bob: there are Nell, Toby."],
    [["--to", "csv", "--depth", "3"], "--depth is for plays, and csv is of a story here."],
    [["--to", "ink"], "ink holds somebody's choices: say whose, with --as."],
    [["--to", "ink", "--as", "Bob"], "There is nobody called Bob to play: there are Nell, Toby."],
    [["--to", "inkk"], "Did you mean ink?"],
    [["--to", "sabre", "--as", "Nell"], "--as has no meaning for sabre"],
    [["--to", "csv", "--moment", "1"], "--moment is for cards"],
  ])("%s is refused", (flags, why) => {
    const { err, code } = dramaturg(["export", parcel, ...flags])
    expect(err).toContain(why)
    expect(code).toBe(2)
  })
})
