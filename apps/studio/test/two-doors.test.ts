/**
 * Every question is asked through both doors, the command's jobs and the studio's, about the same texts: they
 * give the same answer.
 */
import { eventfulFluents, factsAt, misjudgedAt } from "@dramaturg/analysis"
import { usualManner, whatIfSentences } from "@dramaturg/telling"
import { reader } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { choose } from "../../cli/dist/story/knows-choice.js"
import type { Answer, JobName, Jobs, WorldText } from "../../cli/dist/thread/protocol.js"
import { jobs as threadJobs } from "../../cli/dist/thread/jobs/index.js"
import type { JobContext } from "../src/worker/job.js"
import { carry } from "../src/worker/jobs/carry.js"
import { check } from "../src/worker/jobs/check.js"
import { ending } from "../src/worker/jobs/ending.js"
import { format } from "../src/worker/jobs/format.js"
import { map } from "../src/worker/jobs/map.js"
import { nested } from "../src/worker/jobs/nested.js"
import { others, read } from "../src/worker/jobs/others.js"
import { play } from "@dramaturg/web/jobs/play"
import { repair, review } from "../src/worker/jobs/review.js"
import { scenario } from "../src/worker/jobs/scenarios.js"
import { story as solve } from "@dramaturg/web/jobs/story"
import { meal as text } from "../../cli/test/corpus/worlds.js"
import { whatIf } from "../src/worker/jobs/what-if.js"
import { whyNot } from "../src/worker/jobs/why-not.js"

const file = "a.drama"
const world = { main: file, texts: { [file]: text } }
const budget = { milliseconds: 600_000, mebibytes: 512 }
const context: JobContext = { isCancelled: () => false, tell: () => {} }
const written: WorldText = { file, text }

/** All that the command's thread would have handed over. */
async function cli<Name extends JobName>(
  job: Name,
  asked: Omit<Jobs[Name]["asked"], "world">,
  about = written,
): Promise<Jobs[Name]["answer"]> {
  const answer = {} as Answer
  await (threadJobs[job] as (asked: unknown, report: (part: object) => void) => Promise<void>)(
    { world: about, ...asked },
    (part) => Object.assign(answer, part),
  )
  return answer as Jobs[Name]["answer"]
}

const plan = ["walk(Anna, Market)"]
const story = { file: "<story>", text: plan.join("\n") }

// Sound; with an error in the text; with one in what the text makes; with a warning.
test.each([
  text,
  text.replace("hungry(eater)", "hungy(eater)"),
  `${text}trigger t() { precondition: True; effect: at(Anna) = at(Anna); }\n`,
  `${text}type ghost;\n`,
])("what is wrong with it, and what it declares (%#)", async (each) => {
  const checked = await cli("check", {}, { file, text: each })
  expect(await check({ world: { main: file, texts: { [file]: each } } }, context)).toMatchObject({
    diagnostics: checked.diagnostics,
    name: checked.name,
    characters: checked.characters,
    rules: checked.rules,
  })
  if (each === text)
    expect(checked).toMatchObject({ diagnostics: [], characters: ["Anna", "Bert"], rules: ["walk", "share"] })
})

describe.each(["share(Bert, Anna)", "Anna strolls over to the home.", "She goes out.", "walk(Anna, Garden)"])(
  "why not %s",
  (act) => {
    test.each([0, 1])("after act %i", async (at) => {
      const { result } = await cli("why-not", { story, at: String(at), act })
      const other = await whyNot({ world, plan, at, act, budget }, context)
      if (result.kind === "obstacles") expect(other).toEqual(result)
      else expect(other.kind).toBe("refused")
    })
  },
)

test.each(["!hungry(Anna)", "hasBread(Anna)", "at(Anna) == Nowhere"])(
  "can it end with %s",
  async (wished) => {
    const { result } = await cli("ending", { ending: wished })
    const other = await ending({ world, ending: wished, budget }, context)
    if (result.kind === "ending") expect(other).toEqual(result)
    else expect(other.kind).toBe("refused")
  },
)

const changes = [
  { facts: ["at(Bert) = Home"], wants: [], without: [] },
  { facts: [], wants: [["Bert", "hasBread(Bert)"] as const], without: [] },
  { facts: [], wants: [], without: ["walk"] },
  { facts: [], wants: [["Berta", "hasBread(Bert)"] as const], without: [] },
  { facts: [], wants: [], without: ["wlak"] },
  { facts: ["at(Bert) = Moon"], wants: [], without: [] },
]
test.each(changes)("what if $facts $wants $without", async (each) => {
  const { result, problem } = await cli("whatif", { changes: each, most: 1 })
  const other = await whatIf({ world, changes: each, budget }, context)
  if (result.kind === "refused") expect(other).toEqual(result)
  else expect(other).toMatchObject({ kind: "compared", ...whatIfSentences(result.answer, problem) })
})

