/**
 * `dramaturg tom`: answers the questions of belief stories, short stories in template sentences about who saw
 * what; or makes such stories.
 */
import type { UnreadLine } from "@dramaturg/language"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { refuseUnended } from "../open-world.js"
import { optional, readCount } from "../options.js"
import { readPatience, type PatienceFlags } from "../patience.js"
import { remark } from "../printing.js"
import { type Input, readInput } from "../read-input.js"
import { answersOf, formsText, tomText } from "../story/tom-text.js"
import { runJob } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface TomFlags extends PatienceFlags {
  readonly make?: string
  readonly seed?: string
  readonly forms?: boolean
  readonly json?: boolean
  readonly output?: string
}

/** How many lines that are not understood a refusal shows. */
const MOST_SHOWN = 10

/** The most stories that are made at once. */
const MOST_MADE = 10_000

export async function tom(path: string | undefined, flags: TomFlags): Promise<ExitCode> {
  const count = optional(flags.make, (value) => readCount("--make", value))
  const seed = optional(flags.seed, (value) => readCount("--seed", value))
  const asked = [path, count, flags.forms].filter((each) => each !== undefined)
  if (asked.length !== 1) throw new Refusal("name a file of stories, or take --make or --forms instead.")
  if (seed !== undefined && count === undefined)
    throw new Refusal("--seed goes with --make: it says which stories are made.")
  if (flags.json && path === undefined) throw new Refusal("--json is for the answers to a file of stories.")
  const patience = readPatience(flags)
  checkOutput(flags.output)
  if (flags.forms) {
    writeResult(formsText(), flags.output)
    return exit.done
  }
  return count === undefined
    ? answer(path!, flags, patience)
    : make({ count, seed: seed ?? 1 }, flags, patience)
}

type Patience = ReturnType<typeof readPatience>

async function answer(path: string, flags: TomFlags, { timeoutMs, memoryMiB }: Patience): Promise<ExitCode> {
  const input = await readInput(path, "story")
  const { answer: found, endedBy } = await runJob("tom", { text: input.text }, memoryMiB, { timeoutMs })
  refuseUnended(input, endedBy)
  const result = found.result!
  if (result.kind === "unread") throw refusalOf(input, result.lines)
  if (flags.json)
    writeJson("tom", { stories: result.stories.map(answersOf), counts: result.counts }, flags.output)
  else writeResult(tomText(result), flags.output)
  return result.counts.some((each) => each.wrong > 0) ? exit.negative : exit.done
}

function refusalOf({ file }: Input, lines: readonly UnreadLine[]): Refusal {
  for (const { line, text, reason } of lines.slice(0, MOST_SHOWN))
    remark(`${file}:${line}: “${text}”\n  ${reason}`)
  if (lines.length > MOST_SHOWN) remark(`… and ${lines.length - MOST_SHOWN} more.`)
  const lead = lines.length === 1 ? "a line is" : `${lines.length} lines are`
  return new Refusal(
    `${file} cannot be used: ${lead} not understood, see above. dramaturg tom --forms lists the sentences that are.`,
  )
}

async function make(
  asked: { readonly count: number; readonly seed: number },
  flags: TomFlags,
  { timeoutMs, memoryMiB }: Patience,
): Promise<ExitCode> {
  if (asked.count < 1 || asked.count > MOST_MADE)
    throw new Refusal(`--make takes a number from 1 to ${MOST_MADE}.`)
  const { answer: found, endedBy } = await runJob("make-tom", asked, memoryMiB, { timeoutMs })
  refuseUnended({ file: "the stories", text: "" }, endedBy)
  writeResult(found.result!.text, flags.output)
  return exit.done
}
