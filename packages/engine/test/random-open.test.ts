/**
 * Random worlds with open properties, by the definitions alone: nothing that the oracle says of them contradicts
 * D40's law of where a mind may hold that another has it right, whatever limits are asked for.
 */
import { compileStory } from "@dramaturg/language"
import { asItIs } from "@dramaturg/model"
import { expect, test } from "vitest"
import { diceOf } from "./oracle/dice.js"
import { after } from "./oracle/happen.js"
import { type Opinion, type Undecided, opinionOf, startOf, universeOf } from "./oracle/oracle.js"
import { randomOpen } from "./oracle/random-open.js"
import { Endless, TooDeep, type Universe, type World, isOpen, valueAt } from "./oracle/worlds.js"

const long = process.env.LONG === "1"
const seeds = Array.from({ length: long ? 1000 : 24 }, (_, i) => i)
/** Most of the time goes into what is not decided in the end. */
const minds = long ? 60_000 : 30_000

const worlds = seeds.flatMap((seed) => {
  const { text, limits } = randomOpen(seed)
  const { problem, diagnostics } = compileStory(text, { file: "world.drama" })
  const known = ["self-belief", "contradictory-start"]
  const errors = diagnostics.filter((each) => each.severity === "error" && !known.includes(each.code))
  if (errors.length > 0) throw new Error(`seed ${seed}: ${errors[0].span.line} ${errors[0].message}\n${text}`)
  return problem ? [{ seed, text, limits, problem }] : []
})

test("most of them mean something", () => {
  expect(worlds.length).toBeGreaterThan(0.8 * seeds.length)
})

test("all limits can be asked for, and people hope in many", () => {
  const counts = { decided: 0, withStories: 0, hopeful: 0 }
  const enough = 0.1 * worlds.length
  for (const { problem, limits, seed, text } of worlds) {
    const opinions = limits.map((each) => ask(() => opinionOf(problem, each, {}, { minds }), seed, text))
    const told = opinions.filter((each): each is Opinion => typeof each === "object")
    counts.decided += told.length
    if (told.some(({ stories }) => stories.length > 0)) counts.withStories++
    // To ask what they would do without hope takes as long again.
    const isHopeful = (each: Opinion | Undecided, i: number): boolean => {
      if (typeof each === "string") return false
      const hopeless = opinionOf(problem, limits[i], { noHope: true }, { minds })
      return typeof hopeless === "object" && lines(each) !== lines(hopeless)
    }
    if (counts.hopeful <= enough && opinions.some(isHopeful)) counts.hopeful++
  }
  expect(counts.decided).toBeGreaterThan(0.7 * 3 * worlds.length)
  expect(counts.withStories).toBeGreaterThan(0.2 * worlds.length)
  expect(counts.hopeful).toBeGreaterThan(enough)
}, 3_600_000)

function lines({ stories }: Opinion): string {
  return stories.map(({ plan }) => plan.join(" ")).join("\n")
}

function ask<T>(question: () => T, seed: number, text: string): T {
  try {
    return question()
  } catch (error) {
    throw new Error(`seed ${seed}: ${String(error)}\n${text}`, { cause: error })
  }
}

test("who has it right has so only where it is not known, in nobody's own mind, and never in truth", () => {
  let met = 0
  for (const { seed, text, problem } of worlds)
    for (const isIntrospective of [false, true]) {
      const universe = universeOf(problem, { deepest: 7, left: 30_000 }, {}, isIntrospective)
      const dice = diceOf(seed ^ 0x77)
      let world = orUndecided(() => startOf(universe))
      for (let i = 0; i < 6 && world !== undefined; i++) {
        met += ask(() => standingIn(universe, world!, 4), seed, text)
        const act = dice.pick(universe.actions)
        const [now, from] = [world, universe]
        world = orUndecided(() => after(from, now, act) ?? now)
      }
    }
  expect(met).toBeGreaterThan(worlds.length)
}, 3_600_000)

/** How often somebody has it right here; throws where nobody may. */
function standingIn(universe: Universe, world: World, levels: number): number {
  if (levels === 0) return 0
  let count = 0
  for (const c of universe.characters) {
    const mind = orUndecided(() => world.mind(c))
    if (mind === undefined || mind === world) continue
    for (const [fluent, value] of mind.values) {
      if (value !== asItIs) continue
      const here = orUndecided(() => ({ value: valueAt(universe.problem, world, fluent) }))
      const isOwn = c === world.path.at(-1)
      const isRight = isOwn ? here?.value === asItIs : here?.value === null || here?.value === asItIs
      if (!isOpen(universe.problem, fluent) || world.path.length === 0 || !(here === undefined || isRight))
        throw new Error(`${mind.path.join(" ")} ${fluent} is as it is, in ${String(here?.value)}`)
      count++
    }
    count += standingIn(universe, mind, levels - 1)
  }
  return count
}

function orUndecided<T>(question: () => T): T | undefined {
  try {
    return question()
  } catch (error) {
    if (error instanceof TooDeep || error instanceof Endless) return undefined
    throw error
  }
}
