/**
 * Minds within minds, told, judged, played and explored: whatever can be known is told, and no question about
 * a world with a good story ends in a fault. Small worlds whose rules look into themselves, and random ones.
 */
import {
  chronicle,
  Game,
  groundingNotes,
  startExploration,
  startReview,
  startSearch,
  verify,
  limitsOf,
} from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { charactersOf, type Problem, standingAt } from "@dramaturg/model"
import { tell, whyNotSentences, whySentences } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"
import { randomWorld } from "./oracle/random-world.js"
import { world } from "./worlds.js"

const long = process.env.LONG === "1"

/** Whether p() is so for whoever looks depends on whether it is so one mind deeper, and so on without end. */
const mirrors = `property p() : boolean; property who() : character; entity Ada : character; entity Bo : character; entity Cy : character;
action act2() { effect: who() = Bo & p(); };
trigger trig1(w : character) { precondition: p() & believes(w, !p()); effect: !p(); };
utility(): if(who() == Bo) 1 else 0;`

const introspection = `property lit() : boolean; property glad(who : character) : boolean;
entity Ada : character; entity Bo : character; utility(Ada): lit();
action ponder(who : character) { precondition: !lit(); effect: lit() & believes(who, believes(who, glad(Bo))); consenting: who; };
trigger cheer() { precondition: lit() & believes(Ada, !glad(Bo)); effect: believes(Ada, glad(Bo)); };
utility(): lit();`

function storyOf(problem: Problem, limits = {}, maxVisited = 2_000) {
  const search = startSearch(problem, { limits, maxVisited })
  while (search.status === "searching") search.step(100)
  return search.story?.solution
}

/**
 * Everything that one can ask about a story; throws where a reader gives up. Returns how many questions were
 * answered.
 */
function askAll(problem: Problem, limits = {}): number {
  const story = storyOf(problem, limits)
  if (story === undefined) return 0
  const people = charactersOf(problem)
  const fabula = chronicle(problem, story)
  chronicle(problem, story, { depth: 2 })
  for (const focaliser of people)
    tell(fabula, problem, {
      focalisation: "internal",
      focaliser,
      order: "as it happened",
      pace: "scene",
      tense: "past",
      person: "third",
      seed: 0,
    })
  story.plan.forEach((_, i) => whySentences(fabula, problem, i + 1, null))
  expect(verify(problem, story, { limits: limitsOf(story) }).verdict).not.toBe("invalid")
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const review = startReview(
    problem,
    { acts: story.plan.map((act) => ({ act, span })), notes: [] },
    { limits },
  )
  while (!review.step(1000));
  expect(review.answer!.verdict).not.toBe("fails")
  const game = new Game(problem, { as: people[0], limits, allowance: 20 })
  let position = game.start
  for (let turn = 0; turn < 3 && position.ending === null; turn++)
    position = game.choose(position, game.choices(position)[0]?.act ?? null).position
  for (const as of [undefined, people[0]]) {
    const exploration = startExploration(problem, {
      limits,
      depth: 2,
      maxVisited: 12,
      allowance: 20,
      ...(as === undefined ? {} : { as }),
    })
    while (exploration.status === "exploring") exploration.step(50)
  }
  return 1
}

describe("what depends on minds without end", () => {
  test("is not told, and everything else is", () => {
    const problem = world(mirrors)
    const fabula = chronicle(problem, { plan: ["act2()"], explanations: [] })
    expect(standingAt(fabula, 1, [], "who()")?.value).toBe("Bo")
    expect(standingAt(fabula, 1, ["Ada"], "who()")?.value).toBe("Bo")
    expect(standingAt(fabula, 0, ["Ada"], "p()")?.value).toBe(false)
    expect(standingAt(fabula, 1, ["Ada"], "p()")).toBeNull()
    expect(fabula.occurrences.map((each) => each.label)).toEqual(["act2()"])
  })

  test.each([
    ["mirrors", mirrors],
    ["introspection", introspection],
  ])("%s: every question is answered", (_, text) => {
    expect(askAll(world(text))).toBe(1)
  })

  test("a decision is open, never guessed", () => {
    const problem = world(
      `${mirrors.replace(/utility\(\)[^;]*;/, "")} action after() { precondition: p(); effect: who() = Cy; }; utility(): if(who() == Cy) 1 else 0;`,
    )
    const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
    const review = startReview(problem, {
      acts: ["act2()", "after()"].map((act) => ({ act, span })),
      notes: [],
    })
    while (!review.step(1000));
    expect(review.answer!.verdict).toBe("limited")
    expect(review.answer!.acts[1].verdict).toBe("limited")
    const exploration = startExploration(problem, { depth: 3 })
    while (exploration.status === "exploring") exploration.step(50)
    expect([exploration.status, exploration.limit]).toEqual(["limited", "belief"])
  })
})

