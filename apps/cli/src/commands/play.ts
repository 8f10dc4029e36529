/** `dramaturg play`: a play in the terminal, or for another program, line by line. */
import type { Parting } from "@dramaturg/engine"
import type { PlayRecord } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { Refusal, type ExitCode } from "../exit.js"
import { isSameFile, planOutput } from "../files/known-files.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld } from "../open-world.js"
import { optional, readChoice, readCount, readNumber } from "../options.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import { playByLines } from "../play/by-lines.js"
import { playInTerminal } from "../play/in-terminal.js"
import { keeperOf, readRecord } from "../play/keep-play.js"
import { openTable, type Table } from "../play/table.js"
import { print, remark } from "../printing.js"

export interface PlayFlags extends LimitFlags, PatienceFlags {
  readonly as?: string
  readonly goal?: string
  readonly seed?: string
  readonly save?: string
  readonly load?: string
  readonly protocol?: string
}

export async function play(path: string, flags: PlayFlags): Promise<ExitCode> {
  const protocol = optional(flags.protocol, (value) => readChoice("--protocol", value, ["jsonl"]))
  const begin = tableFor(path, flags)
  if (flags.save === "-") throw new Refusal("--save keeps the play in a file: name one.")
  planOutput(flags.save, { flag: "--save", inputs: [path] })
  const keeper = keeperOf(flags.load)
  if (flags.save !== undefined) keeper.check(flags.save)
  if (path === "-") throw new Refusal("a world on stdin leaves no room for your choices: name a file.")
  const record = flags.load === undefined ? undefined : await readRecord(flags.load)
  const table = await begin(record)
  try {
    refuseLoss(table, flags)
    const save = (): void => {
      if (flags.save !== undefined) keeper.keep(flags.save, table.view.record)
    }
    save()
    if (protocol === "jsonl")
      return await playByLines({ table, save, input: process.stdin, write: (line) => print(`${line}\n`) })
    for (const each of table.partings.slice(0, 3)) remark(partingWords(each))
    return await playInTerminal({
      table,
      save,
      keeper,
      input: process.stdin,
      write: print,
      colours: coloursFor(process.stdout),
    })
  } finally {
    table.close()
  }
}

/**
 * Reads the flags of a play, and refuses those that make no sense; what comes back opens the world and begins
 * the play, or goes on with the one that was kept.
 */
export function tableFor(path: string, flags: PlayFlags): (record?: PlayRecord) => Promise<Table> {
  const goal = optional(flags.goal, (value) => readNumber("--goal", value))
  const seed = optional(flags.seed, (value) => readCount("--seed", value))
  const patience = readPatience(flags)
  const limits = limitsGiven(flags)
  return async (record) =>
    openTable({ world: await openWorld(path), as: flags.as, goal, seed, limits, record }, patience)
}

/** Choices that cannot be made any more are in no record of the play as it stands. */
function refuseLoss({ partings }: Table, { save, load }: PlayFlags) {
  const isLost = partings.some((each) => each.is === null)
  if (!isLost || save === undefined || load === undefined || !isSameFile(save, load)) return
  throw new Refusal(
    `${save} holds choices that the world as it is now does not know, and they would be lost: --save another file.`,
  )
}

function partingWords({ choice, chosen, was, is, why }: Parting): string {
  const what = `choice ${choice + 1}, ${chosen ?? "to wait"}: ${why}`
  return is === null
    ? `The play parts at ${what}.`
    : `The play parts at ${what}: ${is.join(", ") || "nothing"} instead of ${was.join(", ") || "nothing"}.`
}
