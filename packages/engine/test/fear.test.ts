/**
 * What keeps somebody from an act that they could do in hope (D43): the review finds it by the search, the judge by
 * itself, and both come to the same. And where supposing more at once would be a reason, the review says so.
 */
import { startProspects, startReview, startSearch, verify } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import {
  choicesFor,
  type Explanations,
  type Fear,
  type Finding,
  type Problem,
  printReferences,
  referenceTo,
  type Value,
} from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { randomOpen } from "./oracle/random-open.js"
import { drama } from "./worlds.js"

const long = process.env.LONG === "1"

/** Somebody may sneak in where the guard might be awake, and end in a cell. */
const guard = (more: string, might = "", wanted = "over()"): Problem =>
  drama(`
type spot;
entity Outside, Inside, Cell : spot;
open property asleep(who : character) : boolean ${might === "" ? ";" : `{ might: ${might}; }`}
property where() : spot;
entity Guard : character { ${more} }
entity Tib : character { wants: if(where() == Inside) 1 elseif(where() == Cell) -1 else 0; }
where() = Outside;
believes(Tib, asleep(Guard)) = ?;
action throw_pebble(Tib) { effect: knows(Tib, asleep(Guard)); consenting: Tib; }
action sneak(Tib) {
  precondition: where() == Outside;
  effect: if(asleep(Guard)) (where() = Inside & believes(Tib, where()) = Inside)
    else (where() = Cell & believes(Tib, where()) = Cell);
  consenting: Tib;
}
property over() : boolean;
every action { effect: over(); }
utility(): ${wanted};
limits { author: 3; character: 3; belief: 2; }
`)

const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }

/** What the review has against the last of these acts. */
function findingsOf(problem: Problem, acts: readonly string[]): readonly Finding[] {
  const outline = { acts: acts.map((act) => ({ act, span })), notes: [] }
  const query = startReview(problem, outline, { past: acts.length - 1 })
  while (!query.step(1000));
  return query.answer!.acts.at(-1)!.findings
}

