/**
 * A play for other programs: one JSON object a line in, one a line out (docs/play.md). Names of fields follow Tandem Tales where its idea is
 * ours: `role`, `history` of turns that `succeed`, `fail` or `pass`, `choices`, `ending`.
 */
import { createInterface } from "node:readline"
import type { Parting, PlaySession } from "@dramaturg/engine"
import type { Problem, Turn } from "@dramaturg/model"
import { exit, type ExitCode } from "../exit.js"
import { jsonText } from "../printing.js"
import { endingsFrom, reasonsSince, sceneAt } from "./scene.js"

export interface LinePlay {
  readonly session: PlaySession
  readonly problem: Problem
  readonly partings: readonly Parting[]
  readonly save: () => void
  readonly input: NodeJS.ReadableStream
  readonly write: (line: string) => void
}

/** How many states are looked at to say how it can still end. */
const LOOK_AHEAD = 2000

export async function playByLines(play: LinePlay): Promise<ExitCode> {
  const { session, partings, write } = play
  write(jsonText({ kind: "start", format: "dramaturg-play-protocol", version: 1, world: session.game.problem.name, role: session.game.as, goal: session.game.goal, partings }))
  write(status(session))
  for await (const line of createInterface({ input: play.input, terminal: false })) {
    if (line.trim() === "") continue
    const answer = answerTo(play, line)
    if (answer === undefined) return exit.done
    write(answer)
  }
  return exit.done
}

/** Undefined: it is over. */
function answerTo(play: LinePlay, line: string): string | undefined {
  const { session } = play
  const asked = read(line)
  if (asked === undefined) return wrong("a line must be a JSON object with a field \"do\"")
  switch (asked.do) {
    case "choose":
      return choose(play, asked.choice)
    case "wait":
      return choose(play, null)
    case "undo":
      return session.undo() ? moved(play) : wrong("this is the beginning")
    case "go":
      return typeof asked.node === "number" && session.goTo(asked.node) ? moved(play) : wrong("there is no such node")
    case "status":
      return status(session)
    case "why":
      return jsonText({ kind: "why", node: session.at, text: reasonsSince(session, play.problem) })
    case "measures":
      return jsonText({ kind: "measures", node: session.at, ...session.measures(), endings: endingsFrom(session, LOOK_AHEAD) })
    case "save":
      return jsonText({ kind: "save", play: session.record() })
    case "quit":
      return undefined
    default:
      return wrong(`there is nothing called ${jsonText(asked.do)} to do: there are choose, wait, undo, go, status, why, measures, save, quit`)
  }
}

function read(line: string): { readonly do: unknown; readonly choice?: unknown; readonly node?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === "object" && value !== null && "do" in value ? value : undefined
  } catch {
    return undefined
  }
}

/** `choice`: the act, or its place among the choices, from 0. */
function choose(play: LinePlay, choice: unknown): string {
  const { session } = play
  if (session.position.ending !== null) return wrong("the play has ended")
  const choices = session.game.choices(session.position).map((each) => each.act)
  const chosen = typeof choice === "number" ? choices[choice] : choice
  if (chosen !== null && (typeof chosen !== "string" || !choices.includes(chosen))) return wrong(`${jsonText(choice)} is none of the choices`)
  session.choose(chosen)
  return moved(play)
}

function moved({ session, save }: LinePlay): string {
  save()
  return status(session)
}

function status(session: PlaySession): string {
  const began = performance.now()
  const { text, choices } = sceneAt(session)
  const { node, position, game } = session
  return jsonText({
    kind: "status", node: session.at, text,
    history: node === undefined ? [] : historyOf(game.as, node.turn),
    choices: choices.map(({ act, consenting, words }) => ({ act, consenting, description: words })),
    ending: position.ending, steering: node?.turn.steering ?? null,
    measured: { milliseconds: Math.round(performance.now() - began) },
  })
}

/** The turns since the choice before. */
function historyOf(role: string, { chosen, events }: Turn) {
  const passed = chosen === null ? [{ type: "pass", role }] : []
  return [...passed, ...events.map(({ kind, label, by, explanations }) => ({
    type: kind === "act" ? "succeed" : "fail", role: by.includes(role) ? role : "game master", action: label, consenting: by, explanations,
  }))]
}

function wrong(message: string): string {
  return jsonText({ kind: "error", message })
}
