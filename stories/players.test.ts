/**
 * Whoever does anything at all: seeded players who choose at random for fifty turns. Nobody among the others
 * does what the judge would refuse, nothing goes silent, nothing breaks, and the same choices have the same
 * consequences.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { Checker, Game, startSearch, type Position } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import {
  charactersOf,
  type Expression,
  type FluentTemplate,
  type PlayEvent,
  type Problem,
} from "@dramaturg/model"
import { describe, expect, test } from "vitest"

const isLong = process.env.LONG === "1"
const players = isLong ? 10_000 : 170
const turns = 50

const here = new URL(".", import.meta.url)
const worlds = readdirSync(here, { withFileTypes: true })
  .filter((each) => each.isDirectory() && existsSync(new URL(`${each.name}/${each.name}.drama`, here)))
  .map((each) => each.name)

interface Tally {
  turns: number
  acts: number
  attempts: number
  endings: { goal: number; rest: number }
  plannedAnew: number
  helpless: number
  slowestMs: number
}

function problemOf(world: string): Problem {
  const file = new URL(`${world}/${world}.drama`, here)
  const { problem } = compileStory(readFileSync(file, "utf8"), {
    file: file.pathname,
    sources: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
  })
  return problem!
}

describe("players who do anything", () => {
  const tallies: Record<string, Tally> = {}

  test.each(worlds)(
    "in %s meet nobody who acts without a reason, and no silence",
    (world) => {
      const problem = problemOf(world)
      const search = startSearch(problem)
      search.step(20_000)
      const roles = charactersOf(problem)
      const tally: Tally = {
        turns: 0,
        acts: 0,
        attempts: 0,
        endings: { goal: 0, rest: 0 },
        plannedAnew: 0,
        helpless: 0,
        slowestMs: 0,
      }
      const games = roles.map((as) => new Game(problem, { as, script: search.story?.solution }))
      const judges = games.map((each) => judgeOf(each, problem))
      const each = Math.ceil(players / worlds.length)
      for (let seed = 1; seed <= each; seed++)
        playAtRandom(games[seed % roles.length], judges[seed % roles.length], seed, tally)
      tallies[world] = { ...tally, slowestMs: Math.round(tally.slowestMs) }
      expect(tally.turns).toBeGreaterThan(each)
      if (isLong) keep(tallies)
      if (process.env.SHOW) console.log(world, JSON.stringify(tallies[world]))
    },
    isLong ? 3_600_000 : 60_000,
  )
})

test("the judge that watches them would notice", () => {
  const game = new Game(problemOf("parcel"), { as: "Nell" })
  const refused = (past: readonly string[], label: string): readonly string[] =>
    new Checker(gladOf(game.problem))
      .verify(
        { plan: [label], explanations: [{}] },
        { past, limits: { author: null, character: 3, belief: 2 } },
      )
      .breaches.map((each) => each.definition)
  expect(refused(["invent_parcel(Nell, Toby)"], "walk(Toby, Kitchen, Post)")).toEqual([])
  expect(refused([], "walk(Toby, Kitchen, Post)")).toEqual(["D22"])
  expect(refused([], "walk(Toby, Post, Kitchen)")).toEqual(["D17"])
})

/**
 * The same world for an author who is glad of every act: so that of a single act the judge asks all that it
 * asks of stories, whether anybody's plan has an idle step included, and has nothing to say against where it
 * ends.
 */
function gladOf(problem: Problem): Problem {
  const count: FluentTemplate = { kind: "fluent", property: problem.properties.length, arguments: [] }
  const next: Expression = {
    kind: "arithmetic",
    operator: "+",
    left: count,
    right: { kind: "constant", value: 1 },
  }
  return {
    ...problem,
    properties: [...problem.properties, { name: "acts_so_far", parameters: [], type: "number" }],
    actions: problem.actions.map((each) => ({
      ...each,
      effect: {
        kind: "all",
        parts: [each.effect, { kind: "assign", believers: [], fluent: count, value: next }],
      },
    })),
    utilities: [
      ...problem.utilities.filter((each) => each.character !== null),
      { character: null, body: count },
    ],
  }
}

/**
 * Whether an act, after a past, is one that the judge accepts of all but the player. Asked once for each
 * state.
 */
function judgeOf(game: Game, { limits }: Problem) {
  const judge = new Checker(gladOf(game.problem))
  const asked = new Set<string>()
  const stated = { author: null, character: limits.character ?? 6, belief: limits.belief ?? 2 }
  return (past: readonly string[], { label, explanations }: PlayEvent): void => {
    const key = `${game.keyOf(game.positionAfter(past))} ${label}`
    if (asked.has(key)) return
    asked.add(key)
    const { breaches } = judge.verify(
      { plan: [label], explanations: [explanations] },
      { past, limits: stated },
    )
    expect(
      breaches.filter((one) => one.character !== game.as),
      `${past.join("; ")} | ${label}`,
    ).toEqual([])
  }
}

function playAtRandom(game: Game, judge: ReturnType<typeof judgeOf>, seed: number, tally: Tally): void {
  const random = generator(seed)
  let position: Position = game.start
  for (let turn = 0; turn < turns && position.ending === null; turn++) {
    const choices = [...game.choices(position).map((each) => each.act), null]
    const chosen = choices[Math.floor(random() * choices.length)]
    const before = performance.now()
    const { position: next, turn: happened } = game.choose(position, chosen)
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - before)
    let past = position.past
    for (const event of happened.events) {
      judge(past, event)
      past = [...past, event.label]
      if (event.kind === "attempt") tally.attempts++
      else tally.acts++
    }
    expect(next.past).toEqual(past)
    // Never nothing at all: something happened, or there is something to choose, or it says that it has
    // ended.
    expect(happened.events.length > 0 || game.choices(next).length > 0 || next.ending !== null).toBe(true)
    tally.turns++
    if (happened.steering.kind === "planned anew") tally.plannedAnew++
    if (happened.steering.kind === "helpless") tally.helpless++
    position = next
  }
  if (position.ending !== null) tally.endings[position.ending]++
}

function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}

function keep(tallies: Record<string, Tally>): void {
  const folder = new URL("../bench/results/", here)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    new URL("latest-players.json", folder),
    `${JSON.stringify({ kind: "players", players, turns, worlds: tallies }, null, 2)}\n`,
  )
}
