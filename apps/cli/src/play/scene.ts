/** What there is to be read and chosen at a moment of a play. */
import { exploreFrom, type PlaySession } from "@dramaturg/engine"
import type { Choice, Fabula, Problem, Steering } from "@dramaturg/model"
import { choiceWords, playManner, tellOpening, tellSince, turnRemarks, whySentences } from "@dramaturg/telling"

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

export function steeringWords(steering: Steering): string {
  switch (steering.kind) {
    case "on course":
      return `The story is on its way: ${steering.remaining} more acts as things stand.`
    case "planned anew":
      return `The story has found another way: ${steering.remaining} more acts as things stand.`
    case "helpless":
      return steering.why === "unreachable" ? "The end that the author wanted cannot be reached any more." : "No way to the end that the author wanted was found; the others go by their own wishes."
    case "ended":
      return "It has ended."
  }
}

/** Why the others did what they did since the choice before. */
export function reasonsSince(session: PlaySession, problem: Problem): readonly string[] {
  const { node, game } = session
  if (node === undefined) return ["Nothing has happened yet."]
  const fabula = session.fabula()
  const first = node.position.past.length - node.turn.events.length
  const wishes = (who: string) => problem.utilities.find((each) => each.character === who)?.origin
  const reasons = node.turn.events.flatMap(({ label, by }, i) => {
    const others = by.filter((each) => each !== game.as)
    if (by.length === 0) return [`${label}: nobody decides this; it happens.`]
    return others.flatMap((who) => [`${label}:`, ...whySentences(fabula, first + i + 1, who, wishes).map((each) => `  ${each}`)])
  })
  return reasons.length > 0 ? reasons : ["Nobody else did anything."]
}

/** How it can still end from here: all of it within so many states, or what of it was seen. */
export function endingsFrom(session: PlaySession, most: number): { readonly goal: number; readonly rest: number; readonly isWhole: boolean } {
  const exploration = exploreFrom(session.game, session.position, { maxVisited: most })
  while (exploration.status === "exploring") exploration.step(100)
  const { endings } = exploration.counts
  return { goal: endings.goal, rest: endings.rest, isWhole: exploration.status === "complete" }
}
