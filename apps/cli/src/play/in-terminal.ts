/** A play in the terminal: scenes, numbered choices, and a few words for everything else. */
import { createInterface } from "node:readline"
import { steeringWords, waitWords } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { plural } from "../diagnostics.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { wrapped } from "../story/wrapped.js"
import type { Keeper } from "./keep-play.js"
import type { MoveAnswer, MoveAsked } from "../thread/play-protocol.js"
import type { Table } from "./table.js"

export interface Playing {
  readonly table: Table
  readonly save: () => void
  readonly keeper: Keeper
  readonly input: NodeJS.ReadableStream
  readonly write: (text: string) => void
  readonly colours: Colours
}

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
  const { table, write, colours } = playing
  say(playing, [
    colours.bold(`You are ${table.view.name}.`),
    colours.dim("help tells what you can type."),
    "",
  ])
  show(playing)
  const lines = createInterface({ input: playing.input, terminal: false })
  write("> ")
  for await (const line of lines) {
    if (!(await heed(playing, line.trim()))) return exit.done
    write("> ")
  }
  write("\n")
  return exit.done
}

function say({ write }: Playing, lines: readonly string[]) {
  write(lines.map((each) => `${each}\n`).join(""))
}

function show(playing: Playing) {
  const { colours } = playing
  const { text, choices, endingWords } = playing.table.view
  say(playing, [...(text.length > 0 ? [...wrapped(text.join(" "), 0), ""] : [])])
  if (endingWords !== null)
    return say(playing, [colours.bold(endingWords), colours.dim("undo goes back; quit stops."), ""])
  const numbered = choices.map(({ words }, i) => `${String(i + 1).padStart(3)}  ${words}`)
  say(playing, [...numbered, `  w  ${waitWords}`, ""])
}

/** False: it is over. */
async function heed(playing: Playing, line: string): Promise<boolean> {
  const [word = "", ...rest] = line.split(/\s+/)
  switch (word.toLowerCase()) {
    case "":
      break
    case "q":
    case "quit":
    case "exit":
      return false
    case "h":
    case "help":
    case "?":
      say(playing, help)
      break
    case "u":
    case "undo":
      await move(playing, { do: "undo" }, "This is the beginning.")
      break
    case "why":
      await tell(playing, { do: "why" }, ({ reasons = [] }) => reasons)
      break
    case "story":
      await tell(playing, { do: "story" }, (answer) => storyLines(playing, answer))
      break
    case "tree":
      await tell(playing, { do: "tree" }, (answer) => treeLines(playing, answer))
      break
    case "go":
      if (/^\d{1,9}$/.test(rest[0] ?? ""))
        await move(playing, { do: "go", node: Number(rest[0]) - 1 }, noSuchNode)
      else say(playing, [noSuchNode])
      break
    case "save":
      keep(playing, rest.join(" "))
      break
    default:
      await choose(playing, word)
  }
  return true
}

const noSuchNode = "go takes a number that tree shows; go 0 is the beginning."

/** What is asked for without moving. */
async function tell(
  playing: Playing,
  asked: MoveAsked,
  lines: (answer: Partial<MoveAnswer>) => readonly string[],
) {
  const answer = await playing.table.ask(asked)
  say(playing, typeof answer === "string" ? [answer] : lines(answer))
}

/** `otherwise` is said where there is no such move. */
async function move(playing: Playing, asked: MoveAsked, otherwise: string) {
  const answer = await playing.table.ask(asked)
  if (typeof answer === "string") say(playing, [answer])
  else if (answer.view) moved(playing)
  else say(playing, [otherwise])
}

async function choose(playing: Playing, word: string) {
  const { ending, choices } = playing.table.view
  const chosen = /^(w|wait)$/i.test(word) ? null : choices[Number(word) - 1]?.act
  if (ending !== null) return say(playing, ["It has ended: undo goes back, quit stops."])
  if (chosen === undefined)
    return say(playing, [`${word} is none of the choices: type a number from the list, w to wait, or help.`])
  await move(playing, { do: "choose", chosen }, "")
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
    playing.keeper.keep(path, playing.table.view.record)
    say(playing, [`Kept in ${path}; --load ${path} goes on from it.`])
  })
}

function storyLines({ table }: Playing, { measures, outlook }: Partial<MoveAnswer>): readonly string[] {
  const { turns, choices, attempts, plannedAnew, helpless } = measures!
  const { goal, rest, isWhole, states } = outlook!
  const ends = `${plural(goal, "ending")} that the author wants and ${rest} without can be reached from here${isWhole ? "" : `, as far as ${states} states show`}.`
  return [
    ...(table.view.turn ? [steeringWords(table.view.turn.steering)] : []),
    ends,
    `So far: ${plural(turns, "turn")}, ${plural(choices, "choice")} offered, ${plural(attempts, "attempt")} in vain; the story was planned anew ${plannedAnew} times, and could not be helped ${helpless} times.`,
  ]
}

function treeLines({ table }: Playing, { tree = [] }: Partial<MoveAnswer>): readonly string[] {
  const { at } = table.view
  const places = new Map([[-1, { depth: 0, order: "" }]])
  const lines = tree.map(({ number, after, chosen, ending }) => {
    const before = places.get(after)!
    // A key that puts every node behind the one it comes after.
    const place = { depth: before.depth + 1, order: before.order + String(number).padStart(6, "0") }
    places.set(number, place)
    const end = ending ? ` — ${ending === "goal" ? "the end" : "it rests"}` : ""
    return {
      order: place.order,
      text: `${number === at ? "*" : " "}${String(number + 1).padStart(3)} ${"  ".repeat(place.depth)}${chosen ?? "(wait)"}${end}`,
    }
  })
  const beginning = `${at === -1 ? "*" : " "}  0 the beginning`
  return [beginning, ...lines.sort((a, b) => (a.order < b.order ? -1 : 1)).map((each) => each.text)]
}
