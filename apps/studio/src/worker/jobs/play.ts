/** A play in the studio. The page keeps the record; the worker keeps the game, and can begin it again from the record at any time. */
import { flawOf, Game, PlaySession, type PlayNode, startSearch } from "@dramaturg/engine"
import type { PlayRecord, Problem } from "@dramaturg/model"
import { choiceWords, endingWords, nameWords, playManner, steeringWords, tellOpening, tellSince, turnReasons, turnRemarks } from "@dramaturg/telling"
import type { Job } from "../job.js"
import type { Asked, Played, PlayedTurn } from "../protocol.js"
import { readWorld } from "../read-world.js"
import { breathe } from "../slices.js"

interface Kept {
  readonly key: string
  readonly session: PlaySession
  /** What was told of each node; −1: the opening. */
  readonly texts: Map<number, readonly string[]>
}

let kept: Kept | undefined

/** How long the story that the manager would like to tell is looked for, in visits. */
const SCRIPT_VISITS = 20_000

export const play: Job<"play"> = async (asked, helm) => {
  const { problem } = readWorld(asked.world)
  if (!problem) return { kind: "refused", sentence: "There is a mistake in the text; the play goes on when it is mended." }
  const { session, texts, partings } = await sessionFor(problem, asked, helm)
  const { step } = asked
  if (step.kind === "choose" && session.position.ending === null) session.choose(step.chosen)
  else if (step.kind === "undo") session.undo()
  else if (step.kind === "go") session.goTo(step.node)
  return playedOf(problem, session, texts, partings)
}

async function sessionFor(problem: Problem, { world, as, record }: Asked<"play">, helm: Parameters<Job<"play">>[1]): Promise<Kept & { readonly partings: Played["partings"] }> {
  const key = JSON.stringify([world, as])
  const isSame = kept?.key === key && JSON.stringify(kept.session.record()) === JSON.stringify(record)
  if (isSame) return { ...kept!, partings: [] }
  helm.tell({ stage: "preparing" })
  await breathe(helm)
  const search = startSearch(problem, { maxVisited: SCRIPT_VISITS })
  while (search.status === "searching") {
    search.step(100)
    await breathe(helm)
  }
  const session = new PlaySession(new Game(problem, { as, script: search.story?.solution }))
  const isWhole = record !== null && flawOf(record) === undefined && record.as === as
  const partings = isWhole ? session.replay(record).map(({ choice, chosen, why }) => ({ choice, chosen, why })) : []
  kept = { key, session, texts: new Map() }
  return { ...kept, partings }
}

function playedOf(problem: Problem, session: PlaySession, texts: Map<number, readonly string[]>, partings: Played["partings"]): Played {
  const { game, position, node } = session
  const choices = game.choices(position)
  const words = choiceWords(game.problem, game.as, choices.map((each) => each.act))
  const record: PlayRecord = session.record()
  return {
    kind: "played", as: game.as, name: nameWords(game.problem, game.as), record, partings,
    opening: openingOf(session, texts),
    turns: session.way().map((each) => turnOf(session, each, texts)),
    choices: choices.map(({ act }, i) => ({ act, words: words[i] })),
    ending: position.ending, endingWords: position.ending && endingWords(position.ending, game.problem, game.as),
    steering: node ? steeringWords(node.turn.steering) : null,
    reasons: node ? turnReasons(session.fabula(), problem, node.turn, position.past.length, game.as) : [],
    measures: session.measures(),
  }
}

function openingOf(session: PlaySession, texts: Map<number, readonly string[]>): readonly string[] {
  const known = texts.get(-1)
  if (known) return known
  const at = session.at
  session.goTo(-1)
  const fabula = session.fabula()
  const manner = playManner(session.game.as)
  const text = [...tellOpening(fabula, session.game.problem, manner), ...tellSince(fabula, session.game.problem, manner, 0)].map((each) => each.text)
  session.goTo(at)
  texts.set(-1, text)
  return text
}

function turnOf(session: PlaySession, node: PlayNode, texts: Map<number, readonly string[]>): PlayedTurn {
  const { game } = session
  const [words] = node.turn.chosen === null ? ["Wait."] : choiceWords(game.problem, game.as, [node.turn.chosen])
  const known = texts.get(node.number)
  if (known) return { node: node.number, chosen: words, text: known }
  const at = session.at
  session.goTo(node.number)
  const { events } = node.turn
  const fabula = session.fabula()
  const before = fabula.occurrences.filter((each) => each.act <= node.position.past.length - events.length).length
  const told = tellSince(fabula, game.problem, playManner(game.as), before, events[0]?.kind === "attempt").map((each) => each.text)
  session.goTo(at)
  const text = [...told, ...turnRemarks(game.problem, game.as, events, told.length)]
  texts.set(node.number, text)
  return { node: node.number, chosen: words, text }
}
