/**
 * `verify` with an outline, `why` and `why-not`: the founding story and a small one, questions a writer would
 * ask, and the answers.
 */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { misfits } from "./schema.js"
import { stuck } from "./worlds.js"

const lair = fileURLToPath(new URL("../../../stories/lair/lair.drama", import.meta.url))
const told = JSON.parse(dramaturg(["tell", lair, "--json"]).out).plan as readonly string[]
const without = (act: string) => told.filter((each) => each !== act).join("\n")

const folder = makeFolder({
  "stuck.drama": stuck,
  "night.txt": told.join("\n"),
  "night.md": `# The night\n\n## Mockery\n\n${told.map((each) => `- \`${each}\``).join("\n")}\n\nAnd they were safe.\n`,
  "brazen.txt": without("look_away(Spike)"),
  "silent.txt": without("answer(Spike, Buffy, Standing)"),
  "mistyped.txt": "mock(Angelus, Spyke)\n",
  "empty.txt": "",
  "cake.md": "- walk(Toby, Kitchen, Post)\n- bake(Nell)\n- walk(Toby, Post, Kitchen)\n",
  "numbered.md":
    "2. walk(Toby, Kitchen, Post)\n4. bake(Nell)\n6. walk(Toby, Post, Kitchen)\n9. Toby sings a song\n",
  "purchase.txt": "buy(Tom, Merchant, Potion, Market)\n",
})
const run = (...words: string[]) => dramaturg(words, { folder, env: { COLUMNS: "100" } })
const out = (...words: string[]) => run(...words).out

describe("verify takes an outline", () => {
  it("as bare acts and as Markdown, and says that the founding story holds", () => {
    for (const outline of ["night.txt", "night.md"]) {
      const { code, out } = run("verify", lair, outline)
      expect({ code, end: out.split("\n").at(-2) }).toEqual({
        code: 0,
        end: "The plot holds: every act is possible, explained and needed.",
      })
      expect(out.match(/ {2}holds$/gm)).toHaveLength(told.length)
    }
  })

  it("says what stands in the way of an act, and since when; exit 1", () => {
    const { code, out } = run("verify", lair, "brazen.txt")
    expect(code).toBe(1)
    expect(out).toContain(` 2. go_out(Angelus, Drusilla)         impossible
      It cannot be (lair.drama:345), because Spike does not keep his eyes on the floor (since the
      start), Spike is here (since the start) and Spike loathes Angelus (since “Something in Spike
      turns”, which followed act 1).
`)
    expect(out).toMatch(/\nThe plot does not hold: one act does not hold\.\n$/)
  })

  it("says what somebody would have to know, and who could tell them", () => {
    expect(out("verify", lair, "silent.txt")).toContain(` 9. beg_for_death(Buffy, Spike)       does not know
      Buffy does not believe that it can be done: to Buffy’s mind, it is unknown what Spike is
      (since act 7, “Buffy opens her eyes and finds that she still hangs there”). Knowing that Spike
      is on both feet, Buffy would have a reason. draw_dagger(Spike, Buffy) (“Spike takes hold of
      the dagger that nobody had touched all night”), answer(Spike, Buffy, Standing) (“Spike tells
      Buffy the truth”) or walk_out(Spike) (“Spike walks out into the night”) would tell Buffy.
`)
  })

  it("gives JSON of the published shape", () => {
    const report = JSON.parse(out("verify", lair, "silent.txt", "--json"))
    expect(
      misfits(report, JSON.parse(readFileSync(new URL("../schemas/verify.json", import.meta.url), "utf8"))),
    ).toEqual([])
    expect(report.verdict).toBe("invalid")
    expect(report.review.acts[8]).toMatchObject({ number: 9, verdict: "does-not-know" })
  })

  it("points at what is no act, and at a file without any", () => {
    const mistyped = run("verify", lair, "mistyped.txt")
    expect(mistyped.code).toBe(2)
    expect(mistyped.err).toContain("mistyped.txt:1:15: error [unknown-act]")
    expect(run("verify", lair, "empty.txt").code).toBe(2)
  })
})

describe("why", () => {
  it("does Spike throw himself out of the chair", () => {
    expect(out("why", lair, "night.txt", "--act", "4")).toBe(`4. throw_himself_down(Spike)
    Spike means it to lead on to “Spike crawls across the floor on his arms, an hour of the night,
    as far as the chains”, then “Spike drinks what is left of the pool, and is ashamed, and goes
    on”: what Spike wants (lair.drama:215) is worth 1 before it, and 2 then.
    Spike knows that he has nerve enough for anything (gathered from act 3, “Angelus and Drusilla go
    out to hunt”).
    It was possible because Spike has nerve enough for anything (since “The blood on the floor is
    drying”, which followed act 3).
