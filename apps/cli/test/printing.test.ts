/**
 * Nothing that is printed steers a terminal: not a world's words, not a file's name, not what somebody typed.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { coloursFor } from "../dist/colours.js"
import { fileText, jsonText, printable } from "../dist/printing.js"
import { dramaturg, makeFolder } from "./command.js"

const nasty = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u007f\b\u202eevil\u2066x\u2069\u200f\ufeff\rover"
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

const world = `/// doc ${nasty.replace("\r", "")}
type place;
entity Home, Market : place;
property at(who : character) : place;
entity Tom : character { told: "Tom${nasty.replace("\r", "")}", he; at = Home; wants "red${nasty.replace("\r", "")}": at(Tom) == Market; }
action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who; says: "a${nasty.replace("\r", "")}";
}
utility(): at(Tom) == Market;
limits { author: 3; character: 2; belief: 1; }
scenario "s${nasty.replace("\r", "")}" { expect no story; }
`

describe("what is printed", () => {
  const folder = makeFolder({ "world.drama": world, "story.txt": "walk(Tom, Market)\n" })
  const named = `n${nasty.replace("\r", "")}.drama`
  writeFileSync(
    join(folder, named),
    world.replace("at(Tom) == Market;\nlimits", "at(Tmo) == Market;\nlimits"),
  )

  it.each([
    [["tell", "world.drama", "--pov", "Tom", "--notes"], ""],
    [["tell", "world.drama", "--json", "--pov", "Tom"], ""],
    [["play", "world.drama"], "1\nwhy\n\u001b[2J\nsave \u001b]x/y\nq\n"],
    [["play", "world.drama", "--protocol", "jsonl"], '{"do":"choose","choice":0}\n{"do":"\\u001b[2J"}\n'],
    [["test", "world.drama", "--tap"], ""],
    [["format", "world.drama"], ""],
    [["check", named], ""],
    [["tell", `${nasty}.drama`], ""],
    [["tell", `--${nasty}`], ""],
    [["help", nasty], ""],
    [["export", "world.drama", "--to", "ink", "--as", "Tom"], ""],
  ])("of %j is clean", (words, input) => {
    const { out, err } = dramaturg(words, { folder, input })
    expect(out + err).not.toBe("")
    expect(steering.exec(out + err)).toBeNull()
  })

  it("is nothing that a world is robbed of: in a file it is whole, and JSON gives it back", () => {
    expect(dramaturg(["format", "world.drama", "-o", "laid.drama"], { folder }).code).toBe(0)
    expect(readFileSync(join(folder, "laid.drama"), "utf8")).toContain(
      `told: "Tom${nasty.replace("\r", "")}"`,
    )
    expect(dramaturg(["format", "world.drama"], { folder }).err).toBe(
      "dramaturg: control characters were left out of what is printed; -o FILE keeps them.\n",
    )
    expect(jsonText({ nasty })).not.toMatch(steering)
    expect(JSON.parse(jsonText({ nasty }))).toEqual({ nasty })
  })
})

describe("the door", () => {
  it("lets letters of every script, tabs and line ends through, and lone halves of letters not", () => {
    const text = "שלום العربية 漢字 🦊 naïve\u200d\tx\r\ny\n"
    expect(printable(text)).toBe(text)
    expect(printable("a\rb\ud800c\udc00d\u2028")).toBe("a�b�c�d�")
  })

  it("puts on colours of its own, and takes them off for a file; a world's look-alikes stay marks", () => {
    const colours = coloursFor({ isTTY: true } as NodeJS.WriteStream)
    const painted = colours.red("x")
    expect(painted).not.toContain("\u001b")
    expect(fileText(process.env.NO_COLOR ? "x" : painted)).toBe("x")
    expect(fileText("\ufdd0deadbeef31;x")).toBe("\ufdd0deadbeef31;x")
  })
})
