/**
 * `dramaturg tom`: belief stories answered with reasons, and made. What is made is read back, and answered
 * once more by a small oracle that keeps, for every chain of minds, where it takes everybody and the thing to
 * be.
 */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { askBeliefStories } from "@dramaturg/analysis"
import { filled, questionTemplates, sentenceTemplates } from "@dramaturg/language"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { misfits } from "./schema.js"

const schema = JSON.parse(readFileSync(new URL("../schemas/tom.json", import.meta.url), "utf8"))
const whistle = fileURLToPath(new URL("../../../stories/false-beliefs/whistle.tom", import.meta.url))
const isLong = process.env.LONG === "1"

const made = (count: number, seed: number): string =>
  dramaturg(["tom", "--make", String(count), "--seed", String(seed)]).out

describe("answers", () => {
  it("come with who saw what, who told it, and what was missed", () => {
    const { out, code } = dramaturg(["tom", whistle])
    expect(code).toBe(0)
    expect(out).toContain(`  Where will Mina look for the whistle? tin
    Mina saw it: line 3, “The whistle is in the tin.” Unknown to Mina: line 7, “Tobi moved the
    whistle to the drawer.”
`)
    expect(out).toContain(`  Where will Mina look for the whistle? drawer
    Mina was told so by Tobi: line 8, “Tobi told Mina that the whistle is in the drawer.”
`)
    expect(out).toContain("belief, 3 minds deep: 1 asked, 1 as given, 0 not\n")
  })

  it("fit the schema, and say what is not as given", () => {
    const folder = makeFolder({
      "wrong.tom": readFileSync(whistle, "utf8").replace("whistle?\ttin", "whistle?\tdrawer"),
    })
    const { out, code } = dramaturg(["tom", "wrong.tom", "--json"], { folder })
    const answer = JSON.parse(out)
    expect(misfits(answer, schema)).toEqual([])
    expect(code).toBe(1)
    expect(answer.stories[0].answers[0]).toMatchObject({
      question: "Where will Mina look for the whistle?",
      answer: "tin",
      given: "drawer",
      isRight: false,
      because: { since: 3, how: "saw", missed: 7 },
    })
    expect(dramaturg(["tom", "wrong.tom"], { folder }).out).toContain("whistle? tin ✗ given: drawer\n")
  })

  it("wandering and liking change nothing; who was never there has no idea", () => {
    const folder = makeFolder({
      "noise.tom": `1 Ada entered the hall.
2 Ben entered the hall.
3 Cay entered the yard.
4 The key is in the old_jar.
5 The old_jar is in the hall.
6 Cay likes the hat.
7 Ada exited the hall.
8 Ada entered the yard.
9 Cay exited the yard.
10 Ben moved the key to the pot.
11 The pot is in the hall.
12 Phone rang.
13 Where does Ben think that Ada searches for the key?\told_jar\t4
14 Where will Cay look for the key?
15 Where does Ada think that Cay searches for the key?
16 Where does Ben think that Ben searches for the key?\tpot
`,
    })
    const { out } = dramaturg(["tom", "noise.tom"], { folder })
    expect(out).toContain("key? old_jar\n    Ben thinks so: line 4, “The key is in the old_jar.”\n")
    expect(out).toContain(
      "  Where will Cay look for the key? nobody knows\n    Cay has neither seen it nor been told.\n",
    )
    expect(out).toContain(
      "  Where does Ben think that Ben searches for the key? pot\n    Ben saw it: line 10,",
    )
    expect(out).toContain("Ada knows of nothing that would have told Cay.\n")
  })
})

