/** Belief stories: every form is read as it is written, whatever else is refused, and whatever is read becomes a world. */
import {
  beliefWorldOf,
  compileStory,
  filled,
  questionTemplates,
  readBeliefStories,
  sentenceTemplates,
} from "@dramaturg/language"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const names = { who: "Ada", whom: "Ben", room: "hall", thing: "key", place: "jar", minds: ["Cay", "Ben"] }

const opening = "1 Ada entered the hall.\n2 The key is in the jar.\n"

describe("belief stories", () => {
  it.each(sentenceTemplates)("read: $form", ({ kind, form }) => {
    const text = filled(form, names)
    const { stories, unread } = readBeliefStories(`1 ${text}\n`)
    expect(unread).toEqual([])
    expect(stories[0].sentences).toMatchObject([{ kind, text, line: 1, number: 1 }])
    expect(filled(form, stories[0].sentences[0])).toBe(text)
  })

  it.each(questionTemplates)("read: $form", ({ kind, form }) => {
    const text = filled(form, names)
    const { stories, unread } = readBeliefStories(`${opening}3 ${text}\tjar\t2\n`)
    expect(unread).toEqual([])
    expect(stories[0].questions).toMatchObject([{ kind, text, after: 2, given: "jar" }])
    expect(filled(form, stories[0].questions[0])).toBe(text)
  })

  it("begin anew where the numbers do, and go on where there are none", () => {
    const { stories } = readBeliefStories(`${opening}Where is the key really?\n${opening}\n`)
    expect(stories.map((each) => [each.line, each.sentences.length, each.questions.length])).toEqual([
      [1, 2, 1],
      [4, 2, 0],
    ])
  })

  it.each([
    ["1 Ada sang.", "It is none of the sentences and questions that are understood."],
    [
      "1 Ada entered the hall.\thall",
      "An answer stands behind something that is no question that is understood.",
    ],
    [`1 ${"x".repeat(2000)}`, "It is too long to be one of the sentences that are understood."],
  ])("are refused where a line is not understood: %.30s", (text, reason) => {
    const { stories, unread } = readBeliefStories(`${opening}${text}`)
    expect(unread).toMatchObject([{ line: 3, reason }])
    expect(stories).toHaveLength(1)
  })

  it.each([
    ["Ada exited the yard.", "Ada is not in the yard."],
    ["Ben moved the coin to the jar.", "Nothing has told yet where the coin is."],
    ["Ada entered the yard.\n4 Ada moved the key to the jar.", "Ada is not where the key is."],
    ["The key is in the pot.", "The key is in the jar by now."],
    ["Ada told Ada that the key is in the jar.", "Nobody does that to themselves here."],
    ["Where is the coin really?", "Nothing tells where the coin is in the beginning."],
    ["The Ada is in the jar.", "Somebody has the name of a place or a thing."],
    [
      "Ben told Ada that the hall is in the jar.",
      "The hall is a place for things, and is not moved or spoken of itself.",
    ],
    ["The hall is in the jar.", "The hall is a room, and lies in nothing."],
  ])("are refused where a line does not fit: %s", (text, reason) => {
    const { stories, unread } = readBeliefStories(`${opening}3 ${text}\n`)
    expect(unread).toEqual([])
    expect(beliefWorldOf(stories[0])).toMatchObject({ reason })
  })

  it("take names that mean something in a world", () => {
    const story = readBeliefStories(
      "1 if entered the look_1.\n2 The type is in the elsewhere.\n3 at moved the type to the lies_in.\n",
    ).stories[0]
    const world = beliefWorldOf(story)
    if ("reason" in world) throw new Error(world.reason)
    expect(
      compileStory(world.text, { file: "w.drama" }).diagnostics.filter((each) => each.severity === "error"),
    ).toEqual([])
  })

  it("are never thrown at, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void readBeliefStories(text)),
    )
    const word = fc.constantFrom(
      "Ada",
      "Ben",
      "hall",
      "yard",
      "key",
      "jar",
      "Where",
      "think",
      "that",
      "1",
      "2",
      "\t",
      "\n",
      "?",
      ".",
      "is",
      "in",
      "the",
      "The",
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => void readBeliefStories(words.join(" "))),
    )
  })

  it("become worlds without errors, or are refused, whatever their forms say", () => {
    const name = fc.constantFrom("Ada", "Ben", "hall", "yard", "key", "jar", "pot", "if", "Ünal", "O'Neil")
    const filling = fc.record({
      who: name,
      whom: name,
      room: name,
      thing: name,
      place: name,
      minds: fc.array(name, { minLength: 1, maxLength: 3 }),
    })
    const form = fc.constantFrom(...sentenceTemplates, ...questionTemplates)
    const line = fc.tuple(form, filling).map(([{ form: each }, values]) => filled(each, values))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { stories, unread } = readBeliefStories(lines.map((each, i) => `${i + 1} ${each}`).join("\n"))
        expect(unread).toEqual([])
        for (const story of stories) {
          const world = beliefWorldOf(story)
          if ("reason" in world) continue
          const { diagnostics } = compileStory(world.text, { file: "w.drama" })
          expect(diagnostics.filter((each) => each.severity === "error").map((each) => each.message)).toEqual(
            [],
          )
        }
      }),
      { numRuns: process.env.LONG === "1" ? 5000 : 200 },
    )
  })
})
