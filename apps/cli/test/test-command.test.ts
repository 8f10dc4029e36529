/**
 * `dramaturg test`: scenarios that pass, fail and cannot be decided, in text, TAP and JSON, with the exit
 * codes that say so.
 */
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const world = `type place;
property at(who : character) : place;
property key(who : character) : boolean;
entity Hall, Cellar : place;
entity Tom : character {
  at = Hall;
  key;
  wants: at(Tom) == Cellar;
}
action descend(who : character) {
  precondition: at(who) == Hall & key(who);
  effect: at(who) = Cellar;
  consenting: who;
}
utility(): at(Tom) == Cellar;
limits { author: 2; character: 2; belief: 1; }
`
const passing = `scenario "the key is lost" { !key(Tom); expect no story; expect no ending at(Tom) == Cellar; }
scenario "as it is" { expect act descend(?); expect at(Tom) == Cellar; }
`
const failing = `scenario "without the key # he goes all the same" { !key(Tom); expect story; }
scenario "he stays" { expect at(Tom) == Hall; expect no act descend(Tom); }
`
const folder = makeFolder({
  "good.drama": world + passing,
  "bad.drama": world + failing,
  "mixed.drama": world + passing + failing,
  "none.drama": world,
  "broken.drama": `${world}property\n`,
})
const run = (...words: string[]) => dramaturg(["test", ...words], { folder, env: { COLUMNS: "100" } })

describe("dramaturg test", () => {
  it("says what passes, exit 0", () => {
    expect(run("good.drama")).toEqual({
      code: 0,
      err: "",
      out: "good.drama\n  ok         the key is lost\n  ok         as it is\n2 passed, 0 failed.\n",
    })
  })

  it("says what fails and why not, exit 1", () => {
    const { code, out } = run("bad.drama")
    expect(code).toBe(1)
    expect(out).toBe(`bad.drama
  FAILED     without the key # he goes all the same (line 17)
    expected story
      There is no story: nothing that can happen in this world brings it about, whatever anybody
      wants.
      It could end so
      - if key(Tom) held at the start, by descend(Tom).
      None of these opens it, and all were tried: wider limits (6), wants (1) and beliefs at the
      start (2).

  FAILED     he stays (line 18)
    expected at(Tom) == Hall
      At(Tom) == Hall (bad.drama:18) does not hold at the end: at(Tom) is Cellar.
      The story: descend(Tom).
    expected no act descend(Tom)
      descend(Tom) happens in the story that is told.
      The story: descend(Tom).

0 passed, 2 failed.
`)
  })

  it("runs several worlds, and of them only those asked for", () => {
    expect(run("good.drama", "mixed.drama", "--only", "key").out).toMatch(/2 passed, 1 failed\.\n$/)
    expect(run("none.drama").out).toContain("There is no scenario in this world.")
  })

  it("prints TAP", () => {
    const { code, out } = run("mixed.drama", "--tap")
    expect(code).toBe(1)
    expect(out.split("\n").filter((each) => /^(TAP|1\.\.|ok|not ok)/.test(each))).toEqual([
      "TAP version 13",
      "1..4",
      "ok 1 - mixed.drama: the key is lost",
      "ok 2 - mixed.drama: as it is",
      "not ok 3 - mixed.drama: without the key \\# he goes all the same",
      "not ok 4 - mixed.drama: he stays",
    ])
  })

  it("does not take what it could not decide for passed: exit 3", () => {
    // Whether the world was read by then is a matter of the machine: so is where it is said.
    const { code, out, err } = run("good.drama", "--timeout", "0")
    expect(code).toBe(3)
    expect(`${out}${err}`).toMatch(/the time limit was reached|undecided/)
  })

  it("refuses a world with a mistake, and two ways to print", () => {
    expect(run("broken.drama").code).toBe(2)
    expect(run("good.drama", "--tap", "--json")).toEqual({
      code: 2,
      out: "",
      err: "dramaturg: --json and --tap are two ways to print one result: take one of them.\n",
    })
  })
})

