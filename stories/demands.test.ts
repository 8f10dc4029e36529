/**
 * What an author demands of stories, and what is added to every action, as the engine and the judge take it.
 */
import { chronicle, startEnumeration } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"

const town = `type place;
property at(who : character) : place;
property has_bread(who : character) : boolean;
property glad(who : character) : boolean;
property singing() : boolean;
entity Home, Market, Mill : place;
entity Tom : character { at = Home; wants: (if(has_bread(Tom)) 1 else 0) + (if(glad(Tom)) 1 else 0); }
entity Ann : character { at = Market; wants: glad(Ann); }
action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}
action bake(who : character) {
  precondition: at(who) == Mill & !has_bread(who);
  effect: has_bread(who);
  consenting: who;
}
action buy(who : character) {
  precondition: at(who) == Market & !has_bread(who);
  effect: has_bread(who);
  consenting: who;
}
action sing(who : character) {
  effect: singing() & glad(who);
  consenting: who;
}
trigger hear(who : character) {
  precondition: singing() & !glad(who) & at(who) == Home;
  effect: glad(who);
}
utility(): (if(has_bread(Tom)) 1 else 0) + (if(glad(Tom) & glad(Ann)) 1 else 0);
limits { author: 4; character: 3; belief: 2; }
`

function problemOf(text: string): Problem {
  const { problem, diagnostics } = compileStory(text, { file: "town.drama" })
  expect(diagnostics).toEqual([])
  return problem!
}

/** Every story of the problem, its acts in a row. The judge has accepted each of them. */
function storiesOf(problem: Problem): string[] {
  const list = startEnumeration(problem, {})
  while (list.status === "searching") list.step(1000)
  expect(list.status).toBe("exhausted")
  expect(list.stories.some((each) => each.undecided)).toBe(false)
  return list.stories.map((each) => each.solution.plan.join(" ")).sort()
}

const plain = storiesOf(problemOf(town))

test("the town has stories without demands", () => {
  expect(plain.length).toBeGreaterThan(10)
})

describe("a world with demands has the stories of the world without them that meet them", () => {
  test.each<[string, (plan: string) => boolean]>([
    ["must: bake(?);", (plan) => plan.includes("bake(")],
    ["must: bake(Tom);", (plan) => plan.includes("bake(Tom)")],
    ["never: walk(Ann, ?);", (plan) => !plan.includes("walk(Ann")],
    ["never: walk(Ann, ?); never: buy(?);", (plan) => !plan.includes("walk(Ann") && !plan.includes("buy(")],
    ["must: has_bread(Tom);", (plan) => /(bake|buy)\(Tom\)/.test(plan)],
    ["must: hear(?);", (plan) => hears(plan)],
    ["ends: at(Tom) == Mill;", (plan) => endOf(plan, "Tom", "Home") === "Mill"],
    ["first: sing(Tom) then: has_bread(Tom);", (plan) => /sing\(Tom\).*(bake|buy)\(Tom\)/.test(plan)],
    ["first: has_bread(Tom) then: sing(?);", (plan) => /(bake|buy)\(Tom\).*sing/.test(plan)],
    ["first: singing() then: has_bread(Tom);", (plan) => /sing\(.*(bake|buy)\(Tom\)/.test(plan)],
    [
      "first: sing(Ann) then: sing(Tom); must: buy(?);",
      (plan) => /sing\(Ann\).*sing\(Tom\)/.test(plan) && plan.includes("buy("),
    ],
    ["never: at(Ann) == Market;", () => false],
  ])("story { %s }", (demands, meets) => {
    const demanded = storiesOf(problemOf(`${town}story { ${demands} }`))
    const wanted = plain.filter(meets)
    // Nothing is lost; what is gained are stories that only the demands keep from being told more shortly.
    expect(wanted.filter((each) => !demanded.includes(each))).toEqual([])
    expect(demanded.filter((each) => !meets(each))).toEqual([])
  })
})

/** Somebody is at Home and not glad when there is singing. */
function hears(plan: string): boolean {
  const at: Record<string, string> = { Tom: "Home", Ann: "Market" }
  let isSinging = false
  const glad = new Set<string>()
  for (const act of plan
    .split(" ")
    .join("")
    .split(/(?<=\))/)) {
    const [, name, who, , to] = /^(\w+)\((\w+)(,(\w+))?\)$/.exec(act)!
    if (name === "walk") at[who] = to
    if (name === "sing") isSinging = glad.add(who).has(who)
    for (const each of ["Tom", "Ann"]) if (isSinging && !glad.has(each) && at[each] === "Home") return true
  }
  return false
}

