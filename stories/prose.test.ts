/**
 * Every world told through everybody in it: what is said is true and known, and reads like a story.
 * `UPDATE=1` rewrites the texts.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { chronicle } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { Fabula, Manner, Problem, Telling } from "@dramaturg/model"
import { actReaderOf, checkTelling, tell, usualManner } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"
import { storyOf } from "./telling.js"

const folder = fileURLToPath(new URL(".", import.meta.url))
/** How far a world is told, if not as far as it goes by itself. */
const goals: Readonly<Record<string, number>> = { lair: 2 }

const worlds = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory() && existsSync(`${folder}${each.name}/${each.name}.drama`))
  .map((each) => each.name)

interface Night {
  readonly problem: Problem
  readonly fabula: Fabula
}

const nights = new Map<string, Night>()

function nightOf(name: string): Night {
  const known = nights.get(name)
  if (known !== undefined) return known
  const file = `${folder}${name}/${name}.drama`
  const sources = (path: string): string | undefined =>
    existsSync(path) ? readFileSync(path, "utf8") : undefined
  const problem = compileStory(readFileSync(file, "utf8"), { file, sources }).problem!
  // Where people wonder, it is told whom they take to know.
  const depth = problem.properties.some((each) => each.isOpen) ? 2 : 1
  const night = {
    problem,
    fabula: chronicle(problem, storyOf(problem, goals[name]).solution!, { depth }),
  }
  nights.set(name, night)
  return night
}

function mannersFor({ fabula }: Night): readonly Manner[] {
  const views: readonly Partial<Manner>[] = [
    { focalisation: "zero" },
    { focalisation: "external" },
    ...fabula.characters.map((focaliser): Partial<Manner> => ({ focalisation: "internal", focaliser })),
    ...fabula.characters.map(
      (focaliser): Partial<Manner> => ({
        focalisation: "internal",
        focaliser,
        person: "first",
        tense: "present",
      }),
    ),
  ]
  const ways: readonly Partial<Manner>[] = [
    {},
    { order: "from the middle", seed: 1 },
    { order: "from the end", tense: "present" },
    { pace: "summary", seed: 2 },
    { length: "short", seed: 3 },
  ]
  return views.flatMap((view) => ways.map((way) => ({ ...usualManner, ...way, ...view })))
}

function textOf({ paragraphs }: Telling): string {
  return paragraphs.map(({ sentences }) => sentences.map((each) => each.text).join(" ")).join("\n\n")
}

describe.each(worlds)("%s", (name) => {
  test("is told without a word that is not so, or that nobody could know, from everywhere and in every manner", () => {
    const night = nightOf(name)
    for (const manner of mannersFor(night)) {
      const telling = tell(night.fabula, night.problem, manner)
      expect(checkTelling(night.fabula, telling), JSON.stringify(manner)).toEqual([])
      expect(textOf(telling), JSON.stringify(manner)).not.toMatch(/[{}[\]_]|undefined|\bnull\b| {2}| [,.]/)
      expect(JSON.stringify(tell(night.fabula, night.problem, manner))).toBe(JSON.stringify(telling))
    }
  })

  test("is told through everybody as expected/ says", () => {
    const night = nightOf(name)
    for (const focaliser of night.fabula.characters) {
      const text = `${textOf(tell(night.fabula, night.problem, { ...usualManner, focalisation: "internal", focaliser }))}\n`
      const path = `${folder}${name}/expected/through-${focaliser}.txt`
      if (process.env.UPDATE === "1") {
        mkdirSync(`${folder}${name}/expected`, { recursive: true })
        writeFileSync(path, text)
      }
      expect(text).toBe(readFileSync(path, "utf8"))
    }
  })

  test("is read back: a sentence that tells of one act is that act to a reader, and never another", () => {
    const { fabula, problem } = nightOf(name)
    const read = actReaderOf(problem)
    // Words that do not name everybody in the brackets may tell of several acts.
    const leavesOut = (act: string): boolean =>
      problem.actions.some(
        ({ name: one, parameters, told }) =>
          one === act &&
          parameters.some(
            (each) =>
              each.kind === "variable" && told?.every((words) => words.includes(`{${each.name}`)) !== true,
          ),
      )
    const views: readonly Partial<Manner>[] = [
      {},
      { tense: "present", seed: 1 },
      { pace: "summary", seed: 2 },
      ...fabula.characters.map((focaliser): Partial<Manner> => ({ focalisation: "internal", focaliser })),
    ]
    for (const view of views) {
      for (const { text, claims } of tell(fabula, problem, { ...usualManner, ...view }).paragraphs.flatMap(
        (each) => each.sentences,
      )) {
        const acts = claims.flatMap((each) =>
          each.kind === "occurred" ? [fabula.occurrences[each.occurrence - 1]] : [],
        )
        if (acts.length !== 1 || acts[0].kind !== "act") continue
        const found = read(text)
        const isPlain = !/\b(he|him|his|she|her|they|them|their|it|its)\b/i.test(text.replace(/“.*”/, ""))
        if (found !== undefined || (isPlain && !leavesOut(acts[0].name)))
          expect(found, text).toBe(acts[0].label)
        const straight = read(text.replaceAll("’", "'"))
        expect(straight).toBe(found)
      }
    }
  })

  test("traces every sentence that tells of something to what happened", () => {
    const night = nightOf(name)
    const { paragraphs } = tell(night.fabula, night.problem)
    for (const each of paragraphs.flatMap(({ sentences }) => sentences)) {
      for (const claim of each.claims)
        if (claim.kind === "occurred") expect(each.occurrences).toContain(claim.occurrence)
      for (const number of each.occurrences)
        expect(night.fabula.occurrences[number - 1]?.origin).toBeDefined()
    }
  })
})

