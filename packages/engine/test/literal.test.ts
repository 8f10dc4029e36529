/**
 * The definitions do without what makes them fast. `settle` comes to the same worlds whether it asks every
 * trigger or those that the prover's index leaves; and what is attached to a story is checked without asking
 * a prover anything.
 */
import { compileStory } from "@dramaturg/language"
import { finished, type Problem } from "@dramaturg/model"
import { expect, test } from "vitest"
import type { CheckContext } from "../src/check/context.js"
import { checkStory } from "../src/check/story.js"
import { indexedTask } from "../src/prove/event-index.js"
import { type GroundTask, fresh, groundTask } from "../src/semantics/ground-task.js"
import { after, Endless, settleDeeply } from "../src/semantics/happen.js"
import { worldFrom } from "../src/semantics/start.js"
import { type World, valueAlong } from "../src/semantics/world.js"
import { caseOf } from "./oracle/drama-case.js"
import { diceOf } from "./oracle/dice.js"
import { marked, newsOf } from "./oracle/random-marks.js"
import { randomWorld } from "./oracle/random-world.js"
import { drama } from "./worlds.js"

const long = process.env.LONG === "1"
const seeds = Array.from({ length: long ? 2000 : 40 }, (_, i) => i)
const DEPTH = 3
const ACTS = 4

function worldWithNews(seed: number): Problem | undefined {
  const news = newsOf(seed)
  const { problem } = compileStory(randomWorld(seed, news).text, { file: `seed-${seed}.txt` })
  return problem && marked(problem, seed, news)
}

function startOf(task: GroundTask): World {
  return finished(settleDeeply(task, worldFrom(task.setting, task.tables, task.memory.worlds, DEPTH)))
}

/** Everything that is so in a world and in its minds. */
function printed({ setting }: GroundTask, world: World): string {
  const here = setting.fluents.map((_, fluent) => String(valueAlong(world, [], fluent))).join()
  return `${here}[${world.minds.map((mind) => printed({ setting } as GroundTask, mind)).join("|")}]`
}

/** What there is after each of some random possible acts; as happens, or as can be foreseen. */
function followed(
  problem: Problem,
  ground: GroundTask,
  seed: number,
  isForeseen: boolean,
): readonly string[] {
  const task = fresh(ground)
  const moving = isForeseen ? (task.foreseen ?? task) : task
  const dice = diceOf(seed)
  const lines: string[] = []
  try {
    let world = startOf(task)
    lines.push(printed(task, world))
    for (let i = 0; i < 3 * ACTS && task.actions.length > 0; i++) {
      const action = dice.pick(task.actions)
      const next = action.precondition(world) === true ? after(moving, world, action) : undefined
      lines.push(next ? `${action.label} ${printed(task, next)}` : `${action.label} ${String(next)}`)
      world = next ?? world
    }
  } catch (error) {
    if (!(error instanceof Endless)) throw error
    lines.push("endless")
  }
  return lines
}

test("every trigger asked, or those that the index leaves: the same worlds", () => {
  const problems = seeds
    .flatMap((seed) => [worldWithNews(seed), caseOf(seed)?.problem])
    .filter((each) => each !== undefined)
  const withTriggers = problems.filter((each) => each.triggers.length > 0)
  expect(withTriggers.length).toBeGreaterThan(seeds.length / 2)
  withTriggers.forEach((problem, seed) => {
    const [literal, indexed] = [finished(groundTask(problem)), indexedTask(problem)]
    for (const isForeseen of [false, true]) {
      expect({ seed, worlds: followed(problem, indexed, seed, isForeseen) }).toEqual({
        seed,
        worlds: followed(problem, literal, seed, isForeseen),
      })
    }
  })
}, 3_600_000)

test("what is attached is checked without a prover; what is left are questions", () => {
  const problem = drama(`
    type character; type place;
    entity Tom : character;
    entity Home, Market : place;
    property at(character : character) : place;
    property has(character : character) : boolean;
    at(Tom) = Home;
    action walk(character : character, from : place, to : place) {
      precondition: at(character) == from & from != to;
      effect: at(character) = to;
      consenting: character;
      observing(x : character): True;
    };
    action buy(character : character) {
      precondition: at(character) == Market;
      effect: has(character);
      consenting: character;
      observing(x : character): True;
    };
    utility(): has(Tom);
    utility(Tom): has(Tom);
  `)
  const task = fresh(finished(groundTask(problem)))
  const refuse = (): never => {
    throw new Error("The checker asked the prover.")
  }
  const bounds = { author: 3, character: 3, belief: 1 }
  const context: CheckContext = {
    task,
    start: startOf(task),
    bounds,
    prover: { hasMotive: refuse, shortcutOf: refuse },
  }
  const buy = { act: "buy(Tom)", explanations: {} }
  const walk = "walk(Tom, Home, Market)"
  const check = (reason: readonly (typeof buy)[]) =>
    finished(
      checkStory(context, { plan: [walk, buy.act], explanations: [{ Tom: reason }, { Tom: [] }] }, undefined),
    )

  const [sound] = check([buy])
  expect(sound.breaches).toEqual([])
  expect(sound.questions.map(({ open }) => open.definition)).toEqual(["D22 M5", "D22 M5", "D24 S4"])
  expect(check([])[0].breaches.map(({ definition, message }) => `${definition}: ${message}`)).toEqual([
    "D22 M2: Tom would gain nothing by this plan (0 before, 0 after).",
  ])
})
