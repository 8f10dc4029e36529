/** What can be told without a browser: links, versions, repairs. */
import { expect, test } from "vitest"
import { repaired } from "../src/commands/apply-repair.js"
import { checked, linkOf, sharedIn } from "../src/files/share.js"
import { thinned } from "../src/store/thinning.js"
import { emptyProject } from "../src/state.js"

const project = {
  ...emptyProject,
  title: "Ärger & <b>",
  files: [{ name: "a.drama", text: "entity Zoë : character;\n" }],
  main: "a.drama",
  outline: "- x",
}

test("a link brings back what went into it, and whatever is no link of ours brings nothing", () => {
  const link = linkOf(project, "https://example.org/studio/#old")
  expect(link).toMatch(/^https:\/\/example\.org\/studio\/#w1:[\w-]+$/)
  expect(sharedIn(link.slice(link.indexOf("#")))).toEqual({
    title: project.title,
    files: project.files,
    main: "a.drama",
    outline: "- x",
  })
  for (const wrong of ["", "#", "#w1:", "#w1:!!!", "#w1:AAAA", "#w2:abc"])
    expect(sharedIn(wrong)).toBe(undefined)
})

test("a shared world of a wrong shape is none", () => {
  for (const wrong of [null, 3, {}, { files: [] }, { files: [{ name: 1, text: "" }] }, { files: [null] }])
    expect(checked(wrong)).toBe(undefined)
  expect(checked({ files: [{ name: "a", text: "", extra: 1 }], main: "b" })).toEqual({
    title: "a",
    files: [{ name: "a", text: "" }],
    main: "a",
    outline: "",
  })
})

test("of old versions one an hour stays, then one a day; those kept for a reason stay", () => {
  const hour = 3_600_000
  const now = 1000.5 * hour
  const version = (id: number, age: number, label: string | null = null) => ({
    id,
    project: "p",
    at: now - age,
    label,
    content: project,
  })
  const versions = [
    version(1, 1000),
    version(2, 2000),
    version(3, 2 * hour),
    version(4, 2 * hour + 1),
    version(5, 2 * hour + 2, "Before"),
    version(6, 50 * hour),
    version(7, 51 * hour),
  ]
  expect(thinned(versions, now)).toEqual([4, 7])
})

test("repairs keep notes where they are, and the way in which acts are written", () => {
  const lines = ["# One", "- a()", "", "- b()", "the end"]
  const repair = { plan: [], explanations: [] }
  expect(repaired(lines, [2, 4], { ...repair, kind: "insert", act: 2, acts: ["c()"] })).toEqual([
    "# One",
    "- a()",
    "",
    "- c()",
    "- b()",
    "the end",
  ])
  expect(repaired(lines, [2, 4], { ...repair, kind: "insert", act: 3, acts: ["c()"] })).toEqual([
    "# One",
    "- a()",
    "",
    "- b()",
    "- c()",
    "the end",
  ])
  expect(repaired(lines, [2, 4], { ...repair, kind: "drop", act: 1, acts: ["a()"] })).toEqual([
    "# One",
    "",
    "- b()",
    "the end",
  ])
  expect(repaired(lines, [2, 4], { ...repair, kind: "move", act: 2, before: 1, acts: ["b()"] })).toEqual([
    "# One",
    "- b()",
    "- a()",
    "",
    "the end",
  ])
})
