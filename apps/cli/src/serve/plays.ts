/** The plays that a server has open: each is known by a number, and answers one move after another. */
import type { Command } from "commander"
import { Refusal } from "../exit.js"
import { type PlayFlags, tableFor } from "../commands/play.js"
import { answerTo, statusOf } from "../play/by-lines.js"
import { recordFrom } from "../play/keep-play.js"
import type { Table } from "../play/table.js"
import { surroundings, within } from "../surroundings.js"
import { moves } from "./methods.js"
import { commandLine, type Params, refuseUnknown } from "./words.js"

/** Each play has a thread of its own. */
const mostPlays = 16

export interface PlayRoom {
  /** `name`: `start`, `end` or a move. */
  ask(name: string, params: Params): Promise<object>
  close(): void
}

export function playRoom(command: Command): PlayRoom {
  const tables = new Map<number, { readonly table: Table; last: Promise<unknown> }>()
  let count = 0

  const start = async (params: Params) => {
    const { record, ...rest } = params
    const { words, flags, texts } = commandLine("play.start", { takes: ["world"] }, command, rest, ["record"])
    if (tables.size >= mostPlays)
      throw new Refusal(`there are ${mostPlays} plays already: end one with play.end first.`)
    const own = surroundings()!
    const { as } = flags as PlayFlags
    const begin = tableFor(words.at(-1)!, {
      ...flags,
      ...(as === undefined ? {} : { as: as.normalize("NFC") }),
    })
    const kept = record === undefined || record === null ? undefined : recordFrom("the record", record)
    const around = { ...own, texts, allowsOutside: flags.allowOutside === true }
    const table = await within(around, () => begin(kept))
    const play = ++count
    tables.set(play, { table, last: Promise.resolve() })
    const { world, as: role, goal } = table.view
    return {
      format: "dramaturg-play-protocol",
      version: 1,
      play,
      world,
      role,
      goal,
      partings: table.partings,
      status: statusOf(table, performance.now()),
    }
  }

  const tableOf = ({ play }: Params) => {
    const found = tables.get(play as number)
    if (found) return found
    const all = [...tables.keys()]
    throw new Refusal(
      `there is no play ${JSON.stringify(play ?? null)}: ${all.length === 0 ? "play.start begins one" : `there are ${all.join(", ")}`}.`,
    )
  }

  const move = async (name: string, params: Params) => {
    refuseUnknown(`play.${name}`, params, ["play", ...moves[name].takes])
    const found = tableOf(params)
    const { play, ...rest } = params
    const done = found.last.then(() =>
      answerTo({ table: found.table, save: () => {}, say: () => {} }, { do: name, ...rest }),
    )
    found.last = done.catch(() => {})
    const answer = (await done) as { readonly kind: string; readonly message?: string }
    if (answer.kind === "error") throw new Refusal(`${answer.message}.`.replace(/\.\.$/, "."))
    return answer
  }

  return {
    async ask(name, params) {
      if (name === "start") return start(params)
      if (name !== "end") return move(name, params)
      refuseUnknown("play.end", params, ["play"])
      tableOf(params).table.close()
      tables.delete(params.play as number)
      return { kind: "end", play: params.play }
    },
    close() {
      for (const { table } of tables.values()) table.close()
      tables.clear()
    },
  }
}
