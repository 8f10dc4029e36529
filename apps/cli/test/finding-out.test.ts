/** Minds that find out, as answers say it: who is taken to know, and what is done in hope. */
import { readFileSync } from "node:fs"
import { askSolve } from "@dramaturg/analysis"
import { compileStory } from "@dramaturg/language"
import { charactersOf, type Manner, type Problem } from "@dramaturg/model"
import { checkTelling, usualManner } from "@dramaturg/telling"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"
import { misfits } from "./schema.js"

const coin = `type side;
entity Heads : side { told: "heads"; }
entity Tails : side { told: "tails"; }
open property up() : side { told: "{value} [be] up"; }
up() = Heads;
entity Al : character { told: "Al", he; wants: up() != ?; believes up() = ?; }
entity Bo : character { told: "Bo", she; wants: up() != ?; believes up() = ?; }
action peek(Bo) { effect: knows(Bo, up()); consenting: Bo; told: "{Bo} [peek] into the box"; }
action ask(Al, Bo) { precondition: believes(Bo, up()) != ?; effect: believes(Al, up()) = believes(Bo, up()); consenting: Al; told: "{Al} [ask] {Bo}"; }
utility(): believes(Al, up()) == Heads;
scenario "Al thinks that Bo knows" { utility(): believes(Al, knows(Bo, up())); without ask; expect story; expect believes(Al, knows(Bo, up())); expect believes(Bo, knows(Al, up())); }
`

const guard = `type spot;
entity Outside, Inside, Cell : spot;
open property asleep(who : character) : boolean { told: "{who} [be] asleep"; }
property where() : spot;
where() = Outside;
entity Guard : character { told: "the guard", he; asleep; }
entity Tib : character { told: "Tib", she; wants: if(where() == Inside) 1 elseif(where() == Cell) -1 else 0; believes asleep(Guard) = ?; }
action throw_pebble(Tib) { effect: knows(Tib, asleep(Guard)); consenting: Tib; told: "{Tib} [throw] a pebble"; }
action sneak(Tib) {
  precondition: where() == Outside;
  effect: if(asleep(Guard)) (where() = Inside & believes(Tib, where()) = Inside) else (where() = Cell & believes(Tib, where()) = Cell);
  consenting: Tib;
  told: "{Tib} [sneak] in";
}
utility(): where() == Inside;
`

const witness = `type suspect;
entity Butler, Gardener : suspect;
open property killer() : suspect { told: "the killer [be] {value}"; }
property arrested() : suspect;
killer() = Butler;
entity Ines : character { told: "Ines", she; wants: arrested() != ? & arrested() == killer(); }
entity Otto : character { told: "Otto", he; }
believes(Ines, killer()) = ?;
believes(Ines, knows(Otto, killer()));
action question(Ines, Otto) { effect: believes(Ines, killer()) = believes(Otto, killer()); consenting: Ines; told: "{Ines} [question] {Otto}"; }
action arrest(Ines, s : suspect) {
  precondition: believes(Ines, killer()) == s & arrested() == ?;
  effect: arrested() = s;
  consenting: Ines;
  told: "{Ines} [arrest] {s}";
}
utility(): arrested() == Butler;
`

const folder = makeFolder({ "coin.drama": coin, "guard.drama": guard, "witness.drama": witness })
const said = (...words: string[]): string => dramaturg(words, { folder, env: { COLUMNS: "110" } }).out
for (const world of ["coin", "guard", "witness"])
  said("tell", `${world}.drama`, "--json", "-o", `${world}.json`)
const schema = (name: string) =>
  JSON.parse(readFileSync(new URL(`../schemas/${name}.json`, import.meta.url), "utf8"))

