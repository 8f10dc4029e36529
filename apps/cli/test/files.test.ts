/**
 * What the command writes: never over what it read, never half, with the rights and links that were there.
 */
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder, start } from "./command.js"
import { market } from "./worlds.js"

const loose = market.replaceAll("\n", "\n\n\n").replaceAll(" : ", "   :   ")
const tidy = dramaturg(["format", "-"], { input: loose }).out
const act = "walk(Tom, Cottage, Market)"

describe("a file that is written over", () => {
  it("keeps its rights; a link stays a link; a second name stays a name of it; nothing is left beside it", () => {
    const folder = makeFolder({ "real.drama": loose, "twin.drama": loose })
    chmodSync(join(folder, "real.drama"), 0o640)
    symlinkSync("real.drama", join(folder, "link.drama"))
    symlinkSync(join(folder, "link.drama"), join(folder, "far.drama"))
    linkSync(join(folder, "twin.drama"), join(folder, "other.drama"))
    // What a process that was killed left behind is cleared away.
    writeFileSync(join(folder, ".dramaturg-999999999-0.tmp"), "half")
    expect(dramaturg(["format", "far.drama", "--write"], { folder })).toEqual({ code: 0, out: "", err: "" })
    expect(dramaturg(["format", "twin.drama", "--write"], { folder }).code).toBe(0)
    expect(readFileSync(join(folder, "real.drama"), "utf8")).toBe(tidy)
    expect(readFileSync(join(folder, "other.drama"), "utf8")).toBe(tidy)
    expect(lstatSync(join(folder, "link.drama")).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(folder, "far.drama")).isSymbolicLink()).toBe(true)
    expect(statSync(join(folder, "real.drama")).mode & 0o777).toBe(0o640)
    expect(statSync(join(folder, "other.drama")).nlink).toBe(2)
    expect(readdirSync(folder).sort()).toEqual([
      "far.drama",
      "link.drama",
      "other.drama",
      "real.drama",
      "twin.drama",
    ])
  })

  it("may be named by a link that leads nowhere yet", () => {
    const folder = makeFolder({ "loose.drama": loose })
    symlinkSync("new.drama", join(folder, "link.drama"))
    expect(dramaturg(["format", "loose.drama", "-o", "link.drama"], { folder }).code).toBe(0)
    expect(readFileSync(join(folder, "new.drama"), "utf8")).toBe(tidy)
    expect(lstatSync(join(folder, "link.drama")).isSymbolicLink()).toBe(true)
  })

  it.skipIf(!existsSync("/dev/full"))("and cannot be is said in a sentence, with 2", async () => {
    const folder = makeFolder({ "loose.drama": loose })
    expect(dramaturg(["format", "loose.drama", "-o", "/dev/full"], { folder })).toEqual({
      code: 2,
      out: "",
      err: "dramaturg: /dev/full could not be written: the disk is full.\n",
    })
    expect(
      dramaturg(
        [
          "tell",
          "loose.drama",
          "--all",
          "--author-limit",
          "2",
          "--character-limit",
          "2",
          "--belief-limit",
          "0",
          "--jsonl",
          "-o",
          "/dev/full",
        ],
        { folder },
      ),
    ).toEqual({ code: 2, out: "", err: "dramaturg: /dev/full could not be written: the disk is full.\n" })
    expect(dramaturg(["explore", "loose.drama", "--out", "/dev/full"], { folder })).toEqual({
      code: 2,
      out: "",
      err: "dramaturg: /dev/full is no file that could be gone on with: name another.\n",
    })
  })
})

describe("what was read", () => {
  const folder = makeFolder({
    "world.drama": `include "part.drama";\n${market.replace("type place;\n", "")}`,
    "part.drama": "type place;\n",
    "story.txt": `${act}\n`,
  })
  linkSync(join(folder, "world.drama"), join(folder, "hard.drama"))
  symlinkSync("part.drama", join(folder, "soft.drama"))
  mkdirSync(join(folder, "sub"))
  const before = ["world.drama", "part.drama", "story.txt"].map((each) =>
    readFileSync(join(folder, each), "utf8"),
  )

  it.each([
    [["tell", "world.drama", "-o", "part.drama"]],
    [["tell", "world.drama", "-o", "sub/../soft.drama"]],
    [["tell", "world.drama", "-o", "hard.drama"]],
    [["explore", "world.drama", "--best", "irony", "-o", "hard.drama"]],
    [["explore", "world.drama", "--distinct", "2", "-o", "part.drama"]],
    [["explore", "world.drama", "--jsonl", "-o", "part.drama"]],
    [["why-not", "world.drama", "story.txt", "walk(Tom, Market, Cottage)", "-o", "story.txt"]],
    [["play", "world.drama", "--as", "Tom", "--save", "hard.drama"]],
  ])("is not written over by %j", (words) => {
    const { code, err } = dramaturg(words, { folder, input: "q\n" })
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^dramaturg: .*would overwrite what is read: choose another name\.\n$/,
      ) as string,
    })
    expect(
      ["world.drama", "part.drama", "story.txt"].map((each) => readFileSync(join(folder, each), "utf8")),
    ).toEqual(before)
  })

  it("is not written over by what a shell gives as stdin", async () => {
    const { execFileSync } = await import("node:child_process")
    const { launcher } = await import("./command.js")
    expect(() =>
      execFileSync("sh", ["-c", `"${process.execPath}" "${launcher}" format - -o part.drama < part.drama`], {
        cwd: folder,
        stdio: "pipe",
      }),
    ).toThrow("would overwrite what is read")
  })
})