test("who told somebody is named; what one looks at, one sees", () => {
  const problem =
    world(`entity Ann : character; entity Tom : character; property key() : boolean; property lit() : boolean; property hot() : boolean;
    key(); believes(Tom, !key()); believes(Ann, !hot()); hot();
    action say(Ann, Tom) { effect: believes(Tom, key()); consenting: Ann; };
    action feel(Ann) { effect: believes(Ann, hot()) & lit(); consenting: Ann; };
    utility(): lit();`)
  const { occurrences } = chronicle(problem, { plan: ["say(Ann, Tom)", "feel(Ann)"], explanations: [] })
  const [said] = occurrences[0].changes.filter((each) => each.believers.join() === "Tom")
  expect(said).toMatchObject({ fluent: { label: "key()" }, how: "told", by: "Ann" })
  const [felt] = occurrences[1].changes.filter(
    (each) => each.believers.join() === "Ann" && each.fluent.label === "hot()",
  )
  expect(felt.how).toBe("saw")
  expect(felt.by).toBeUndefined()
})

describe("why not", () => {
  const asked = (problem: Problem, act: string, limits = {}): readonly string[] => {
    const query = startReview(
      problem,
      { acts: [{ act, span: { file: "", offset: 0, length: 0, line: 1, column: 1 } }], notes: [] },
      { limits },
    )
    while (!query.step(1000));
    return whyNotSentences(query.answer!, problem)
  }

  test("what is read in a mind is said of that mind, at any depth and negated", () => {
    const problem =
      world(`property bribed() : boolean; property done() : boolean; bribed(); entity Vane : character; entity Moss : character;
      believes(Moss, !bribed()); believes(Vane, believes(Moss, bribed()));
      action threaten() { precondition: believes(Moss, bribed()); effect: done(); consenting: Moss; };
      action bluff() { precondition: !believes(Vane, believes(Moss, bribed())); effect: done(); consenting: Vane; };
      utility(): done();`)
    expect(asked(problem, "threaten()")[0]).toContain(
      "but to Moss's mind bribed() has not held since the start, though bribed() holds.",
    )
    expect(asked(problem, "bluff()")[0]).toContain(
      "but to Moss's mind, as Vane believes, bribed() has held since the start, though to Moss's mind bribed() does not hold.",
    )
  })

  test("nothing after this act is better; something else is", () => {
    const problem = world(
      `type verdict; entity Guilty, NotGuilty : verdict; property found() : verdict;
      entity Vane : character { wants: if(found() == NotGuilty) 0 elseif(found() == Guilty) -9 else -5; }
      action find(Vane, what : verdict) { precondition: found() == ?; effect: found() = what; consenting: Vane; }
      utility(): found() == NotGuilty;`,
      "world.drama",
    )
    const [sentence] = asked(problem, "find(Vane, Guilty)", { author: 2, character: 2, belief: 1 })
    expect(sentence).toContain("nothing in reach after this act is better")
    expect(sentence).toContain("Vane would rather do find(Vane, NotGuilty) (0 instead of -5).")
  })

  test("a limit that is in the way is named, with one that is not", () => {
    const problem = world(`property n() : number; entity Ann : character;
      action climb(Ann) { precondition: n() < 3; effect: n() = n() + 1; consenting: Ann; };
      utility(Ann): if(n() >= 3) 1 else 0; utility(): n();`)
    expect(asked(problem, "climb(Ann)", { author: 3, character: 2, belief: 1 })[0]).toBe(
      "Ann has no reason for it, planning 2 acts ahead, 1 mind deep; with 3 and 1 there is one: so that it leads on to climb(Ann), then climb(Ann).",
    )
    expect(asked(problem, "climb(Ann)", { author: 3, character: 3, belief: 1 })[0]).toContain(
      "Nothing speaks against it",
    )
  })
})

test("no question about a random world with a story ends in a fault", { timeout: 1_800_000 }, () => {
  let asked = 0
  for (let seed = 0; seed < (long ? 1500 : 200); seed++) {
    const { text, limits } = randomWorld(seed)
    const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
    if (problem === undefined || groundingNotes(problem).some((each) => each.severity === "error")) continue
    try {
      asked += askAll(problem, limits)
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}\n${text}`)
    }
  }
  expect(asked).toBeGreaterThan(long ? 200 : 25)
})
