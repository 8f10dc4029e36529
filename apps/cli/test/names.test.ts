/**
 * Whatever is asked of the command: people, things and places are called as the author named them; what is
 * typed back stays as it is typed.
 */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { nameless, sea } from "../../../packages/telling/test/sea.js"
import { dramaturg, makeFolder } from "./command.js"

const tested = `${sea}scenario "he sleeps" {
  !awake(Bob);
  expect at(Bob) == ship;
}
`
const folder = makeFolder({
  "sea.drama": tested,
  "plot.md": "1. walk(captain, ship, big_house)\n2. hand_over(Bob, captain, pearl)\n",
  "short.md": "1. hand_over(Bob, captain, pearl)\n",
})
const run = (words: readonly string[], input?: string) =>
  dramaturg(words, { folder, env: { COLUMNS: "200" }, ...(input === undefined ? {} : { input }) })
const out = (...words: string[]) => run(words).out
/** On one line, however it is broken. */
const line = (text: string) => text.replace(/\s*\n\s*/g, " ")

describe("a story is told with everybody's name", () => {
  it("as acts with their reasons", () => {
    expect(out("tell", "sea.drama")).toContain(`1. walk(captain, ship, big_house)
   The captain does this because it should lead on to:
     steal(captain, Bob, pearl)

2. hand_over(Bob, captain, pearl)
   Old Bob does this because it brings about what old Bob wants.
`)
  })

  it("where none exists, too", () => {
    expect(line(out("tell", "sea.drama", "--author-limit", "1"))).toContain(
      "There is a story if the story might have 2 acts, not 1: “The captain walks to the big house”, then “Old Bob hands over the black pearl to the captain”.",
    )
  })
})

describe("questions about a plot", () => {
  it("why", () => {
    expect(line(out("why", "sea.drama", "plot.md", "--act", "1"))).toBe(
      "1. walk(captain, ship, big_house)" +
        " The captain means it to lead on to “The captain takes the black pearl from old Bob”: what the captain wants (sea.drama:9) is worth 0 before it, and 1 then." +
        " The captain is wrong about this: to the captain’s mind old Bob is not awake (since the start), but old Bob is awake." +
        " What it needs had been so since the start. ",
    )
  })

  it("why not, an act and an ending", () => {
    expect(line(out("why-not", "sea.drama", "steal(captain, Bob, pearl)"))).toContain(
      "but the captain is at the ship (since the start) and old Bob is at the big house (since the start).",
    )
    expect(line(out("why-not", "sea.drama", "--ending", "has(captain, pearl) & !awake(Bob)"))).toContain(
      "- if at the start it were so that old Bob is not awake (`!awake(Bob)`), by “The captain walks to the big house”, then “",
    )
  })

  it("verify and its repairs: acts stay as one writes them, with their words behind them", () => {
    const { out } = run(["verify", "sea.drama", "short.md", "--repair"])
    expect(out).toContain("1. hand_over(Bob, captain, pearl)  impossible\n")
    expect(line(out)).toContain(
      "but the captain is at the ship (since the start) and old Bob is at the big house (since the start).",
    )
    expect(line(out)).toContain(
      "It would hold with walk(captain, ship, big_house) (“The captain walks to the big house”) before act 1.",
    )
  })

  it("what if", () => {
    const answer = out("whatif", "sea.drama", "--set", "!awake(Bob)", "--stories", "1")
    expect(answer).toContain("    2. hand_over(Bob, captain, pearl)\n")
    expect(line(answer)).toContain(
      "Act 2, “Old Bob hands over the black pearl to the captain”, then: It needs `awake(Bob)` (sea.drama:19), but old Bob is not awake (since the start).",
    )
    expect(line(out("whatif", "sea.drama", "plot.md", "--set", "!awake(Bob)"))).toContain(
      "As it would be: It needs `awake(Bob)` (sea.drama:19), but old Bob is not awake (since the start).",
    )
  })

  it("who knows what: facts stay as they are asked for", () => {
    const answer = out("knows", "sea.drama", "plot.md", "--about", "at")
    expect(answer).toMatch(
      /at\(captain\)\n {2}in truth +the ship → the big house \(1\)\n {2}the captain, old Bob\n? +the ship → the big house \(1, saw\)/,
    )
    expect(out("knows", "sea.drama", "plot.md", "--about", "awake", "--at", "1")).toMatch(
      /in truth +the captain +old Bob +the reader/,
    )
    expect(out("knows", "sea.drama", "plot.md", "--about", "awake", "--depth", "2")).toContain(
      "the captain believes that old Bob believes",
    )
  })
})

