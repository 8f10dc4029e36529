/**
 * A play for other programs: one JSON object a line in, one a line out (docs/play.md). Names of fields follow
 * Tandem Tales where its idea is ours: `role`, `history` of turns that `succeed`, `fail` or `pass`,
 * `choices`, `ending`.
 */
import { createInterface } from "node:readline"
import type { Turn } from "@dramaturg/model"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { jsonText } from "../printing.js"
import type { MoveAnswer, MoveAsked } from "../thread/play-protocol.js"
import type { Table } from "./table.js"

export interface LinePlay {
  readonly table: Table
  readonly save: () => void
  readonly input: NodeJS.ReadableStream
  readonly write: (line: string) => void
}

export async function playByLines(play: LinePlay): Promise<ExitCode> {
  const { table, save, write } = play
  const { world, as, goal } = table.view
  write(
    jsonText({
      kind: "start",
      format: "dramaturg-play-protocol",
      version: 1,
      world,
      role: as,
      goal,
      partings: table.partings,
    }),
  )
  write(jsonText(statusOf(table, performance.now())))
  for await (const line of createInterface({ input: play.input, terminal: false })) {
    if (line.trim() === "") continue
    const asked = read(line)
    const answer =
      asked === undefined
        ? wrong('a line must be a JSON object with a field "do"')
        : await answerTo({ table, save, say: (value) => write(jsonText(value)) }, asked)
    if (answer === undefined) return exit.done
    write(jsonText(answer))
  }
  return exit.done
}

/** What another program asks of a play. */
export interface AskedOfPlay {
  readonly do: unknown
  readonly choice?: unknown
  readonly node?: unknown
}

interface Played {
  readonly table: Table
  readonly save: () => void
  /** Takes what is to be said besides the answer. */
  readonly say: (value: object) => void
}

/** The answer, as it is written as JSON. Undefined: it is over. */
export async function answerTo(play: Played, asked: AskedOfPlay): Promise<object | undefined> {
  const { table } = play
  switch (asked.do) {
    case "choose":
      return choose(play, asked.choice)
    case "wait":
      return choose(play, null)
    case "undo":
      return move(play, { do: "undo" }, "this is the beginning")
    case "go":
      return Number.isSafeInteger(asked.node)
        ? move(play, { do: "go", node: asked.node as number }, noSuchNode)
        : wrong(noSuchNode)
    case "status":
      return statusOf(table, performance.now())
    case "why":
      return tell(play, { do: "why" }, ({ reasons }) => ({ kind: "why", node: table.view.at, text: reasons }))
    case "measures":
      return tell(play, { do: "story" }, ({ measures, outlook }) => ({
        kind: "measures",
        node: table.view.at,
        ...measures,
        endings: endingsOf(outlook!),
      }))
    case "save":
      return { kind: "save", play: table.view.record }
    case "quit":
      return undefined
    default:
      return wrong(
        `there is nothing called ${jsonText(asked.do)} to do: there are choose, wait, undo, go, status, why, measures, save, quit`,
      )
  }
}

const noSuchNode = "there is no such node"

function endingsOf({ goal, rest, isWhole }: MoveAnswer["outlook"]) {
  return { goal, rest, isWhole }
}

function read(line: string): AskedOfPlay | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === "object" && value !== null && "do" in value ? value : undefined
  } catch {
    return undefined
  }
}

/** `choice`: the act, or its place among the choices, from 0. */
async function choose(play: Played, choice: unknown): Promise<object> {
  const { ending, choices } = play.table.view
  if (ending !== null) return wrong("the play has ended")
  const chosen = typeof choice === "number" ? choices[choice]?.act : choice
  if (chosen !== null && (typeof chosen !== "string" || !choices.some((each) => each.act === chosen)))
    return wrong(`${jsonText(choice)} is none of the choices`)
  return move(play, { do: "choose", chosen }, "that cannot be chosen")
}

/** What is asked for without moving. */
async function tell(
  { table }: Played,
  asked: MoveAsked,
  object: (answer: Partial<MoveAnswer>) => object,
): Promise<object> {
  const answer = await table.ask(asked)
  return typeof answer === "string" ? wrong(answer) : object(answer)
}

/** `otherwise`: what is wrong where there is no such move. */
async function move({ table, save, say }: Played, asked: MoveAsked, otherwise: string): Promise<object> {
  const began = performance.now()
  const answer = await table.ask(asked)
  if (typeof answer === "string") return wrong(answer)
  if (!answer.view) return wrong(otherwise)
  try {
    save()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // The move was made all the same.
    say(wrong(error.message))
  }
  return statusOf(table, began)
}

/** How a play stands. `began`: when this turn did, as `performance.now` counts. */
export function statusOf({ view }: Table, began: number): object {
  const { at, text, choices, ending, turn, as } = view
  return {
    kind: "status",
    node: at,
    text,
    history: turn === null ? [] : historyOf(as, turn),
    choices: choices.map(({ act, consenting, words }) => ({ act, consenting, description: words })),
    ending,
    steering: turn?.steering ?? null,
    measured: { milliseconds: Math.round(performance.now() - began) },
  }
}

/** The turns since the choice before. */
function historyOf(role: string, { chosen, events }: Turn) {
  const passed = chosen === null ? [{ type: "pass", role }] : []
  return [
    ...passed,
    ...events.map(({ kind, label, by, explanations }) => ({
      type: kind === "act" ? "succeed" : "fail",
      role: by.includes(role) ? role : "game master",
      action: label,
      consenting: by,
      explanations,
    })),
  ]
}

function wrong(message: string): object {
  return { kind: "error", message }
}
