/** Plots whose items are not all understood, and gaps of several acts: what the commands say of them. */
import { expect, test } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const flat = `type place;
entity Lodging : place { told: "Tom's lodging"; }
entity Hall : place { told: "the hall"; }
entity Yard : place { told: "the yard"; }
property at(who : character) : place { told: "{who} [be] in {value}"; }
entity Ann : character { told: "Ann", she; at = Hall; wants: if(at(Ann) == Lodging) 2 else (if(at(Ann) == Yard) 1 else 0); }
action go(who : character, from : place, to : place) {
  precondition: at(who) == from & from != to & (from == Yard | to == Yard);
  effect: at(who) = to;
  consenting: who;
  told: "{who} [go] from {from} to {to}";
}
utility(): at(Ann) == Lodging;
`

const plot = `# Plot

2. Ann wakes up.
3. Ann goes from the hall to the yard.
4. // to be decided
7. Ann went from the yard to Tom’s lodging.
`

const folder = makeFolder({
  "flat.drama": flat,
  "plot.md": plot,
  "whole.md": plot.replace("2. Ann wakes up.\n", ""),
  "none.md": "1. Bo sings.\n2. Ann wakes up.\n",
  "gap.md": "- go(Ann, Yard, Lodging)\n",
})
const run = (...words: readonly string[]) => dramaturg(words, { folder })

test("verify says of every item what it is, under its writer's number, and never that such a plot holds", () => {
  const { out, code } = run("verify", "flat.drama", "plot.md")
  expect(out).toMatch(/^2\. Ann wakes up\. +not understood\n +Did you mean go\(Ann, /)
  expect(out).toMatch(
    /\n3\. go\(Ann, Hall, Yard\) +holds\n4\. \/\/ to be decided +note\n7\. go\(Ann, Yard, Lodging\) +holds\n\nItem 2 was not understood; the acts were judged without it\.\n$/,
  )
  expect(code).toBe(1)
  const { verdict, review } = JSON.parse(run("verify", "flat.drama", "plot.md", "--json").out)
  expect({
    verdict,
    acts: review.acts.map(({ number, item }: { number: number; item: string }) => [number, item]),
    unread: review.unread[0].item,
  }).toEqual({
    verdict: "unread",
    acts: [
      [1, "3"],
      [2, "7"],
    ],
    unread: "2",
  })
  expect(run("verify", "flat.drama", "whole.md")).toMatchObject({ code: 0 })
})

test("an outline of which nothing is understood is bad input", () => {
  expect(run("verify", "flat.drama", "none.md")).toMatchObject({
    code: 2,
    err: expect.stringContaining("None of the 2 items of this outline is an act of this world."),
  })
})

test("why, why-not and knows go by the writer's numbers and say what is not understood", () => {
  expect(run("why", "flat.drama", "plot.md", "--act", "7")).toMatchObject({
    code: 0,
    out: expect.stringContaining("since act 3, “Ann goes from the hall to the yard”"),
    err: expect.stringContaining("Item 2 is not understood"),
  })
  expect(run("why", "flat.drama", "plot.md", "--act", "2")).toMatchObject({
    code: 2,
    err: expect.stringContaining("item 2 is not understood: it is no act of this world. Did you mean"),
  })
  expect(run("why", "flat.drama", "plot.md", "--act", "1")).toMatchObject({
    code: 2,
    err: expect.stringContaining("there is no act 1: the story has the acts 3, 7."),
  })
  expect(run("why-not", "flat.drama", "plot.md", "--at", "3", "go(Ann, Yard, Yard)").code).toBe(0)
  expect(run("knows", "flat.drama", "plot.md", "--at", "3")).toMatchObject({
    code: 0,
    out: expect.stringContaining(" 3. go(Ann, Hall, Yard)"),
  })
})

test("a sentence that tell printed is recognised", () => {
  const told = run("tell", "flat.drama", "--pov", "all").out
  const acts = told.split("\n").filter((each) => / went | goes /.test(each))
  expect(acts.length).toBeGreaterThan(0)
  const told2 = makeFolder({ "flat.drama": flat, "told.md": acts.map((each) => `- ${each}`).join("\n") })
  expect(dramaturg(["verify", "flat.drama", "told.md"], { folder: told2 }).out).not.toContain(
    "not understood",
  )
})

test("a gap is closed with as many acts as it takes", () => {
  const story = `entity Tom : character { wants: done(); } property step() : number; step() = 0; property done() : boolean;
    action climb(who : character) { precondition: step() < 4; effect: step() = step() + 1; consenting: who; }
    action jump(who : character) { precondition: step() == 4 & !done(); effect: done(); consenting: who; }
    utility(): done(); limits { author: 6; character: 6; belief: 1; }`
  const stairs = makeFolder({ "stairs.drama": story, "jump.md": "5. jump(Tom)\n" })
  expect(
    dramaturg(["verify", "stairs.drama", "jump.md", "--repair"], { folder: stairs }).out.replace(/\s+/g, " "),
  ).toContain("It would hold with climb(Tom), climb(Tom), climb(Tom) and then climb(Tom) before act 5.")
  const short = dramaturg(["verify", "stairs.drama", "jump.md", "--repair", "--author-limit", "4"], {
    folder: stairs,
  }).out.replace(/\s+/g, " ")
  expect(short).toContain(
    "Nor do its gaps close with up to 3 acts put in, wherever they come to stand: act 5 cannot be made to happen. All of it was tried.",
  )
})