`)
  })

  it("does Buffy beg for death: what she counts on, and what she has wrong", () => {
    const answer = out("why", lair, "night.txt", "--act", "10", "--for", "Buffy")
    expect(answer).toContain(
      "Buffy counts on Spike to consent to “Spike gives Buffy death”, who would want what it brings\n    about.",
    )
    expect(answer).toContain(
      "to Buffy’s mind Angelus would leave this town alone once the slayer\n    is dead (since the start), but it is not so that Angelus would leave this town alone once the\n    slayer is dead.",
    )
  })

  it("refuses what the story does not have", () => {
    expect(run("why", lair, "night.txt", "--act", "99")).toMatchObject({
      code: 2,
      err: "dramaturg: there is no act 99: the story has 20.\n",
    })
    expect(run("why", lair, "night.txt", "--act", "1", "--for", "Xander").err).toMatch(
      /^dramaturg: there is no character "Xander"/,
    )
  })
})

describe("why not", () => {
  it("kill her: before the tear he could, after it he has no reason", () => {
    expect(out("why-not", lair, "night.txt", "--at", "10", "grant_death(Spike, Buffy)")).toBe(
      "Nothing speaks against it: it could happen here.\nSpike would want it for its own sake.\n",
    )
    expect(
      out("why-not", lair, "night.txt", "--at", "12", "grant_death(Spike, Buffy)"),
    ).toBe(`Spike has no reason for it. Spike could hope for better (1 instead of 0, by what Spike wants
(lair.drama:215)) through “Spike walks out into the night”, but would not need this act for it.
`)
  })

  it("turn her at once", () => {
    expect(
      out("why-not", lair, "turn(Angelus, Buffy)"),
    ).toBe(`It needs \`at(Angelus) == Chains\` (lair.drama:392), but Angelus is on the landing (since the start).
It needs \`!bored(Angelus)\` (lair.drama:397), but Angelus is bored (since the start).
`)
  })

  it("end so: a story that does", () => {
    expect(out("why-not", lair, "--ending", "dead(Buffy)")).toMatch(
      /^It can end so:\n {2}1\. .*\n(?: +\d+\. .*\n)* +\d+\. grant_death\(Spike, Buffy\)\n$/,
    )
  })

  it("end so: no story does, and what would let one", () => {
    const { code, out } = run("why-not", "stuck.drama", "--ending", "has(Tom, Potion)")
    expect({ code, out }).toEqual({
      code: 0,
      out: `It can never end so: nothing that can happen in this world brings it about, whatever anybody wants.
It could end so
- if at the start at(Tom) were Market, not Cottage, by buy(Tom, Merchant, Potion, Market).
- if at the start at(Merchant) were Cottage, not Market, by buy(Tom, Merchant, Potion, Cottage).
None of these opens it, and all were tried: wants (2), beliefs at the start (32) and beliefs about
beliefs (32).
`,
    })
  })

  it("points into an ending that cannot be read", () => {
    const { code, err } = run("why-not", lair, "--ending", "at(Giles) == Chans")
    expect(code).toBe(2)
    expect(err).toContain("<ending>:1:14: error [unknown-name]")
    expect(err).toContain("1 | at(Giles) == Chans\n    |              ^^^^^")
  })

  it("asks for a question", () => {
    expect(run("why-not", lair).code).toBe(2)
    expect(run("why-not", lair, "--at", "3", "wake(Buffy)").err).toBe(
      "dramaturg: --at needs a story: give its file before the act.\n",
    )
    expect(run("why-not", lair, "night.txt", "--at", "30", "wake(Buffy)").err).toBe(
      "dramaturg: there is no act 30: the story has 20.\n",
    )
  })
})

describe("verify --repair", () => {
  it("proposes what is missing", () => {
    expect(out("verify", lair, "brazen.txt", "--repair")).toMatch(
      /\nIt would hold with look_away\(Spike\)\s\(“[^”]*”\)\sbefore\sact\s2\.\n$/,
    )
    expect(out("verify", lair, "silent.txt", "--repair")).toMatch(
      /\nIt would hold with answer\(Spike, Buffy, Standing\) \(“Spike tells Buffy the truth”\)\sbefore\sact\s9\.\n$/,
    )
  })

  it("says when nothing so small helps", () => {
    const { code, out } = run("verify", "stuck.drama", "purchase.txt", "--repair")
    expect(code).toBe(1)
    expect(out).toMatch(
      /\nNothing makes it hold within these limits that is done by dropping one act, moving one or inserting\none: all of it was tried\.\n$/,
    )
  })
})

