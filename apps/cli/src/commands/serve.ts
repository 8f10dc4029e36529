/** `dramaturg serve --stdio`: every question for other programs, one JSON object a line in and out. */
import { availableParallelism } from "node:os"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { optional, readCount } from "../options.js"
import { jsonText, print } from "../printing.js"
import { linesOf } from "../serve/lines.js"
import { openServer, type Program } from "../serve/server.js"
import { outside } from "../surroundings.js"
import { keepThreads } from "../thread/client.js"

export interface ServeFlags {
  readonly stdio?: boolean
  readonly atOnce?: string
}

/** How many requests are answered at once, if nothing else is said and the machine has so many processors. */
const usuallyAtOnce = 4

export async function serve(program: Program, flags: ServeFlags): Promise<ExitCode> {
  if (!flags.stdio) throw new Refusal("serve speaks over stdin and stdout only: say so with --stdio.")
  const takes = "a whole number from 1 up"
  const atOnce =
    optional(flags.atOnce, (value) => readCount("--at-once", value, takes)) ??
    Math.min(usuallyAtOnce, availableParallelism())
  if (atOnce === 0) throw new Refusal(`--at-once takes ${takes}, not "0".`)
  const endThreads = keepThreads()
  const server = openServer(program, { atOnce, say: (value) => outside(() => print(`${jsonText(value)}\n`)) })
  try {
    for await (const line of linesOf(process.stdin)) server.take(line)
    await server.end()
  } finally {
    await endThreads()
  }
  return exit.done
}
