/**
 * A play. The page keeps the record; the worker keeps the games that were played last, and can begin one
 * again from its record at any time.
 */
import { askPlay, playReasons, playStanding, playText } from "@dramaturg/analysis"
import type { PlayNode, PlaySession } from "@dramaturg/engine"
import type { PlayRecord, Problem } from "@dramaturg/model"
import { choiceWords, steeringWords } from "@dramaturg/telling"
import { answering } from "../answering.js"
import type { JobContext, Job } from "../job.js"
import type { PlayStep, Played, PlayedTurn, Refused, World } from "../protocol.js"
import { readWorld } from "../read-world.js"

interface Kept {
  readonly key: string
  readonly session: PlaySession
  /** What was told of each node; −1: the opening. */
  readonly texts: Map<number, readonly string[]>
}

/** A page may show several plays at once. The one asked for last stands first. */
let kept: readonly Kept[] = []
const mostKept = 4

export interface PlayAsked {
  readonly world: World
  readonly as: string
  readonly record: PlayRecord | null
  readonly step: PlayStep
  /** Default: that of the record, or 0. */
  readonly seed?: number
}

export const play: Job<PlayAsked, Played | Refused> = async (asked, context) => {
  const found = await sessionFor(asked, context)
  if ("kind" in found) return found
  const { session, texts, partings } = found
  const { step } = asked
  if (step.kind === "choose" && session.position.ending === null) session.choose(step.chosen)
  else if (step.kind === "undo") session.undo()
  else if (step.kind === "go") session.goTo(step.node)
  return playedOf(readWorld(asked.world).problem!, session, texts, partings)
}

async function sessionFor(
  { world, as, record, seed }: PlayAsked,
  context: JobContext,
): Promise<(Kept & { readonly partings: Played["partings"] }) | Refused> {
  const key = JSON.stringify([world, as, seed])
  const text = JSON.stringify(record)
  const same = kept.find((each) => each.key === key && JSON.stringify(each.session.record()) === text)
  if (same) {
    kept = [same, ...kept.filter((each) => each !== same)]
    return { ...same, partings: [] }
  }
  const result = await answering(world, context, (read) =>
    askPlay(read, { as, seed, record: record ?? undefined }),
  )
  if (result.kind === "refused") return result
  if (result.kind === "no-such-character")
    return { kind: "refused", sentence: `There is nobody called ${as} to be played.` }
  const begun: Kept = { key, session: result.session, texts: new Map() }
  kept = [begun, ...kept].slice(0, mostKept)
  return { ...begun, partings: result.partings.map(({ choice, chosen, why }) => ({ choice, chosen, why })) }
}

function playedOf(
  problem: Problem,
  session: PlaySession,
  texts: Map<number, readonly string[]>,
  partings: Played["partings"],
): Played {
  const { node } = session
  return {
    ...playStanding(session),
    kind: "played",
    partings,
    opening: textOf(session, -1, texts),
    turns: session.way().map((each) => turnOf(session, each, texts)),
    steering: node ? steeringWords(node.turn.steering) : null,
    reasons: playReasons(session, problem),
    measures: session.measures(),
  }
}

function turnOf(
  session: PlaySession,
  { number, turn: { chosen } }: PlayNode,
  texts: Map<number, readonly string[]>,
): PlayedTurn {
  const { game } = session
  const [words] = chosen === null ? ["Wait."] : choiceWords(game.problem, game.as, [chosen])
  return { node: number, chosen: words, text: textOf(session, number, texts) }
}

function textOf(
  session: PlaySession,
  number: number,
  texts: Map<number, readonly string[]>,
): readonly string[] {
  const text = texts.get(number) ?? playText(session, number)
  texts.set(number, text)
  return text
}
