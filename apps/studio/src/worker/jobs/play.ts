/**
 * A play in the studio. The page keeps the record; the worker keeps the game, and can begin it again from the
 * record at any time.
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

let kept: Kept | undefined

export interface PlayAsked {
  readonly world: World
  readonly as: string
  readonly record: PlayRecord | null
  readonly step: PlayStep
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
  { world, as, record }: PlayAsked,
  context: JobContext,
): Promise<(Kept & { readonly partings: Played["partings"] }) | Refused> {
  const key = JSON.stringify([world, as])
  const isSame = kept?.key === key && JSON.stringify(kept.session.record()) === JSON.stringify(record)
  if (isSame) return { ...kept!, partings: [] }
  const result = await answering(world, context, (read) => askPlay(read, { as, record: record ?? undefined }))
  if (result.kind === "refused") return result
  if (result.kind === "no-such-character")
    return { kind: "refused", sentence: `There is nobody called ${as} to be played.` }
  kept = { key, session: result.session, texts: new Map() }
  return { ...kept, partings: result.partings.map(({ choice, chosen, why }) => ({ choice, chosen, why })) }
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