const outlines = [
  "- Anna strolls over to the market.\n- Bert shares bread with Anna.",
  "walk(Anna, Market)\nwalk(Anna, Garden)",
  "1. share(Bert, Anna)",
  "1. She goes out.\n2. walk(Anna, Market)",
  "",
]
test.each(outlines)("does it hold, and what would repair it: %s", async (outline) => {
  const { result } = await cli("verify", { story: { file: "<outline>", text: outline }, repair: 1 })
  const [reviewed, repaired] = [
    await review({ world, outline, budget }, context),
    await repair({ world, outline, budget }, context),
  ]
  if (result.kind !== "reviewed")
    return expect([reviewed.kind, repaired.kind]).toEqual(["refused", "refused"])
  expect(reviewed).toMatchObject({
    kind: "reviewed",
    holds: result.review.verdict === "holds",
    lines: result.review.acts.map(({ act, verdict }) => ({ act, verdict })),
  })
  if (result.repairs)
    expect(repaired).toMatchObject({
      kind: "offered",
      isWhole: result.repairs.isWhole,
      offers: result.repairs.repairs.map((each) => ({ repair: each })),
    })
})

test("who knows what, two minds deep", async () => {
  const { result } = await cli("knows", { story, depth: 2 })
  expect(await nested({ world, plan }, context)).toMatchObject({
    kind: "nested",
    fabula: result.kind === "known" ? result.fabula : undefined,
  })
})

test("what comes of scenarios", async () => {
  const { results } = await cli("test", { limits: {}, only: undefined, timeoutMs: undefined })
  expect(results.length).toBe(2)
  for (const { outcome, words } of results) {
    const expectations = words.map(({ expected, because }) => ({ text: expected, because }))
    expect(await scenario({ world, file, offset: outcome.origin.offset, budget }, context)).toMatchObject({
      outcome: outcome.outcome,
      expectations,
    })
  }
})

test("who is wrong about what when an act is over", async () => {
  const { result } = await cli("knows", { story, depth: 1 })
  if (result.kind !== "known") throw new Error(result.kind)
  const { fabula } = result
  const wrong = factsAt(fabula, fabula.occurrences.length, eventfulFluents(fabula)).flatMap(
    ({ fluent, minds }) =>
      fabula.characters.filter((who) => minds[who].isWrong).map((who) => `${who}: ${fluent.label}`),
  )
  const { facts } = choose(fabula, { who: [], about: [], at: undefined, properties: result.properties })
  expect(wrong.sort()).toEqual(
    facts
      .flatMap(({ fluent, minds }) =>
        minds
          .filter(({ believers: [who], rows }) => who !== reader && rows.at(-1)?.isSo === false)
          .map(({ believers }) => `${believers[0]}: ${fluent.label}`),
      )
      .sort(),
  )
})

test("who is wrong about what another believes when an act is over", async () => {
  const { result } = await cli("knows", { story, depth: 2 })
  if (result.kind !== "known") throw new Error(result.kind)
  const { fabula } = result
  const pairs = fabula.characters.flatMap((who) =>
    fabula.characters.filter((other) => other !== who).map((other) => [who, other] as const),
  )
  const wrong = pairs.flatMap(([who, other]) =>
    misjudgedAt(fabula, fabula.occurrences.length, who, other).map(
      ({ fluent }) => `${who}, ${other}: ${fluent.label}`,
    ),
  )
  const { facts } = choose(fabula, { who: [], about: [], at: undefined, properties: result.properties })
  expect(wrong.sort()).toEqual(
    facts
      .flatMap(({ fluent, minds }) =>
        minds
          .filter(({ believers, rows }) => believers.length === 2 && rows.at(-1)?.isSo === false)
          .map(({ believers }) => `${believers.join(", ")}: ${fluent.label}`),
      )
      .sort(),
  )
})

const search = { deadline: undefined, processMiB: 4096 }

test("which story, and in what prose", async () => {
  const { snapshot, prose } = await cli("tell", { options: {}, manner: usualManner, ...search })
  const found = await solve({ world, budget, seed: 0, manner: usualManner }, context)
  expect(found).toMatchObject({
    kind: "found",
    utility: snapshot.story!.utility,
    telling: prose.telling,
    origins: prose.origins,
  })
  expect(found.kind === "found" && found.acts.map((each) => each.label)).toEqual(
    snapshot.story!.solution.plan,
  )
  const unreached = {
    main: file,
    texts: { [file]: text.replace("utility(): !hungry(Anna)", "utility(): hungry(Bert) & hasBread(Anna)") },
  }
  expect(await solve({ world: unreached, budget, seed: 0, manner: usualManner }, context)).toMatchObject({
    kind: "none",
    proof: "exhausted",
  })
})

