/**
 * The inputs on which the program once fell short, row by row of their README: what is asked of each, and
 * what must come. They lie beside the project; where they are absent this file skips, and says so.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, test } from "vitest"
import { dramaturg, launched, makeFolder, start } from "./command.js"

const folder = fileURLToPath(new URL("../../../../shared/cases/", import.meta.url))
const isHere = existsSync(folder)
const file = (name: string): string => join(folder, name)
const text = (name: string): string => readFileSync(file(name), "utf8")
const run = (...words: readonly string[]) => dramaturg(words, { folder })
const outOf = (...words: readonly string[]): string => {
  const { out, err } = run(...words)
  // Lines are broken at the width of a terminal.
  return `${out}\n${err}`.replace(/\s+/g, " ")
}
const playing = (name: string, as: string, ...lines: readonly string[]) =>
  dramaturg(["play", name, "--as", as], { folder, input: `${lines.join("\n")}\n` })
/** The acts of a world's story. */
const planOf = (name: string): readonly string[] => JSON.parse(run("tell", name, "--json").out).plan
const storiesOf = (...words: readonly string[]): readonly (readonly string[])[] =>
  JSON.parse(run("tell", ...words, "--all", "--json").out).stories.map(
    ({ plan }: { readonly plan: readonly string[] }) => plan,
  )