/** As JSON has it, with labels for fluents. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value ?? null, printReferences))
}

const fear = {
  hoped: [{ fluent: "asleep(Guard)", value: true }],
  plan: [],
  feared: [{ fluent: "asleep(Guard)", value: false }],
  acts: 1,
  before: 0,
  after: -1,
  losses: [{ fluent: "where()", before: "Outside", after: "Cell" }],
}

test("one more thing supposed is named where it would be a reason", () => {
  const letters = drama(`type letter; entity One, Two : letter; open property good(l : letter) : boolean;
    entity Ada : character { wants: good(One) != ? & good(Two) != ?; }
    forall(l : letter) believes(Ada, good(l)) = ?;
    action read(Ada, l : letter) { effect: knows(Ada, good(l)); consenting: Ada; }
    utility(): believes(Ada, good(One) != ? & good(Two) != ?);
    limits { author: 2; character: 2; belief: 1; }`)
  const [finding] = findingsOf(letters, ["read(Ada, One)"])
  expect(finding).toMatchObject({
    kind: "unmotivated",
    supposing: { limit: 1, cases: 2, plan: ["read(Ada, Two)"] },
  })
  expect(findingsOf({ ...letters, limits: { ...letters.limits, cases: 2 } }, ["read(Ada, One)"])).toEqual([])
})

test("who takes another to know what is so is not wrong about it, whatever else they would have to believe", () => {
  const riddle = (known: string): Problem =>
    drama(`open property up() : boolean;
    property rich() : boolean;
    entity Ann : character { believes up() = ?; wants: rich(); }
    entity Bo : character;
    up();
    ${known}
    action guess(Ann) { effect: if(up() == ? & believes(Bo, up()) == True) rich(); consenting: Ann; }
    utility(): rich();
    limits { author: 1; character: 1; belief: 2; }`)
  const kinds = (known: string) => findingsOf(riddle(known), ["guess(Ann)"]).map((each) => each.kind)
  expect(kinds("believes(Ann, knows(Bo, up()));")).toEqual(["unmotivated"])
  expect(kinds("believes(Ann, believes(Bo, up()) = ?);")).toEqual(["does-not-know"])
})

test("what a hope comes to in other cases: followed as M6 has it, and reasons that there are", () => {
  const prospects = (problem: Problem) => {
    const search = startSearch(problem, {})
    while (search.status === "searching") search.step(1000)
    const { solution } = search.story!
    const query = startProspects(problem, solution)
    while (!query.step(1000));
    return query.answer
  }
  const asleep = (value: boolean) => [{ fluent: "asleep(Guard)", value }]
  expect(plain(prospects(guard("asleep;", "", "where() == Inside")))).toEqual([
    {
      act: 1,
      character: "Tib",
      hoped: asleep(true),
      others: [{ case: asleep(false), acts: 1 }],
      isToLearn: false,
      fear: { act: "sneak(Tib)", ...fear },
    },
  ])
  const curious =
    drama(`open property up() : boolean; entity Bo : character { believes up() = ?; wants: up() != ?; }
    action peek(Bo) { effect: knows(Bo, up()); consenting: Bo; }
    utility(): believes(Bo, up()) != ?;
    limits { author: 2; character: 2; belief: 1; }`)
  const up = (value: boolean) => [{ fluent: "up()", value }]
  expect(prospects(curious)).toEqual([
    {
      act: 1,
      character: "Bo",
      hoped: up(false),
      others: [{ case: up(true), acts: 1, plan: [] }],
      isToLearn: true,
    },
  ])
})

test("who has a reason in some cases and not in all does not do it to learn", () => {
  const curious = drama(`type side; entity Heads, Tails, Edge : side; open property up() : side;
    entity Bo : character { believes up() = ?; wants: up() == Heads | up() == Tails; }
    up() = Heads;
    action peek(Bo) { effect: knows(Bo, up()); consenting: Bo; }
    utility(): believes(Bo, up()) == Heads;
    limits { author: 1; character: 1; belief: 1; }`)
  const search = startSearch(curious, {})
  while (search.status === "searching") search.step(1000)
  const query = startProspects(curious, search.story!.solution)
  while (!query.step(1000));
  const [{ isToLearn, others }] = query.answer!
  expect(others.map(({ plan }) => plan)).toEqual([[], undefined])
  expect(isToLearn).toBe(false)
})

describe("what is feared", () => {
  test.each(["asleep;", ""])("is found by review and judge, the guard being thus: %s", (more) => {
    const problem = guard(more)
    const [finding] = findingsOf(problem, ["sneak(Tib)"])
    expect(finding.kind).toBe(more === "" ? "unmotivated" : "does-not-know")
    expect(plain(finding)).toMatchObject({ fear })
    const { breaches } = verify(
      problem,
      { plan: ["sneak(Tib)"], explanations: [{}] },
      { limits: { author: 3, character: 3, belief: 2 } },
    )
    const [breach] = breaches.filter((each) => each.character === "Tib")
    expect(breach.definition).toBe("D22")
    expect(plain(breach)).toMatchObject({ fear })
  })

  test("is told of the first case that there is, and of the first that spoils it", () => {
    const doors =
      drama(`type door; entity Red, Green, Blue, Black : door; type spot; entity Street, House, Cell : spot;
      open property right() : door;
      open property moon() : boolean;
      property where() : spot;
      property near() : boolean;
      entity Tib : character {
        believes right() = ?; believes moon() = ?;
        wants: if(where() == House) 1 elseif(where() == Cell) -1 elseif(moon() == True & !believes(Bo, near())) -1 else 0;
      }
      entity Bo : character;
      right() = Blue; where() = Street;
      action approach(Tib) { effect: near(); consenting: Tib; }
      action sneak(Tib) {
        precondition: near();
        effect: if(right() == Red | right() == Green) (where() = House & believes(Tib, where()) = House)
          else (where() = Cell & believes(Tib, where()) = Cell);
        consenting: Tib;
      }
      utility(): near();
      limits { author: 1; character: 3; belief: 1; cases: 2; }`)
    const expected = {
      hoped: [{ fluent: "right()", value: "Red" }],
      feared: [{ fluent: "right()", value: "Blue" }],
      plan: ["sneak(Tib)"],
      acts: 2,
      losses: [{ fluent: "where()", before: "Street", after: "Cell" }],
    }
    const fears = (act: string) => {
      const [finding] = findingsOf(doors, [act])
      const { breaches } = verify(
        doors,
        { plan: [act], explanations: [{}] },
        { limits: { author: 1, character: 3, belief: 1 } },
      )
      return [finding, breaches.find((each) => each.character === "Tib")].map((each) => plain(each))
    }
    for (const each of fears("approach(Tib)")) expect(each).toMatchObject({ fear: expected })
  })

  test("is none of a plan with an idle act", () => {
    const problem = drama(`open property lucky() : boolean;
      property over() : boolean;
      property rich() : number;
      entity Tib : character { believes lucky() = ?; wants: rich(); }
      action sing(Tib) { effect: if(lucky() == False) (rich() = -1 & believes(Tib, rich()) = -1); consenting: Tib; }
      action bet(Tib) { effect: if(lucky() == True) (rich() = 1 & believes(Tib, rich()) = 1); consenting: Tib; }
      every action { effect: over(); }
      utility(): over();
      limits { author: 1; character: 2; belief: 1; }`)
    const [finding] = findingsOf(problem, ["sing(Tib)"])
    expect(finding.kind).toBe("unmotivated")
    expect(finding).not.toHaveProperty("fear")
    const limits = { author: 1, character: 2, belief: 1 }
    const { breaches } = verify(problem, { plan: ["sing(Tib)"], explanations: [{}] }, { limits })
    expect(breaches.find((each) => each.character === "Tib")).not.toHaveProperty("fear")
  })

  test("is none where it might not be, and none where it is known", () => {
    const [sound] = findingsOf(guard("asleep;", "value"), ["sneak(Tib)"])
    expect(sound).toBeUndefined()
    const [finding] = findingsOf(guard(""), ["throw_pebble(Tib)", "sneak(Tib)"])
    expect(finding).toMatchObject({ kind: "unmotivated", character: "Tib" })
    expect(finding).not.toHaveProperty("fear")
  })

  test("is the same to search and judge in random worlds in which people wonder", () => {
    const wrong: string[] = []
    let [feared, checked] = [0, 0]
    for (let seed = 0; seed < (long ? 400 : 16); seed++) {
      const { text, limits } = randomOpen(seed)
      const bare = compileStory(withGambles(text), { file: "world.drama" }).problem
      if (bare === undefined || bare === null) continue
      const { cases, ...bounds } = limits[1]
      const problem = { ...bare, limits: { ...bare.limits, ...bounds, cases } }
      const compared = fears(problem, bounds)
      for (const { act, ours, theirs, isWhole } of compared) {
        if (ours !== null) feared++
        if (!isWhole) checked++
        if (JSON.stringify(ours) !== JSON.stringify(theirs))
          wrong.push(`seed ${seed}, ${act}: ${JSON.stringify(ours)}, not ${JSON.stringify(theirs)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(feared).toBeGreaterThan(10)
    expect(checked).toBeLessThan(0.05 * feared)
  }, 3_600_000)
})

/** What may be so of each property that a random world may have opened. */
const chances = { p: "p()", r: "r(w)", at: "at(w) == X", who: "who() == w" }