/** The kinds of what is claimed by tellings of a world through every eye; each claim must be right. */
function claimsIn(problem: Problem): readonly string[] {
  const manners: readonly Manner[] = [
    usualManner,
    { ...usualManner, focalisation: "external" },
    ...charactersOf(problem).map(
      (focaliser): Manner => ({ ...usualManner, focalisation: "internal", focaliser }),
    ),
  ]
  return manners.flatMap((manner) => {
    const question = askSolve({ problem }, { manner })
    while (!question.step(1000));
    const { result } = question
    if (result?.kind !== "searched" || result.told === undefined) throw new Error("There is no telling.")
    expect(checkTelling(result.told.fabula, result.told.telling)).toEqual([])
    const sentences = result.told.telling.paragraphs.flatMap((each) => each.sentences)
    for (const each of sentences) expect(each.text).not.toMatch(/as it is|★|[a-z]_[a-z]|\(/)
    return sentences.flatMap((each) => each.claims).map((each) => each.kind)
  })
}

describe("who is taken to know", () => {
  it("is told from when on, and who does not know it themselves", () => {
    expect(said("knows", "coin.drama", "coin.json", "--depth", "2", "--about", "up")).toContain(`
up()
  in truth    heads (never changes)
  Al          ? → heads (2, was told by Bo)
  Bo          ? → heads (1, saw)
  the reader  ? (never learns)
  Al believes that Bo believes
              ? → what is so (1, saw) → heads (2, was told by Bo)
  Bo believes that Al believes
              ? → heads (2, saw)
`)
  })

  it("makes nobody wrong, in the JSON of knows either", () => {
    const { fabula } = JSON.parse(said("knows", "coin.drama", "coin.json", "--depth", "2", "--json"))
    const motives = fabula.occurrences.flatMap((each: { motives: unknown[] }) => each.motives)
    const values = motives.map((each: { mistakes: { value: unknown }[] }) =>
      each.mistakes.map(({ value }) => value),
    )
    expect(values).toEqual([[null], [null]])
  })

  it("is not wrong, and has its place in the table and in the spreadsheet", () => {
    const table = said("knows", "coin.drama", "coin.json", "--depth", "2", "--at", "1")
    expect(table).toContain("  Al believes that Bo believes: what is so, saw in 1\n")
    expect(table).toContain("takes the other to know it, without knowing\nit.")
    const sheet = said("knows", "coin.drama", "coin.json", "--depth", "2", "--csv")
    expect(sheet).toContain("up(),Al > Bo,1,1,what is so,true,1,saw,,\r\n")
  })

  it("is said where a scenario expects it, and where it expects it otherwise", () => {
    expect(said("test", "coin.drama", "--json")).toContain('"Al believes that Bo knows which side is up."')
    expect(said("test", "coin.drama")).toContain("Bo believes that Al\n      does not know which side is up.")
  })
})

describe("what is done in hope", () => {
  it("is said of each act of a story", () => {
    expect(said("tell", "witness.drama")).toContain(`1. question(Ines, Otto)
   Ines does this in hope: if the killer is the butler, it should lead on to:
     arrest(Ines, Butler)
   Ines has a reason in every case: to learn who the killer is.
`)
    expect(said("tell", "guard.drama")).toContain(`1. throw_pebble(Tib)
   Tib does this in hope: if the guard is asleep, it should lead on to:
     sneak(Tib)
   If the guard is not asleep, nothing is lost.
`)
  })

  it("is the answer to why", () => {
    expect(said("why", "witness.drama", "witness.json", "--act", "1")).toBe(`1. question(Ines, Otto)
    Ines does it in hope: if the killer is the butler, it leads on to “Ines arrests the butler”, and
    things are better by what Ines wants (witness.drama:6); Ines has a reason in every case: to
    learn who the killer is.
    Ines does not know who the killer is: the killer is the butler.
    What it needs had been so since the start.
`)
  })

  it("is told through the one who hopes", () => {
    expect(said("tell", "witness.drama", "--pov", "Ines")).toBe(
      "Ines did not know who the killer was; Otto would. She questioned him. The killer was the butler.\nInes arrested the butler.\n",
    )
    expect(said("tell", "guard.drama", "--pov", "Tib")).toBe(
      "Tib was afraid that the guard was not asleep. She threw a pebble. The guard was asleep. Tib sneaked\nin.\n",
    )
    expect(said("tell", "coin.drama", "--pov", "Al")).toBe(
      "Al did not know which side was up, and doubted that Bo did. She peeked into the box. Al asked her.\nHeads was up.\n",
    )
    expect(said("tell", "coin.drama", "--pov", "Al", "--length", "short")).not.toContain("doubted")
  })

  it("is told in the author's words, where there are some", () => {
    const moods = {
      "guard.drama": guard.replace(
        'told: "{who} [be] asleep";',
        '$& feared: "{mind} [dread] that {who} [be] wide awake";',
      ),
      "hope.drama": guard
        .replace('told: "{who} [be] asleep";', '$& hoped: "{mind} [pray] for a sleepy night";')
        .replace("elseif(where() == Cell) -1 else 0", "else 0"),
      "coin.drama": coin.replace(
        'told: "{value} [be] up";',
        '$& wondered: "{mind} [wonder] which side lay uppermost"; doubted: "{mind} [think] {other} no wiser";',
      ),
    }
    const told = (...words: string[]) =>
      dramaturg(["tell", ...words], { folder: makeFolder(moods), env: { COLUMNS: "200" } }).out
    expect(told("guard.drama", "--pov", "Tib")).toContain("Tib dreaded that the guard was wide awake.")
    expect(told("coin.drama", "--pov", "Al")).toContain(
      "Al wondered which side lay uppermost, and thought Bo no wiser.",
    )
    expect(told("hope.drama", "--pov", "Tib")).toContain("and prayed for a sleepy night.")
  })

  it("says why somebody does not act at once", () => {
    expect(said("why", "guard.drama", "guard.json", "--act", "1")).toContain(
      "    Tib would not sneak in at once, for fear that the guard is not asleep: then ",
    )
  })

  it("is kept in the certificates, which the judge accepts, and fits the schemas", () => {
    for (const [world, hope] of [
      ["witness", "| case(killer() = Butler)\n| arrest(Ines, Butler)\n| goal(Ines)\n"],
      ["guard", "| case(asleep(Guard) = True)\n| sneak(Tib)\n| goal(Tib)\n"],
    ]) {
      const text = said("tell", `${world}.drama`, "--format", "sabre", "-o", `${world}.txt`)
      expect(text).toBe("")
      expect(readFileSync(`${folder}/${world}.txt`, "utf8")).toContain(hope)
      expect(said("verify", `${world}.drama`, `${world}.txt`)).toContain("valid: The story holds")
      expect(said("verify", `${world}.drama`, `${world}.json`)).toContain("valid: The story holds")
      const asked = [world + ".drama", world + ".json", "--json"]
      expect(misfits(JSON.parse(readFileSync(`${folder}/${world}.json`, "utf8")), schema("tell"))).toEqual([])
      expect(misfits(JSON.parse(said("knows", ...asked, "--depth", "2")), schema("knows"))).toEqual([])
      expect(misfits(JSON.parse(said("why", ...asked, "--act", "1")), schema("why"))).toEqual([])
    }
  })

  it("is told as it is, by every recipe of the cookbook, through every eye", () => {
    const page = readFileSync(new URL("../../../docs/cookbook.md", import.meta.url), "utf8")
    const worlds = [...page.matchAll(/```drama\n([\s\S]*?)```/g)]
      .map((each) => each[1])
      .filter((each) => each.includes("open property"))
    expect(worlds.length).toBe(9)
    const claims = worlds
      .flatMap((each) => compileStory(each, { file: "world.drama" }).problem!)
      .flatMap(claimsIn)
    expect(claims.filter((each) => each === "hopes").length).toBeGreaterThan(5)
  })

  it("is exported to every format", () => {
    for (const format of ["dot", "mermaid", "graphml", "canvas", "fountain", "csv", "cards", "sabre"])
      for (const world of ["witness", "coin"])
        expect(said("export", `${world}.drama`, "--to", format), format).toMatch(
          /^(?![^]*(as it is|★|undefined))[^]+$/,
        )
    for (const format of ["ink", "twee", "yarn", "json", "markdown"])
      expect(said("export", "witness.drama", "--to", format, "--as", "Ines"), format).toMatch(
        /^(?![^]*(as it is|★|undefined))[^]+$/,
      )
  })
})
