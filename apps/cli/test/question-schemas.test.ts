/** What the questions print with `--json` fits the published schemas. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { misfits } from "./schema.js"

const world = (name: string): string =>
  fileURLToPath(new URL(`../../../stories/${name}/${name}.drama`, import.meta.url))
const schema = (name: string) =>
  JSON.parse(readFileSync(new URL(`../schemas/${name}.json`, import.meta.url), "utf8"))
const [parcel, premises] = [world("parcel"), world("lair").replace("lair.drama", "premises.drama")]
const whistle = world("false-beliefs").replace("false-beliefs.drama", "whistle.tom")
const folder = makeFolder({ "story.json": dramaturg(["tell", parcel, "--json"]).out })

it.each<[string, string, readonly string[]]>([
  ["why", "why", ["why", parcel, "story.json", "--act", "1"]],
  ["why-not of an act", "why-not", ["why-not", parcel, "bake(Nell)"]],
  ["why-not of an act in a story", "why-not", ["why-not", parcel, "story.json", "--at", "2", "bake(Toby)"]],
  ["why-not of an ending that can be", "why-not", ["why-not", parcel, "--ending", "cake()"]],
  ["why-not of an ending that cannot", "why-not", ["why-not", parcel, "--ending", "has_parcel(Toby)"]],
  ["whatif", "whatif", ["whatif", parcel, "--set", "at(Toby) = Post"]],
  ["whatif of a plot", "whatif-plot", ["whatif", parcel, "story.json", "--set", "at(Toby) = Post"]],
  [
    "whatif of a plot without one of its rules",
    "whatif-plot",
    ["whatif", parcel, "story.json", "--without", "bake"],
  ],
  ["test", "test", ["test", premises, "--only", "dawn"]],
  ["test --reach", "test", ["test", parcel, "--reach", "--plays", "4"]],
  ["explore", "explore", ["explore", parcel]],
  ["explore a play", "explore", ["explore", world("lilies"), "--as", "Cora", "--depth", "6"]],
  ["explore --distinct", "compare", ["explore", parcel, "--distinct", "2"]],
  ["explore --best", "compare", ["explore", parcel, "--best", "irony"]],
  ["export of a story", "export", ["export", parcel, "--to", "fountain"]],
  ["tom", "tom", ["tom", whistle]],
  ["tell in prose", "tell", ["tell", parcel, "--pov", "Toby", "--notes"]],
])("%s", (_, name, words) => {
  const { out, err } = dramaturg([...words, "--json"], { folder })
  expect(err).toBe("")
  const answer = JSON.parse(out)
  expect(misfits(answer, schema(name))).toEqual([])
  expect(Object.keys(answer).slice(0, 2)).toEqual(["format", "version"])
})

it.each(["verify", "why --act 1", "knows"])(
  "%s reads stories from before they said what they are",
  (words) => {
    const [command, ...flags] = words.split(" ")
    const { format, version, ...before } = JSON.parse(dramaturg(["tell", parcel, "--json"]).out)
    expect([format, version]).toEqual(["dramaturg-tell", 1])
    const older = makeFolder({ "older.json": JSON.stringify(before) })
    const now = dramaturg([command, parcel, "story.json", ...flags], { folder })
    expect(now.code).toBe(0)
    expect(dramaturg([command, parcel, "older.json", ...flags], { folder: older })).toEqual(now)
  },
)

it("the lines of a story space", () => {
  const lines = dramaturg(["explore", parcel, "--as", "Nell", "--jsonl"])
    .out.trim()
    .split("\n")
    .map((each): unknown => JSON.parse(each))
  const { $defs } = schema("story-space") as { $defs: Record<string, object> }
  expect(misfits(lines[0], { ...$defs.head })).toEqual([])
  expect(lines.slice(1, -1).flatMap((each) => misfits(each, { ...$defs.state }))).toEqual([])
  expect(misfits(lines.at(-1), { ...$defs.foot })).toEqual([])
})

it("a play as JSON", () => {
  const { out } = dramaturg(["export", parcel, "--to", "json", "--as", "Nell"])
  expect(misfits(JSON.parse(out), schema("branching"))).toEqual([])
})
