/** What there is to be read and chosen at a moment of a play. */
import { exploreFrom, type PlaySession } from "@dramaturg/engine"
import type { Choice, Fabula, Problem } from "@dramaturg/model"
import { choiceWords, playManner, tellOpening, tellSince, turnReasons, turnRemarks } from "@dramaturg/telling"

export interface Scene {
  /** What has happened since the choice before, through the player's eyes; at the start, how the story begins. */
  readonly text: readonly string[]
  readonly choices: readonly (Choice & { readonly words: string })[]
}

export function sceneAt(session: PlaySession): Scene {
  const { game } = session
  const choices = game.choices(session.position)
  const words = choiceWords(game.problem, game.as, choices.map((each) => each.act))
  return { text: textAt(session), choices: choices.map((each, i) => ({ ...each, words: words[i] })) }
}

function textAt(session: PlaySession): readonly string[] {
  const { game, node } = session
  const manner = playManner(game.as)
  const fabula = session.fabula()
  if (node === undefined) return [...tellOpening(fabula, game.problem, manner), ...tellSince(fabula, game.problem, manner, 0)].map((each) => each.text)
  const before = occurrencesBefore(fabula, node.position.past.length - node.turn.events.length)
  const { events } = node.turn
  const told = tellSince(fabula, game.problem, manner, before, events[0]?.kind === "attempt").map((each) => each.text)
  return [...told, ...turnRemarks(game.problem, game.as, events, told.length)]
}

function occurrencesBefore({ occurrences }: Fabula, acts: number): number {
  return occurrences.filter((each) => each.act <= acts).length
}

/** Why the others did what they did since the choice before. */
export function reasonsSince(session: PlaySession, problem: Problem): readonly string[] {
  const { node, game } = session
  return node === undefined ? ["Nothing has happened yet."] : turnReasons(session.fabula(), problem, node.turn, node.position.past.length, game.as)
}

/** How it can still end from here: all of it within so many states, or what of it was seen. */
export function endingsFrom(session: PlaySession, most: number): { readonly goal: number; readonly rest: number; readonly isWhole: boolean } {
  const exploration = exploreFrom(session.game, session.position, { maxVisited: most })
  while (exploration.status === "exploring") exploration.step(100)
  const { endings } = exploration.counts
  return { goal: endings.goal, rest: endings.rest, isWhole: exploration.status === "complete" }
}
