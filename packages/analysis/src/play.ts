/** A play: who chooses, what has happened since their last choice, and what they can do now. The caller keeps it from turn to turn. */
import { exploreFrom, flawOf, Game, type Parting, PlaySession } from "@dramaturg/engine"
import { charactersOf, type Choice, type Ending, type PlayRecord, type Problem } from "@dramaturg/model"
import { choiceWords, endingWords, nameWords, playManner, tellOpening, tellSince, turnReasons, turnRemarks } from "@dramaturg/telling"
import { asking, type Steps } from "./question.js"
import { scriptOf } from "./script.js"
import type { Bounds, SoundWorld } from "./world.js"

export interface PlayQuestion extends Pick<Bounds, "limits"> {
  /** Undefined: whoever the record names, or the only one there is. */
  readonly as?: string
  readonly goal?: number
  readonly seed?: number
  /** A play to go on from; one that is not whole, or of somebody else, is not. */
  readonly record?: PlayRecord
}

export type PlayResult =
  /** Nobody is called so, or nobody was said to be played. */
  | { readonly kind: "no-such-character"; readonly as: string | undefined; readonly characters: readonly string[] }
  /** `partings`: where it parts from the play that it goes on from. */
  | { readonly kind: "play"; readonly session: PlaySession; readonly partings: readonly Parting[] }

export const askPlay = asking(function* ({ problem }: SoundWorld, { as: asked, goal, limits, seed: chosen, record }: PlayQuestion): Steps<PlayResult> {
  const characters = charactersOf(problem)
  const as = asked ?? record?.as ?? (characters.length === 1 ? characters[0] : undefined)
  if (as === undefined || !characters.includes(as)) return { kind: "no-such-character", as, characters }
  const seed = chosen ?? record?.seed ?? 0
  const script = yield* scriptOf(problem, { goal, limits })
  const session = new PlaySession(new Game(problem, { as, goal, limits, seed, script }), seed)
  const isGoneOn = record !== undefined && flawOf(record) === undefined && record.as === as
  return { kind: "play", session, partings: isGoneOn ? session.replay(record) : [] }
})

/** How a play stands. */
export interface PlayStanding {
  readonly as: string
  /** What the player is called in prose. */
  readonly name: string
  readonly choices: readonly (Choice & { readonly words: string })[]
  readonly ending: Ending | null
  readonly endingWords: string | null
  readonly record: PlayRecord
}

export function playStanding(session: PlaySession): PlayStanding {
  const { game: { problem, as }, game, position } = session
  const choices = game.choices(position)
  const words = choiceWords(problem, as, choices.map((each) => each.act))
  return {
    as, name: nameWords(problem, as), choices: choices.map((each, i) => ({ ...each, words: words[i] })), ending: position.ending,
    endingWords: position.ending === null ? null : endingWords(position.ending, problem, as), record: session.record(),
  }
}

/** What has happened up to a node since the choice before, through the player's eyes; at −1, how the story begins. */
export function playText(session: PlaySession, number: number): readonly string[] {
  const { at } = session
  session.goTo(number)
  const text = textHere(session)
  session.goTo(at)
  return text
}

function textHere(session: PlaySession): readonly string[] {
  const { game: { problem, as }, node } = session
  const manner = playManner(as)
  const fabula = session.fabula()
  if (node === undefined) return [...tellOpening(fabula, problem, manner), ...tellSince(fabula, problem, manner, 0)].map((each) => each.text)
  const { events, isOpen } = node.turn
  const before = fabula.occurrences.filter((each) => each.act <= node.position.past.length - events.length).length
  const told = tellSince(fabula, problem, manner, before, events[0]?.kind === "attempt").map((each) => each.text)
  const open = isOpen ? ["Whether others would have done something more could not be told: it depends on minds deeper than we follow."] : []
  return [...told, ...turnRemarks(problem, as, events, told.length), ...open]
}

/** Why the others did what they did since the choice before. */
export function playReasons(session: PlaySession, problem: Problem): readonly string[] {
  const { node, game, position } = session
  return node === undefined ? [] : turnReasons(session.fabula(), problem, node.turn, position.past.length, game.as)
}

/** How it can still end from where one stands. */
export interface PlayOutlook {
  readonly goal: number
  readonly rest: number
  /** All of it was looked at. */
  readonly isWhole: boolean
  readonly states: number
}

/** How many states are looked at for that. */
const LOOK_AHEAD = 2000

export const askOutlook = asking(function* (session: PlaySession, time: Pick<Bounds, "clock" | "timeoutMs">): Steps<PlayOutlook> {
  const exploration = exploreFrom(session.game, session.position, { maxVisited: LOOK_AHEAD, ...time })
  while (exploration.status === "exploring") exploration.step(yield { stage: "searching", visited: exploration.counts.visited })
  const { endings, visited } = exploration.counts
  return { goal: endings.goal, rest: endings.rest, isWhole: exploration.status === "complete", states: visited }
})
