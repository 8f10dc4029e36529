/** The library's questions: each says by `status` what came of it. */
import {
  compare,
  explore,
  exportTo,
  formats,
  knows,
  load,
  prose,
  repair,
  stories,
  storyOf,
  tell,
  test as runScenarios,
  verify,
  whatIf,
  why,
  whyNot,
} from "dramaturg"
import { beforeAll, describe, expect, it } from "vitest"
import { endless, parcel } from "./library-worlds.js"

type World = Awaited<ReturnType<typeof load>>

const plan = ["invent(Nell, Toby)", "walk(Toby, Post)", "bake(Nell)", "walk(Toby, Kitchen)"]
const outline = "walk(Toby, Post)\nbake(Nell)\nwalk(Toby, Kitchen)\n"

let world: World
let story: ReturnType<typeof storyOf>

beforeAll(async () => {
  world = await load(parcel, { name: "parcel.drama" })
  const told = await tell(world)
  if (told.status !== "solved") throw new Error(told.status)
  story = told.story
})

describe("a world", () => {
  it("says what it declares", () => {
    expect(world).toMatchObject({
      name: "parcel",
      doc: undefined,
      characters: ["Nell", "Toby"],
      scenarios: ["there is a cake", "there is a parcel"],
      warnings: [],
    })
    expect(Object.isFrozen(world)).toBe(true)
  })
})

describe("tell", () => {
  it("solves", async () => {
    expect(await tell(world)).toMatchObject({
      status: "solved",
      story: { plan, utility: 1 },
      isShortest: true,
      isUndecided: false,
      limit: null,
    })
  })

  it("proves that there is none", async () => {
    expect(await tell(world, { limits: { author: 3 } })).toMatchObject({ status: "exhausted" })
  })

  it("says by what limit it was stopped", async () => {
    const never = await load(endless)
    expect(await tell(never, { maxVisited: 500 })).toMatchObject({
      status: "limited",
      limit: "visits",
      best: null,
    })
    expect(await tell(never, { timeoutMs: 20 })).toMatchObject({ status: "limited", limit: "time" })
  })

  it("takes the settings of a search", async () => {
    const told = await tell(world, { method: "explanation-first", heuristic: "none", seed: 3, improve: true })
    expect(told).toMatchObject({ status: "solved", isShortest: true })
  })
})

describe("stories", () => {
  it("come one after the other, and then the end", async () => {
    const found = stories(world)
    expect(found.end).toBeNull()
    const plans = []
    for await (const each of found) plans.push(each.plan)
    expect(plans).toEqual([plan])
    expect(found.end).toMatchObject({ status: "exhausted" })
  })

  it("are not looked for after a break", async () => {
    const found = stories(world, { limits: { author: 6 } })
    for await (const each of found) {
      expect(each.plan.length).toBeGreaterThan(3)
      break
    }
    expect(found.end).toBeNull()
  })

  it("say by what limit they were stopped", async () => {
    const found = stories(world, { maxVisited: 1 })
    for await (const _ of found);
    expect(found.end).toMatchObject({ status: "limited", limit: "visits" })
  })
})