test("what is hoped and feared, in prose and in reasons", async () => {
  const text = `type spot;
entity Outside, Inside, Cell : spot;
open property asleep(who : character) : boolean { told: "{who} [be] asleep"; }
property where() : spot { told: "Tib [be] in the {value}"; }
where() = Outside;
entity Guard : character { told: "the guard"; asleep; }
entity Tib : character { wants: if(where() == Inside) 1 elseif(where() == Cell) -1 else 0; }
believes(Tib, asleep(Guard)) = ?;
action throw_pebble(Tib) { told: "Tib [throw] a pebble"; effect: knows(Tib, asleep(Guard)); consenting: Tib; }
action sneak(Tib) {
  told: "Tib [sneak] in";
  precondition: where() == Outside;
  effect: if(asleep(Guard)) (where() = Inside & believes(Tib, where()) = Inside)
    else (where() = Cell & believes(Tib, where()) = Cell);
  consenting: Tib;
}
utility(): where() == Inside;
`
  const guard = { main: file, texts: { [file]: text } }
  const { prose, snapshot } = await cli(
    "tell",
    { options: {}, manner: usualManner, ...search },
    { file, text },
  )
  const found = await solve({ world: guard, budget, seed: 0, manner: usualManner }, context)
  if (found.kind !== "found") throw new Error(found.kind)
  expect(found.telling).toEqual(prose.telling)
  expect(JSON.stringify(found.telling)).toMatch(/afraid|fear/i)
  const plot = { file: "<story>", text: found.acts.map((each) => each.label).join("\n") }
  const { result } = await cli("why", { story: plot, act: "1", character: null }, { file, text })
  expect(result).toMatchObject({ kind: "reasons", sentences: found.acts[0].reasons })
  expect(found.acts[0].reasons.join(" ")).toMatch("at once, for fear that the guard is not asleep")
  const { solution, utility } = snapshot.story!
  const chosen = { solution, utility, isUndecided: false }
  expect(await read({ world: guard, story: chosen, manner: usualManner }, context)).toMatchObject({
    kind: "found",
    acts: found.acts,
    telling: found.telling,
  })
})

test("which stories there are", async () => {
  const limits = { author: 3, character: 4, belief: 2 }
  const { snapshot } = await cli("list", { options: { limits }, ...search })
  expect(await others({ world, most: 1000, acts: 2, budget }, context)).toMatchObject({
    kind: "listed",
    found: snapshot.count,
    isAll: snapshot.status === "exhausted",
    mostActs: 3,
  })
})

test("what can happen in a play, and how it reads elsewhere", async () => {
  const { foot } = await cli("explore", {
    options: { as: "Anna", depth: null, maxVisited: 300 },
    found: undefined,
    ...search,
  })
  const drawn = await map({ world, as: "Anna", most: 300, budget }, context)
  expect(drawn.kind === "map" && drawn.places.length).toBe(foot.states)
  // Where Bert shares nothing there are fewer ways to write down.
  const less = text.replace('wants: !hungry(Anna); told: "Bert"', 'wants: at(Bert) == Home; told: "Bert"')
  const { result } = await cli("carry", { to: "ink", as: "Anna", depth: null }, { file, text: less })
  expect(
    await carry({ world: { main: file, texts: { [file]: less } }, as: "Anna", to: "ink", budget }, context),
  ).toMatchObject({ ...result, kind: "carried" })
})

test("how a play begins and goes on", async () => {
  const { view } = await cli("play", { as: "Anna" })
  const begun = await play({ world, as: "Anna", record: null, step: { kind: "begin" } }, context)
  expect(begun).toMatchObject({
    name: view.name,
    opening: view.text,
    choices: view.choices,
    ending: view.ending,
  })
  await threadJobs.move({ do: "choose", chosen: view.choices[0].act }, () => {})
  const moved = {} as Jobs["move"]["answer"]
  await threadJobs.move({ do: "why" }, (part) => Object.assign(moved, part))
  const on = await play(
    { world, as: "Anna", record: view.record, step: { kind: "choose", chosen: view.choices[0].act } },
    context,
  )
  expect(on).toMatchObject({ kind: "played", reasons: moved.reasons })
})

test("how it is laid out", async () => {
  const { result } = await cli("format", {})
  expect(await format({ file, text }, context)).toEqual({ text: result.kind === "text" ? result.text : null })
})
