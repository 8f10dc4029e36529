/**
 * `tell --all`: every story within the limits, for people, as one object, and a line each as they are found.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { dramaturg, interruptedAfter, makeFolder, start, unmeasured } from "./command.js"
import { misfits } from "./schema.js"
import { endless, lamps, market, mirrored, unmoved } from "./worlds.js"

const two = `entity Tom : character;
property open() : boolean;
property inside() : boolean;
action unlock() {
  effect: open();
  consenting: Tom;
};
action enter() {
  precondition: open() & !inside();
  effect: inside();
  consenting: Tom;
};
action climb() {
  precondition: !inside();
  effect: inside();
  consenting: Tom;
};
utility(): if(inside()) 1 else 0;
utility(Tom): if(inside()) 1 else 0;
`
const folder = makeFolder({
  "market.drama": market,
  "two.drama": two,
  "endless.drama": endless,
  "unmoved.drama": unmoved,
  "lamps.txt": lamps,
  "mirrored.drama": mirrored,
  "own.drama": two + "limits { author: 3; character: 3; belief: 1; }\n",
})
const limits = ["--author-limit", "3", "--character-limit", "3", "--belief-limit", "1"]
const endlessly = ["--author-limit", "none", "--character-limit", "none", "--belief-limit", "none"]
const run = (...words: string[]) => dramaturg(["tell", ...words, "--all"], { folder })
const schema = JSON.parse(readFileSync(new URL("../schemas/tell-all.json", import.meta.url), "utf8"))
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((each) => JSON.parse(each))

describe("all stories", () => {
  it("are numbered, the shortest first, and it is said that these are all", () => {
    const { code, out, err } = run("two.drama", ...limits)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toBe(`1. 1 act, utility 1
   climb()

2. 2 acts, utility 1
   unlock()
   enter()

These are all 2 stories within these limits (author 3, character 3, belief 1).
`)
  })

  it("are held to the limits that the world states for itself", () => {
    expect(run("own.drama").out).toBe(run("two.drama", ...limits).out)
    const { code, out } = run("own.drama", "--author-limit", "1")
    expect({ code, out }).toEqual({
      code: 0,
      out: "1. 1 act, utility 1\n   climb()\n\nThis is the only story within these limits (author 1, character 3, belief 1).\n",
    })
  })

  it("are one JSON object of the published shape, the same every time", () => {
    const { code, out } = run("two.drama", ...limits, "--json")
    expect(code).toBe(0)
    const report = JSON.parse(out)
    expect(misfits(report, schema)).toEqual([])
    expect(Object.keys(report)).toEqual([
      "format",
      "version",
      "status",
      "limit",
      "stories",
      "notes",
      "measured",
    ])
    expect(report).toMatchObject({
      status: "exhausted",
      limit: null,
      notes: [],
      stories: [
        { plan: ["climb()"], utility: 1 },
        { plan: ["unlock()", "enter()"], utility: 1 },
      ],
    })
    expect(unmeasured(run("two.drama", ...limits, "--json").out)).toBe(unmeasured(out))
  })

  it("are the same set whatever the heuristic and the seed", () => {
    const set = (...words: string[]) =>
      linesOf(run("two.drama", ...limits, "--jsonl", ...words).out)
        .slice(0, -1)
        .map((each) => each.plan.join())
        .sort()
    expect(set()).toEqual(["climb()", "unlock(),enter()"])
    for (const words of [
      ["--heuristic", "none"],
      ["--heuristic", "reach"],
      ["--seed", "3"],
    ])
      expect(set(...words)).toEqual(set())
  })

  it("come as a line each, and a last line about the end; with -o into a file", () => {
    const { code, out } = run("two.drama", ...limits, "--jsonl")
    expect(code).toBe(0)
    const lines = linesOf(out)
    expect(lines.slice(0, -1).map((each) => Object.keys(each))).toEqual([
      ["plan", "utility"],
      ["plan", "utility"],
    ])
    expect(Object.keys(lines.at(-1))).toEqual(["format", "version", "status", "limit", "notes", "measured"])
    expect(lines.at(-1)).toMatchObject({ format: "dramaturg-tell-lines", status: "exhausted", limit: null })
    expect(run("two.drama", ...limits, "--jsonl", "-o", "all.jsonl")).toEqual({ code: 0, out: "", err: "" })
    expect(unmeasured(readFileSync(join(folder, "all.jsonl"), "utf8").replace(/:(\d+)/g, ": $1"))).toBe(
      unmeasured(out.replace(/:(\d+)/g, ": $1")),
    )
  })

  it("come while the search still goes on", async () => {
    const child = start(
      [
        "tell",
        "lamps.txt",
        "--all",
        "--jsonl",
        "--author-limit",
        "7",
        "--character-limit",
        "1",
        "--belief-limit",
        "1",
      ],
      folder,
    )
    const first = await new Promise<string>((resolve) =>
      child.stdout.once("data", (piece) => resolve(String(piece))),
    )
    expect(child.exitCode).toBe(null)
    expect(JSON.parse(first.split("\n")[0])).toMatchObject({ utility: expect.any(Number) })
    child.kill("SIGINT")
    await new Promise((resolve) => child.on("close", resolve))
  })

  it("with a goal are those that reach it", () => {
    expect(run("two.drama", ...limits, "--goal", "1").out).toMatch(
      /These are all 2 stories that reach the goal within these limits/,
    )
    const { code, out } = run("two.drama", ...limits, "--goal", "2")
    expect(code).toBe(1)
    expect(out).toBe(
      "No story reaches the goal within these limits (author 3, character 3, belief 1): every possibility was looked at.\n",
    )
  })
})

describe("no story at all", () => {
  it("is exit 1", () => {
    const { code, out } = run("unmoved.drama", ...limits)
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(
        /^No story exists within these limits \(author 3, character 3, belief 1\): every possibility was looked at\.\n\n[^]*would lead to the end, but Tom has no reason for/,
      ) as string,
    })
    expect(JSON.parse(run("unmoved.drama", ...limits, "--json").out)).toMatchObject({
      status: "exhausted",
      stories: [],
    })
    expect(run("unmoved.drama", ...endlessly).out).toMatch(
      /^No story exists, whatever the limits: every possibility was looked at\.\n\n/,
    )
  })

  it("brings the remarks on why", () => {
    const { code, err } = run("two.drama", ...limits, "--goal", "9")
    expect(code).toBe(1)
    expect(err).toContain("[goal-out-of-reach]")
    expect(JSON.parse(run("two.drama", ...limits, "--goal", "9", "--json").out).notes[0].code).toBe(
      "goal-out-of-reach",
    )
  })
})

describe("a limit", () => {
  it("on visits, time, or the depth of minds is exit 3, and what was found so far is told", () => {
    const { code, out } = run("two.drama", ...limits, "--max-visited", "3")
    expect(code).toBe(3)
    expect(out).toMatch(
      /found (so far|yet): stopped at the limit on visits \(\d visited\)\. Whether (there are more|one exists) is not known\.\n$/,
    )
    const late = run("lamps.txt", ...endlessly, "--timeout", "3", "--json")
    expect(late.code).toBe(3)
    const report = JSON.parse(late.out)
    expect(misfits(report, schema)).toEqual([])
    expect(report).toMatchObject({ status: "limited", limit: "time" })
    expect(report.stories.length).toBeGreaterThan(0)
    expect(
      run("mirrored.drama", "--author-limit", "40", "--character-limit", "none", "--belief-limit", "none")
        .code,
    ).toBe(3)
  })

  it("that nobody states is a mistake, and the flag that would state it is named", () => {
    expect(run("two.drama")).toEqual({
      code: 2,
      out: "",
      err:
        "dramaturg: --all lists every story within the limits, and the world does not state them all: " +
        "add --author-limit, --character-limit and --belief-limit.\n",
    })
    expect(run("two.drama", ...limits.slice(0, 4), "--jsonl").err).toMatch(/: add --belief-limit\.\n$/)
  })

  it("Ctrl-C: what was found so far, and 130", async () => {
    const { code, out } = await interruptedAfter(
      ["tell", "lamps.txt", "--all", "--json", ...endlessly],
      folder,
      1500,
      (found) => found.includes('"plan"'),
    )
    expect(code).toBe(130)
    const report = JSON.parse(out)
    expect(misfits(report, schema)).toEqual([])
    expect(report).toMatchObject({ status: "limited", limit: "interrupted" })
    expect(report.stories.length).toBeGreaterThan(0)
  })
})

const benchmarks = fileURLToPath(new URL("../../../../shared/benchmarks/", import.meta.url))

/**
 * Each section: a heading with the world and its limits, then a line for each story, its acts between spaces
 * and its utility.
 */
