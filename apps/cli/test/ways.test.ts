/**
 * The ways to search: methods and seeds, several at once, ideas switched off, and going on for a shorter
 * story.
 */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { dramaturg, interrupted, interruptedAfter, lateness, makeFolder } from "./command.js"
import { misfits } from "./schema.js"
import { endless, lampsAndLever, market, unmoved } from "./worlds.js"

const folder = makeFolder({
  "market.drama": market,
  // Five pulls do what takes six lamps.
  "lamps.drama": lampsAndLever(6, 5, 6),
  "endless.drama": endless,
  "unmoved.drama": unmoved,
})
const run = (...words: string[]) => dramaturg(["tell", ...words], { folder })
const json = (...words: string[]) => JSON.parse(run(...words, "--json").out)
const schema = JSON.parse(readFileSync(new URL("../schemas/tell.json", import.meta.url), "utf8"))
const greedy = [
  "lamps.drama",
  "--goal",
  "6",
  "--author-limit",
  "12",
  "--character-limit",
  "1",
  "--belief-limit",
  "1",
  // In the smaller world, in which nobody has to light a lamp, the shorter story is found at once.
  "--without",
  "relevance",
]
const neverEnds = ["endless.drama", "--author-limit", "none", "--heuristic", "none"]

describe("without --improve", () => {
  it("the usual method may tell a longer story, and says so", () => {
    const { code, out } = run(...greedy)
    expect(code).toBe(0)
    expect(out).toMatch(/^lamps: a story in 6 acts\n/)
    expect(out).toMatch(
      /\nIt ends with a utility of 6 for the author\. A shorter one may exist: --improve looks for it\.\n$/,
    )
    expect(json(...greedy)).toMatchObject({ status: "solved", limit: null, shortest: false })
  })

  it("best-first tells a shortest one", () => {
    expect(json(...greedy, "--method", "best-first")).toMatchObject({
      shortest: true,
      plan: Array(5).fill("pull()"),
      method: "best-first",
    })
  })
})

describe("--improve", () => {
  it("goes on until no shorter story is possible", () => {
    const { code, out } = run(...greedy, "--improve")
    expect(code).toBe(0)
    expect(out).toMatch(/^lamps: a story in 5 acts\n/)
    expect(out).toMatch(/No shorter story would do\.\n$/)
  })

  it("with --jsonl prints each better story as it is found, and a last line about the end", () => {
    const { code, out } = run(...greedy, "--improve", "--jsonl")
    expect(code).toBe(0)
    const lines = out
      .trimEnd()
      .split("\n")
      .map((each) => JSON.parse(each))
    expect(lines.map((each) => each.plan?.length)).toEqual([6, 5, undefined])
    expect(Object.keys(lines[0])).toEqual(["utility", "plan", "explanations"])
    expect(Object.keys(lines[2])).toEqual([
      "format",
      "version",
      "status",
      "limit",
      "shortest",
      "method",
      "seed",
      "notes",
      "measured",
    ])
    expect(lines[2]).toMatchObject({ status: "solved", limit: null, shortest: true })
  })

  it("stopped by a limit tells the best so far: what stopped it, and how short a shorter one could be", () => {
    const { code, out } = run(...greedy, "--improve", "--max-visited", "900")
    expect(code).toBe(0)
    expect(out).toMatch(/^lamps: a story in 6 acts\n/)
    expect(out).toMatch(
      /The search for a shorter one was stopped at the limit on visits, and none in under \d acts exists within these limits \(author 12,/,
    )
    const report = json(...greedy, "--improve", "--max-visited", "900")
    expect(misfits(report, schema)).toEqual([])
    expect(report).toMatchObject({ status: "solved", limit: "visits", shortest: false })
    expect(report.plan).toHaveLength(6)
  })

  it("stopped by Ctrl-C tells the best so far, with 130", async () => {
    const home = makeFolder({ "lamps.drama": lampsAndLever(7, 12) })
    const { code, out } = await interruptedAfter(
      ["tell", ...greedy, "--goal", "7", "--improve", "--json"],
      home,
      2000,
      (found) => found.includes('"status": "solved"'),
    )
    expect(code).toBe(130)
    const report = JSON.parse(out)
    expect(misfits(report, schema)).toEqual([])
    expect(report).toMatchObject({ status: "solved", limit: "interrupted", shortest: false })
  })
})

describe("--threads", () => {
  it("tells a story that its method and seed tell again when asked alone", () => {
    for (const words of [["market.drama"], greedy]) {
      const together = json(...words, "--threads", "3")
      expect(misfits(together, schema)).toEqual([])
      const alone = json(...words, "--method", together.method, "--seed", String(together.seed))
      expect({ plan: alone.plan, explanations: alone.explanations }).toEqual({
        plan: together.plan,
        explanations: together.explanations,
      })
    }
  })

  it("says in words, too, how the story was found", () => {
    const { code, out } = run("market.drama", "--threads", "2")
    expect(code).toBe(0)
    expect(out).toMatch(/ --method (widening|best-first) --seed 0 tells the same story again\.\n$/)
  })

  it("with a method asked for tries it with other seeds", () => {
    const { method, seed } = json("market.drama", "--threads", "4", "--method", "best-first", "--seed", "5")
    expect(method).toBe("best-first")
    expect([5, 6, 7, 8]).toContain(seed)
  })

  it("proves that there is no story, and stops at a limit, as one thread does", () => {
    expect(run("unmoved.drama", "--threads", "2")).toMatchObject({ code: 1, out: run("unmoved.drama").out })
    const { code, out } = run(...neverEnds, "--threads", "3", "--timeout", "1")
    expect(code).toBe(3)
    expect(out).toMatch(/^No story found yet: stopped at the time limit of 1 s \(/)
  })

  it("ends at Ctrl-C", async () => {
    const { code, took } = await interrupted(["tell", ...neverEnds, "--threads", "8"], folder, 1500)
    expect(code).toBe(130)
    expect(lateness(took, 1000)).toBe(0)
  })
})

describe("--without", () => {
  it("changes how long it takes and not what is told", () => {
    const { plan, explanations } = json("market.drama")
    for (const idea of ["memo", "endings", "moves", "waking", "merging", "memo,moves,waking"]) {
      expect(json("market.drama", "--without", idea)).toMatchObject({ status: "solved", plan, explanations })
    }
  })
})

describe("--memory", () => {
  it("stops a search by itself before the limit, so that it tells what it knows", () => {
    const home = makeFolder({ "lamps.drama": lampsAndLever(9, 12) })
    const words = [
      "tell",
      ...greedy,
      "--goal",
      "9",
      "--method",
      "best-first",
      "--heuristic",
      "none",
      "--memory",
      "192",
      "--json",
    ]
    const { code, out, err } = dramaturg(words, { folder: home })
    expect({ code, err }).toEqual({ code: 3, err: "" })
    const report = JSON.parse(out)
    expect(misfits(report, schema)).toEqual([])
    expect(report).toMatchObject({ status: "limited", limit: "memory", plan: null })
    // The best of what was seen is worked out when a search stops by itself, never when it is ended by force.
    expect(report.best.utility).toBeGreaterThan(1)
    expect(report.measured.memoryMiB).toBeLessThan(192)
  })
})
