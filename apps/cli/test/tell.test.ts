/** `tell`: a story for people, for Sabre's readers and for programs; and the ways of having none. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder, start } from "./command.js"
import { misfits } from "./schema.js"
import { endless, market, mirrored, stuck, unmoved, warned } from "./worlds.js"

const folder = makeFolder({
  "market.drama": market,
  "stuck.drama": stuck,
  "endless.drama": endless,
  "warned.drama": warned,
  "unmoved.drama": unmoved,
  "mirrored.drama": mirrored,
})
const limits = ["--author-limit", "3", "--character-limit", "3", "--belief-limit", "2"]
const schema = JSON.parse(readFileSync(new URL("../schemas/tell.json", import.meta.url), "utf8"))

describe("a story that exists", () => {
  it("is told act by act, with who did it and why", () => {
    const { code, out, err } = dramaturg(["tell", "market.drama"], { folder })
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toBe(`market: a story in 2 acts

1. walk(Tom, Cottage, Market)
   Tom does this because it should lead on to:
     buy(Tom, Merchant, Potion, Market)
       counting on Merchant, who wants what it brings about

2. buy(Tom, Merchant, Potion, Market)
   Tom takes part because it brings about what Tom wants.
   Merchant takes part because it brings about what Merchant wants.

It ends with a utility of 1 for the author. No shorter story would do.
`)
  })

  it("is one JSON object of the published shape", () => {
    const { code, out, err } = dramaturg(["tell", "market.drama", ...limits, "--json"], { folder })
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const report = JSON.parse(out)
    expect(misfits(report, schema)).toEqual([])
    expect(Object.keys(report)).toEqual([
      "format",
      "version",
      "status",
      "limit",
      "utility",
      "plan",
      "explanations",
      "shortest",
      "best",
      "method",
      "seed",
      "notes",
      "measured",
    ])
    expect(report.plan).toEqual(["walk(Tom, Cottage, Market)", "buy(Tom, Merchant, Potion, Market)"])
    expect(report.explanations).toEqual([
      { Tom: [{ act: "buy(Tom, Merchant, Potion, Market)", explanations: { Merchant: [] } }] },
      { Tom: [], Merchant: [] },
    ])
    expect(report).toMatchObject({
      status: "solved",
      limit: null,
      utility: 1,
      shortest: true,
      best: null,
      method: "widening",
      seed: 0,
      notes: [],
    })
    expect(report.measured.memoryMiB).toBeGreaterThan(10)
  })

  it("is printed as Sabre prints it, and the judge reads that back", () => {
    const { code, out } = dramaturg(["tell", "market.drama", "--format", "sabre"], { folder })
    expect(code).toBe(0)
    expect(out).toMatch(/^walk\(Tom, Cottage, Market\)\n\| buy\(Tom, Merchant, Potion, Market\)\n/)
    const judged = dramaturg(["verify", "market.drama", "-"], { folder, input: out })
    expect(judged).toEqual({
      code: 0,
      out: "valid: The story holds: every act is possible, explained and needed.\n",
      err: "",
    })
  })

  it("goes to a file with -o and leaves stdout empty", () => {
    const { code, out } = dramaturg(["tell", "market.drama", "--json", "-o", "story.json"], { folder })
    expect({ code, out }).toEqual({ code: 0, out: "" })
    expect(existsSync(join(folder, "story.json"))).toBe(true)
    expect(dramaturg(["verify", "market.drama", "story.json"], { folder }).code).toBe(0)
  })

  it("is the same from stdin", () => {
    const { code, out } = dramaturg(["tell", "-"], { input: market })
    expect(code).toBe(0)
    expect(out).toContain("1. walk(Tom, Cottage, Market)")
  })

  for (const method of ["widening", "best-first", "explanation-first"]) {
    it(`is the same, byte for byte, every time with ${method}`, () => {
      const words = ["tell", "market.drama", "--json", "--method", method, "--seed", "7"]
      const [first, second] = [dramaturg(words, { folder }), dramaturg(words, { folder })]
      expect(first.code).toBe(0)
      const text = (json: string) => json.replace(/"(milliseconds|memoryMiB)": \d+/g, "")
      expect(text(first.out)).toBe(text(second.out))
    })
  }

  it("has no colour when nobody looks, nor with NO_COLOR", () => {
    for (const env of [{}, { NO_COLOR: "1" }]) {
      const { out, err } = dramaturg(["tell", "market.drama"], { folder, env })
      expect(out + err).not.toContain("\u001b")
    }
  })
})

describe("no story", () => {
  it("that none exists within the limits is exit 1 and says so", () => {
    const { code, out } = dramaturg(["tell", "stuck.drama", ...limits], { folder })
    expect(code).toBe(1)
    expect(out).toBe(
      "No story exists within these limits (author 3, character 3, belief 2): every possibility was looked at.\n",
    )
    const json = dramaturg(["tell", "stuck.drama", ...limits, "--json"], { folder })
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      status: "exhausted",
      limit: null,
      plan: null,
      explanations: null,
      best: null,
    })
    expect(misfits(JSON.parse(json.out), schema)).toEqual([])
  })

  const neverEnds = ["tell", "endless.drama", "--author-limit", "none", "--heuristic", "none"]

  it("that a limit stopped the search is exit 3 and says which", () => {
    const { code, out } = dramaturg([...neverEnds, "--max-visited", "50"], { folder })
    expect(code).toBe(3)
    expect(out).toMatch(
      /^No story found yet: stopped at the limit on visits \(\d+ visited\)\. Whether one exists is not known\.\n$/,
    )
    const json = dramaturg([...neverEnds, "--timeout", "0.3", "--json"], { folder })
    expect(json.code).toBe(3)
    expect(JSON.parse(json.out)).toMatchObject({ status: "limited", limit: "time", plan: null })
    expect(misfits(JSON.parse(json.out), schema)).toEqual([])
  })

  it("shows the warnings that check would show, since they usually say why", () => {
    const checked = dramaturg(["check", "warned.drama"], { folder })
    expect(checked.code).toBe(0)
    const { code, out, err } = dramaturg(["tell", "warned.drama", ...limits], { folder })
    expect(code).toBe(1)
    expect(out).toMatch(/^No story exists/)
    expect(err).toContain("warned.drama:7:")
    expect(checked.out).toContain(err.trimEnd())
  })

  it("leaves stdout empty in Sabre's form", () => {
    const { code, out, err } = dramaturg(["tell", "stuck.drama", ...limits, "--format", "sabre"], { folder })
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toMatch(/\nNo story exists within these limits.*\n$/)
  })

  it("says why, where that can be told, after the search as well: nothing reaches the goal", () => {
    const { code, out, err } = dramaturg(["tell", "unmoved.drama", "--goal", "7"], { folder })
    expect(code).toBe(1)
    expect(out).toBe(
      "No story reaches the goal of 7, whatever the limits: every possibility was looked at.\n",
    )
    expect(err).toContain(
      "unmoved.drama:9:1: warning [goal-out-of-reach] Nothing that can happen in this world makes what the author wants worth 7: at most 1.",
    )
    const report = JSON.parse(dramaturg(["tell", "unmoved.drama", "--goal", "7", "--json"], { folder }).out)
    expect(misfits(report, schema)).toEqual([])
    expect(report.notes).toEqual([
      {
        code: "goal-out-of-reach",
        message: "Nothing that can happen in this world makes what the author wants worth 7: at most 1.",
        hint: "Ask for less with --goal, or add an act that changes what the wish reads.",
      },
    ])
  })

  it("says each thing once, though check and the search both have it to say", () => {
    const { err } = dramaturg(["tell", "stuck.drama"], { folder })
    expect(err.match(/goal-out-of-reach/g)).toHaveLength(1)
  })

  it("names only those limits that somebody stated: the others grew for as long as they mattered", () => {
    expect(dramaturg(["tell", "unmoved.drama"], { folder }).out).toMatch(
      /^No story exists, whatever the limits: every possibility was looked at\.\n\n/,
    )
    const { out } = dramaturg(["tell", "unmoved.drama", "--author-limit", "3"], { folder })
    expect(out).toMatch(
      /^No story exists within these limits \(author 3, character none, belief none\): every possibility was looked at\.\n\n/,
    )
    expect(out).toContain("dramaturg why-not unmoved.drama --ending")
  })

  it("of minds within minds without end says how deep they are followed, and what to do", () => {
    const { code, out } = dramaturg(["tell", "mirrored.drama"], { folder })
    expect(code).toBe(3)
    expect(out).toMatch(
      /^No story found yet: stopped where minds lie too deep within minds \(\d.* visited\)\. Whether one exists is not known\. /,
    )
    expect(out).toContain(
      " Minds are followed at most 24 levels deep, whatever the limits: set --belief-limit.\n",
    )
    expect(JSON.parse(dramaturg(["tell", "mirrored.drama", "--json"], { folder }).out)).toMatchObject({
      status: "limited",
      limit: "belief",
    })
  })

  it("reports a story that falls short of the goal", () => {
    const { code, out } = dramaturg(
      ["tell", "market.drama", ...limits, "--goal", "2", "--heuristic", "none", "--json"],
      { folder },
    )
    expect(code).toBe(1)
    const report = JSON.parse(out)
    expect(report).toMatchObject({ status: "exhausted", plan: null, utility: null, best: { utility: 1 } })
    expect(report.best.plan).toHaveLength(2)
    expect(misfits(report, schema)).toEqual([])
  })

  it("a reader that goes away early is no fault", async () => {
    const child = start(["tell", "market.drama", "--json"], folder)
    child.stdout.destroy()
    let err = ""
    child.stderr.on("data", (piece) => (err += piece))
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(0)
    expect(err).toBe("")
  })
})