describe("everything that can happen", () => {
  it("explored", () => {
    const answer = line(out("explore", "sea.drama", "--as", "captain"))
    expect(answer).toMatch(/ states can be reached as the captain may choose, /)
    expect(answer).toContain("- “Old Bob hands over the black pearl to the captain”, by old Bob")
    expect(answer).not.toMatch(/big_house|\bcaptain,/)
  })

  it("tested", () => {
    const { out } = run(["test", "sea.drama", "--reach", "--as", "captain", "--plays", "3"])
    expect(line(out)).toContain(
      "`at(Bob) == ship` (sea.drama:35) does not hold at the end: old Bob is at the big house.",
    )
    expect(line(out)).toContain(
      "The story: “The captain walks to the big house”, then “The captain takes the black pearl from old Bob”.",
    )
    expect(line(out)).toContain("that the captain’s choices lead to")
  })

  it("played: who one is, what others mean", () => {
    const { out } = run(["play", "sea.drama", "--as", "captain"], "1\nwhy\nq\n")
    expect(out).toMatch(/^You are the captain\.\n/)
    expect(out).toContain(
      "“Old Bob hands over the black pearl to the captain”:\n  Old Bob does it for its own sake: what old Bob wants",
    )
  })
})

describe("a world that names nobody and nothing", () => {
  it("is spoken of in identifiers", () => {
    const plain = makeFolder({
      "sea.drama": nameless(tested),
      "plot.md": readFileSync(`${folder}/plot.md`, "utf8"),
    })
    const said = (...words: string[]) => dramaturg(words, { folder: plain, env: { COLUMNS: "200" } }).out
    expect(said("tell", "sea.drama")).toContain("   captain does this because it should lead on to:\n")
    expect(line(said("why", "sea.drama", "plot.md", "--act", "1"))).toContain(
      " captain is wrong about this: awake(Bob) has not held since the start to captain's mind, but awake(Bob) holds. ",
    )
    expect(said("explore", "sea.drama", "--as", "captain")).toContain(
      "- hand_over(Bob, captain, pearl), by Bob",
    )
    expect(said("knows", "sea.drama", "plot.md", "--about", "at")).toMatch(
      /captain, Bob +ship → big_house \(1, saw\)/,
    )
  })
})

describe("a letter with its accent is one name, in one character or in two", () => {
  const [one, two] = ["Andr\u00e9", "Andre\u0301"]
  const cafe = makeFolder({
    "w.drama": `property met(who : character) : boolean;
entity ${one}, Bob : character;
utility(${two}): met(Bob);
action meet(who : character, whom : character) {
  precondition: who != whom;
  effect: met(whom);
  consenting: who;
  told: "{who} [meet] {whom} at the caf\u0065\u0301";
}
utility(): met(Bob);
`,
    "plot.md": `1. ${two} meets Bob at the caf\u00e9.\n`,
    "labels.md": `- meet(${two}, Bob)\n`,
  })
  const asked = (...words: string[]) => dramaturg(words, { folder: cafe })
  it.each([
    [["check", "w.drama"], "nothing wrong"],
    [["tell", "w.drama", "--pov", two], `${one} met Bob at the caf\u00e9.`],
    [["verify", "w.drama", "plot.md"], "The plot holds"],
    [["verify", "w.drama", "labels.md"], "The plot holds"],
    [["why-not", "w.drama", `meet(${two}, Bob)`], "Nothing speaks against it"],
    [["knows", "w.drama", "labels.md", "--who", two, "--json"], one],
    [["export", "w.drama", "--to", "ink", "--as", two], `${one} met Bob`],
  ])("%s", (words, expected) => {
    expect(asked(...words).out).toContain(expected)
    expect(asked(...words).code).toBe(0)
  })
})
