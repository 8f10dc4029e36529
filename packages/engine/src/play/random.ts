/** Plays whose choices are random: the same seed, the same play. */
import type { Ending, Problem, Slices } from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { charactersOf, parseLabel } from "@dramaturg/model"
import { generator } from "../search/order.js"
import { startSearch } from "../search/search.js"
import { Game, type PlayOptions, type Position } from "./game.js"

export interface RandomPlay {
  readonly past: readonly string[]
  /** Null: the turns were up. */
  readonly ending: Ending | null
  /** The names of all actions that could have happened at some point. */
  readonly possible: ReadonlySet<string>
}

/** One play of at most so many turns. */
export function* randomPlay(game: Game, seed: number, turns: number): Slices<RandomPlay> {
  const random = generator(seed)
  const possible = new Set<string>()
  let position: Position = game.start
  for (let turn = 0; turn < turns && position.ending === null; turn++) {
    for (const each of game.possible(position)) possible.add(each.name)
    const choices = [...game.choices(position).map((each) => each.act), null]
    position = game.choose(position, choices[Math.floor(random() * choices.length)]).position
    yield
  }
  return { past: position.past, ending: position.ending, possible }
}

/** What random plays reached. Each count is of plays. */
export interface Hits {
  readonly plays: number
  readonly endings: { readonly goal: number; readonly rest: number; readonly open: number }
  /** For each action by name, in how many plays it happened. */
  readonly acts: Readonly<Record<string, number>>
  /** The same of those plays in which it could have happened, whether or not it was chosen. */
  readonly possible: Readonly<Record<string, number>>
}

/** What random plays are asked with. */
export interface RandomPlaysOptions extends Pick<PlayOptions, "goal" | "limits"> {
  /** Who is played; without, each character in turn. */
  readonly as?: string
  readonly plays: number
  readonly turns?: number
}

/** How long the story that the manager would like to tell is looked for, in visits. */
const SCRIPT_VISITS = 20_000

/** Many plays, and what happened in how many of them. Throws if no character has that name. */
export function startRandomPlays(problem: Problem, options: RandomPlaysOptions): Query<Hits> {
  return new Query(hitsOf(problem, options))
}

function* hitsOf(
  problem: Problem,
  { as, plays, turns = 50, goal, limits }: RandomPlaysOptions,
): Slices<Hits> {
  const search = startSearch(problem, { goal, limits, maxVisited: SCRIPT_VISITS })
  while (search.status === "searching") {
    search.step(10)
    yield
  }
  const people = as === undefined ? charactersOf(problem) : [as]
  const acts: Record<string, number> = {}
  const possible: Record<string, number> = {}
  const endings = { goal: 0, rest: 0, open: 0 }
  if (people.length === 0) return { plays: 0, endings, acts, possible }
  const games = people.map(
    (each) => new Game(problem, { as: each, goal, limits, script: search.story?.solution }),
  )
  for (let seed = 1; seed <= plays; seed++) {
    const { past, ending, possible: open } = yield* randomPlay(games[seed % games.length], seed, turns)
    endings[ending ?? "open"]++
    const happened = past.map((each) => parseLabel(each).name)
    for (const name of new Set(happened)) acts[name] = (acts[name] ?? 0) + 1
    for (const name of new Set([...open, ...happened])) possible[name] = (possible[name] ?? 0) + 1
  }
  return { plays, endings, acts, possible }
}