describe("refusals", () => {
  it("name the line, and where to find what is understood", () => {
    const folder = makeFolder({ "odd.tom": "1 Ada entered the hall.\n2 Ada sang.\n" })
    const { err, code } = dramaturg(["tom", "odd.tom"], { folder })
    expect(code).toBe(2)
    expect(err).toBe(`odd.tom:2: “2 Ada sang.”
  It is none of the sentences and questions that are understood.
dramaturg: odd.tom cannot be used: a line is not understood, see above. dramaturg tom --forms lists the sentences that are.
`)
    expect(dramaturg(["tom", "--forms"]).out).toContain(
      "  Where does {who} {minds} searches for the {thing}?\n",
    )
  })

  it.each<[readonly string[], string]>([
    [[], "name a file of stories, or take --make or --forms instead."],
    [[whistle, "--make", "2"], "name a file of stories, or take --make or --forms instead."],
    [[whistle, "--seed", "2"], "--seed goes with --make: it says which stories are made."],
    [["--make", "2", "--json"], "--json is for the answers to a file of stories."],
    [["--make", "0"], "--make takes a number from 1 to 10000."],
  ])("%j", (words, sentence) => {
    expect(dramaturg(["tom", ...words])).toMatchObject({ code: 2, err: `dramaturg: ${sentence}\n` })
  })
})

describe("whatever the sentences say", () => {
  it("is answered or refused, and never thrown at", { timeout: 300_000 }, () => {
    const name = fc.constantFrom("Ada", "Ben", "Cay", "hall", "yard", "key", "jar", "pot")
    const person = fc.constantFrom("Ada", "Ben", "Cay")
    const place = fc.constantFrom("jar", "pot")
    const room = fc.constantFrom("hall", "yard")
    const likely = fc.record({
      who: person,
      whom: person,
      room,
      thing: fc.constantFrom("key", "coin"),
      place,
      minds: fc.array(person, { minLength: 1, maxLength: 3 }),
    })
    const wild = fc.record({
      who: name,
      whom: name,
      room: name,
      thing: name,
      place: name,
      minds: fc.array(name, { minLength: 1, maxLength: 3 }),
    })
    const form = fc.constantFrom(...sentenceTemplates, ...questionTemplates)
    const line = fc
      .tuple(form, fc.oneof({ weight: 9, arbitrary: likely }, wild))
      .map(([each, names]) => filled(each.form, names))
    const kinds = new Set<string>()
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 9 }), (lines) => {
        const opening = ["Ada entered the hall.", "The key is in the jar."]
        const question = askBeliefStories(
          [...opening, ...lines].map((each, i) => `${i + 1} ${each}`).join("\n"),
          {},
        )
        while (!question.step(1000));
        kinds.add(question.result!.kind)
      }),
      { numRuns: isLong ? 2000 : 150, seed: 7 },
    )
    expect([...kinds].toSorted()).toEqual(["answered", "unread"])
  })
})

describe("made stories", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(made(2, 5)).toBe(made(2, 5))
    expect(made(2, 5)).not.toBe(made(2, 6))
  })

  it.each(isLong ? Array.from({ length: 40 }, (_, i) => i + 1) : [1, 2])(
    "are answered alike by an oracle, seed %i",
    (seed) => {
      const text = made(8, seed)
      const folder = makeFolder({ "made.tom": text })
      const { out, code } = dramaturg(["tom", "made.tom", "--json"], { folder })
      expect(code).toBe(0)
      const answers = JSON.parse(out).stories.flatMap(
        (each: { answers: { isRight: boolean }[] }) => each.answers,
      )
      expect(answers.every((each: { isRight: boolean }) => each.isRight)).toBe(true)
      const stories = text.split(/^(?=1 )/m)
      expect(stories).toHaveLength(8)
      const kinds = stories.flatMap((story) => {
        const oracle = new Oracle()
        return story
          .trim()
          .split("\n")
          .map((line) => oracle.hear(line.replace(/^\d+ /, "")))
      })
      expect(kinds.filter((each) => each === "asked")).toHaveLength(answers.length)
      expect(kinds).toContain("lied")
    },
  )
})

const OUTSIDE = "outside"

/** What every chain of up to four minds takes to be so: the empty chain is the world. */
class Oracle {
  readonly #people: string[] = []
  readonly #wanting = new Set<string>()
  readonly #lies = new Set<string>()
  readonly #values = new Map<string, string>()
  readonly #roomOf = new Map<string, string>()
  #first = ""