function endOf(plan: string, who: string, start: string): string {
  return [...plan.matchAll(new RegExp(`walk\\(${who}, (\\w+)\\)`, "g"))].at(-1)?.[1] ?? start
}

test("where no act could be left out in any case, they are exactly those", () => {
  for (const [demands, meets] of [
    ["ends: at(Tom) == Mill;", (plan: string) => endOf(plan, "Tom", "Home") === "Mill"],
  ] as const) {
    expect(
      storiesOf(problemOf(`${town}story { ${demands} }`)).filter((each) => plain.includes(each)),
    ).toEqual(plain.filter(meets))
  }
})

test("the chronicle of such a story does not tell of what was made to watch over it", () => {
  const problem = problemOf(`${town}story { must: hear(?); first: sing(Tom) then: has_bread(Tom); }`)
  const list = startEnumeration(problem, {})
  while (list.status === "searching") list.step(1000)
  const told = JSON.stringify(list.stories.slice(0, 5).map((each) => chronicle(problem, each.solution)))
  expect(told).toContain("hear(")
  expect(told).not.toContain("demand")
})

test("a demand alone is an aim: a story is what meets it", () => {
  const stories = storiesOf(problemOf(`${town.replace(/^utility.*\n/m, "")}story { must: bake(?); }`))
  expect(stories).toContain("walk(Tom, Mill) bake(Tom)")
  expect(stories.every((each) => each.includes("bake("))).toBe(true)
})

test("what the start was worth is known even where triggers have a part in it", () => {
  const settled = town.replace(
    "utility():",
    "property festive() : boolean;\ntrigger begin() { precondition: !festive(); effect: festive(); }\nutility(): (if(festive()) 5 else 0) +",
  )
  const meets = (plan: string) => plan.includes("bake(")
  const all = storiesOf(problemOf(settled))
  expect(all).toEqual(plain)
  const demanded = storiesOf(problemOf(`${settled}story { must: bake(?); }`))
  expect(all.filter(meets).filter((each) => !demanded.includes(each))).toEqual([])
  expect(demanded).toEqual(storiesOf(problemOf(`${town}story { must: bake(?); }`)))
})

test("what the start was worth may lie in what people believe", () => {
  const wish =
    "believes(Ann, has_bread(Tom));\nutility(): (if(believes(Ann, has_bread(Tom))) 1 else 0) + (if(believes(Ann, singing())) 1 else 0);\n"
  const believed = town.replace(/^utility.*\n/m, wish)
  expect(storiesOf(problemOf(believed))).toEqual(["sing(Ann)", "sing(Tom)"])
  const demanded = storiesOf(problemOf(`${believed}story { must: bake(?); }`))
  expect(demanded).toContain("walk(Tom, Mill) bake(Tom) sing(Tom)")
  // Bread alone is worth no more than the start was.
  expect(demanded.every((plan) => plan.includes("bake(") && plan.includes("sing("))).toBe(true)
})

test("what concerns only some who consent can be said of a property that only they have", () => {
  const vampires = `type vampire : character;
property thirst(v : vampire) : number;
${town.replace("entity Ann : character", "entity Ann : vampire")}`
  const every =
    "every action by(v : vampire) { precondition: thirst(v) < 1; effect: thirst(v) = thirst(v) + 1; observing(c : character): thirst(v) < 2; }\n"
  const apart = vampires.replaceAll(
    /^action (\w+)\(who : character([\s\S]*?)^}/gm,
    (whole: string, name: string, rest: string) => {
      const precondition = /precondition:/.test(rest)
        ? rest.replace("precondition: ", "precondition: thirst(who) < 1 & ")
        : rest.replace("{\n", "{\n  precondition: thirst(who) < 1;\n")
      const changed = precondition.replace(
        /effect: (.*);/,
        "effect: $1 & thirst(who) = thirst(who) + 1;\n  observing(c : character): thirst(who) < 2;",
      )
      return `${whole.replace("who : character", "who : mortal")}\naction v_${name}(who : vampire${changed}}`
    },
  )
  const mortal = `type mortal : character;\n${apart.replace("entity Tom : character", "entity Tom : mortal")}`
  const expected = storiesOf(problemOf(mortal))
    .map((each) => each.replaceAll("v_", ""))
    .sort()
  expect(expected.length).toBeGreaterThan(5)
  expect(storiesOf(problemOf(vampires + every))).toEqual(expected)
})
