/** Worlds in several files: every command reads what a world includes, and shows the right file's line. */
import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const main = `include "parts/people.drama";
include "@lib/waiting";

action walk(who : character, to : place) {
  precondition: at(who) != to & before(5);
  effect: at(who) = to;
  consenting: who;
  takes: 1;
}
limits { author: 2; character: 2; belief: 1; }
`
const people = `type place;
property at(who : character) : place;
entity Home, Market : place;
entity Tom : character {
  at = Home;
  wants: at(Tom) == Market;
}
utility(): at(Tom) == Market;
`

function folderOf(parts: string, world = main): string {
  const folder = makeFolder({ "world.drama": world })
  mkdirSync(join(folder, "parts"))
  writeFileSync(join(folder, "parts", "people.drama"), parts)
  return folder
}

describe("a world in several files", () => {
  const folder = folderOf(people)

  it("is told like any other", () => {
    expect(dramaturg(["tell", "world.drama"], { folder }).out).toContain("walk(Tom, Market)")
    expect(dramaturg(["tell", "world.drama", "--all"], { folder }).out).toContain("walk(Tom, Market)")
    expect(dramaturg(["check", "world.drama"], { folder })).toMatchObject({
      code: 0,
      out: "world.drama: nothing wrong\n",
    })
  })

  it("is taken from the working directory when it comes on stdin", () => {
    expect(dramaturg(["check", "-"], { folder, input: main }).out).toBe("<stdin>: nothing wrong\n")
  })

  it("is found from its own folder, wherever one stands", () => {
    expect(dramaturg(["check", join(folder, "world.drama")], {}).out).toContain("nothing wrong")
  })

  it("can be asked what would be if somebody wanted something else, though their wants stand in a part", () => {
    const { code, out, err } = dramaturg(["whatif", "world.drama", "--want", "Tom", "at(Tom) == Home"], {
      folder,
    })
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toContain("walk(Tom, Market)")
    expect(dramaturg(["why-not", "world.drama", "--ending", "at(Tom) == Home"], { folder }).err).toBe("")
  })

  it("is formatted one file at a time", () => {
    expect(dramaturg(["format", "world.drama", "--write"], { folder }).code).toBe(0)
    expect(readFileSync(join(folder, "parts", "people.drama"), "utf8")).toBe(people)
    expect(readFileSync(join(folder, "world.drama"), "utf8")).toContain('include "parts/people.drama";')
  })

  it("is exported as a whole", () => {
    const { out } = dramaturg(["export", "--to", "sabre", "world.drama"], { folder })
    expect(out).toContain("entity Tom")
    expect(out).toContain("action wait(")
    expect(out).not.toContain("include")
  })
})

describe("a remark about a part", () => {
  const folder = folderOf(people.replace("wants: at(Tom)", "wants: at(Tmo)"))

  it("shows the part's line", () => {
    const remark =
      "parts/people.drama:6:13: error [unknown-name] Nobody and nothing is called `Tmo`.\n  6 |   wants: at(Tmo) == Market;\n    |             ^^^\n"
    expect(dramaturg(["check", "world.drama"], { folder }).out).toContain(remark)
    for (const command of [["tell"], ["tell", "--all"], ["export", "--to", "sabre"]]) {
      expect(dramaturg([...command, "world.drama"], { folder }).err).toContain(remark)
    }
    const [json] = JSON.parse(dramaturg(["check", "world.drama", "--json"], { folder }).out).diagnostics
    expect(json).toMatchObject({ file: "parts/people.drama", line: 6, column: 13 })
  })

  it("says where a part was looked for", () => {
    const { out } = dramaturg(["check", "world.drama"], { folder: makeFolder({ "world.drama": main }) })
    expect(out).toContain("[no-such-part] There is no part `parts/people.drama` that could be read.")
    expect(out).toContain("1 error\n")
  })
})

describe("a part outside the folder of the world", () => {
  const folder = makeFolder({ "secret.drama": "the password is hunter2\n", "people.drama": people })
  const [home, sub] = [join(folder, "home"), join(folder, "home", "sub")]
  mkdirSync(sub, { recursive: true })
  symlinkSync("../secret.drama", join(home, "link.drama"))
  symlinkSync("/etc", join(home, "etc"))
  execFileSync("mkfifo", [join(home, "pipe")])
  writeFileSync(join(sub, "deep.drama"), 'include "../../third.drama";\ninclude "../near.drama";\n')
  writeFileSync(join(home, "near.drama"), "type thing;\n")
  const outside = [
    "../secret.drama",
    join(folder, "secret.drama"),
    "sub/../../other.drama",
    "link.drama",
    "etc/passwd",
    "/dev/zero",
    "../nothing.drama",
  ]
  const nowhere = ["pipe", "sub", "nothing.drama"]
  writeFileSync(
    join(home, "world.drama"),
    [...outside, ...nowhere, "sub/deep.drama"].map((each) => `include "${each}";\n`).join(""),
  )

  it("is not read, whatever way leads there, and nothing is said of what it holds", () => {
    const { out, code } = dramaturg(["check", "world.drama"], { folder: home })
    expect(code).toBe(1)
    for (const each of [...outside, "../../third.drama"])
      expect(out).toContain(
        `[no-such-part] The part \`${each}\` lies outside the folder of the world, and was not read.`,
      )
    for (const each of nowhere) expect(out).toContain(`There is no part \`${each}\` that could be read.`)
    expect(out).not.toMatch(/password|root:|near\.drama/)
    expect(dramaturg(["check", "home/world.drama"], { folder }).out).not.toMatch(/password|root:/)
  })

  it("is read if that is asked for", () => {
    writeFileSync(join(home, "asks.drama"), main.replace("parts/people.drama", "../people.drama"))
    expect(dramaturg(["tell", "asks.drama"], { folder: home })).toMatchObject({ code: 2, out: "" })
    expect(dramaturg(["tell", "asks.drama", "--allow-outside"], { folder: home }).out).toContain(
      "walk(Tom, Market)",
    )
  })
})