  /** Takes in a line; of a question it checks the answer. */
  hear(line: string): "asked" | "lied" | "told" {
    const [text, answer] = line.split("\t")
    const words = text.replace(/[.?]$/, "").split(" ")
    if (answer !== undefined) return this.#check(words, answer)
    const [who, verb] = words
    if (verb === "entered") this.#enter(who, words[3])
    else if (verb === "exited") this.#spread(words[3], `at ${who}`, OUTSIDE)
    else if (verb === "moved") this.#spread(this.#roomOf.get(words[6])!, "thing", words[6])
    else if (verb === "wants") this.#wanting.add(who)
    else if (verb === "told") return this.#tell(who, words[2], words.at(-1)!)
    else if (who === "The") this.#place(words[1], words.at(-1)!)
    return "told"
  }

  #get(chain: readonly string[], what: string): string | undefined {
    return this.#values.get([...chain, what].join(">"))
  }

  /** For everybody in the room, at every depth, and in truth. Whoever goes out sees it as well. */
  #spread(room: string, what: string, value: string) {
    const here = this.#people.filter((each) => this.#get([], `at ${each}`) === room)
    for (const chain of chainsOf(here)) this.#values.set([...chain, what].join(">"), value)
  }

  #enter(who: string, room: string) {
    if (!this.#people.includes(who)) {
      this.#people.push(who)
      for (const chain of chainsOf(this.#people))
        for (const each of this.#people) {
          const key = [...chain, `at ${each}`].join(">")
          if (!this.#values.has(key)) this.#values.set(key, OUTSIDE)
        }
    }
    this.#values.set(`at ${who}`, room)
    const here = this.#people.filter((each) => this.#get([], `at ${each}`) === room)
    for (const each of this.#people) {
      if (here.includes(each)) this.#spread(room, `at ${each}`, room)
      else
        for (const chain of chainsOf(here))
          if (this.#get(chain, `at ${each}`) === room && chain.length > 0)
            this.#values.set([...chain, `at ${each}`].join(">"), "?")
    }
    const place = this.#get([], "thing")
    if (place !== undefined && this.#roomOf.get(place) === room) this.#spread(room, "thing", place)
  }

  /**
   * The first sentence of this kind is about the thing, the others are about places, all in the first room.
   */
  #place(what: string, where: string) {
    if (this.#first !== "") return void this.#roomOf.set(what, where)
    this.#first = where
    const room = this.#get([], `at ${this.#people[0]}`)!
    this.#roomOf.set(where, room)
    this.#spread(room, "thing", where)
  }

  #tell(who: string, whom: string, place: string): "lied" | "told" {
    const isLie = this.#get([who], "thing") !== place
    if (isLie) {
      expect(this.#wanting).toContain(who)
      this.#lies.add(`${who} ${whom}`)
    }
    for (const around of [[], [who], [whom, who], [who, whom, who]]) {
      const room = this.#roomOf.get(this.#get(around, "thing") ?? "")
      if (room !== undefined && this.#get(around, `at ${whom}`) === room) continue
      for (const chain of [
        [...around, whom],
        [...around, whom, who],
      ])
        this.#values.set([...chain, "thing"].join(">"), place)
    }
    return isLie ? "lied" : "told"
  }

  #check(words: readonly string[], answer: string): "asked" {
    const names = words.filter((each) => this.#people.includes(each))
    const asked = words.join(" ")
    if (words[0] === "Did") expect(this.#lies.has(names.join(" ")) ? "yes" : "no", asked).toBe(answer)
    else if (asked.endsWith("at the beginning")) expect(this.#first, asked).toBe(answer)
    else expect(this.#get(names, "thing") ?? "nobody knows", asked).toBe(answer)
    return "asked"
  }
}

/** All chains of up to four of them, the empty one first, nobody twice in a row. */
function chainsOf(people: readonly string[]): readonly (readonly string[])[] {
  let last: readonly (readonly string[])[] = [[]]
  const all = [...last]
  for (let length = 1; length <= 4; length++) {
    last = last.flatMap((chain) =>
      people.filter((each) => each !== chain.at(-1)).map((each) => [...chain, each]),
    )
    all.push(...last)
  }
  return all
}
