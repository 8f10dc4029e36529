/** `dramaturg whatif`: the stories of a world as it is and as it would be, side by side. */
import { whatIfSentences } from "@dramaturg/telling"
import type { WhatIf } from "@dramaturg/model"
import { coloursFor, type Colours } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes } from "../open-world.js"
import { optional, readCount, readNumber } from "../options.js"
import { deadlineFor, graceFor, readPatience, timeLimit, type PatienceFlags } from "../patience.js"
import { wrapped } from "../story/wrapped.js"
import { runJob } from "../thread/workshop.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface WhatIfFlags extends LimitFlags, PatienceFlags {
  readonly set?: readonly string[]
  readonly want?: readonly string[]
  readonly without?: readonly string[]
  readonly goal?: string
  readonly stories?: string
  readonly json?: boolean
  readonly output?: string
}

export async function whatIf(worldPath: string, flags: WhatIfFlags): Promise<ExitCode> {
  const facts = flags.set ?? []
  const wants = pairs(flags.want ?? [])
  const without = flags.without ?? []
  if (facts.length + wants.length + without.length === 0) throw new Refusal("say what is to be otherwise: --set, --want or --without.")
  const goal = optional(flags.goal, (value) => readNumber("--goal", value))
  const most = optional(flags.stories, (value) => readCount("--stories", value))
  const limits = limitsGiven(flags)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const deadline = deadlineFor(timeoutMs)
  const { answer: found, endedBy } = await runJob("whatif", { world, facts, wants, without, goal, most, limits, deadline }, memoryMiB, { timeoutMs, graceMs: graceFor(timeoutMs) })
  refuseMistakes(world, found.diagnostics, found.texts)
  if (found.complaint !== undefined) throw new Refusal(found.complaint)
  if (!found.answer) throw new Refusal(endedBy === "interrupt" ? "interrupted." : `the answer was not found within ${endedBy === "memory" ? "the memory" : timeLimit(timeoutMs)}.`, endedBy === "interrupt" ? exit.interrupted : exit.unknown)
  if (flags.json) writeJson(found.answer, flags.output)
  else writeResult(textOf(found.answer, coloursFor(process.stdout)), flags.output)
  if (endedBy === "interrupt") return exit.interrupted
  return found.isLate || isOpen(found.answer) ? exit.unknown : exit.done
}

/** A limit kept it from looking for all stories, or from deciding whether one holds in the other world. */
function isOpen({ before, after }: WhatIf): boolean {
  return [before, after].some(({ none, stories }) => none === "limited" || stories.some((each) => each.holdsThere === null && each.missing === null))
}

function pairs(words: readonly string[]): readonly (readonly [string, string])[] {
  if (words.length % 2 !== 0) throw new Refusal('--want takes a character and what they want: --want Tom "at(Tom) == Home".')
  return words.flatMap((each, i) => (i % 2 === 0 ? [[each, words[i + 1]] as const] : []))
}

function textOf(answer: WhatIf, colours: Colours): string {
  const { sides, parting } = whatIfSentences(answer)
  const blocks = sides.flatMap(({ title, stories, none }) => [
    colours.bold(title), ...(none === null ? [] : [`  ${none}`]),
    ...stories.flatMap(({ headline, acts, remarks }) => [`  ${headline}`, ...acts.map((each, i) => `    ${i + 1}. ${each}`), ...remarks.flatMap((each) => wrapped(each, 4)), ""]),
    ...(stories.length === 0 ? [""] : []),
  ])
  return [...blocks, ...(parting === null ? [] : [parting, ""])].join("\n")
}
