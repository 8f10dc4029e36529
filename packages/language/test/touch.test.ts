/**
 * CONTRIBUTING's table of what to touch is true: every path in it exists; and where a row says of a sample in
 * which files it stands, it stands there, in no other source, and in as many files as the row counts.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const rows = readFileSync(join(root, "CONTRIBUTING.md"), "utf8").split("\n").filter((each) => /^\| (a|an|another) /.test(each))

const paths = rows.flatMap((row) => codeIn(row)).filter((each) => /^(packages|apps|docs|stories|scripts)\//.test(each) && !each.includes("<"))

test.each([...new Set(paths)])("there is %s", (path) => {
  expect(existsSync(join(root, path))).toBe(true)
})

/** `word` stands in `path`, `path` …; before it, in the row, how many files these are. */
const samples = rows.flatMap((row) => {
  const [, count, sample, files] = /\((\d+) files\).*`([^`]+)` stands in (.*)/.exec(row) ?? []
  return count === undefined ? [] : [{ count: Number(count), sample, files: codeIn(files) }]
})

test("a message and a word have a sample", () => {
  expect(samples.length).toBeGreaterThanOrEqual(2)
})

describe.each(samples)("$sample", ({ count, sample, files }) => {
  test("stands in as many files as are counted", () => {
    expect(files).toHaveLength(count)
    for (const each of files) expect(readFileSync(join(root, each), "utf8"), each).toMatch(new RegExp(`(?<![\\w-])${sample}(?![\\w-])`))
  })

  test("stands in no other source", () => {
    const holding = sources().filter((each) => readFileSync(join(root, each), "utf8").includes(`"${sample}"`))
    expect(holding.sort()).toEqual(files.filter((each) => /^(packages|apps)\//.test(each)).sort())
  })
})

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((each) => each[1])
}

/** All of our sources, as paths from the root; generated ones left out. */
function sources(): string[] {
  const rooms = ["packages", "apps"].flatMap((each) => readdirSync(join(root, each)).map((room) => `${each}/${room}/src`))
  return rooms.filter((each) => existsSync(join(root, each))).flatMap((src) =>
    readdirSync(join(root, src), { recursive: true, encoding: "utf8" })
      .map((each) => `${src}/${each.replaceAll("\\", "/")}`).filter((each) => /\.tsx?$/.test(each) && !each.includes("/generated/")))
}
