/**
 * Where the judge has to stop, it says act by act what holds and what is open, and a certain no stands: in
 * text and in JSON.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { dramaturg, interruptedAfter, makeFolder } from "./command.js"
import { misfits } from "./schema.js"

const cells = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/**
 * Tom wants two of what there is only one of: to see that no exchange brings that about, all orders of nine
 * have to be looked at.
 */
const puzzle = (ann: string) => `
  type cell; ${cells.map((i) => `entity C${i} : cell;`).join(" ")}
  entity Tom : character; entity Ann : character;
  property v(x : cell) : number; property nodded() : boolean; property sung() : boolean; property won() : boolean;
  ${cells.map((i) => `v(C${i}) = ${i};`).join(" ")}
  action swap(x : cell, y : cell) { precondition: x != y; effect: v(x) = v(y) & v(y) = v(x); consenting: Tom; };
  action nod() { precondition: !nodded(); effect: nodded(); consenting: Ann; };
  action sing() { precondition: !sung(); effect: sung(); consenting: Ann; };
  action win() { precondition: nodded() & sung() & v(C1) == 2; effect: won(); };
  utility(): won();
  utility(Tom): if(v(C1) == 9 & v(C2) == 9) 1 else 0;
  ${ann}
`

const sings = puzzle("utility(Ann): if(nodded() & sung()) 2 elseif(nodded()) 1 else 0;")
const mute = puzzle("utility(Ann): if(nodded()) 1 else 0;")

const plan = ["nod()", "swap(C1, C2)", "sing()", "win()"]
const story = { plan, explanations: [{ Ann: [] }, {}, {}, {}] }
const folder = makeFolder({
  "sings.txt": sings,
  "mute.txt": mute,
  "story.json": JSON.stringify(story),
  "plot.txt": `${plan.join("\n")}\n`,
})
const limits = ["--author-limit", "4", "--character-limit", "40", "--belief-limit", "1"]
const run = (...words: readonly string[]) => dramaturg([...words, ...limits], { folder })
const schema = JSON.parse(readFileSync(join(import.meta.dirname, "..", "schemas", "verify.json"), "utf8"))

describe("a story of which the judge cannot be sure", () => {
  it("is undecided, act by act", () => {
    const { code, out } = run("verify", "sings.txt", "story.json", "--effort", "5000")
    expect(code).toBe(3)
    expect(
      out.replace(/after [\d,]+ looks/, "after many looks"),
    ).toBe(`undecided: The judge spent its effort (see --effort) before it was sure.
1. nod()                 holds
2. swap(C1, C2)          open after many looks
     It is open whether Tom has a reason for swap(C1, C2). [D22]
3. sing()                holds
4. win()                 holds
   the story as a whole  holds
What holds was settled within these limits: author 4, character 40, belief 1.
`)
  })

  it("says the same in JSON", () => {
    const { code, out } = run("verify", "sings.txt", "story.json", "--effort", "5000", "--json")
    const found = JSON.parse(out)
    expect(misfits(found, schema)).toEqual([])
    expect(code).toBe(3)
    expect(found).toMatchObject({
      verdict: "undecided",
      limit: "effort",
      breaches: [
        {
          act: 2,
          character: "Tom",
          definition: "D22",
          message: "It is open whether Tom has a reason for swap(C1, C2).",
        },
      ],
      acts: [
        { act: 1, standing: "holds" },
        { act: 2, standing: "open" },
        { act: 3, standing: "holds" },
        { act: 4, standing: "holds" },
        { act: 0, standing: "holds" },
      ],
      limits: { author: 4, character: 40, belief: 1 },
    })
  })

  it("is invalid for sure where one act is", () => {
    const { code, out } = run("verify", "mute.txt", "story.json", "--effort", "5000")
    expect({ code, out }).toEqual({
      code: 1,
      out: "invalid: The story does not hold.\n  act 3, sing(), Ann: Ann has no reason for sing(). [D22]\n",
    })
  })

  it("says so when the time is over", () => {
    const sing = "3. sing()                holds\n"
    const within = (seconds: number) =>
      run("verify", "sings.txt", "story.json", "--effort", "1000000000", "--timeout", String(seconds))
    // Where others work, too, two seconds may be too few to look at each act.
    const soon = within(2)
    const { code, out } = soon.out.includes(sing) ? soon : within(12)
    expect(code).toBe(3)
    expect(out).toMatch(
      /^undecided: The judge was stopped at the time limit of \d+ s, before it was sure\.\n1\. nod\(\) +holds\n2\. swap\(C1, C2\) +open/,
    )
    expect(out).toContain(sing)
  })

  it("says so after Ctrl-C", async () => {
    const isEnough = (found: string) => found.split('"holds"').length === 5
    const { code, out } = await interruptedAfter(
      ["verify", "sings.txt", "story.json", "--effort", "1000000000", "--json", ...limits],
      folder,
      1500,
      isEnough,
    )
    const found = JSON.parse(out)
    expect(misfits(found, schema)).toEqual([])
    expect(code).toBe(130)
    expect(found).toMatchObject({
      verdict: "undecided",
      limit: "interrupted",
      acts: ["holds", "open", "holds", "holds", "holds"].map((standing) => ({ standing })),
    })
  })
})

