/**
 * Time, utilities, words, common properties, unforeseen effects, demands and scenarios: from a text to its
 * problem or its messages.
 */
import { compileStory } from "@dramaturg/language"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { bare } from "./bare.js"

const people = `type place;
type vampire : character;
entity Home, Market : place;
entity Tom, Ann : character;
entity Spike : vampire;
property at(who : character) : place;
property glad(who : character) : boolean;
property coins(who : character) : number;
common property time() : number;
utility(): glad(Tom);
`

function compile(text: string) {
  return compileStory(people + text, { file: "w.drama" })
}

function problemOf(text: string): Problem {
  const { problem, diagnostics } = compile(text)
  expect(diagnostics.map((each) => `${each.span.line - 10} ${each.message}`)).toEqual([])
  return problem!
}

function same(one: string, other: string) {
  const [a, b] = [one, other].map((each) => ({ ...problemOf(each), name: "" }))
  expect(bare(a)).toBe(bare(b))
}

function said(text: string): string[] {
  return compile(text).diagnostics.map(
    (each) => `${each.span.line - 10}:${each.span.column} ${each.code}: ${each.message}`,
  )
}

const act = (parts: string) => `action go(who : character, to : place) { ${parts} consenting: who; }\n`
const when = (condition: string) => act(`precondition: ${condition}; effect: at(who) = to;`)

describe("what one writes is short for what one could have written", () => {
  test.each<[string, string]>([
    [
      act("effect: at(who) = to; takes: coins(who) + 1;"),
      act("effect: at(who) = to & time() = time() + (coins(who) + 1);"),
    ],
    [
      act("takes: 2; effect: at(who) = to & glad(who);"),
      act("effect: at(who) = to & glad(who) & time() = time() + 2;"),
    ],
    [act("takes: 2;"), act("effect: time() = time() + 2;")],
    [when("before(6)"), when("time() < 6")],
    [when("after(coins(who))"), when("time() >= coins(who)")],
    [when("within(2, 6)"), when("time() >= 6 & time() <= 6 + 2")],
    [
      "utility(Tom): coins(Tom);\nutility(Ann): utility(Tom) + 1;",
      "utility(Tom): coins(Tom);\nutility(Ann): coins(Tom) + 1;",
    ],
    [
      "utility(Ann): utility(Tom);\nutility(Tom): glad(Tom);",
      "utility(Ann): if(glad(Tom)) 1 else 0;\nutility(Tom): glad(Tom);",
    ],
    ["utility(Ann): utility(Spike) + coins(Ann);", "utility(Ann): 0 + coins(Ann);"],
    [
      "utility(Tom): glad(Tom);\nutility(Spike): believes(Tom, utility(Tom)) > 0;",
      "utility(Tom): glad(Tom);\nutility(Spike): believes(Tom, if(glad(Tom)) 1 else 0) > 0;",
    ],
    [
      `utility(Tom): coins(Tom);\nutility(Ann): glad(Ann);\n${when("utility(who) > 0")}`,
      `utility(Tom): coins(Tom);\nutility(Ann): glad(Ann);\n${when("(if(who == Tom) coins(Tom) elseif(who == Ann) (if(glad(Ann)) 1 else 0) else 0) > 0")}`,
    ],
    [
      `utility(Tom): coins(Tom);\n${when("forall(v : vampire) (utility(v) > 0)")}`,
      `utility(Tom): coins(Tom);\n${when("forall(v : vampire) (0 > 0)")}`,
    ],
  ])("%s", same)
})

