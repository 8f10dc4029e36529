/**
 * A play: begins it, and says what has happened since the player's last choice, what they can do now, and how
 * it can end.
 */
import { exploreFrom, flawOf, type Parting, type PlayNode, PlaySession, startGame } from "@dramaturg/engine"
import {
  charactersOf,
  type Choice,
  type Ending,
  type PlayRecord,
  type Problem,
  Query,
} from "@dramaturg/model"
import {
  choiceWords,
  endingWords,
  nameWords,
  playManner,
  tellOpening,
  tellSince,
  turnReasons,
  turnRemarks,
} from "@dramaturg/telling"
import { asking, partDone, type Steps } from "./question.js"
import { scriptOf } from "./script.js"
import type { Bounds, CompiledWorld } from "./world.js"

/** How to begin a play. */
export interface PlayQuestion extends Pick<Bounds, "limits"> {
  /** The player's character. Undefined: the one that the record names, or the world's only character. */
  readonly as?: string
  readonly goal?: number
  readonly seed?: number
  /** A saved play to resume. A damaged record, or one with another player, is ignored. */
  readonly record?: PlayRecord
}

export type PlayResult =
  /** The world has no such character, or several and none was named. */
  | {
      readonly kind: "no-such-character"
      readonly as: string | undefined
      readonly characters: readonly string[]
    }
  /** `partings`: where it departs from the record. */
  | { readonly kind: "play"; readonly session: PlaySession; readonly partings: readonly Parting[] }

/** Begins a play, or resumes one from its record. The session belongs to the caller. */
export const askPlay = asking(function* (
  { problem }: CompiledWorld,
  { as: asked, goal, limits, seed: chosen, record }: PlayQuestion,
): Steps<PlayResult> {
  const characters = charactersOf(problem)
  const as = asked ?? record?.as ?? (characters.length === 1 ? characters[0] : undefined)
  if (as === undefined || !characters.includes(as)) return { kind: "no-such-character", as, characters }
  const seed = chosen ?? record?.seed ?? 0
  const script = yield* scriptOf(problem, { goal, limits })
  const game = yield* partDone(startGame(problem, { as, goal, limits, seed, script }), "preparing")
  const session = new PlaySession(game, seed)
  const isGoneOn = record !== undefined && flawOf(record) === undefined && record.as === as
  const partings = isGoneOn ? yield* partDone(new Query(session.replaying(record)), "preparing") : []
  return { kind: "play", session, partings }
})

/** The player chooses, or waits (null); the others answer. Throws if it is none of the choices. */
export const askTurn = asking(function* (
  session: PlaySession,
  { chosen }: { readonly chosen: string | null },
): Steps<PlayNode> {
  return yield* partDone(new Query(session.choosing(chosen)), "searching")
})

/** A play between two turns. */
export interface PlayStanding {
  readonly as: string
  /** The player's name in prose. */
  readonly name: string
  readonly choices: readonly (Choice & { readonly words: string })[]
  readonly ending: Ending | null
  readonly endingWords: string | null
  readonly record: PlayRecord
}

/** What the player sees between two turns. */
export function playStanding(session: PlaySession): PlayStanding {
  const {
    game: { problem, as },
    game,
    position,
  } = session
  const choices = game.choices(position)
  const words = choiceWords(
    problem,
    as,
    choices.map((each) => each.act),
  )
  return {
    as,
    name: nameWords(problem, as),
    choices: choices.map((each, i) => ({ ...each, words: words[i] })),
    ending: position.ending,
    endingWords: position.ending === null ? null : endingWords(position.ending, problem, as),
    record: session.record(),
  }
}

/** The prose of one turn (the record's choice of this index), told through the player; at −1, the opening. */
export function playText(session: PlaySession, number: number): readonly string[] {
  const { at } = session
  session.goTo(number)
  const text = textHere(session)
  session.goTo(at)
  return text
}

function textHere(session: PlaySession): readonly string[] {
  const {
    game: { problem, as },
    node,
  } = session
  const manner = playManner(as)
  const fabula = session.fabula()
  if (node === undefined)
    return [...tellOpening(fabula, problem, manner), ...tellSince(fabula, problem, manner, 0)].map(
      (each) => each.text,
    )
  const { events, isOpen } = node.turn
  const before = fabula.occurrences.filter(
    (each) => each.act <= node.position.past.length - events.length,
  ).length
  const told = tellSince(fabula, problem, manner, before, events[0]?.kind === "attempt").map(
    (each) => each.text,
  )
  const open = isOpen
    ? [
        "Whether others would have done something more could not be told: it depends on minds deeper than we follow.",
      ]
    : []
  return [...told, ...turnRemarks(problem, as, events, told.length), ...open]
}

/** Why the other characters acted as they did in the last turn. */
export function playReasons(session: PlaySession, problem: Problem): readonly string[] {
  const { node, game, position } = session
  return node === undefined
    ? []
    : turnReasons(session.fabula(), problem, node.turn, position.past.length, game.as)
}

/** How the play can still end from its current position. */
export interface PlayOutlook {
  readonly goal: number
  readonly rest: number
  /** All states from there on were visited. */
  readonly isWhole: boolean
  readonly states: number
}

/** The most states that are visited for it. */
const LOOK_AHEAD = 2000

/** Explores from the current position of a session; a time limit makes `isWhole` false. */
export const askOutlook = asking(function* (
  session: PlaySession,
  time: Pick<Bounds, "clock" | "timeoutMs">,
): Steps<PlayOutlook> {
  const exploration = exploreFrom(session.game, session.position, { maxVisited: LOOK_AHEAD, ...time })
  while (exploration.status === "exploring")
    exploration.step(yield { stage: "searching", visited: exploration.counts.visited })
  const { endings, visited } = exploration.counts
  return {
    goal: endings.goal,
    rest: endings.rest,
    isWhole: exploration.status === "complete",
    states: visited,
  }
})