function published() {
  const text = readFileSync(join(benchmarks, "all-plans-small-limits.txt"), "utf8")
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [head, ...lines] = section.split("\n")
      const [name, ...bounds] = head.split(" ").slice(0, 4)
      const stories = lines
        .filter((each) => each.includes("u="))
        .map((each) => [...(each.match(/\w+\([^)]*\)/g) ?? []), Number(each.split("u=")[1])])
      return { name, bounds, stories: stories.map((each) => each.join("; ")).sort() }
    })
}

describe.skipIf(!existsSync(benchmarks))(
  "the stories that were published (skipped where ../shared is absent)",
  () => {
    for (const { name, bounds, stories } of existsSync(benchmarks) ? published() : []) {
      it(`of ${name} are all there are within ${bounds.join(", ")}`, () => {
        const flags = [
          "--author-limit",
          bounds[0],
          "--character-limit",
          bounds[1],
          "--belief-limit",
          bounds[2],
        ]
        const report = JSON.parse(run(join(benchmarks, "problems", `${name}.txt`), ...flags, "--json").out)
        const told = report.stories.map((each: { plan: string[]; utility: number }) =>
          [...each.plan, each.utility].join("; "),
        )
        expect({ status: report.status, told: told.sort() }).toEqual({ status: "exhausted", told: stories })
      })
    }
  },
)