describe("test --reach", () => {
  const world = `limits { author: 4; character: 3; belief: 1; }
    property open() : boolean; property out() : boolean; property stuck() : boolean;
    entity Anna : character { wants: out(); }
    action unlock() { precondition: !open() & !stuck(); effect: open(); consenting: Anna; }
    action leave() { precondition: open() & !stuck(); effect: out(); consenting: Anna; }
    action jam() { precondition: !open() & !stuck(); effect: stuck(); }
    action fly() { precondition: stuck() & open(); effect: out(); consenting: Anna; }
    utility(): out();
  `

  it("says what can happen, what can't, how the goal is lost, and how often things happen at random", () => {
    const folder = makeFolder({ "world.drama": world })
    const { out, code } = dramaturg(["test", "world.drama", "--reach", "--plays", "20"], { folder })
    expect(code).toBe(0)
    expect(out).toMatch(/unlock +first as act 1; in \d+ of 20 plays/)
    expect(out).toMatch(/leave +first as act 2; /)
    expect(out.replace(/\s+/g, " ")).toContain(
      "fly is never possible in any of the 4 states that explained acts lead to; not possible in any of 20 plays",
    )
    expect(out).toContain("The author's goal can be reached, at the soonest after 2 acts.")
    expect(out).toContain("It can be lost: jam().")
    expect(dramaturg(["test", "world.drama", "--reach", "--plays", "20"], { folder }).out).toBe(out)
  })

  it("tells nobody has a reason from never possible, and that from what nothing can ever bring about", () => {
    const folder = makeFolder({
      "world.drama": `
      property won() : boolean; property danced() : boolean; property magic() : boolean; property flew() : boolean;
      entity Ann : character { wants: won(); }
      entity Bob : character;
      action win(who : character) { precondition: who == Ann; effect: won(); consenting: who; }
      action wave(who : character) { precondition: who == Bob; consenting: who; }
      action dance(who : character) { precondition: who == Bob; effect: danced(); consenting: who; }
      action bow(who : character) { precondition: who == Bob & danced(); consenting: who; }
      action fly(who : character) { precondition: magic(); effect: flew(); consenting: who; }
      utility(): won();`,
    })
    const { out } = dramaturg(["test", "world.drama", "--reach", "--plays", "30"], { folder })
    const flat = out.replace(/\s+/g, " ")
    expect(flat).toContain("win first as act 1; in 30 of 30 plays")
    expect(flat).toMatch(
      /wave nobody has a reason to, thinking up to 6 acts ahead and up to 2 minds deep; it is possible in 1 of 2 states; a player did it in \d+ of 30 plays/,
    )
    expect(flat).toMatch(/bow is never possible in any of the 2 states that explained acts lead to; /)
    expect(flat).toContain(
      "fly can never happen: nothing in this world makes what it needs come about; not possible in any of 30 plays",
    )
    expect(flat).not.toContain("cannot happen")
    const {
      worlds: [{ reach }],
    } = JSON.parse(
      dramaturg(["test", "world.drama", "--reach", "--plays", "3", "--json"], { folder }).out,
    ) as { worlds: { reach: { survey: { reasons: unknown } } }[] }
    expect(reach.survey.reasons).toEqual([
      { name: "wave", why: "unmotivated", states: 1 },
      { name: "dance", why: "unmotivated", states: 1 },
      { name: "bow", why: "impossible", states: 0 },
      { name: "fly", why: "never", states: 0 },
    ])
  })

  it("refuses what has no meaning", () => {
    const folder = makeFolder({ "world.drama": world })
    expect(dramaturg(["test", "world.drama", "--plays", "3"], { folder }).err).toContain(
      "--as and --plays belong to --reach.",
    )
    expect(dramaturg(["test", "world.drama", "--reach", "--as", "Bob"], { folder }).err).toContain(
      "There is nobody called Bob to play",
    )
  })
})