/**
 * The same world with a gamble on all that is open, and an author to whom any act is worth something: else the
 * judge is not asked for reasons.
 */
function withGambles(text: string): string {
  const gambles = Object.entries(chances)
    .filter(([name]) => text.includes(`open property ${name}(`))
    .map(
      ([name, chance]) =>
        `action gamble_${name}(w : character) { effect: if(${chance}) (luck(w) = 3 & believes(w, luck(w)) = 3) else (luck(w) = -3 & believes(w, luck(w)) = -3); consenting: w; }`,
    )
  const more = [
    "property over() : boolean; property luck(w : character) : number;",
    "forall(w : character) luck(w) = 0;",
    "every action { effect: over(); }",
    "utility(): over();",
    ...gambles,
  ]
  const wanting = text
    .replace(/^utility\(\):.*\n/gm, "")
    .replace(/^utility\((\w+)\):/gm, "utility($1): luck($1) +")
  return `${wanting}\n${more.join("\n")}\n`
}

/** The fears of the review and of the judge, act by act, where the review looked for one. */
function fears(problem: Problem, bounds: { author: number; character: number; belief: number }) {
  return labelsOf(problem).flatMap((act) => {
    let found: readonly Finding[]
    try {
      found = findingsOf(problem, [act])
    } catch {
      return []
    }
    return found.flatMap((each) => {
      if (each.kind !== "unmotivated" && each.kind !== "does-not-know") return []
      if (each.kind === "unmotivated" && (each.wider ?? each.supposing ?? each.unasked) !== undefined)
        return []
      const judged = (explanations: Explanations, definition: string) =>
        verify(problem, { plan: [act], explanations: [explanations] }, { limits: bounds }).breaches.find(
          (breach) => breach.character === each.character && breach.definition === definition,
        )
      const breach = judged({}, "D22")
      if (breach === undefined) return []
      const [ours, theirs] = [plain<Fear | undefined>(each.fear), plain<Fear | undefined>(breach.fear)]
      if (ours === null || theirs !== null) return { act, ours, theirs, isWhole: true }
      // The judge may have spent its effort on cases before this one; what is feared of this plan it can say.
      const steps = ours!.plan.map((next) => ({ act: next, explanations: {} }))
      const checked = judged({ [each.character]: { case: ours!.hoped, steps } }, "D42 M6")
      return { act, ours, theirs: plain<Fear | undefined>(checked?.fear), isWhole: false }
    })
  })
}

function labelsOf(problem: Problem): readonly string[] {
  return problem.actions.flatMap(({ name, parameters }) =>
    parameters
      .reduce<readonly (readonly Value[])[]>(
        (lists, each) => lists.flatMap((list) => choicesFor(problem, each).map((value) => [...list, value])),
        [[]],
      )
      .map((values) => referenceTo(name, values).label),
  )
}
