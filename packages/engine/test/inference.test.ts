/**
 * What people infer from acts (D45), and what hangs on whether an act pays (D46): search, judge and oracle agree on
 * random worlds; an engine that remembers answers anew where wants have changed; and the chronicle says what
 * was inferred, and from what.
 */
import { chronicle, Game, startExploration, verify, WarmEngine } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { type Problem, type Solution, standingAt } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { initialState } from "../src/belief/initial.js"
import { Progression } from "../src/belief/progression.js"
import { StateSpace } from "../src/belief/space.js"
import { ground } from "../src/ground/ground.js"
import { everyStory, everyStoryIfKnown } from "./every-story.js"
import { type Opinion, opinionOf } from "./oracle/oracle.js"
import { randomInference } from "./oracle/random-inference.js"
import { drama } from "./worlds.js"

const long = process.env.LONG === "1"

const letter = `
open property guilty() : boolean;
property letter() : boolean;
entity Ines : character;
entity Rolf : character { wants: if(guilty()) (if(letter()) 0 else 1) elseif(letter()) 1 else 0; }
guilty();
letter();
believes(Ines, guilty()) = ?;
believes(Ines, knows(Rolf, guilty()));
action burn(Rolf) { precondition: letter(); effect: !letter(); consenting: Rolf; }
utility(): believes(Ines, guilty()) == True;
limits { author: 1; character: 1; belief: 2; infer: 1; }
`

const limits = [
  { author: 2, character: 1, belief: 1, cases: 1 },
  { author: 2, character: 2, belief: 2, cases: 1 },
]

const linesOf = ({ stories }: Opinion): string =>
  stories
    .map(({ plan }) => plan.join(" "))
    .sort()
    .join("; ")

/** Where the three differ about a world. */
function differences(problem: Problem, bounds: (typeof limits)[number], said: Opinion): readonly string[] {
  const stories = everyStoryIfKnown(problem, bounds)
  const found =
    stories &&
    linesOf({ stories: stories.map(({ solution: { plan } }) => ({ plan, utility: 0 })), refused: [] })
  const judged = (
    plan: readonly string[],
    expected: string,
    explanations: Solution["explanations"] = [],
  ): string[] => {
    const { verdict } = verify(problem, { plan, explanations }, { limits: bounds })
    return verdict === expected ? [] : [`${plan.join(" ")} is ${verdict}`]
  }
  return [
    ...(found === undefined || found === linesOf(said) ? [] : [`found ${found}, not ${linesOf(said)}`]),
    ...(stories ?? []).flatMap(({ solution: { plan, explanations } }) => judged(plan, "valid", explanations)),
    ...said.stories.flatMap(({ plan }) => judged(plan, "valid")),
    ...said.refused.slice(0, 4).flatMap(({ plan }) => judged(plan, "invalid")),
  ]
}

test("search, judge and oracle agree on random worlds in which people infer", () => {
  const counts = { decided: 0, withStories: 0, inferred: 0, paid: 0 }
  const wrong: string[] = []
  for (let seed = 0; seed < (long ? 1000 : 60); seed++) {
    const text = randomInference(seed)
    const bare = compileStory(text, { file: "world.drama" }).problem
    for (const [i, bounds] of (bare ? limits : []).entries()) {
      const withInfer = (infer: number): Problem => ({ ...bare!, limits: { ...bounds, infer } })
      const [said, without] = [1, 0].map((infer) =>
        opinionOf(withInfer(infer), { ...bounds, infer }, {}, { minds: 20_000 }),
      )
      if (typeof said === "string" || typeof without === "string") continue
      counts.decided++
      if (said.stories.length > 0) counts.withStories++
      if (linesOf(said) !== linesOf(without)) counts.inferred++
      if (text.includes("pays()") && said.stories.length > 0) counts.paid++
      wrong.push(...differences(withInfer(1), bounds, said).map((each) => `seed ${seed}, ${i}: ${each}`))
    }
  }
  expect(wrong).toEqual([])
  expect(counts.withStories).toBeGreaterThan(0.2 * counts.decided)
  expect(counts.inferred).toBeGreaterThan(0.03 * counts.decided)
  expect(counts.paid).toBeGreaterThan(0.05 * counts.decided)
}, 3_600_000)

