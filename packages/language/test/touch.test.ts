/**
 * CONTRIBUTING's table of what to touch is true: every path in it exists; and where a row says of a sample in
 * which files it stands, it stands there, in no other source, and in as many files as the row counts.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const rows = readFileSync(join(root, "CONTRIBUTING.md"), "utf8")
  .split("\n")
  .filter((each) => /^\| (a|an|another) /.test(each))

const paths = rows
  .flatMap((row) => codeIn(row))
  .filter((each) => /^(packages|apps|docs|stories|scripts)\//.test(each) && !each.includes("<"))

test.each([...new Set(paths)])("there is %s", (path) => {
  expect(existsSync(join(root, path))).toBe(true)
})

/**
 * `word` stands in `path`, `path` …; before it, in the row, how many files these are; after a semicolon:
 * where else it stands for another reason.
 */
const samples = rows.flatMap((row) => {
  const [, count, sample, files, besides] = /\((\d+) files\).*`([^`]+)` stands in ([^;]*)(.*)/.exec(row) ?? []
  return count === undefined
    ? []
    : [{ count: Number(count), sample, files: codeIn(files), besides: codeIn(besides) }]
})

test("what is added often has a sample", () => {
  expect(samples.map((each) => each.sample)).toEqual([
    "explanation-first",
    "no-clock",
    "english",
    "graphml",
    "whatif",
    "map",
    "takes",
  ])
})

describe.each(samples)("$sample", ({ count, sample, files, besides }) => {
  test("stands in as many files as are counted", () => {
    expect(files).toHaveLength(count)
    for (const each of files)
      expect(readFileSync(join(root, each), "utf8"), each).toMatch(
        new RegExp(`(?<![\\w-])${sample}(?![\\w-])`),
      )
  })

  test("stands in no other source", () => {
    // As a string, or as the name of a file that is imported; what stands in a folder of that name is part of
    // the sample.
    const held = new RegExp(`["/]${sample}["./]`)
    expect(
      sources().filter(
        (each) =>
          held.test(readFileSync(join(root, each), "utf8")) &&
          ![...files, ...besides].includes(each) &&
          !each.includes(`/${sample}/`),
      ),
    ).toEqual([])
  })
})

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((each) => each[1])
}

/** All of our sources, as paths from the root; generated ones left out. */
function sources(): string[] {
  const rooms = ["packages", "apps"].flatMap((each) =>
    readdirSync(join(root, each)).map((room) => `${each}/${room}/src`),
  )
  return rooms
    .filter((each) => existsSync(join(root, each)))
    .flatMap((src) =>
      readdirSync(join(root, src), { recursive: true, encoding: "utf8" })
        .map((each) => `${src}/${each.replaceAll("\\", "/")}`)
        .filter((each) => /\.tsx?$/.test(each) && !each.includes("/generated/")),
    )
}