describe("a plot of which not everything could be told", () => {
  it("says act by act what holds, within the effort", () => {
    const { code, out } = run("verify", "sings.txt", "plot.txt", "--effort", "500")
    expect({ code, out: out.replace(/after \d+ visits/, "after VISITS") }).toEqual({
      code: 3,
      out: `1. nod()         holds
2. swap(C1, C2)  not told
     Whether Tom has a reason for it could not be told: as much effort was spent as was allowed,
     after VISITS.
3. sing()        holds
4. win()         holds

Not everything could be told. Reasons were looked for with people planning 40 acts ahead, 1 mind
deep.
`,
    })
  })

  it("fails for sure where one act does", () => {
    const { code, out } = run("verify", "mute.txt", "plot.txt", "--effort", "500", "--json")
    const found = JSON.parse(out)
    expect(misfits(found, schema)).toEqual([])
    expect({
      code,
      verdict: found.verdict,
      limit: found.limit,
      acts: found.review.acts.map((each: { verdict: string }) => each.verdict),
    }).toEqual({
      code: 1,
      verdict: "invalid",
      limit: "effort",
      acts: ["holds", "limited", "unmotivated", "holds"],
    })
  })

  it("says what is known after Ctrl-C", async () => {
    const words = ["verify", "sings.txt", "plot.txt", "--effort", "1000000000", ...limits]
    const { code, out } = await interruptedAfter(words, folder, 1500, (found) =>
      /interrupted, after[^]*3\. sing\(\) +holds/.test(found),
    )
    expect(code).toBe(130)
    expect(out).toMatch(
      /^1\. nod\(\) +holds\n2\. swap\(C1, C2\)  not told\n +Whether Tom has a reason for it could not be told: the work was interrupted, after \d+\s+visits\.\n3\. sing\(\) +holds\n4\. win\(\) +holds\n/,
    )
  })
})

describe("what nobody does", () => {
  const garden = makeFolder({
    "garden.txt": `entity Tom : character; property ditch() : boolean; property water() : boolean;
      action dig() { precondition: !ditch(); effect: ditch(); consenting: Tom; };
      action rain() { precondition: ditch(); effect: water(); };
      utility(): water(); utility(Tom): water();`,
    "plot.txt": "dig()\nrain()\n",
    "story.txt": "dig()\n| rain()\n| goal(Tom)\nrain()\ngoal()\n",
  })

  it("is named by why-not, by verify of a plot, and by verify of a story whose reasons count on it", () => {
    const words =
      /Better by what Tom wants\s+\(garden\.txt:4\) could come of rain\(\), but nobody plans on what nobody does: give it a doer\s+\(consenting\), or make it a trigger\./
    expect(
      dramaturg(["why-not", "garden.txt", "dig()"], { folder: garden }).out.replaceAll("\n", " "),
    ).toMatch(words)
    expect(
      dramaturg(["verify", "garden.txt", "plot.txt"], { folder: garden }).out.replace(/\s+/g, " "),
    ).toMatch(words)
    expect(dramaturg(["verify", "garden.txt", "story.txt"], { folder: garden }).out).toContain(
      "Nobody plans on what nobody does: rain() has nobody who consents to it. Give it a doer, or make it a trigger.",
    )
  })
})
