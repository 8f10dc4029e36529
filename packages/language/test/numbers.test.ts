/** Numbers are written as they were read, and a number that cannot be stored as it stands is reported. */
import { compileStory } from "@dramaturg/language"
import { printValue } from "@dramaturg/model"
import { expect, test } from "vitest"

const world = (number: string): string =>
  `entity A : character;\nproperty n() : number;\nn() = ${number};\nutility(): n();\n`

function kept(number: string, file: string): unknown {
  const { problem, diagnostics } = compileStory(world(number), { file })
  if (problem === undefined)
    throw new Error(`${number}: ${diagnostics.map((each) => each.message).join(" ")}`)
  const [statement] = problem.initial
  return statement.kind === "assign" && statement.value.kind === "constant"
    ? statement.value.value
    : statement
}

const remarks = (number: string, file: string): readonly string[] =>
  compileStory(world(number), { file })
    .diagnostics.filter(({ code }) => code === "lost-digits")
    .map(({ message }) => message)

/** Numbers of every size from random 64-bit patterns, the same in each run. */
function* numbers(): Iterable<number> {
  const view = new DataView(new ArrayBuffer(8))
  let state = 7
  for (let i = 0; i < 3000; i++) {
    for (const at of [0, 4]) view.setInt32(at, (state = (Math.imul(state, 1664525) + 1013904223) | 0))
    yield view.getFloat64(0)
  }
  yield* [
    0,
    1e-8,
    -1e-8,
    1e21,
    1.5e300,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    0.1 + 0.2,
    2 ** 53,
    123456789.125,
    5e-7,
  ]
}

test("every number that is printed is read again as the same number, in both languages, without a remark", () => {
  for (const each of numbers()) {
    if (!Number.isFinite(each)) continue
    const text = printValue(each)
    for (const file of ["world.drama", "world.txt"]) {
      expect(kept(text, file)).toBe(each)
      expect(remarks(text, file)).toEqual([])
    }
  }
}, 120_000)

test.each([
  [
    "123456789012345678901234567890",
    "has more digits than a number can keep: it is kept as 123456789012345680000000000000.",
  ],
  ["0.1000000000000000000001", "has more digits than a number can keep: it is kept as 0.1."],
  ["9007199254740993", "has more digits than a number can keep: it is kept as 9007199254740992."],
  [`0.${"0".repeat(400)}1`, "it is kept as 0."],
  ["-0", "Zero has no sign: `-0` is kept as 0."],
])("%s loses something, and that is remarked on", (number, words) => {
  for (const file of ["world.drama", "world.txt"]) {
    expect(remarks(number, file)).toHaveLength(1)
    expect(remarks(number, file)[0]).toContain(words)
  }
})

test.each(["007", "1.50", "0.00000001", "1000000000000000000000000", "-2"])("%s loses nothing", (number) => {
  expect(remarks(number, "world.drama")).toEqual([])
  expect(kept(number, "world.drama")).toBe(Number(number))
})

test("the remark offers what is kept, and then there is nothing more to remark", () => {
  const text = world("-123456789012345678901234567890")
  const [{ fixes }] = compileStory(text, { file: "world.drama" }).diagnostics.filter(
    ({ code }) => code === "lost-digits",
  )
  const [{ span, text: instead }] = fixes![0].edits
  const mended = text.slice(0, span.offset) + instead + text.slice(span.offset + span.length)
  expect(mended).toContain("n() = -123456789012345680000000000000;")
  expect(compileStory(mended, { file: "world.drama" }).diagnostics.map(({ code }) => code)).not.toContain(
    "lost-digits",
  )
})

test("a number too large to be one is no number at all", () => {
  expect(
    compileStory(world("9".repeat(400)), { file: "world.drama" }).diagnostics.map(({ code }) => code),
  ).toContain("bad-number")
})
