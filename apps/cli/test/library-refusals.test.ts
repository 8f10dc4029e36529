/** A wrong call is refused with a sentence that names what exists. */
import * as library from "dramaturg"
import { describe, expect, it } from "vitest"
import { parcel } from "./library-worlds.js"

const { load, tell, UsageError } = library
const world = await load(parcel)
const story = library.storyOf(world, { plan: ["invent(Nell, Toby)"] })

/** Calls as a program without types may make them. */
const free = library as unknown as Record<string, (...args: readonly unknown[]) => unknown>

const refusals: readonly (readonly [call: string, args: readonly unknown[], sentence: RegExp])[] = [
  ["tell", [], /a world as its first argument, which is missing/],
  ["tell", [Promise.resolve(world)], /write `await load\(…\)`/],
  ["tell", [{}], /takes a world that load\(\) made, not an object/],
  ["tell", [world, null], /takes its options as one object, not null/],
  [
    "tell",
    [world, { limit: 3 }],
    /takes signal, onProgress, limits, .*; there is no option `limit`\. Did you mean `limits`\?/,
  ],
  ["tell", [world, { zzz: 3 }], /there is no option `zzz`\.$/],
  ["tell", [world, { limits: 3 }], /`limits` as an object with author, character or belief, .* not 3/],
  ["tell", [world, { limits: { authr: 3 } }], /not an object with authr/],
  ["tell", [world, { timeoutMs: "5" }], /`timeoutMs` as a number of milliseconds from 0, not "5"/],
  ["tell", [world, { signal: true }], /`signal` as an AbortSignal, not true/],
  ["tell", [world, { method: "fast" }], /one of "widening", "best-first", "explanation-first", not "fast"/],
  ["tell", [world, { heuristic: {} }], /a heuristic with name, promises and prepare/],
  ["tell", [world, { maxVisited: -1 }], /a whole number from 0, not -1/],
  ["tell", [world, { toString: 1 }], /there is no option `toString`/],
  ["verify", [world], /the text of an outline, not nothing/],
  ["verify", [world, { plan: [3] }], /takes a story, .* not an object with plan/],
  ["why", [world, story], /the number of an act, .* not nothing/],
  [
    "why",
    [world, story, 1, { character: "Tobi" }],
    /no character `Tobi`; there are Nell, Toby\. Did you mean `Toby`\?/,
  ],
  ["whyNot", [world, {}], /\{ act: "…" \}, .* or \{ ending: "…" \}/],
  ["whyNot", [world, { act: "a", ending: "b" }], /not an object with act, ending/],
  ["whyNot", [world, { act: "a", stroy: "b" }], /Did you mean `story`\?/],
  ["whatIf", [world, { wants: { Nel: "1" } }], /no character `Nel`; there are Nell, Toby/],
  ["whatIf", [world, { fact: ["x"] }], /Did you mean `facts`\?/],
  ["knows", [world, story, { at: 7 }], /`at` from 0 to 1, .* not 7/],
  ["prose", [{ plan: [], explanations: [] }], /a story that tell\(\), stories\(\) or storyOf\(\) made/],
  ["prose", [story, { through: "Nell", outside: true }], /`through` or `outside`, not both/],
  ["prose", [story, { person: "first" }], /with `through`, which says who tells it/],
  ["prose", [story, { through: "Tom" }], /no character `Tom`; there are Nell, Toby/],
  ["play", [world], /needs `as`, who is played: there are Nell, Toby/],
  ["play", [world, { saved: {} }], /`saved` as save\(\) returned it: it is no saved play/],
  ["explore", [world, { as: "Tom" }], /no character `Tom`/],
  ["compare", [world], /needs `distinct`, a number of stories, or `best`/],
  ["compare", [world, { best: "beauty" }], /one of "conflict", .* or a measure with name, count and score/],
  ["exportTo", ["inkk", world], /no format `inkk`; there are ink, .* Did you mean `ink`\?/],
  ["exportTo", ["ink", world], /needs `as` to write a play to ink: there are Nell, Toby/],
  [
    "exportTo",
    [{ name: "x" }, world],
    /an exporter with name, from \(one of branching, graph, story, cards\) and write/,
  ],
  ["test", [world, { onyl: "cake" }], /Did you mean `only`\?/],
  ["load", [], /the text of a world, or \{ file: "my\.drama" \}, not nothing/],
  ["load", ["my.drama"], /load\(\{ file: "my\.drama" \}\) reads a file/],
  ["load", ["type place;", { language: "inform" }], /one of "drama", "sabre", not "inform"/],
  ["load", ["type place;", { include: "x" }], /`include` as a function/],
]

describe("a call that is wrong", () => {
  for (const [call, args, sentence] of refusals)
    it(`${call}: ${sentence.source}`, async () => {
      const refused = async () => free[call](...args)
      await expect(refused()).rejects.toThrow(sentence)
      await expect(refused()).rejects.toBeInstanceOf(UsageError)
    })

  it("of functions that return no promise is thrown at once", async () => {
    expect(() => free.stories(world, { limit: 1 })).toThrow(UsageError)
    expect(() => free.storyOf(world, { acts: [] })).toThrow(/an object with `plan`/)
    const unlimited = await load(parcel.replace(/limits \{.*\}/, "limits { author: 5; }"))
    expect(() => free.stories(unlimited)).toThrow(/states character, belief/)
  })

  it("names the choices of a play", async () => {
    const game = await library.play(world, { as: "Toby" })
    await expect(game.choose("fetch(Toby)")).rejects.toThrow(
      /no choice `fetch\(Toby\)`; there are invent\(Toby, Nell\), walk/,
    )
  })

  it("leaves a right one alone: undefined stands for what is left out", async () => {
    expect(
      await tell(world, { signal: undefined, limits: { author: undefined }, goal: undefined }),
    ).toMatchObject({
      status: "solved",
    })
  })
})
