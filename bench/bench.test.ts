/**
 * The harness on one small story, one run: the figures are there and make sense, and nothing is left behind.
 */
import { execFile } from "node:child_process"
import { mkdtempSync, readdirSync, rmdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { compileStory } from "@dramaturg/language"
import { startSearch } from "@dramaturg/engine"
import { expect, test } from "vitest"
// @ts-expect-error plain JavaScript without declarations
import { growthOf } from "./growth/fit.mjs"
// @ts-expect-error plain JavaScript without declarations
import { village } from "./growth/village.mjs"
// @ts-expect-error plain JavaScript without declarations
import { market } from "./large/market.mjs"
// @ts-expect-error plain JavaScript without declarations
import { wishes } from "./large/wishes.mjs"
// @ts-expect-error plain JavaScript without declarations
import { changesOf, checkAnswers, rowOf } from "./kinds/warm.mjs"
// @ts-expect-error plain JavaScript without declarations
import { changedText, worlds } from "./kinds/warm-changes.mjs"
// @ts-expect-error plain JavaScript without declarations
import { allSettings } from "./settings.mjs"

const bench = fileURLToPath(new URL("bench.mjs", import.meta.url))

const run = (words: string[], TMPDIR = tmpdir()) => promisify(execFile)(process.execPath, [bench, ...words], { env: { ...process.env, TMPDIR } })

test("one run of one story gives every figure, on the terminal and as JSON", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-test-"))
  const { stdout } = await run(["fern", "--runs", "1", "--json"], folder)
  const figures = JSON.parse(stdout)
  expect(figures).toMatchObject({ kind: "settings", options: { names: ["fern"], runs: 1 }, totals: { settings: 1, solved: 1 } })
  const number = expect.any(Number)
  expect(figures.settings).toEqual([
    expect.objectContaining({
      name: "fern", status: "solved", solved: true, runs: 1, isSteady: true, peer: null, ratio: null,
      length: number, visited: number, generated: number, states: number, readMs: number, groundMs: number, searchMs: number, peakMiB: number,
    }),
  ])
  expect(figures.settings[0].plan).toHaveLength(figures.settings[0].length)
  expect(figures.circumstances).toMatchObject({ node: process.versions.node, build: expect.stringMatching(/^[0-9a-f]{12}$/) })
  expect(readdirSync(folder)).toEqual([])
  rmdirSync(folder)
})

test("a setting that does not exist is refused with the names of those that do", async () => {
  await expect(run(["atlantis"])).rejects.toThrow(/There is no setting atlantis\. There are: .*fern/)
})

test("an idea that does not exist is refused, for without it something else would be measured", async () => {
  await expect(run(["fern", "--without", "luck"])).rejects.toThrow(/--without takes .*, not "luck"/)
})

test("the smallest village has a story, and in it somebody is told what is not so", () => {
  const { problem, diagnostics } = compileStory(village({}), { file: "village.drama" })
  expect(diagnostics).toEqual([])
  const search = startSearch(problem!)
  search.step(100_000)
  expect(search.story?.solution.plan).toContainEqual(expect.stringMatching(/^whisper\(/))
})

test("without whispers the village has none", () => {
  const silent = village({}).replace("who != to & at(who) == at(to);", "False;")
  const search = startSearch(compileStory(silent, { file: "village.drama" }).problem!)
  search.step(100_000)
  expect(search.status).toBe("exhausted")
})

test("the large worlds are worlds, and a market has as many acts and triggers as was counted", () => {
  const { problem } = compileStory(market({ people: 3, places: 4, items: 5 }), { file: "market.drama" })
  const { task } = startSearch(problem!)
  expect([task.actions.length, task.triggers.length]).toEqual([3 * 4 * 3 + 3 * 2 * 5, 3 * 2 * 4])
  for (const isWrittenOut of [false, true]) {
    expect(compileStory(wishes({ conditionals: 3, isWrittenOut }), { file: "wishes.drama" }).diagnostics).toEqual([])
  }
})

test("a square is told from a doubling", () => {
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8]
  expect(growthOf(sizes.map((n) => [n, n * n]))).toMatchObject({ shape: "power", power: 2 })
  expect(growthOf(sizes.map((n) => [n, 2 ** n]))).toMatchObject({ shape: "exponential", factor: 2 })
})

test("a story asked about again, after an act, has a cold figure, a warm one and a fresh one for each question", async () => {
  const { stdout } = await run(["--warm", "fern", "--runs", "1", "--json"])
  const { kind, questions } = JSON.parse(stdout)
  const outcome = expect.objectContaining({ status: "solved", ms: expect.any(Number), length: expect.any(Number) })
  expect(kind).toBe("warm")
  expect(questions).toEqual([
    expect.objectContaining({ world: "fern", asks: "first", cold: outcome, warm: null, fresh: null, ratio: null, differs: null }),
    expect.objectContaining({ asks: "act", cold: outcome, warm: outcome, fresh: outcome, ratio: expect.any(Number), differs: null }),
    expect.objectContaining({ asks: "other act", cold: outcome, warm: outcome, fresh: outcome, ratio: expect.any(Number), differs: null }),
  ])
  expect(questions[1].warm.visited).toBe(0)
  expect(questions[2].what).not.toBe(questions[1].what)
})

test("every change of a world that is there is one line of its text, and leaves a world", () => {
  const present = allSettings().filter(({ name }: { name: string }) => name in worlds)
  expect(present.map(({ name }: { name: string }) => name)).toContain("lair")
  for (const setting of present) {
    for (const { text, options, what } of changesOf(setting)) {
      expect({ what, isAsked: text !== undefined || options !== undefined }).toEqual({ what, isAsked: true })
      if (text !== undefined) expect({ what, isWorld: compileStory(text, { file: setting.path }).problem !== undefined }).toEqual({ what, isWorld: true })
    }
  }
})

test("a change of a line that is not there, or there twice, is refused by name", () => {
  const change = { what: "rain", from: "wet;", to: "dry;" }
  expect(changedText("a;\n  wet;\nb;", change, "fern")).toBe("a;\ndry;\nb;")
  expect(() => changedText("a;", change, "fern")).toThrow('"rain" changes one line of fern, but there are 0 that say: wet;')
  expect(() => changedText("wet;\nwet;", change, "fern")).toThrow("there are 2 that say: wet;")
})

test("a warm answer that is not the cold one fails the whole measurement", () => {
  const answer = (status: string) => ({ status, ms: 1, visited: 0 })
  const question = { asks: "fact", what: "rain" }
  const row = (warm: string) => rowOf("fern", question, { cold: [answer("solved")], warm: [answer(warm)], fresh: [answer("solved")] })
  expect(() => checkAnswers([row("solved")])).not.toThrow()
  expect(() => checkAnswers([row("solved"), row("exhausted")])).toThrow("fern, fact, rain: solved and exhausted")
  expect(() => checkAnswers([row("limited")])).toThrow("fern, fact, rain: solved and limited")
})
