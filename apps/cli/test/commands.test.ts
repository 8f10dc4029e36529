/**
 * `check`, `verify`, `format`, `import` and `export`: results on stdout, remarks on stderr, the promised exit
 * codes.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { misfits } from "./schema.js"
import { market, mistaken } from "./worlds.js"

const plan = ["walk(Tom, Cottage, Market)", "buy(Tom, Merchant, Potion, Market)"]
const story = {
  plan,
  explanations: [{ Tom: [{ act: plan[1], explanations: { Merchant: [] } }] }, { Tom: [], Merchant: [] }],
}
const folder = makeFolder({
  "market.drama": market,
  "market.txt": market,
  "mistaken.drama": mistaken,
  "untidy.drama": market.replaceAll("\n", "\n\n\n").replaceAll(" : ", "   :"),
  "story.json": JSON.stringify(story),
  "broken.json": JSON.stringify({ plan: [plan[1]], explanations: [story.explanations[1]] }),
  "nonsense.txt": "once upon a time\n",
})
const run = (...words: string[]) => dramaturg(words, { folder })
const schemaOf = (command: string) =>
  JSON.parse(readFileSync(new URL(`../schemas/${command}.json`, import.meta.url), "utf8"))

function fits(command: string, json: string) {
  const value = JSON.parse(json)
  expect(misfits(value, schemaOf(command))).toEqual([])
  return value
}

describe("check", () => {
  it("says that nothing is wrong, and exits with 0", () => {
    expect(run("check", "market.drama")).toEqual({ code: 0, out: "market.drama: nothing wrong\n", err: "" })
  })

  it("names every mistake with its place, the line with a caret, and what to do; exit 1", () => {
    const { code, out, err } = run("check", "mistaken.drama")
    expect({ code, err }).toEqual({ code: 1, err: "" })
    expect(out).toContain("mistaken.drama:5:11: error [unknown-name]")
    expect(out).toContain("  5 | at(Tom) = Hoem;\n    |           ^^^^\n  → Did you mean `Home`?")
    for (const place of [":6:4", ":7:"]) expect(out).toContain("mistaken.drama" + place)
    expect(out).toMatch(/\nmistaken\.drama: \d errors/)
  })

  it("checks several worlds at once and gives one JSON object", () => {
    const { code, out } = run("check", "market.drama", "mistaken.drama", "--json")
    expect(code).toBe(1)
    const report = fits("check", out)
    expect(report.errors).toBeGreaterThan(2)
    expect(report.diagnostics[0]).toMatchObject({
      code: "unknown-name",
      severity: "error",
      file: "mistaken.drama",
      line: 5,
      column: 11,
    })
  })

  it("goes on after a world that cannot be read, reports each, and exits with 2", () => {
    const { code, out, err } = run("check", "nowhere.drama", "market.drama", "mistaken.drama")
    expect(code).toBe(2)
    expect(out).toContain("market.drama: nothing wrong\n")
    expect(out).toContain("mistaken.drama:5:11: error [unknown-name]")
    expect(err.split("\n")).toEqual([
      "dramaturg: nowhere.drama does not exist: check the name and the folder you are in.",
      "",
    ])
    const report = fits("check", run("check", "nowhere.drama", "market.drama", "--json").out)
    expect(report.unchecked.map((each: { file: string }) => each.file)).toEqual(["nowhere.drama"])
  })

  it("reads stdin", () => {
    const { code, out } = dramaturg(["check", "-"], { input: market })
    expect({ code, out }).toEqual({ code: 0, out: "<stdin>: nothing wrong\n" })
  })
})

describe("verify", () => {
  it("accepts a story that holds", () => {
    expect(run("verify", "market.drama", "story.json").code).toBe(0)
    const { code, out } = run("verify", "market.drama", "story.json", "--json")
    expect(code).toBe(0)
    expect(fits("verify", out)).toEqual({
      format: "dramaturg-verify",
      version: 1,
      verdict: "valid",
      breaches: [],
    })
  })

  it("rejects one that does not, and names act, person and definition", () => {
    const { code, out } = run("verify", "market.drama", "broken.json", "--json")
    expect(code).toBe(1)
    const report = fits("verify", out)
    expect(report.verdict).toBe("invalid")
    expect(report.breaches[0].act).toBe(1)
    expect(report.breaches[0].definition).toMatch(/^[A-Z]\d+/)
  })

  it("holds a story to limits given as flags", () => {
    expect(run("verify", "market.drama", "story.json", "--author-limit", "1").code).toBe(1)
    expect(run("verify", "market.drama", "story.json", "--goal", "2").code).toBe(1)
  })

  it("refuses a story with fewer explanations than acts", () => {
    const short = JSON.stringify({ plan, explanations: story.explanations.slice(0, 1) })
    const { code, err } = dramaturg(["verify", "market.drama", "-"], { folder, input: short })
    expect(code).toBe(2)
    expect(err).toContain("must hold one object for each act: there are 2 acts, but 1 object.")
  })

  it("refuses what is no story", () => {
    const { code, out, err } = run("verify", "market.drama", "nonsense.txt")
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain("nonsense.txt:1:1: error")
  })
})

describe("format", () => {
  it("prints the world laid out, and has nothing to change the second time", () => {
    const { code, out } = run("format", "untidy.drama")
    expect(code).toBe(0)
    const again = dramaturg(["format", "-", "--check"], { input: out })
    expect(again).toEqual({ code: 0, out: "", err: "<stdin>: is formatted\n" })
  })

  it("says by exit code whether a file would change, and changes it only when told to", () => {
    const text = () => readFileSync(join(folder, "untidy.drama"), "utf8")
    const before = text()
    expect(run("format", "untidy.drama", "--check")).toEqual({
      code: 1,
      out: "",
      err: "untidy.drama: would be changed by formatting\n",
    })
    expect(text()).toBe(before)
    expect(run("format", "untidy.drama", "--write")).toEqual({ code: 0, out: "", err: "" })
    expect(text()).not.toBe(before)
    expect(run("format", "untidy.drama", "--check").code).toBe(0)
  })

  it("gives JSON of the published shape", () => {
    expect(fits("format", run("format", "market.drama", "--json").out).file).toBe("market.drama")
  })
})

describe("import and export", () => {
  it("turn Sabre's text into .drama and back; the same story is told of all three", () => {
    expect(run("import", "market.txt", "-o", "imported.drama").code).toBe(0)
    expect(run("export", "imported.drama", "--to", "sabre", "-o", "exported.txt").code).toBe(0)
    const tell = (world: string) => JSON.parse(run("tell", world, "--json").out).plan
    expect([tell("market.txt"), tell("imported.drama"), tell("exported.txt")]).toEqual([plan, plan, plan])
  })

  it("give JSON of the published shape", () => {
    fits("import", run("import", "market.txt", "--json").out)
    fits("export", run("export", "market.drama", "--to", "sabre", "--json").out)
  })
})
