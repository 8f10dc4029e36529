/**
 * Whatever a command is busy with: Ctrl-C ends it at once, time and memory limits are kept, and the progress
 * line fits.
 */
import { join } from "node:path"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { type Moment, progressText } from "../dist/thread/progress-line.js"
import { dramaturg, interrupted, interruptedAfter, lateness, makeFolder } from "./command.js"
import { misfits } from "./schema.js"
import { endless, market, vast } from "./worlds.js"

const folder = makeFolder({
  "market.drama": market,
  "endless.drama": endless,
  "vast.drama": vast,
  "market story.txt": "walk(Tom, Cottage, Market)\nbuy(Tom, Merchant, Potion, Market)\n",
  "vast story.txt": `join(${Array(8).fill("T0").join(", ")})\n`,
})
const schemaOf = (command: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "schemas", `${command}.json`), "utf8"))
const long = process.env.LONG === "1"
const neverEnds = ["tell", "endless.drama", "--author-limit", "none", "--heuristic", "none"]

describe("Ctrl-C", () => {
  // The moments fall before, while and after the thread starts, while the world is read, and while the search
  // runs.
  const commands = [neverEnds, ["tell", "-"], ["verify", "vast.drama", "-"], ["format", "-"], ["check", "-"]]
  for (const words of commands) {
    it(`ends ${words.slice(0, 2).join(" ")} at once with 130, at whatever moment it comes`, async () => {
      for (const after of long ? [150, 250, 350, 500, 900] : [150, 350, 700]) {
        const { code, took } = await interrupted(words, folder, after)
        expect({ after, code }).toEqual({ after, code: 130 })
        expect(lateness(took, 1000)).toBe(0)
      }
    })
  }

  it("lets a search print what was found", async () => {
    const { code, out } = await interruptedAfter([...neverEnds, "--json"], folder, 1500, (found) =>
      /"visited": [1-9]/.test(found),
    )
    expect(code).toBe(130)
    const report = JSON.parse(out)
    expect(misfits(report, schemaOf("tell"))).toEqual([])
    expect(report).toMatchObject({ status: "limited", limit: "interrupted", plan: null })
    expect(report.measured.visited).toBeGreaterThan(0)
  })
})

describe("a time limit", () => {
  const soon = ["--timeout", "0.4"]

  it("is kept by check, which says that it does not know", () => {
    const { code, out, err } = dramaturg(["check", "vast.drama", "market.drama", ...soon], { folder })
    expect(code === 3 || code === 1).toBe(true)
    if (code === 1) return expect(out).toContain("[too-many-instances]")
    expect(err).toContain(
      "vast.drama could not be checked within the time limit of 0.4 s: whether anything is wrong with it is not known.\n",
    )
  })

  it("of no time at all lets nothing begin: check, verify and tell answer 3", () => {
    for (const words of [
      ["check", "market.drama"],
      ["verify", "market.drama", "market story.txt"],
      ["tell", "market.drama"],
    ]) {
      const { code, out } = dramaturg([...words, "--timeout", "0", "--json"], { folder })
      expect({ words, code }).toEqual({ words, code: 3 })
      expect(misfits(JSON.parse(out), schemaOf(words[0]))).toEqual([])
    }
  })

  it("makes verify undecided", () => {
    const { code, out } = dramaturg(["verify", "market.drama", "market story.txt", "--timeout", "0"], {
      folder,
    })
    expect(code).toBe(3)
    // Before the acts were read, or after.
    expect(out).toMatch(
      /^(undecided: The judge was stopped at the time limit of 0 s, before it was sure\.|1\. walk\(Tom, Cottage, Market\) +not told)\n/,
    )
  })

  it("ends a search by force a quarter of a second later, and says how far it got", () => {
    const { code, out } = dramaturg(["tell", "market.drama", "--timeout", "0"], { folder })
    expect(code).toBe(3)
    expect(out).toMatch(
      /^No story found yet: stopped at the time limit of 0 s \((before the search began|\d+ visited)\)\. /,
    )
  })
})

