/** A play that somebody reads and types: scenes, numbered choices, and a few words for everything else. */
import { createInterface } from "node:readline"
import type { PlaySession } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { endingWords, nameWords, steeringWords, waitWords } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { plural } from "../diagnostics.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { wrapped } from "../story/wrapped.js"
import type { Keeper } from "./keep-play.js"
import { endingsFrom, reasonsSince, sceneAt } from "./scene.js"

export interface Playing {
  readonly session: PlaySession
  /** The world as it was written. */
  readonly problem: Problem
  readonly save: () => void
  readonly keeper: Keeper
  readonly input: NodeJS.ReadableStream
  readonly output: { write(text: string): unknown }
  readonly colours: Colours
}

/** How many states are looked at to say how it can still end. */
const LOOK_AHEAD = 2000

const help = [
  "A number chooses. Beside that:",
  "  w, wait        wait, and see what others do",
  "  u, undo        take the last choice back",
  "  why            why the others did what they just did",
  "  story          how the story stands, and how it can still end",
  "  tree           all that was tried so far; go N goes there",
  "  save FILE      keep the play",
  "  q, quit        stop",
]

export async function playInTerminal(playing: Playing): Promise<ExitCode> {
  const { session, output, colours } = playing
  say(playing, [colours.bold(`You are ${nameWords(session.game.problem, session.game.as)}.`), colours.dim("help tells what you can type."), ""])
  show(playing)
  const lines = createInterface({ input: playing.input, terminal: false })
  output.write("> ")
  for await (const line of lines) {
    if (!heed(playing, line.trim())) return exit.done
    output.write("> ")
  }
  output.write("\n")
  return exit.done
}

function say({ output }: Playing, lines: readonly string[]) {
  output.write(lines.map((each) => `${each}\n`).join(""))
}

function show(playing: Playing) {
  const { session, colours } = playing
  const { text, choices } = sceneAt(session)
  const { ending } = session.position
  say(playing, [...(text.length > 0 ? [...wrapped(text.join(" "), 0), ""] : [])])
  if (ending !== null) return say(playing, [colours.bold(endingWords(ending, session.game.problem, session.game.as)), colours.dim("undo goes back; quit stops."), ""])
  const numbered = choices.map(({ words }, i) => `${String(i + 1).padStart(3)}  ${words}`)
  say(playing, [...numbered, `  w  ${waitWords}`, ""])
}

/** False: it is over. */
function heed(playing: Playing, line: string): boolean {
  const [word = "", ...rest] = line.split(/\s+/)
  const { session } = playing
  switch (word.toLowerCase()) {
    case "":
      break
    case "q": case "quit": case "exit":
      return false
    case "h": case "help": case "?":
      say(playing, help)
      break
    case "u": case "undo":
      if (session.undo()) moved(playing)
      else say(playing, ["This is the beginning."])
      break
    case "why":
      say(playing, reasonsSince(session, playing.problem))
      break
    case "story":
      say(playing, storyLines(session))
      break
    case "tree":
      say(playing, treeLines(session))
      break
    case "go":
      if (/^-?\d+$/.test(rest[0] ?? "") && session.goTo(Number(rest[0]) - 1)) moved(playing)
      else say(playing, ["go takes a number that tree shows; go 0 is the beginning."])
      break
    case "save":
      keep(playing, rest.join(" "))
      break
    default:
      choose(playing, word)
  }
  return true
}

function choose(playing: Playing, word: string) {
  const { session } = playing
  const isWait = /^(w|wait)$/i.test(word)
  const chosen = isWait ? null : sceneAt(session).choices[Number(word) - 1]?.act
  if (session.position.ending !== null) return say(playing, ["It has ended: undo goes back, quit stops."])
  if (chosen === undefined) return say(playing, [`${word} is none of the choices: type a number from the list, w to wait, or help.`])
  session.choose(chosen)
  moved(playing)
}

function moved(playing: Playing) {
  unlessRefused(playing, playing.save)
  show(playing)
}

/** What could not be kept is said; the play goes on. */
function unlessRefused(playing: Playing, work: () => void) {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say(playing, [error.message])
  }
}

function keep(playing: Playing, path: string) {
  if (path === "") return say(playing, ["save takes the name of a file."])
  unlessRefused(playing, () => {
    playing.keeper.keep(path, playing.session.record())
    say(playing, [`Kept in ${path}; --load ${path} goes on from it.`])
  })
}

function storyLines(session: PlaySession): readonly string[] {
  const { turns, choices, attempts, plannedAnew, helpless } = session.measures()
  const { goal, rest, isWhole } = endingsFrom(session, LOOK_AHEAD)
  const ends = `${plural(goal, "ending")} that the author wants and ${rest} without can be reached from here${isWhole ? "" : `, as far as ${LOOK_AHEAD} states show`}.`
  return [
    ...(session.node ? [steeringWords(session.node.turn.steering)] : []), ends,
    `So far: ${plural(turns, "turn")}, ${plural(choices, "choice")} offered, ${plural(attempts, "attempt")} in vain; the story was planned anew ${plannedAnew} times, and could not be helped ${helpless} times.`,
  ]
}

function treeLines(session: PlaySession): readonly string[] {
  const depths = new Map<number, number>([[-1, 0]])
  const lines = session.nodes.map(({ number, after, turn }) => {
    const depth = depths.get(after)! + 1
    depths.set(number, depth)
    const mark = number === session.at ? "*" : " "
    return { order: orderOf(session, number), text: `${mark}${String(number + 1).padStart(3)} ${"  ".repeat(depth)}${turn.chosen ?? "(wait)"}${turn.ending ? ` — ${turn.ending === "goal" ? "the end" : "it rests"}` : ""}` }
  })
  const beginning = `${session.at === -1 ? "*" : " "}  0 the beginning`
  return [beginning, ...lines.sort((a, b) => (a.order < b.order ? -1 : 1)).map((each) => each.text)]
}

/** A key that puts every node behind the one it comes after. */
function orderOf(session: PlaySession, number: number): string {
  const { after } = session.nodes[number]
  return `${after === -1 ? "" : orderOf(session, after)}${String(number).padStart(6, "0")}`
}
