/**
 * A play as the command sees it: every turn is done in the thread, and asked for here. What is cut short
 * there (memory that ran out, a fault of ours) costs that turn alone: the play is set up anew as it stood.
 */
import type { Parting } from "@dramaturg/engine"
import { exit, Refusal } from "../exit.js"
import type { Input } from "../read-input.js"
import { refuseMistakes } from "../open-world.js"
import { timeLimit } from "../patience.js"
import type { MoveAnswer, MoveAsked, PlayAsked, PlayView } from "../thread/play-protocol.js"
import { openWorkerClient, type EndedBy, type Outcome } from "../thread/client.js"

export interface Table {
  /** How the play stands. */
  readonly view: PlayView
  readonly partings: readonly Parting[]
  /** What came of a move; a sentence, if nothing did. */
  ask(asked: MoveAsked): Promise<Partial<MoveAnswer> | string>
  close(): void
}

export interface TablePatience {
  /** Of all that the play has to think, not of the player. */
  readonly timeoutMs: number | undefined
  readonly memoryMiB: number
}

export async function openTable(
  asked: PlayAsked & { readonly world: Input },
  { timeoutMs, memoryMiB }: TablePatience,
): Promise<Table> {
  const client = openWorkerClient(memoryMiB)
  let spent = 0
  const timed = async <Name extends "play" | "move">(
    work: (patience: { readonly timeoutMs: number | undefined }) => Promise<Outcome<Name>>,
  ): Promise<Outcome<Name>> => {
    const began = performance.now()
    try {
      return await work({ timeoutMs: timeoutMs === undefined ? undefined : Math.max(0, timeoutMs - spent) })
    } finally {
      spent += performance.now() - began
    }
  }
  const begin = async (record = asked.record) => {
    const { answer, endedBy } = await timed<"play">((patience) =>
      client.ask("play", { ...asked, record }, patience),
    )
    refuseMistakes(asked.world, answer.diagnostics, answer.texts)
    if (answer.complaint !== undefined) throw new Refusal(answer.complaint)
    refuseCut(endedBy, timeoutMs)
    return { view: answer.view!, partings: answer.partings! }
  }
  try {
    let { view, partings } = await begin()
    let isCut = false
    return {
      get view() {
        return view
      },
      partings,
      async ask(move) {
        try {
          if (isCut) ({ view, partings } = await begin(view.record))
          const { answer, endedBy } = await timed<"move">((patience) => client.ask("move", move, patience))
          isCut = endedBy !== "itself"
          if (endedBy !== "memory") refuseCut(endedBy, timeoutMs)
          if (answer.view) view = answer.view
          if (endedBy === "itself") return answer
          ;({ view, partings } = await begin(view.record))
          isCut = false
          return "Memory ran out over that: the play stands where it stood."
        } catch (error) {
          if (error instanceof Refusal || !(error instanceof Error)) throw error
          ;({ view, partings } = await begin(view.record))
          return `That failed, which is our fault (${error.message.split("\n")[0]}); please report it with the world. The play stands where it stood.`
        }
      },
      close: () => client.close(),
    }
  } catch (error) {
    client.close()
    throw error
  }
}

function refuseCut(endedBy: EndedBy, timeoutMs: number | undefined) {
  if (endedBy === "interrupt") throw new Refusal("interrupted.", exit.interrupted)
  if (endedBy === "time") throw new Refusal(`the play was stopped at ${timeLimit(timeoutMs)}.`, exit.unknown)
  if (endedBy === "memory") throw new Refusal("the play was stopped because memory ran out.", exit.unknown)
}