test("an engine that remembers infers anew where wants have changed, or nobody infers", () => {
  const engine = new WarmEngine()
  const otherwise = letter.replace("if(letter()) 0 else 1", "if(letter()) 1 else 0")
  const nobody = letter.replace("infer: 1", "infer: 0")
  const statuses = [letter, otherwise, letter, nobody, letter].map((text) => {
    const search = engine.search(drama(text))
    while (search.status === "searching") search.step(1000)
    return search.status
  })
  expect(statuses).toEqual(["solved", "exhausted", "solved", "exhausted", "solved"])
})

test("the chronicle says what was inferred, and that it was inferred from the act", () => {
  const problem = drama(letter)
  const [{ solution }] = everyStory(problem, { author: 1, character: 1, belief: 2 })
  const [{ changes, surprised }] = chronicle(problem, solution, { depth: 2 }).occurrences
  const said = changes
    .filter(({ how }) => how === "inferred")
    .map(
      ({ believers, fluent, after, isFromAct }) =>
        `${believers.join(" ")}: ${fluent.label} ${after} ${isFromAct}`,
    )
  expect(said).toEqual([
    "Ines: guilty() true true",
    "Ines Ines: guilty() true true",
    "Ines Rolf: guilty() true true",
  ])
  expect(surprised).toEqual([])
})

/** Ines and Rolf think that the letter is there. It is not, so he cannot burn it; a plot says that he does. */
test("the chronicle and the search infer nothing from an act that is only taken to have happened", () => {
  const problem = drama(
    letter.replace("\nletter();", "\nbelieves(Ines, letter()); believes(Rolf, letter());"),
  )
  const fabula = chronicle(problem, { plan: ["burn(Rolf)"], explanations: [] }, { depth: 1 })
  expect(fabula.occurrences[0].isForced).toBe(true)
  expect(standingAt(fabula, 1, ["Ines"], "guilty()")?.value).toBe(null)
  const { task } = ground(problem)
  const space = new StateSpace(task)
  const progression = new Progression(space)
  const after = progression.happen(initialState(progression, 4), 0)
  const guilty = task.fluents.findIndex(({ reference }) => reference.label === "guilty()")
  expect(task.values.valueOf(space.valueOf(space.belief(after, 0), guilty))).toBe(null)
})

describe("who has inferred something acts on it", () => {
  /** Ines accuses him once she is certain, and nothing but the inference makes her so. */
  const accusing = (infer: number): Problem =>
    drama(`${letter
      .replace("infer: 1", `infer: ${infer}`)
      .replace("author: 1; character: 1", "author: 2; character: 1")
      .replace("utility(): believes(Ines, guilty()) == True;", "utility(): accused();")}
      property accused() : boolean;
      utility(Ines): accused();
      action accuse(Ines) { precondition: guilty() == True & !accused(); effect: accused(); consenting: Ines; }`)

  test("in a play, as the player, for whom there was nothing to choose before", () => {
    const game = new Game(accusing(1), { as: "Ines" })
    expect(game.start.past).toEqual(["burn(Rolf)"])
    expect(game.choices(game.start).map(({ act }) => act)).toEqual(["accuse(Ines)"])
    const blind = new Game(accusing(0), { as: "Ines" })
    expect(blind.choices(blind.start)).toEqual([])
  })

  test("in a play, as one of the others", () => {
    const events = (infer: number): readonly string[] => {
      const game = new Game(accusing(infer), { as: "Rolf" })
      return game.choose(game.start, "burn(Rolf)").turn.events.map((each) => each.label)
    }
    expect(events(1)).toEqual(["burn(Rolf)", "accuse(Ines)"])
    expect(events(0)).toEqual(["burn(Rolf)"])
  })

  test("in a story space", () => {
    const lines = (infer: number): readonly string[] => {
      const exploration = startExploration(accusing(infer), {})
      exploration.step(1000)
      return exploration.take().flatMap((each) => each.edges.map(({ act }) => act))
    }
    expect(lines(1)).toContain("accuse(Ines)")
    expect(lines(0)).not.toContain("accuse(Ines)")
  })
})
