/** Everything that could happen: kept line by line, and gone on with after any kind of end. */
import { spawn } from "node:child_process"
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { dramaturg, launcher } from "./command.js"

const stories = new URL("../../../stories/", import.meta.url).pathname
let folder: string

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "explore-"))))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)

describe("explore", () => {
  test("says all that could happen in a small world", () => {
    const { out: stdout, code } = dramaturg(["explore", `${stories}parcel/parcel.drama`])
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "5 states can be reached by acts that make sense to everybody, by 5 acts. That is all of it, where",
    )
    expect(stdout).toContain(
      "“Toby walks off, and soon is in the kitchen”, by Toby, worth 1; at the soonest after 4 acts",
    )
    expect(stdout).toContain("Never possible wherever this leads: fetch_parcel.")
    expect(code).toBe(0)
  })

  test("names the ways to lose it", () => {
    const { out: stdout } = dramaturg(["explore", `${stories}lilies/lilies.drama`])
    expect(stdout).toContain("The goal is out of reach from")
    expect(stdout).toContain("- “The flower-seller leans close to Ben and pins a lily to his coat”.")
  })

  test("says that it was stopped, and exits with 3", () => {
    const { out: stdout, code } = dramaturg([
      "explore",
      `${stories}cordial/cordial.drama`,
      "--max-visited",
      "20",
    ])
    expect(stdout).toContain("Nothing that was looked at reaches what the author wants.")
    expect(code).toBe(3)
  })

  test("prints states as lines, between a head and a foot", () => {
    const { out: stdout } = dramaturg(["explore", `${stories}parcel/parcel.drama`, "--as", "Nell", "--jsonl"])
    const lines = stdout
      .trim()
      .split("\n")
      .map((each) => JSON.parse(each))
    expect(lines[0]).toMatchObject({ format: "dramaturg-story-space", world: "parcel", as: "Nell", goal: 1 })
    expect(lines.slice(1, -1).map((each) => each.state)).toEqual(lines.slice(1, -1).map((_, i) => i))
    expect(lines.at(-1)).toMatchObject({ end: "complete", endings: { goal: 1, rest: 0, cut: 0 } })
  })

  test("refuses a stranger to be played, a file that is none of its own, and other options than the file's", () => {
    expect(dramaturg(["explore", `${stories}parcel/parcel.drama`, "--as", "Bob"]).err).toContain(
      "There is nobody called Bob to play: there are Nell, Toby.",
    )
    writeFileSync(at("other.jsonl"), "{}\n")
    expect(dramaturg(["explore", `${stories}parcel/parcel.drama`, "--out", at("other.jsonl")]).err).toContain(
      "is no story space",
    )
    dramaturg(["explore", `${stories}parcel/parcel.drama`, "--out", at("nell.jsonl"), "--as", "Nell"])
    expect(dramaturg(["explore", `${stories}parcel/parcel.drama`, "--out", at("nell.jsonl")]).err).toContain(
      "holds an exploration with --as Nell, not none",
    )
    const other = dramaturg([
      "explore",
      `${stories}fern/fern.drama`,
      "--out",
      at("nell.jsonl"),
      "--as",
      "Nell",
    ])
    expect(other.code).toBe(2)
  })
})

describe("an exploration that was stopped", () => {
  const world = `${stories}cordial/cordial.drama`

  test.each([
    ["states", ["--max-visited", "40"]],
    ["time", ["--timeout", "0.9"]],
  ])("by %s goes on where it was, and comes to the same lines", (_, flags) => {
    const [whole, part] = [at("whole.jsonl"), at(`part-${flags[0]}.jsonl`)]
    dramaturg(["explore", world, "--out", whole])
    dramaturg(["explore", world, "--out", part, ...flags])
    dramaturg(["explore", world, "--out", part])
    expect(readFileSync(part, "utf8")).toBe(readFileSync(whole, "utf8"))
  })

  test("in the middle of a line loses that line alone", () => {
    const [whole, part] = [at("whole.jsonl"), at("torn.jsonl")]
    for (const share of process.env.LONG === "1" ? [0.001, 0.1, 0.5, 0.99] : [0.001, 0.6]) {
      copyFileSync(whole, part)
      truncateSync(part, Math.floor(statSync(whole).size * share))
      dramaturg(["explore", world, "--out", part])
      expect(readFileSync(part, "utf8")).toBe(readFileSync(whole, "utf8"))
    }
  })

  test("by kill -9, however often, loses nothing and counts nothing twice", async () => {
    const killed = process.env.LONG === "1" ? 20 : 2
    const [whole, part] = [at("whole-spike.jsonl"), at("killed.jsonl")]
    const asked = ["explore", `${stories}lair/lair.drama`, "--depth", "12", "--max-visited", "6000"]
    dramaturg([...asked, "--out", whole])
    for (let i = 0; i < killed; i++) await killAfter([...asked, "--out", part], part, 1 + i)
    dramaturg([...asked, "--out", part])
    expect(readFileSync(part, "utf8")).toBe(readFileSync(whole, "utf8"))
  }, 120_000)
})

/** Kills it once it has written some more. */
async function killAfter(words: readonly string[], file: string, round: number): Promise<void> {
  const before = existsSync(file) ? statSync(file).size : 0
  const child = spawn(process.execPath, [launcher, ...words], { stdio: "ignore" })
  const ended = new Promise((resolve) => child.on("exit", resolve))
  const watch = setInterval(() => {
    if (existsSync(file) && statSync(file).size > before + 997 * round) child.kill("SIGKILL")
  }, 3)
  await ended
  clearInterval(watch)
}
