/** A play, which stays here from turn to turn. */
import { askOutlook, askPlay, playReasons, playStanding, playText } from "@dramaturg/analysis"
import type { PlaySession } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import type { MoveAsked, PlayView } from "../play-protocol.js"
import type { Work } from "../protocol.js"
import { readSound } from "./read-world.js"
import { now } from "./slices.js"

/** How long it is looked for how it can still end, in milliseconds. */
const LOOK_MS = 2000

/** The play of this thread, and the world as it was written. */
let played: { readonly session: PlaySession; readonly problem: Problem } | undefined

export const play: Work<"play"> = async ({ world, ...asked }, report) => {
  const sound = readSound(world, report)
  if (!sound) return
  report({ stage: "searching", note: "the play begins" })
  const question = askPlay(sound, asked)
  while (!question.step(50));
  const result = question.result!
  if (result.kind === "no-such-character") return report({ complaint: nobodySentence(result) })
  played = { session: result.session, problem: sound.problem }
  report({ partings: result.partings, view: viewOf(result.session) })
}

function nobodySentence({
  as,
  characters,
}: {
  readonly as: string | undefined
  readonly characters: readonly string[]
}): string {
  if (characters.length === 0) return "there is nobody in this world to be played."
  return as === undefined
    ? `say who you are: --as ${characters.join(", or --as ")}.`
    : `there is nobody called ${as} to be played: there are ${characters.join(", ")}.`
}

export const move: Work<"move"> = async (asked, report) => {
  const { session, problem } = played!
  report({ stage: "searching", note: "the story goes on" })
  switch (asked.do) {
    case "why":
      return report({
        reasons: session.node === undefined ? ["Nothing has happened yet."] : playReasons(session, problem),
      })
    case "story": {
      const question = askOutlook(session, { clock: now, timeoutMs: LOOK_MS })
      while (!question.step(5));
      return report({ measures: session.measures(), outlook: question.result! })
    }
    case "tree":
      return report({
        tree: session.nodes.map(({ number, after, turn }) => ({
          number,
          after,
          chosen: turn.chosen,
          ending: turn.ending,
        })),
      })
    default:
      if (isMade(session, asked)) report({ view: viewOf(session) })
  }
}

function isMade(session: PlaySession, asked: MoveAsked): boolean {
  if (asked.do === "undo") return session.undo()
  if (asked.do === "go") return session.goTo(asked.node)
  if (asked.do === "choose") session.choose(asked.chosen)
  return true
}

function viewOf(session: PlaySession): PlayView {
  const { game, node, at } = session
  return {
    ...playStanding(session),
    world: game.problem.name,
    goal: game.goal,
    at,
    text: playText(session, at),
    turn: node?.turn ?? null,
  }
}