describe("worlds that explode", () => {
  const people = (count: number, text: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i)).join("\n")
  const home = makeFolder({
    "orders.drama": `property on(w : character) : boolean;
      property lever() : number;
      ${people(14, (i) => `entity P${i} : character { wants: on(P${i}); }`)}
      action flip(w : character) { precondition: !on(w); effect: on(w) & (lever() = lever() + 1); consenting: w; }
      action unflip(w : character, v : character) { precondition: on(v) & w != v; effect: !on(v); consenting: w; }
      utility(): lever() >= 14 & ${Array.from({ length: 14 }, (_, i) => `on(P${i})`).join(" & ")};
      limits { author: 18; character: 3; belief: 1; }`,
    // Each action can be grounded; all of them together take longer than any test waits.
    "ground.drama": `property p(a : character, b : character) : boolean;
      ${people(14, (i) => `entity E${i} : character;`)}
      ${people(
        300,
        (i) => `action deed${i}(a : character, b : character, c : character, d : character) {
        precondition: p(a, b) | p(c, d);
        effect: p(a, d) & p(b, c);
        consenting: a, b, c, d;
      }`,
      )}
      utility(): p(E0, E1);
      limits { author: 3; character: 2; belief: 1; }`,
    "story.txt": "flip(P0)\n",
  })

  const seconds = long ? 4 : 1

  // Alone, a command ends within 300 ms; here other tests take their share of the machine, in bursts.
  it.each([
    [["play", "orders.drama", "--as", "P0"]],
    [["knows", "ground.drama", "story.txt"]],
    [["explore", "orders.drama", "--as", "P0"]],
    [["tell", "ground.drama"]],
    [["export", "ground.drama", "--to", "ink", "--as", "E0"]],
  ])("%j ends at Ctrl-C", { retry: 2 }, async (words) => {
    const { code, took, err } = await interrupted(words, home, long ? 3000 : 1000)
    expect({ code, isOurFault: /fault|Error/.test(err) }).toEqual({ code: 130, isOurFault: false })
    expect(lateness(took, 500)).toBe(0)
  })

  it.each([
    [["play", "ground.drama", "--as", "E0"]],
    [["knows", "ground.drama", "story.txt"]],
    [["check", "ground.drama"]],
    [["explore", "orders.drama", "--as", "P0"]],
    [["whatif", "orders.drama", "--set", "on(P3)"]],
    [["test", "orders.drama", "--reach", "--as", "P0"]],
    [["export", "orders.drama", "--to", "ink", "--as", "P0"]],
  ])("%j keeps a time limit, and answers 3", { retry: 2 }, (words) => {
    const began = Date.now()
    const { code, err } = dramaturg([...words, "--timeout", String(seconds)], {
      folder: home,
      input: "story\n",
    })
    expect({ code, isOurFault: /fault|Error/.test(err) }).toEqual({ code: 3, isOurFault: false })
    // A tenth and a second.
    expect(lateness(Date.now() - began, seconds * 1100 + 1000)).toBe(0)
  })
})

describe("a memory limit", () => {
  it("is an answer, not a crash", () => {
    const { code, out, err } = dramaturg([...neverEnds, "--memory", "160"], { folder })
    expect({ code, err }).toEqual({ code: 3, err: "" })
    expect(out).toMatch(/^No story found yet: stopped because memory ran out \(/)
  })
})

describe("the progress line", () => {
  const progress = {
    visited: 1234567,
    generated: 2,
    states: 3,
    stateBytes: 150,
    bytes: 900,
    depth: 12,
    bound: 3,
    best: 4.5,
    limits: { author: 5, character: null, belief: 2 },
  }
  const snapshot = {
    status: "searching",
    limit: null,
    progress,
    story: null,
    best: null,
    shortest: null,
    undecided: false,
    notes: [],
  } as const
  const shown = (snapshots: Moment["snapshots"], room = 200) =>
    progressText({ stage: "searching", snapshots, milliseconds: 2000 }, 100 * 2 ** 20, room)
  const text = (room: number) => shown([snapshot], room)

  it("shows everything where there is room", () => {
    expect(text(200)).toBe(
      "1,234,567 visited, 617,284 per second, depth 12, 100 MiB, 2.0 s, best so far 4.5, limits: author 5, character none, belief 2",
    )
  })

  it("drops whole parts from the end, and never cuts a figure", () => {
    const parts = text(200).split(/, (?!character|belief)/)
    for (let room = 0; room <= 130; room++) {
      const shown = text(room)
      expect(shown.length).toBeLessThanOrEqual(room)
      if (shown !== "")
        expect(shown).toBe(parts.slice(0, shown.split(/, (?!character|belief)/).length).join(", "))
    }
    expect(text(45)).toBe("1,234,567 visited, 617,284 per second")
    expect(text(10)).toBe("")
  })

  it("says how short the story is that was found, and how short it might be", () => {
    const story = { solution: { plan: Array<string>(5).fill("go()"), explanations: [] }, utility: 4.5 }
    expect(shown([{ ...snapshot, story }])).toMatch(
      /^a story in 5 acts, none in under 3, 1,234,567 visited, /,
    )
    expect(shown([snapshot, { ...snapshot, story }])).toMatch(
      /^a story in 5 acts, none in under 3, 2,469,134 visited, .*, 2 threads, /,
    )
    expect(shown([{ status: "searching", limit: null, progress, notes: [], count: 1200 }])).toMatch(
      /^1,200 stories, 1,234,567 visited, /,
    )
  })

  it("says what goes on before there is anything to count", () => {
    expect(progressText({ stage: "reading", snapshots: [], milliseconds: 1500 }, 2 ** 27, 79)).toBe(
      "still reading, 1.5 s, 128 MiB",
    )
  })
})