/** Rows that other tests stand for, or that wait for what is not built yet: with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  "n-violin2": "the issue on telling",
}
const tried = new Set<string>()

function row(names: string, about: string, trial: () => void | Promise<void>): void {
  for (const name of names.split(" ")) tried.add(name)
  test(`${names}: ${about}`, trial, 120_000)
}

describe.skipIf(!isHere)("the rows of ../shared/cases", () => {
  row("k01-if-is-not-kleene k01-same-with-and", "two ways to write one want, one story", () => {
    const story = ["heal(Wren, Rook)", "free(Rook, Wren)"]
    expect(planOf("k01-if-is-not-kleene.drama")).toEqual(story)
    expect(planOf("k01-same-with-and.drama")).toEqual(story)
  })

  row(
    "m01-witness m02-coin",
    "she asks, he peeks, where their authors say that it can be wondered about",
    () => {
      const [witness, coin] = ["m01-witness.drama", "m02-coin.drama"].map((name) =>
        text(name).replace(/^property (killer|up)\(\)/m, "open property $1()"),
      )
      // Who is thought to have no idea is not asked.
      const knowing = witness.replace(/believes\(Otto, killer\(\)\)\) = \?/, "knows(Otto, killer()))")
      const told = makeFolder({ "witness.drama": witness, "knowing.drama": knowing, "coin.drama": coin })
      const tell = (name: string): { status: string; plan: unknown } =>
        JSON.parse(dramaturg(["tell", name, "--json"], { folder: told }).out)
      expect(tell("witness.drama").status).toBe("exhausted")
      expect(tell("knowing.drama").plan).toEqual(["question(Ines, Otto)"])
      expect(tell("coin.drama").plan).toEqual(["peek(Bo)"])
    },
  )

  row("p01-one-bystander", "who and what no line of anybody's reasons needs costs next to nothing", () => {
    const { status, plan, measured } = JSON.parse(run("tell", "p01-one-bystander.drama", "--json").out)
    expect([status, plan.length]).toEqual(["solved", 20])
    expect(measured.visited).toBeLessThan(1000)
  })

  row("k02-introspection", "nobody is mistaken about their own mind", () => {
    const { code, out } = run("check", "k02-introspection.drama")
    expect(code).toBe(1)
    expect(out).toMatch(/6:1: error \[self-belief\]/)
  })

  row("k03-if-decided-by-parameters k03-found-with-this", "what parameters decide is a condition", () => {
    expect(planOf("k03-if-decided-by-parameters.drama")).toEqual(["go(Ada)"])
    expect(planOf("k03-found-with-this.drama")).toEqual(["go(Ada)"])
  })

  row("k03b-demand", "both stories of act1 are found, with the demand and without", () => {
    const demanding = makeFolder({ "w.drama": `${text("k03b-demand.drama")}\nstory { must: q(); }\n` })
    for (const world of ["k03b-demand.drama", join(demanding, "w.drama")]) {
      const stories = storiesOf(world)
      expect(stories).toContainEqual(["act1(Ada)"])
      expect(stories).toContainEqual(["act1(Bo)"])
      expect(stories).toHaveLength(5)
    }
  })

  row("k04-minds-too-deep-to-tell k04b-self", "every question is answered about a world with a story", () => {
    const there = makeFolder({})
    for (const world of ["k04-minds-too-deep-to-tell.drama", "k04b-self.drama"]) {
      const story = join(there, `${world}.json`)
      expect(run("tell", world, "--json", "-o", story).code).toBe(0)
      for (const words of [
        ["tell", world, "--pov", "Ada"],
        ["why", world, story, "--act", "1"],
        ["verify", world, story],
        ["knows", world, story],
      ])
        expect([words, run(...words).code]).toEqual([words, 0])
      // Clocks run on in the one: its space has no end.
      expect([0, 3]).toContain(run("explore", world, "--max-visited", "200").code)
      expect(playing(world, "Ada", "1").code).toBe(0)
    }
    expect(outOf("tell", "k04b-self.drama", "--pov", "Ada")).toContain("Ada pondered.")
  })

  row("c01-many-orders", "a play's question for the story ends at once when stopped", async () => {
    const { milliseconds, code } = await stopped(
      ["play", file("c01-many-orders.drama"), "--as", "P0"],
      "story\n",
    )
    expect(milliseconds).toBeLessThan(1_500)
    expect(code).toBe(130)
  })

  row("c02-grounding-explodes", "any command is stopped while it grounds", async () => {
    for (const command of ["tell", "explore", "check"]) {
      const { milliseconds, code } = await stopped([command, file("c02-grounding-explodes.drama")])
      expect([command, milliseconds < 1_500, code]).toEqual([command, true, 130])
    }
    // Not stopped it says that there are too many acts, or that the time is up.
    expect([2, 3]).toContain(launched(["tell", file("c02-grounding-explodes.drama"), "--timeout", "4"]).code)
  })

  row("c03-escapes", "no control character reaches the terminal", () => {
    const world = "c03-escapes.drama"
    const all = [
      run("tell", world, "--pov", "all"),
      run("tell", world, "--notes"),
      run("test", world),
      run("check", world),
      playing(world, "Tom", "1"),
    ]
    // eslint-disable-next-line no-control-regex
    for (const { out, err } of all)
      expect(`${out}${err}`).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      )
    expect(all[0].out).toContain("Tom")
  })

  row(
    "f01-fixed-person-is-not-the-doer f01c-accident-in-plain-words f02-hand-over-to",
    "the doer is who consents",
    () => {
      expect(outOf("tell", "f01-fixed-person-is-not-the-doer.drama", "--pov", "all")).toContain(
        "Ann raided the hill and raided the shore.",
      )
      const ink = run("export", "f01-fixed-person-is-not-the-doer.drama", "--to", "ink", "--as", "Ann").out
      expect(ink).toContain("Ann pointed to Bob at the hill.")
      expect(ink).toContain("Ann nudged Bob.")
      expect(outOf("tell", "f01c-accident-in-plain-words.drama", "--pov", "all")).toContain(
        "Lightning struck Tom. Ida was soaked. A tree fell on Ida.",
      )
      expect(outOf("tell", "f02-hand-over-to.drama", "--pov", "all")).toContain(
        "Ned handed over the ring to Fay. Fay looked at Ned. Gus went on to the mill from the inn.",
      )
    },
  )

  row(
    "f03-why-leaves-out-nested-mistake f03b-double-bluff-nested-mistake",
    "the mistake that decides the act",
    () => {
      const thief = "f03-why-leaves-out-nested-mistake.drama"
      expect(outOf("why", thief, "f03-story.json", "--act", "2")).toContain(
        "wrong about what the constable believes: since the start the thief believes that the constable believes that the thief has stolen",
      )
      expect(outOf("tell", thief, "--notes")).toMatch(
        /\(irony\) The thief believes that the constable believes that the thief has stolen; in truth the constable does not believe it\./,
      )
      expect(run("explore", thief, "--best", "irony").out).toMatch(/^1\. irony [1-9]/m)
      expect(outOf("why", "f03b-double-bluff-nested-mistake.drama", "f03b.md", "--act", "1")).toContain(
        "The prisoner is wrong about what the captain believes",
      )
    },
  )

  row("f03c-mistake-that-plays-no-part", "a mistake that plays no part is not named", () => {
    const world = "f03c-mistake-that-plays-no-part.drama"
    expect(outOf("why", world, "f03c-story.json", "--act", "1")).not.toMatch(/is wrong|thinks|believes/)
    expect(run("explore", world, "--best", "irony").out).toContain("1. irony 0")
  })

  row("f04-knowing-what-the-others-believe", "whose belief about what, and who could say so", () => {
    const said = outOf("verify", "f04-knowing-what-the-others-believe.drama", "f04.md")
    expect(said).toMatch(/Knowing that Constable believes that .*stole.*, Thief would have a reason/)
    expect(said).toContain("warn(Constable)")
  })

  row("f05-why-not-tries-no-belief", "a belief opens the ending", () => {
    const said = outOf("why-not", "f05-why-not-tries-no-belief.drama", "--ending", "at(Sam) == Out & rain()")
    expect(said).toContain("believes(Sam, !rain())")
  })

  row("f06-no-irony-without-words", "both ironies, in plain words", () => {
    const said = outOf("tell", "f06-no-irony-without-words.drama", "--notes")
    expect(said).toContain("(irony) Dora believes that Jon has the fiddle; it is not so.")
    expect(said).toContain("(irony) Jon believes that Dora has the hair; it is not so.")
  })

  row("f07-reach-cannot-happen-in-30-plays", "no reason is one thing, never possible another", () => {
    const said = outOf("test", "f07-reach-cannot-happen-in-30-plays.drama", "--reach")
    expect(said).toMatch(/wave nobody has a reason to/)
    expect(said).not.toMatch(/wave (cannot|can never)/)
  })

  row("f08-infinity-exhausted-but-valid f08b-infinity-is-null-in-json", "no number is infinite", () => {
    const world = "f08-infinity-exhausted-but-valid.drama"
    // Both say that the ninth square has no reason: Ann would not know what it is worth.
    expect(run("tell", world).out).toContain("No story exists within these limits")
    expect(run("verify", world, "f08.md").out).toMatch(/^9\. square\(Ann\) +unmotivated/m)
    expect(run("check", "f08b-infinity-is-null-in-json.drama").out).toContain("[lost-digits]")
    const { fabula } = JSON.parse(
      run("knows", "f08b-infinity-is-null-in-json.drama", "f08b.md", "--json").out,
    )
    const values = fabula.occurrences.flatMap((each: { readonly changes: readonly { after: unknown }[] }) =>
      each.changes.map(({ after }) => after),
    )
    // `null` is what JSON has for `?`: the fourth square is beyond all numbers.
    expect(values.slice(0, 2)).toEqual([expect.any(Number), expect.any(Number)])
    expect(values.slice(-2)).toEqual([null, null])
    expect(run("knows", "f08b-infinity-is-null-in-json.drama", "f08b.md").out).toContain("→ ? (4)")
  })

  row("f09-conflicting-effects-false-alarm", "the condition picks the value", () => {
    expect(run("check", "f09-conflicting-effects-false-alarm.drama").out).toContain("nothing wrong")
    expect(run("test", "f09-conflicting-effects-false-alarm.drama").code).toBe(0)
  })

  row("f10-as-far-as-captain", "people are called what their author calls them", () => {
    const { out } = playing("f10-as-far-as-captain.drama", "captain", "w", "1")
    expect(out).toContain("You are the captain.")
    expect(out.replaceAll("the captain", "").replaceAll("The captain", "")).not.toMatch(/captain/)
    expect(run("export", "f10-as-far-as-captain.drama", "--to", "ink", "--as", "captain").out).toContain(
      "As far as the captain could tell, nothing happened.",
    )
  })

  row("f11-boolean-belief-unknown", "not knowing whether can be said", () => {
    expect(run("check", "f11-boolean-belief-unknown.drama").out).toContain("nothing wrong")
    expect(run("test", "f11-boolean-belief-unknown.drama").out).toContain("3 passed, 0 failed.")
  })

  row("f12-start-said-twice", "said twice, differently: a remark", () => {
    const { out, code } = run("check", "f12-start-said-twice.drama")
    expect(out).toMatch(/4:27: warning \[said-twice\]/)
    expect(code).toBe(0)
  })

  row("f13-empty-words f13b-blanks-in-words", "no empty sentence, no doubled blank", () => {
    const empty = run("tell", "f13-empty-words.drama", "--pov", "all").out
    expect(empty.trim()).toBe("Ann went to the mill.")
    expect(run("check", "f13-empty-words.drama").out).toContain("[empty-words]")
    expect(run("tell", "f13b-blanks-in-words.drama", "--pov", "all").out.trim()).toBe(
      "Ann wanted to be at the mill.\n\nAnn went to the mill, at last. “Well.”",
    )
  })

  row("f14-gamebook-loses-the-end", "every way of a gamebook ends or goes on", () => {
    const book = run("export", "f14-gamebook-loses-the-end.drama", "--to", "markdown", "--as", "Ann").out
    const sections = book.split(/^## /m).slice(1)
    expect(sections.length).toBeGreaterThan(3)
    for (const each of sections) expect(each).toMatch(/Turn to|The story has come to its end\./)
    expect(book).toContain("The story has come to its end.")
  })

  row("f15-crlf-mixed-after-format", "line ends and the mark at the start are kept", () => {
    const there = makeFolder({ "w.drama": text("f15-crlf-mixed-after-format.drama") })
    expect(dramaturg(["format", "w.drama", "--write"], { folder: there }).code).toBe(0)
    const formatted = readFileSync(join(there, "w.drama"), "utf8")
    expect(formatted.charCodeAt(0)).toBe(0xfeff)
    expect(formatted.match(/\r\n/g)).toHaveLength(formatted.split("\n").length - 1)
    expect(formatted.replaceAll("\r\n", "")).not.toContain("\r")
  })

  row("f16-names", "names and capitals", () => {
    expect(outOf("tell", "f16-names.drama", "--pov", "all")).toContain(
      "Lady Macbeth walked to the big house. MacDuff walked to New York. The captain greeted Lady Macbeth.",
    )
    const there = makeFolder({ "plot.md": "- walk(Jean‑Luc, NewYork)\n" })
    expect(outOf("knows", "f16-names.drama", join(there, "plot.md"))).toContain(
      "Lady Macbeth, MacDuff, Dr No, the old man, the captain, Jean‑Luc, R2D2, X",
    )
  })

  row("w01-two-actions-one-name", "a trace points to the action's own line", () => {
    expect(run("tell", "w01-two-actions-one-name.drama", "--trace").out).toContain(
      "w01-two-actions-one-name.drama:12]",
    )
  })

  row("w02-they", "they want, they have", () => {
    expect(outOf("tell", "w02-they.drama", "--pov", "Twin", "--tense", "present")).toContain(
      "The twins are in the hall. They want to be in the yard. The twins walk to the yard.",
    )
    const there = makeFolder({
      "w.drama": text("w02-they.drama").replace("[be] in {value}", "[have] a seat in {value}"),
    })
    const said = outOf("tell", join(there, "w.drama"), "--pov", "Twin", "--tense", "present")
    expect(said).toContain("The twins have a seat in the hall.")
  })

  row("w03-lie w04-pasts", "verbs have their own forms", () => {
    expect(outOf("tell", "w03-lie.drama", "--pov", "all")).toContain("Tom lied to Ann.")
    expect(outOf("tell", "w04-pasts.drama", "--pov", "all")).toContain(
      "James gassed the lock and referred to nobody. He panicked and admitted it.",
    )
    const there = makeFolder({
      "w.drama": text("w04-pasts.drama").replace("[panic]", "[panic, panicketh, panicketh]"),
    })
    expect(outOf("tell", join(there, "w.drama"), "--pov", "all")).toContain("He panicketh and admitted it.")
  })

  row(
    "w05-ann-and-anna w06-places-in-another-language",
    "who is where, by reference and in any script",
    () => {
      for (const world of ["w05-ann-and-anna.drama", "w06-places-in-another-language.drama"]) {
        const table = run("export", world, "--to", "csv").out.split("\n")
        expect(table[2]).toMatch(/^2,1,trigger,fright\(\),Attic,/)
        expect(table[3]).toMatch(/^3,2,act,"walk\(Anna, Cellar\)",Attic,/)
        expect(table[4]).toMatch(/^4,3,act,flee\(Anna\),Cellar,/)
        expect(run("export", world, "--to", "fountain").out).toMatch(/^\.ATTIC\n\nFear came\./m)
      }
    },
  )

  row("w07-comma w08-unforeseen-action", "fixes that mend", () => {
    const comma = outOf("check", "w07-comma.drama")
    expect(comma).toContain("8:23: error [comma-for-semicolon]")
    expect(comma).toContain("Did you mean `;`?")
    const there = makeFolder({ "w.drama": text("w07-comma.drama").replace("= to, takes", "= to; takes") })
    expect(dramaturg(["check", join(there, "w.drama")]).out).not.toMatch(/error/)
    const unforeseen = outOf("check", "w08-unforeseen-action.drama")
    expect(unforeseen).toContain("6:8: error [modifier-misplaced]")
    expect(unforeseen).toContain("Write `unforeseen(…)` around what nobody counts on")
    const mended = text("w08-unforeseen-action.drama")
      .replace("action unforeseen walk", "action walk")
      .replace("effect: at(who) = to;", "effect: unforeseen(at(who) = to);")
    const there2 = makeFolder({ "w.drama": mended })
    expect(dramaturg(["check", join(there2, "w.drama")]).out).not.toMatch(/error/)
  })

  row("n-feelings-crash", "wants that depend on a feeling are answered", () => {
    const verified = run("verify", "n-feelings-crash.drama", "n-fc2.md")
    expect(verified.code).toBe(1)
    expect(verified.out).toMatch(/^1\. swear\(Marshal\) +unmotivated/m)
    expect(verified.out).toMatch(/^2\. ransom\(Lady\) +holds/m)
    expect(verified.out).toMatch(/^3\. swear\(Marshal\) +impossible/m)
    expect(outOf("tell", "n-feelings-crash.drama", "--pov", "all")).toContain("Lady ransomed. Marshal swore.")
    const played = playing("n-feelings-crash.drama", "Marshal", "w", "story", "1", "knows", "story")
    expect(played.code).toBe(0)
    expect(played.out).toContain("The story has come to its end.")
    expect(run("explore", "n-feelings-crash.drama").code).toBe(0)
  })

  row("n-told-in-entity", "names take placeholders; a plot's every item is accounted for", () => {
    const world = "n-told-in-entity.drama"
    expect(run("check", world).out).toContain("nothing wrong")
    expect(outOf("tell", world, "--pov", "all")).toContain("Cassio went to his lodging.")
    expect(outOf("tell", world, "--pov", "Cassio", "--person", "first")).toContain("I went to my lodging.")
    const { out } = run("verify", world, "n-dropped.md")
    for (const item of ["1", "2", "3"])
      expect(out).toMatch(
        new RegExp(`^${item}\\. Cassio .* not understood\\n +Did you mean go\\(Cassio, `, "m"),
      )
    expect(out).toMatch(/^4\. go\(Cassio, Hall\) +impossible/m)
  })

  row("n-apostrophe", "a sentence that tell printed is recognised", () => {
    expect(run("verify", "n-apostrophe.drama", "n-apostrophe.md").code).toBe(0)
    const said = run("tell", "n-apostrophe.drama", "--pov", "all").out
    expect(said).toContain("Ann went to Tom’s lodging.")
    const there = makeFolder({ "plot.md": "1. Ann went to Tom’s lodging.\n" })
    expect(run("verify", "n-apostrophe.drama", join(there, "plot.md")).code).toBe(0)
  })

  row("n-false-answer n-false-answer2", "to whose mind, and what else they would do", () => {
    expect(outOf("why-not", "n-false-answer.drama", "threaten(Moss)")).toContain(
      "to Moss's mind bribed() has not held since the start, though bribed() holds.",
    )
    const said = outOf("why-not", "n-false-answer2.drama", "find(Vane, Guilty)")
    expect(said).toContain("nothing in reach after this act is better")
    expect(said).toContain("Vane would rather do find(Vane, NotGuilty) (0 instead of -5).")
  })

  row("n-verdict n-verdict2", "limits are named where they decide", () => {
    const acts = [
      "walk(Crispin, Chambers, Lodgings)",
      "tell(Crispin, Lark, Bribe)",
      "walk(Lark, Lodgings, Office)",
      "hint(Lark, Moss, Bribe)",
      "sell(Lark, Moss, Bribe)",
      "walk(Moss, Office, Chambers)",
      "threaten(Moss, Vane)",
      "find(Vane, NotGuilty)",
    ]
    const there = makeFolder({ "plot.md": acts.map((each) => `- ${each}\n`).join("") })
    const limits = ["--author-limit", "9", "--character-limit", "5", "--belief-limit", "2"]
    const said = outOf("verify", "n-verdict.drama", join(there, "plot.md"), ...limits)
    expect(said).toContain(
      "Mrs Lark has no reason for it, planning 5 acts ahead, 2 minds deep; with 6 and 2 there is one",
    )
    const short = outOf("verify", "n-verdict2.drama", "n-short.md")
    expect(short).toMatch(/3\. walk\(Moss, Office, Chambers\) does not know/)
    expect(short).toContain("Sir Edmund, Crispin or Mrs Lark could say so.")
  })

  test("no row is left out", () => {
    const named = [...text("README.md").matchAll(/^\| ([^|]*) \|/gm)]
      .flatMap(([, cell]) => cell.match(/\b[a-z]\d*[a-z]?-[\w-]+|\b[a-z]\d\d[a-z]?\b/g) ?? [])
      .filter((each) => !/^n-(dropped|fc2)$/.test(each)) // plots of other rows
    const isTried = (name: string): boolean =>
      [...tried, ...Object.keys(elsewhere)].some((each) => each === name || each.startsWith(`${name}-`))
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((each) => !isTried(each))).toEqual([])
  })
})

/** Starts a command, sends it Ctrl-C after it has begun, and says how long it went on and how it ended. */
async function stopped(
  words: readonly string[],
  input = "",
): Promise<{ milliseconds: number; code: number }> {
  const child = start(words, folder)
  running.add(child)
  child.stdin.write(input)
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const before = performance.now()
  const ended = new Promise<number>((resolve) => child.on("exit", (code) => resolve(code ?? -1)))
  child.kill("SIGINT")
  const code = await ended
  running.delete(child)
  return { milliseconds: performance.now() - before, code }
}

const running = new Set<ReturnType<typeof start>>()
afterAll(() => {
  for (const each of running) each.kill("SIGKILL")
})
