/** The forms of verbs: 3,000 common ones, those that anybody trips over, and what an author gives. */
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { bare, formsOf, inflect, negate, over, senseOf, verbOf } from "../src/english/verbs.js"

const common = readFileSync(new URL("verbs/common.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .filter((each) => !each.startsWith("#"))

test("3,000 common verbs have the forms that dictionaries give them", () => {
  expect(common.length).toBeGreaterThanOrEqual(3000)
  const wrong = common.filter((line) => {
    const { base, third, past, participle, ing } = verbOf(line.split(" ")[0])
    return [base, third, past, participle, ing].join(" ") !== line
  })
  expect(wrong).toEqual([])
})

test.each<[string, string]>([
  ["refer", "referred"],
  ["occur", "occurred"],
  ["panic", "panicked"],
  ["gas", "gassed"],
  ["admit", "admitted"],
  ["stop", "stopped"],
  ["die", "died"],
  ["tie", "tied"],
  ["quiz", "quizzed"],
  ["travel", "travelled"],
  ["focus", "focused"],
  ["picnic", "picnicked"],
  ["mimic", "mimicked"],
  ["traffic", "trafficked"],
  ["offer", "offered"],
  ["visit", "visited"],
  ["develop", "developed"],
  ["benefit", "benefited"],
  ["worship", "worshipped"],
  ["kidnap", "kidnapped"],
  ["program", "programmed"],
  ["undo", "undid"],
  ["overtake", "overtook"],
  ["withstand", "withstood"],
  ["hang", "hung"],
  ["lay", "laid"],
  ["lie", "lay"],
  ["go", "went"],
  ["do", "did"],
  ["have", "had"],
  ["equip", "equipped"],
  ["trek", "trekked"],
  ["fix", "fixed"],
  ["bow", "bowed"],
  ["play", "played"],
  ["hurry", "hurried"],
  ["appeal", "appealed"],
  ["parallel", "paralleled"],
  ["equal", "equalled"],
  ["dial", "dialled"],
  ["yap", "yapped"],
  ["re-enter", "re-entered"],
  ["unwrap", "unwrapped"],
  ["zigzag", "zigzagged"],
  ["arc", "arced"],
  ["found", "founded"],
  ["wound", "wounded"],
])("%s: %s", (base, past) => {
  expect(inflect(base, "past", "third")).toBe(past)
})

test.each<[string, string, string]>([
  ["go", "goes", "going"],
  ["do", "does", "doing"],
  ["die", "dies", "dying"],
  ["quiz", "quizzes", "quizzing"],
  ["gas", "gases", "gassing"],
  ["echo", "echoes", "echoing"],
  ["try", "tries", "trying"],
  ["pass", "passes", "passing"],
  ["see", "sees", "seeing"],
  ["make", "makes", "making"],
  ["be", "is", "being"],
  ["have", "has", "having"],
  ["stomach", "stomachs", "stomaching"],
  ["singe", "singes", "singeing"],
  ["hoe", "hoes", "hoeing"],
  ["panic", "panics", "panicking"],
])("%s: %s, %s", (base, third, ing) => {
  expect([verbOf(base).third, verbOf(base).ing]).toEqual([third, ing])
})

describe("modal verbs", () => {
  test.each<[string, string, string, string, string]>([
    ["must wait", "must wait", "had to wait", "did not have to wait", "have to wait"],
    ["can swim", "can swim", "could swim", "could not swim", "be able to swim"],
    ["may enter", "may enter", "might enter", "might not enter", "be allowed to enter"],
    ["will come", "will come", "would come", "would not come", "be going to come"],
    ["shall pay", "shall pay", "should pay", "should not pay", "have to pay"],
    ["ought to go", "ought to go", "ought to go", "ought not to go", "have to go"],
  ])("%s", (verb, present, past, denied, behindTo) => {
    expect(inflect(verb, "present", "third")).toBe(present)
    expect(inflect(verb, "past", "third")).toBe(past)
    expect(negate(verb, "past", "third")).toBe(denied)
    expect(bare(verb)).toBe(behindTo)
  })

  test("of what is over", () => {
    expect(over("must wait", "past", "third")).toBe("no longer had to wait")
    expect(over("must wait", "present", "third")).toBe("no longer has to wait")
    expect(over("can swim", "present", "third")).toBe("can no longer swim")
    expect(over("be stuck", "past", "plural")).toBe("were no longer stuck")
    expect(over("love", "past", "third")).toBe("no longer loved")
  })
})

test("denied", () => {
  expect(negate("be here", "present", "first")).toBe("am not here")
  expect(negate("have a key", "present", "plural")).toBe("do not have a key")
  expect(negate("go", "past", "third")).toBe("did not go")
  expect(negate("can swim", "present", "third")).toBe("cannot swim")
  expect(negate("must wait", "present", "third")).toBe("does not have to wait")
})

test("an author gives the forms, as many as differ", () => {
  expect(verbOf("lie, lied, lied")).toMatchObject({
    base: "lie",
    past: "lied",
    participle: "lied",
    ing: "lying",
    third: "lies",
  })
  expect(verbOf("fly out, flied out")).toMatchObject({
    base: "fly",
    past: "flied",
    participle: "flied",
    rest: " out",
  })
  expect(inflect("sneak, snuck, snuck, sneaking, sneaks", "past", "third")).toBe("snuck")
  expect(inflect("gehen, ging, gegangen, gehend, geht", "present", "third")).toBe("geht")
  expect(inflect("gehen, ging, gegangen, gehend, geht", "past", "first")).toBe("ging")
})

test("two verbs that are spelt alike are told apart by what stands behind them", () => {
  const past = (verb: string, behind: string, isPerson = false): string =>
    inflect(senseOf(verb, behind, isPerson), "past", "third")
  expect(past("lie", " to ")).toBe("lied")
  expect(past("lie", "")).toBe("lied")
  expect(past("lie", " about the ring")).toBe("lied")
  expect(past("lie", " down")).toBe("lay")
  expect(past("lie", " in wait")).toBe("lay")
  expect(past("hang", " ", true)).toBe("hanged")
  expect(past("hang", " the picture")).toBe("hung")
  expect(past("bid", " farewell to ")).toBe("bade")
})

test("a reader meets a verb in every form", () => {
  for (const form of ["go", "goes", "went", "has gone", "is going", "will go"])
    expect(formsOf("go")).toContain(form)
})