describe("questions about a story", () => {
  it("verify judges what gives reasons and reviews what gives none", async () => {
    expect(await verify(world, story)).toMatchObject({
      status: "holds",
      by: "check",
      verdict: { breaches: [] },
    })
    const broken = { plan: story.plan.slice(1), explanations: story.explanations.slice(1) }
    expect(await verify(world, broken)).toMatchObject({ status: "fails", by: "check" })
    const reviewed = await verify(world, outline)
    expect(reviewed).toMatchObject({ status: "fails", by: "review" })
    expect(
      reviewed.status !== "unread" && reviewed.by === "review" && reviewed.sentences.acts[0].verdict,
    ).toEqual(expect.any(String))
    expect(await verify(world, { plan })).toMatchObject({ status: "holds", by: "review" })
  })

  it("a text that is no plot is unread, with the place", async () => {
    const read = await verify(world, { text: '{"plan": 3}', name: "plot.json" })
    expect(read).toMatchObject({ status: "unread", remarks: [{ span: { file: "plot.json" } }] })
  })

  it("a story survives JSON", async () => {
    const again = storyOf(world, JSON.parse(JSON.stringify(story)))
    expect(again).toEqual(story)
    expect((await verify(world, again)).status).toBe("holds")
    expect((await prose(again)).text).toBe((await prose(story)).text)
  })

  it("why", async () => {
    expect(await why(world, story, 1)).toMatchObject({
      status: "reasons",
      sentences: expect.arrayContaining([expect.stringContaining("Nell means it to lead on")]),
    })
    expect(await why(world, story, 9)).toMatchObject({ status: "no-such-act", items: ["1", "2", "3", "4"] })
    expect(await why(world, outline, 2, { character: "Nell" })).toMatchObject({ status: "reasons" })
  })

  it("why says what a hope comes to in other cases", async () => {
    const coin = await load(
      `open property up() : boolean;
      entity Bo : character { believes up() = ?; wants: up() != ?; }
      action peek(Bo) { effect: knows(Bo, up()); consenting: Bo; }
      utility(): believes(Bo, up()) != ?;
      limits { author: 1; character: 1; belief: 1; }`,
      { name: "coin.drama" },
    )
    const up = (value: boolean) => [{ fluent: "up()", value }]
    const prospects = [
      {
        act: 1,
        character: "Bo",
        hoped: up(false),
        others: [{ case: up(true), acts: 1, plan: [] }],
        isToLearn: true,
      },
    ]
    const told = await tell(coin)
    expect(told).toMatchObject({ status: "solved" })
    if (told.status === "solved")
      expect(await why(coin, told.story, 1)).toMatchObject({ status: "reasons", prospects })
  })

  it("whyNot, of an act and of an ending", async () => {
    expect(await whyNot(world, { act: "fetch(Toby)" })).toMatchObject({
      status: "act",
      act: { verdict: "impossible" },
    })
    expect(await whyNot(world, { act: "bake(Nell)", story, at: 2 })).toMatchObject({
      status: "act",
      act: { verdict: "holds" },
    })
    expect(await whyNot(world, { act: "nonsense at all" })).toMatchObject({ status: "unread", of: "act" })
    expect(await whyNot(world, { ending: "cake()" })).toMatchObject({
      status: "ending",
      answer: { kind: "reached" },
    })
    expect(await whyNot(world, { ending: "cake(" })).toMatchObject({ status: "unread", of: "ending" })
  })

  it("whatIf, of stories and of a plot", async () => {
    expect(await whatIf(world, { facts: ["waiting(Toby)"] }, { most: 1 })).toMatchObject({
      status: "stories",
      answer: { after: { stories: [{ holdsThere: false }] } },
      isLate: false,
    })
    expect(await whatIf(world, { without: ["none_there"] }, { plot: story })).toMatchObject({
      status: "plot",
    })
    expect(await whatIf(world, { without: ["rain"] })).toMatchObject({
      status: "refused",
      sentence: expect.stringContaining("none_there"),
    })
  })

  it("knows, at a moment", async () => {
    const told = await knows(world, story, { at: 1 })
    if (told.status !== "known") throw new Error(told.status)
    const waiting = told.facts.find((each) => each.fluent.label === "waiting(Toby)")!
    expect(waiting).toMatchObject({
      truth: { value: false },
      minds: { Toby: { value: true, isWrong: true, how: "told" } },
    })
    expect(await knows(world, story, { depth: 18 })).toMatchObject({ status: "too-deep", most: 12 })
    expect(await knows(world, { plan: ["invent(Toby, Toby)"] })).toMatchObject({ status: "halt" })
  })

  it("repair", async () => {
    expect(await repair(world, outline)).toMatchObject({
      status: "repaired",
      repairs: [{ kind: "insert", acts: ["invent(Nell, Toby)"], plan }],
    })
    expect(await repair(world, "fetch(Toby)", { limits: { author: 2 } })).toMatchObject({ status: "none" })
  })

  it("prose, in any manner", async () => {
    const through = await prose(story, { through: "Toby", person: "first", tense: "present", notes: true })
    expect(through.text).toContain("I walk to the post")
    expect(through.notes.map((each) => each.kind)).toContain("irony")
    const outside = await prose(story, { outside: true, pace: "summary", length: "short", words: 2 })
    expect(outside.notes).toEqual([])
    expect(outside.paragraphs.join("\n\n")).toBe(outside.text)
    expect(outside.telling.manner).toMatchObject({ focalisation: "external", seed: 2 })
  })
})

describe("questions about a world", () => {
  it("explore hands over every state", async () => {
    const whole = await explore(world)
    expect(whole).toMatchObject({ status: "complete", survey: { isWhole: true } })
    expect(whole.space.states.map((each) => each.state)).toEqual([...whole.space.states.keys()])
    expect(whole.space.states.length).toBe(whole.space.foot.states)
    expect(await explore(world, { as: "Toby", maxVisited: 2 })).toMatchObject({
      status: "limited",
      limit: "visits",
    })
  })

  it("compare", async () => {
    expect(await compare(world, { distinct: 2, best: "irony" })).toMatchObject({
      status: "complete",
      stories: 1,
      clusters: [{ size: 1 }],
      best: [{ score: 1 }],
    })
  })

  it("test runs the scenarios", async () => {
    const outcomes = await runScenarios(world)
    expect(outcomes.map(({ title, status }) => [title, status])).toEqual([
      ["there is a cake", "passed"],
      ["there is a parcel", "failed"],
    ])
    expect(await runScenarios(world, { only: "cake" })).toHaveLength(1)
  })

  it("exportTo writes every format", async () => {
    for (const format of formats) {
      const options = ["ink", "twee", "yarn", "json", "markdown"].includes(format) ? { as: "Toby" } : {}
      expect(await exportTo(format, world, options)).toMatchObject({
        status: "written",
        text: expect.any(String),
      })
    }
  })

  it("exportTo writes a story that is there, or says that there is none", async () => {
    const short = storyOf(world, { plan: plan.slice(0, 1) })
    const written = await exportTo("csv", short)
    expect(written.status === "written" && written.text).toContain("invent")
    expect(written.status === "written" && written.text).not.toContain("bake(Nell)")
    expect(await exportTo("csv", world, { limits: { author: 2 } })).toEqual({
      status: "none",
      proof: "exhausted",
    })
  })
})
