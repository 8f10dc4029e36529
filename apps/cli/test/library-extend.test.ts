/** What may be handed in from outside: an exporter, a heuristic, a measure, a tongue. */
import {
  compare,
  type Exporter,
  exportTo,
  type Heuristic,
  load,
  type Measure,
  prose,
  storyOf,
  tell,
  type Tongue,
  tongues,
  UsageError,
} from "dramaturg"
import { expect, it } from "vitest"
import { parcel } from "./library-worlds.js"

const world = await load(parcel)
const plan = ["invent(Nell, Toby)", "walk(Toby, Post)", "bake(Nell)", "walk(Toby, Kitchen)"]

it("an exporter writes any of the sources", async () => {
  const acts: Exporter<"story"> = {
    name: "acts",
    extension: ".acts",
    label: "acts, one a line",
    about: "nothing but the acts",
    from: "story",
    write: ({ title, fabula }) => [title, ...fabula.occurrences.map((each) => each.label)].join("\n"),
  }
  const written = await exportTo(acts, storyOf(world, { plan: plan.slice(0, 2) }))
  expect(written).toMatchObject({
    status: "written",
    text: "world\ninvent(Nell, Toby)\nwalk(Toby, Post)\nnone_there(Toby)",
  })
  const count: Exporter<"branching"> = {
    ...acts,
    name: "count",
    from: "branching",
    write: ({ passages }) => String(passages.length),
  }
  expect(await exportTo(count, world, { as: "Toby", depth: 1 })).toMatchObject({
    status: "written",
    text: expect.stringMatching(/^\d+$/),
  })
})

it("a heuristic is asked, and must promise what proofs rest on", async () => {
  let far = 0
  // Nobody bakes a cake in less than one act.
  const cakes: Heuristic = {
    name: "cakes",
    about: "one act more as long as there is no cake",
    promises: { admissible: true, safe: true },
    prepare: (space) => {
      const cake = space.task.fluents.findIndex((each) => each.reference.label === "cake()")
      const author = space.task.characters.length
      return (vector, { who, least }) => {
        const isFar = who === author && least >= 1 && space.valueInVector(vector, cake) === 0
        if (isFar) far++
        return isFar ? 1 : 0
      }
    },
  }
  expect(await tell(world, { heuristic: cakes })).toMatchObject({
    status: "solved",
    story: { plan },
    isShortest: true,
  })
  expect(far).toBeGreaterThan(0)
  const rash: Heuristic = { ...cakes, promises: { admissible: false, safe: true } }
  await expect(tell(world, { heuristic: rash })).rejects.toThrow(UsageError)
})

it("a measure ranks stories", async () => {
  const walks: Measure = {
    name: "walks",
    count: ({ occurrences }) => ({ walks: occurrences.filter((each) => each.name === "walk").length }),
    score: ({ walks }) => walks,
  }
  const { best } = await compare(world, { best: walks })
  expect(best).toMatchObject([{ score: 2, counts: { walks: 2 }, solution: { plan } }])
  await expect(compare(world, { best: { ...walks, name: "irony" } })).rejects.toThrow("is there already")
})

it("a tongue tells in words of its own", async () => {
  const shouting: Tongue = {
    wordsOf: (problem) => {
      const words = tongues.english.wordsOf(problem)
      return {
        ...words,
        realise: (...given) =>
          words.realise(...given).map(({ sentences }) => ({
            sentences: sentences.map((each) => ({ ...each, text: each.text.toUpperCase() })),
          })),
      }
    },
  }
  const story = storyOf(world, { plan })
  const [usual, loud] = [await prose(story), await prose(story, { tongue: shouting })]
  expect(loud.text).toBe(usual.text.toUpperCase())
  expect(loud.text).not.toBe(usual.text)
})