describe("whatif", () => {
  it("shows how the story turns, why the old one falls, and where they part", () => {
    const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))
    const answer = out("whatif", parcel, "--set", "waiting(Toby)")
    expect(answer).toContain("4 acts; it vanishes\n    1. invent_parcel(Nell, Toby)")
    expect(answer).toContain(
      "Act 1, “Nell tells Toby that there is a parcel for him”, then: It needs `!waiting(Toby)`\n    (parcel.drama:47), but a parcel is waiting for Toby at the post office (since the start).",
    )
    expect(answer).toContain("As it would be\n  3 acts; it appears")
    expect(answer).toMatch(/\nThe first stories part at act 1: .*\n$/)
  })

  it("takes wants and rules, and says when nothing is left", () => {
    expect(out("whatif", "stuck.drama", "--want", "Tom", "0", "--without", "buy")).toContain(
      "As it would be\n  No story exists within the limits: every possibility was looked at.",
    )
  })

  it("holds a plot up to both worlds, act by act", () => {
    const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))
    const { code, out } = run("whatif", parcel, "cake.md", "--set", "waiting(Toby)")
    expect(code).toBe(0)
    expect(out).toMatch(
      /^1\. walk\(Toby, Kitchen, Post\) {2}unmotivated → holds\n {5}As it is: Toby has no reason for it/,
    )
    expect(out).toContain("\n2. bake(Nell)                 holds\n3. walk")
    expect(out).toMatch(
      /\nThe verdict of act 1 changes\.\nAs it is: The plot does not hold: one act does not hold\.\nAs it would be: The plot holds: .*\n$/,
    )
    expect(run("whatif", parcel, "cake.md", "--set", "at(Nell) = Kitchen").out).toContain(
      "\nNo act's verdict changes.\n",
    )
  })

  it("says of a plot which acts the changed world does not have, which fail for another cause, and what was not understood", () => {
    const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))
    const answer = out("whatif", parcel, "numbered.md", "--without", "bake")
    expect(answer).toContain(
      "4. bake(Nell)                 holds → no such act\n     As it would be: there is no such act; what follows was judged without it.",
    )
    expect(answer).toContain("\nAs it would be, without act 4, which nobody can do then: ")
    const { code, out: unread } = run("whatif", parcel, "numbered.md", "--set", "at(Toby) = Post")
    expect(code).toBe(1)
    expect(unread).toMatch(/^2\. walk\(Toby, Kitchen, Post\) {2}unmotivated → impossible\n/)
    expect(unread).toMatch(/\n9\. Toby sings a song +not understood\n/)
    expect(
      JSON.parse(out("whatif", "stuck.drama", "purchase.txt", "--set", "coins(Tom) = 0", "--json")).acts[0],
    ).toMatchObject({ before: "impossible", after: "impossible", change: "findings" })
    expect(run("whatif", parcel, "cake.md", "--set", "waiting(Toby)", "--stories", "2")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--stories is about the stories"),
    })
  })

  it("names the rule or the person that may have been meant", () => {
    const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))
    const asked: readonly (readonly [readonly string[], string])[] = [
      [
        ["--without", "invent_parsel"],
        'there is no trigger or action "invent_parsel". Did you mean "invent_parcel"?',
      ],
      [["--without", "bake(Nell)"], 'there is no trigger or action "bake(Nell)". Did you mean "bake"?'],
      [["--without", "rain"], 'there is no trigger or action "rain": there are '],
      [["--want", "Tobi", "0"], 'there is no character "Tobi". Did you mean "Toby"?'],
    ]
    for (const [words, err] of asked)
      expect(run("whatif", parcel, ...words)).toMatchObject({ code: 2, err: expect.stringContaining(err) })
  })

  it("refuses what the world does not have", () => {
    expect(run("whatif", lair).err).toBe(
      "dramaturg: say what is to be otherwise: --set, --want or --without.\n",
    )
    expect(run("whatif", lair, "--without", "rain").err).toMatch(
      /^dramaturg: there is no trigger or action "rain"/,
    )
    expect(run("whatif", lair, "--set", "hre(Spike)").err).toBe(
      "dramaturg: what is to be changed cannot be read: There is no property `hre`. Did you mean `here`?\n",
    )
  })
})