describe("a play that was kept", () => {
  const folder = makeFolder({ "world.drama": market, "mine.json": "my own notes" })
  const play = (words: readonly string[], input: string) =>
    dramaturg(["play", "world.drama", "--as", "Tom", ...words], { folder, input })

  it("is written over only if it was loaded from there", () => {
    expect(play(["--save", "tom.json"], "1\nq\n").code).toBe(0)
    const kept = readFileSync(join(folder, "tom.json"), "utf8")
    for (const [words, input] of [
      [["--save", "tom.json"], "q\n"],
      [["--save", "mine.json"], "q\n"],
    ] as const) {
      expect(play(words, input)).toMatchObject({
        code: 2,
        err: `dramaturg: ${words[1]} is there already, and this play was not loaded from it: name another file, or begin with --load ${words[1]}.\n`,
      })
    }
    expect(
      play([], "save tom.json\nsave world.drama\nsave mine.json\nq\n").out.match(/is there already/g),
    ).toHaveLength(3)
    expect(readFileSync(join(folder, "tom.json"), "utf8")).toBe(kept)
    expect(readFileSync(join(folder, "world.drama"), "utf8")).toBe(market)
    expect(play(["--load", "tom.json", "--save", "tom.json"], "1\nq\n").code).toBe(0)
    expect(readFileSync(join(folder, "tom.json"), "utf8")).not.toBe(kept)
  })

  it("is not cut short by a world that does not know its choices any more", () => {
    const kept = readFileSync(join(folder, "tom.json"), "utf8")
    writeFileSync(join(folder, "later.drama"), market.replaceAll("action walk(", "action stroll("))
    const { code, err } = dramaturg(["play", "later.drama", "--load", "tom.json", "--save", "tom.json"], {
      folder,
      input: "q\n",
    })
    expect({ code, err }).toEqual({
      code: 2,
      err: "dramaturg: tom.json holds choices that the world as it is now does not know, and they would be lost: --save another file.\n",
    })
    expect(readFileSync(join(folder, "tom.json"), "utf8")).toBe(kept)
  })
})

describe("a space file", () => {
  const world = readFileSync(new URL("../../../stories/parcel/parcel.drama", import.meta.url), "utf8")
  const explore = (folder: string) =>
    dramaturg(["explore", "world.drama", "--out", "space.jsonl"], { folder })

  it("comes out as if it had never stopped, though somebody gave it other line ends and a byte order mark", () => {
    const folder = makeFolder({ "world.drama": world })
    const space = join(folder, "space.jsonl")
    expect(explore(folder).code).toBe(0)
    const whole = readFileSync(space, "utf8")
    const lines = whole.split("\n").slice(0, -1)
    for (const torn of [
      `\ufeff${lines.slice(0, 3).join("\r\n")}\r\n`,
      `${lines.slice(0, 2).join("\r\n")}\r\n{"st`,
    ]) {
      writeFileSync(space, torn)
      expect(explore(folder).code).toBe(0)
      expect(readFileSync(space, "utf8")).toBe(whole)
    }
    expect(readdirSync(folder).sort()).toEqual(["space.jsonl", "world.drama"])
  })

  it("has one writer, and one that was killed leaves nothing closed", async () => {
    const folder = makeFolder({ "world.drama": world })
    const me = { pid: process.pid, began: null, host: (await import("node:os")).hostname() }
    writeFileSync(join(folder, "space.jsonl.lock"), JSON.stringify(me))
    expect(explore(folder)).toMatchObject({
      code: 2,
      err: `dramaturg: space.jsonl is being written by process ${process.pid}: wait until that ends, or name another file.\n`,
    })
    expect(existsSync(join(folder, "space.jsonl"))).toBe(false)
    for (const dead of [
      { ...me, pid: 999_999_999 },
      { ...me, began: "1" },
    ]) {
      writeFileSync(join(folder, "space.jsonl.lock"), JSON.stringify(dead))
      expect(explore(folder).code).toBe(0)
    }
    const child = start(["explore", "world.drama", "--out", "space.jsonl"], folder)
    while (!existsSync(join(folder, "space.jsonl.lock")) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill("SIGKILL")
    await new Promise((resolve) => child.on("close", resolve))
    expect(explore(folder).code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(["space.jsonl", "world.drama"])
  })

  const garbage = [
    "[]\n",
    "null\n",
    "\u0000\u0001\n",
    "{}\n{}\n",
    '{"format":"dramaturg-story-space","version":1}\n',
    '{"format":"dramaturg-story-space","version":2}\n',
    "x".repeat(100_000),
  ]
  it("that holds anything else is refused in a sentence, and stays as it is", () => {
    const folder = makeFolder({ "world.drama": world })
    const space = join(folder, "space.jsonl")
    explore(folder)
    const [head, first, ...others] = readFileSync(space, "utf8").split("\n")
    const damaged = [
      [head, "null", first],
      [head, first, '{"state":7}'],
      [head, first.replace(/"to":\d+/, '"to":"x"'), ...others],
      [head, ...others],
    ].map((each) => `${each.join("\n")}\n`)
    for (const text of [...garbage, ...damaged]) {
      writeFileSync(space, text)
      const { code, err } = explore(folder)
      expect({ text: text.slice(0, 80), code, err }).toEqual({
        text: text.slice(0, 80),
        code: 2,
        err: expect.stringMatching(/^dramaturg: space\.jsonl .*\.\n$/) as string,
      })
      expect(readFileSync(space, "utf8")).toBe(text)
    }
  })
})
