/** A play, which stays here from turn to turn. */
import { exploreFrom, Game, PlaySession, startSearch } from "@dramaturg/engine"
import { charactersOf, type Limits, type Problem, type Solution } from "@dramaturg/model"
import { choiceWords, endingWords, nameWords, playManner, tellOpening, tellSince, turnReasons, turnRemarks } from "@dramaturg/telling"
import type { MoveAsked, Outlook, PlayView } from "../play-protocol.js"
import type { Work } from "../protocol.js"
import { readSound } from "./read-world.js"
import { now } from "./slices.js"

/** How long the story that the manager would like to tell is looked for, in visits: the same on every machine. */
const SCRIPT_VISITS = 20_000

/** How many states are looked at to say how it can still end, and how long that may take, in milliseconds. */
const LOOK_AHEAD = 2000
const LOOK_MS = 2000

/** The play of this thread, and the world as it was written. */
let played: { readonly session: PlaySession; readonly problem: Problem } | undefined

export const play: Work<"play"> = async ({ world, record, goal, limits, ...asked }, report) => {
  const sound = await readSound(world, report)
  if (!sound) return
  const { problem } = sound
  const as = asked.as ?? record?.as ?? onlyOne(problem)
  const complaint = strangerIn(problem, as)
  if (as === undefined || complaint !== undefined) return report({ complaint })
  report({ stage: "searching", note: "the play begins" })
  const seed = asked.seed ?? record?.seed ?? 0
  const session = new PlaySession(new Game(problem, { as, goal, limits, seed, script: scriptOf(problem, { goal, limits }) }), seed)
  const partings = record === undefined ? [] : session.replay(record)
  played = { session, problem }
  report({ partings, view: viewOf(session) })
}

function onlyOne(problem: Problem): string | undefined {
  const people = charactersOf(problem)
  return people.length === 1 ? people[0] : undefined
}

function strangerIn(problem: Problem, as: string | undefined): string | undefined {
  const people = charactersOf(problem)
  if (people.length === 0) return "there is nobody in this world to be played."
  if (as === undefined) return `say who you are: --as ${people.join(", or --as ")}.`
  return people.includes(as) ? undefined : `there is nobody called ${as} to be played: there are ${people.join(", ")}.`
}

function scriptOf(problem: Problem, options: { readonly goal: number | undefined; readonly limits: Limits }): Solution | undefined {
  const search = startSearch(problem, { ...options, maxVisited: SCRIPT_VISITS })
  while (search.status === "searching") search.step(50)
  return search.story?.solution
}

export const move: Work<"move"> = async (asked, report) => {
  const { session, problem } = played!
  report({ stage: "searching", note: "the story goes on" })
  switch (asked.do) {
    case "why":
      return report({ reasons: reasonsSince(session, problem) })
    case "story":
      return report({ measures: session.measures(), outlook: outlookOf(session) })
    case "tree":
      return report({ tree: session.nodes.map(({ number, after, turn }) => ({ number, after, chosen: turn.chosen, ending: turn.ending })) })
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
  const { game, node, position } = session
  const choices = game.choices(position)
  const words = choiceWords(game.problem, game.as, choices.map((each) => each.act))
  return {
    world: game.problem.name, as: game.as, name: nameWords(game.problem, game.as), goal: game.goal, at: session.at, text: textAt(session), ending: position.ending,
    endingText: position.ending === null ? null : endingWords(position.ending, game.problem, game.as), turn: node?.turn ?? null,
    choices: choices.map((each, i) => ({ ...each, words: words[i] })), record: session.record(),
  }
}

function textAt(session: PlaySession): readonly string[] {
  const { game, node } = session
  const manner = playManner(game.as)
  const fabula = session.fabula()
  if (node === undefined) return [...tellOpening(fabula, game.problem, manner), ...tellSince(fabula, game.problem, manner, 0)].map((each) => each.text)
  const acts = node.position.past.length - node.turn.events.length
  const before = fabula.occurrences.filter((each) => each.act <= acts).length
  const { events } = node.turn
  const told = tellSince(fabula, game.problem, manner, before, events[0]?.kind === "attempt").map((each) => each.text)
  const open = node.turn.isOpen ? ["Whether others would have done something more could not be told: it depends on minds deeper than we follow."] : []
  return [...told, ...turnRemarks(game.problem, game.as, events, told.length), ...open]
}

/** Why the others did what they did since the choice before. */
function reasonsSince(session: PlaySession, problem: Problem): readonly string[] {
  const { node, game } = session
  return node === undefined ? ["Nothing has happened yet."] : turnReasons(session.fabula(), problem, node.turn, node.position.past.length, game.as)
}

/** All of it within so many states, or what of it was seen in the time there is. */
function outlookOf(session: PlaySession): Outlook {
  const began = now()
  const exploration = exploreFrom(session.game, session.position, { maxVisited: LOOK_AHEAD })
  while (exploration.status === "exploring" && now() - began < LOOK_MS) exploration.step(5)
  const { endings, visited } = exploration.counts
  return { goal: endings.goal, rest: endings.rest, isWhole: exploration.status === "complete", states: visited }
}