test("what is unforeseen and what is common is marked in the problem", () => {
  const { properties, actions, triggers } =
    problemOf(`unforeseen trigger heals(v : vampire) { precondition: !glad(v); effect: glad(v); }
trigger tires(v : vampire) { precondition: coins(v) < 0; effect: coins(v) = 0; }
${act("effect: at(who) = to & unforeseen(glad(who) & coins(who) = 1) & (if(coins(who) > 2) unforeseen(glad(who)));")}`)
  expect(properties.map((each) => each.isCommon ?? false)).toEqual([false, false, false, true])
  expect(triggers.map((each) => each.isUnforeseen ?? false)).toEqual([true, false])
  expect(bare(actions[0].effect).match(/"kind":"unforeseen","body":\{"kind":"(\w+)"/g)).toEqual([
    '"kind":"unforeseen","body":{"kind":"all"',
    '"kind":"unforeseen","body":{"kind":"assign"',
  ])
})

test("words stand in the problem as they were written", () => {
  const { entities, properties, actions, triggers, utilities } =
    problemOf(`entity Bo : character { told: "the \\"old\\" man", he; }
property near(one : place, other : place) : boolean { told: "{one} [be] near {other}", "{one's} neighbour: {value}"; }
${act('effect: at(who) = to; told: "{who} [go] to {to}", "{who.self} {who.they} {Ann}"; says: "Is it far, {Tom}?";')}
trigger rest(who : character) { precondition: coins(who) < 0; effect: coins(who) = 0; told: "{who} [rest]"; }
utility(Ann) "to be rich": coins(Ann);
entity Cy : character { wants "peace": glad(Cy); }`)
  expect(entities.find((each) => each.name === "Bo")?.told).toEqual({ name: 'the "old" man', pronoun: "he" })
  expect(properties.at(-1)?.told).toEqual(["{one} [be] near {other}", "{one's} neighbour: {value}"])
  expect([actions[0].told, actions[0].says, triggers[0].told]).toEqual([
    ["{who} [go] to {to}", "{who.self} {who.they} {Ann}"],
    ["Is it far, {Tom}?"],
    ["{who} [rest]"],
  ])
  expect(utilities.map((each) => each.told)).toEqual([undefined, "to be rich", "peace"])
})

describe("one mistake is one message", () => {
  test.each<[string, string[]]>([
    [act("takes: glad(who);"), ["1:49 wrong-type: A number is needed here, but `glad(…)` is true or false."]],
    [
      "trigger rest() { precondition: coins(Tom) < 0; effect: coins(Tom) = 0; takes: 1; }",
      ["1:72 part-not-allowed: A trigger happens by itself, at once, so `takes` has no place here."],
    ],
    [
      "utility(Ann): utility();",
      [
        "1:15 author-utility: `utility()` is what you, the author, want, and nobody in the world can reckon with that.",
      ],
    ],
    [
      "utility(Ann): utility(Home);",
      ["1:23 not-a-character: A character is needed here, but `Home` is a place."],
    ],
    [
      "utility(Ann): utility(Ann) + 1;",
      ["1:15 utility-cycle: This goes in a circle: what `Ann` wants depends on what `Ann` wants."],
    ],
    [
      "utility(Ann): utility(Tom);\nutility(Tom): utility(Spike);\nutility(Spike): utility(Ann);",
      [
        "3:17 utility-cycle: This goes in a circle: what `Ann` wants depends on what `Tom` wants, and that on what `Spike` wants, and that on what `Ann` wants.",
      ],
    ],
    [
      "utility(Ann): sum(c : character) utility(c);",
      ["1:34 utility-cycle: This goes in a circle: what `Ann` wants depends on what `Ann` wants."],
    ],
    [
      "utility(Ann): utility(Tom);\nutility(Tom): at(Tom);",
      ["2:15 wrong-type: What somebody wants must be a number, or true or false, but this is a place."],
    ],
    [
      "believes(Tom, time()) = 3;",
      ["1:1 common-belief: Everybody knows `time`, so nothing can be said of what somebody believes of it."],
    ],
    [
      act("effect: believes(Tom, time() = 3);"),
      ["1:64 common-belief: Everybody knows `time`, so nothing can be said of what somebody believes of it."],
    ],
    [
      "forall(c : character) unforeseen(glad(c));",
      ["1:23 unforeseen-start: This is so from the start, so there is nothing to foresee."],
    ],
    [
      when("unforeseen(glad(who))"),
      ["1:56 assignment-in-condition: `unforeseen(…)` says what happens, but here something is only asked."],
    ],
    [
      act('told: "{whom} [go]";'),
      ["1:48 unknown-placeholder: Nothing is known by which `{whom}` could be replaced."],
    ],
    [
      act('told: "{value} {who.slef}";'),
      [
        "1:48 unknown-placeholder: Nothing is known by which `{value}` could be replaced.",
        "1:48 unknown-placeholder: Nothing is known by which `{who.slef}` could be replaced.",
      ],
    ],
    ["story { must: glad(Tmo); }", ["1:20 unknown-name: Nobody and nothing is called `Tmo`."]],
    [
      `${when("glad(who)")}story { must: og(Tom, ?); }`,
      ["2:15 unknown-name: No property, action or trigger is called `og`."],
    ],
    [
      "story { must: coins(Tom); }",
      ["1:15 wrong-type: Something true or false is needed here, but `coins(…)` is a number."],
    ],
    [
      `${when("glad(who)")}story { never: go(Tom); }`,
      ["2:16 wrong-arguments: `go` takes two names in its brackets, not one."],
    ],
    [
      `${when("glad(who)")}story { first: go(?, Tom) then: glad(Tom); }`,
      ["2:22 wrong-arguments: `go` needs a place here, but `Tom` is a character."],
    ],
    [
      'scenario "a" { glad(Tom); }',
      ["1:10 no-expectation: This scenario expects nothing, so nothing can come of it."],
    ],
    [
      'scenario "a" { expect story; }\nscenario "a" { expect no story; }',
      ['2:10 declared-twice: A second scenario has the title "a".'],
    ],
    [
      'scenario "a" { without rst; expect story; }',
      ["1:24 unknown-name: No action or trigger is called `rst`."],
    ],
    ['scenario "a" { expect act rst(Tom); }', ["1:27 unknown-name: No action or trigger is called `rst`."]],
    [
      'scenario "a" { gald(Tom); expect glad(Tmo); }',
      [
        "1:16 unknown-property: There is no property `gald`.",
        "1:39 unknown-name: Nobody and nothing is called `Tmo`.",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

test("without a clock there is one remark", () => {
  const text = people.replace("common property time() : number;\n", "")
  const remarks = (more: string) =>
    compileStory(text + more, { file: "w.drama" }).diagnostics.map((each) => `${each.code}: ${each.hint}`)
  expect(remarks(when("before(6) & after(2)") + act("takes: 1;").replace("go", "run"))).toEqual([
    'no-clock: Write `include "@lib/clock";`.',
  ])
  expect(remarks(`property time() : number;\n${when("before(6)")}`)).toEqual([
    "no-clock: Declare it as `common property time() : number;`.",
  ])
})

test("demands become hidden properties and triggers, which nobody can write and every character believes", () => {
  const { properties, triggers, initial, utilities } = problemOf(
    `${when("glad(who)")}story { must: go(Tom, ?); never: glad(Ann); first: go(?, Home) then: glad(Tom); ends: at(Tom) == Home; }`,
  )
  const hidden = properties.filter((each) => each.isHidden)
  expect(hidden.map((each) => each.name)).toEqual([
    "demand broken",
    "demand 1",
    "demand 3 begun",
    "demand 3",
    "demand 3 ready",
    "demand start",
  ])
  expect(triggers.map((each) => [each.name, each.isHidden])).toEqual([
    ["demand broken 1", true],
    ["demand 3 ready", true],
    ["demand 3", true],
  ])
  expect(initial.length).toBe(6)
  expect(utilities.at(-1)?.character).toBe(null)
})

test("a world without demands has nothing hidden", () => {
  expect(JSON.stringify(problemOf(when("glad(who)")))).not.toContain("isHidden")
})

test("a scenario is the world with its changes", () => {
  const world = `${when("glad(who)")}trigger rest(who : character) { precondition: coins(who) < 0; effect: coins(who) = 0; }
glad(Ann);
utility(Ann): glad(Tom);
limits { author: 3; character: 2; }\n`
  const { scenarios, problem } = compile(`${world}scenario "other" {
  !glad(Ann);
  utility(Ann): coins(Ann);
  utility(): at(Tom) == Home;
  without rest;
  limits { author: none; }
  goal: 2;
  expect no story;
  expect ending at(Spike) == Home;
  expect no act rest( ? );
  expect believes(Tom,
    glad(Ann));
}
scenario "the same" { expect story; }`)
  const [other, again] = scenarios
  const changed = world
    .replace("glad(Ann);\n", "")
    .replace("utility(Ann): glad(Tom);\n", "")
    .replace(/trigger.*\n/, "")
    .replace("author: 3; ", "")
  const byHand = compileStory(
    `${people.replace("utility(): glad(Tom);\n", "")}${changed}glad(Ann);\n!glad(Ann);\nutility(Ann): coins(Ann);\nutility(): at(Tom) == Home;\nlimits { author: none; }`,
    { file: "w.drama" },
  )
  // By hand it is the world itself that says a thing twice.
  expect(byHand.diagnostics.map((each) => each.code)).toEqual(["said-twice"])
  expect(JSON.parse(bare(other.problem))).toEqual(JSON.parse(bare(byHand.problem)))
  expect(other.title).toBe("other")
  expect(other.goal).toBe(2)
  expect(other.expectations.map(({ text, kind, negated }) => [text, kind, negated])).toEqual([
    ["no story", "story", true],
    ["ending at(Spike) == Home", "ending", false],
    ["no act rest( ? )", "act", true],
    ["believes(Tom, glad(Ann))", "holds", false],
  ])
  expect(other.expectations[2]).toMatchObject({ name: "rest", arguments: [undefined] })
  expect(bare(again.problem)).toBe(bare(problem))
})

test("a scenario adds to the demands of its world, and what it takes out can still be spoken of", () => {
  const { scenarios, diagnostics } = compile(
    `${when("glad(who)")}story { must: go(Tom, ?); }\nscenario "a" { without go; must: glad(Ann); expect no story; }`,
  )
  expect(diagnostics).toEqual([])
  expect(scenarios[0].problem.actions).toEqual([])
  expect(scenarios[0].problem.properties.filter((each) => each.isHidden).map((each) => each.name)).toEqual([
    "demand 1",
    "demand 2",
    "demand start",
  ])
})