describe("the founding night", () => {
  const through = (focaliser: string): Telling => {
    const { fabula, problem } = nightOf("lair")
    return tell(fabula, problem, { ...usualManner, focalisation: "internal", focaliser })
  }
  const words = (text: string): number => text.split(/\s+/).length

  test.each(["Spike", "Buffy"])(
    "is long enough to be a story through %s, and no two neighbouring sentences open alike more than once a page",
    (who) => {
      const text = textOf(through(who))
      expect(words(text)).toBeGreaterThanOrEqual(380)
      const openings = through(who).paragraphs.flatMap(({ sentences }) =>
        sentences.map((each) => /^[“\s]*(\S+)/.exec(each.text)![1].toLowerCase()),
      )
      const alike = openings.filter((each, i) => i > 0 && each === openings[i - 1]).length
      expect(alike).toBeLessThanOrEqual(Math.ceil(words(text) / 300))
    },
  )

  test("has no rescue in it for Angelus until he opens the door", () => {
    const text = textOf(through("Angelus"))
    expect(text).not.toMatch(/dagger from|broke|throat|carried/)
    expect(text.trimEnd()).toMatch(/no longer hung by the wrists from the beam\.$/)
  })

  test("differs through each of the four", () => {
    expect(new Set(["Spike", "Buffy", "Angelus", "Drusilla"].map((each) => textOf(through(each)))).size).toBe(
      4,
    )
  })
})

describe("the judge of tellings", () => {
  const { fabula, problem } = {
    get fabula() {
      return nightOf("lair").fabula
    },
    get problem() {
      return nightOf("lair").problem
    },
  }
  const angelus = tell(fabula, problem, { ...usualManner, focalisation: "internal", focaliser: "Angelus" })
  const withClaim = (
    telling: Telling,
    claim: Telling["paragraphs"][number]["sentences"][number]["claims"][number],
  ): Telling => ({
    ...telling,
    paragraphs: [
      {
        sentences: [
          { text: "…", occurrences: "occurrence" in claim ? [claim.occurrence] : [], claims: [claim] },
        ],
      },
    ],
  })
  const unseen = fabula.occurrences.find(
    (each) => each.kind === "act" && !each.observers.includes("Angelus"),
  )!
  const seen = fabula.occurrences.find((each) => each.observers.includes("Angelus"))!
  const last = fabula.occurrences.length

  test.each<[string, Telling]>([
    ["what they did not see", withClaim(angelus, { kind: "occurred", occurrence: unseen.number })],
    ["what never happened", withClaim(angelus, { kind: "occurred", occurrence: last + 1 })],
    [
      "what is so and they do not believe",
      withClaim(angelus, {
        kind: "so",
        believers: ["Angelus"],
        fluent: "loathes(Spike, Angelus)",
        value: true,
        moment: last,
      }),
    ],
    [
      "the truth instead of what they believe",
      withClaim(angelus, {
        kind: "so",
        believers: [],
        fluent: "loathes(Spike, Angelus)",
        value: true,
        moment: last,
      }),
    ],
    [
      "a belief of somebody else’s",
      withClaim(angelus, {
        kind: "so",
        believers: ["Spike"],
        fluent: "loathes(Spike, Angelus)",
        value: true,
        moment: last,
      }),
    ],
    [
      "somebody else’s intention",
      withClaim(angelus, { kind: "means", occurrence: unseen.number, character: "Spike", acts: [] }),
    ],
    [
      "an intention that nobody has",
      withClaim(angelus, {
        kind: "means",
        occurrence: seen.number,
        character: "Angelus",
        acts: ["turn(Angelus, Spike)"],
      }),
    ],
    [
      "a surprise that was none",
      withClaim(angelus, { kind: "surprised", occurrence: seen.number, character: "Angelus" }),
    ],
    [
      "a mind, to an onlooker",
      withClaim(tell(fabula, problem, { ...usualManner, focalisation: "external" }), {
        kind: "wants",
        character: "Angelus",
      }),
    ],
    [
      "an occurrence that a sentence does not own up to",
      {
        ...angelus,
        paragraphs: [
          {
            sentences: [
              { text: "…", occurrences: [], claims: [{ kind: "occurred", occurrence: seen.number }] },
            ],
          },
        ],
      },
    ],
  ])("notices %s", (_, telling) => {
    expect(checkTelling(fabula, telling)).not.toEqual([])
  })
})
