/**
 * `dramaturg whatif`: the stories of a world as it is and as it would be, side by side; or what becomes of
 * the acts of a plot.
 */
import { whatIfSentences } from "@dramaturg/telling"
import type { PlotWhatIf, Problem, WhatIf } from "@dramaturg/model"
import { coloursFor, type Colours } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refusal, refuseMistakes } from "../open-world.js"
import { optional, readCount, readNumber } from "../options.js"
import { deadlineFor, graceFor, readPatience, unanswered, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { printPlotWhatIf } from "../story/what-if-text.js"
import { wrapped } from "../story/wrapped.js"
import { runJob } from "../thread/client.js"
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

export async function whatIf(
  worldPath: string,
  outlinePath: string | undefined,
  flags: WhatIfFlags,
): Promise<ExitCode> {
  const facts = flags.set ?? []
  const wants = pairs(flags.want ?? [])
  const without = flags.without ?? []
  if (facts.length + wants.length + without.length === 0)
    throw new Refusal("say what is to be otherwise: --set, --want or --without.")
  if (outlinePath !== undefined && flags.stories !== undefined)
    throw new Refusal(
      "--stories is about the stories of the worlds; with an outline none are looked for: leave one of them out.",
    )
  const goal = optional(flags.goal, (value) => readNumber("--goal", value))
  const most = optional(flags.stories, (value) => readCount("--stories", value))
  const limits = limitsGiven(flags)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  if (outlinePath !== undefined)
    refuseStdinTwice([worldPath, outlinePath], "only one of world and outline can come from stdin.")
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const outline = outlinePath === undefined ? undefined : await readInput(outlinePath, "outline")
  const asked = { world, changes: { facts, wants, without }, goal, limits, deadline: deadlineFor(timeoutMs) }
  const patience = { timeoutMs, graceMs: graceFor(timeoutMs) }
  const asking =
    outline === undefined
      ? runJob("whatif", { ...asked, most }, memoryMiB, patience)
      : runJob("whatif-plot", { ...asked, plot: outline }, memoryMiB, patience)
  const {
    answer: { diagnostics, texts, problem, result },
    endedBy,
  } = await asking
  refuseMistakes(world, diagnostics, texts)
  if (!result) throw unanswered(endedBy, timeoutMs)
  if (result.kind === "refused")
    throw new Refusal(result.sentence.charAt(0).toLowerCase() + result.sentence.slice(1))
  if (result.kind === "unread") throw refusal(outline!, result.remarks)
  if (flags.json) writeJson(result.kind === "plot" ? "whatif-plot" : "whatif", result.answer, flags.output)
  else
    writeResult(
      result.kind === "plot"
        ? printPlotWhatIf(result.answer, problem!, coloursFor(process.stdout))
        : textOf(result.answer, problem!, coloursFor(process.stdout)),
      flags.output,
    )
  if (endedBy === "interrupt") return exit.interrupted
  if (result.kind === "plot") return exitOf(result.answer, result.isLate)
  return result.isLate || isOpen(result.answer) ? exit.unknown : exit.done
}

/** Not understood is what only the plot as it is has: acts that are gone in the other world are told. */
function exitOf({ before, after }: PlotWhatIf, isLate = false): ExitCode {
  if (
    isLate ||
    [before, after].some(
      (each) => each?.acts.some(({ verdict }) => verdict === "limited") || each?.verdict === "limited",
    )
  )
    return exit.unknown
  return before && before.unread.length > 0 ? exit.negative : exit.done
}

/** A limit kept it from looking for all stories, or from deciding whether one holds in the other world. */
function isOpen({ before, after }: WhatIf): boolean {
  return [before, after].some(
    ({ none, stories }) =>
      none === "limited" || stories.some((each) => each.holdsThere === null && each.missing === null),
  )
}

function pairs(words: readonly string[]): readonly (readonly [string, string])[] {
  if (words.length % 2 !== 0)
    throw new Refusal('--want takes a character and what they want: --want Tom "at(Tom) == Home".')
  return words.flatMap((each, i) => (i % 2 === 0 ? [[each, words[i + 1]] as const] : []))
}

function textOf(answer: WhatIf, problem: Problem, colours: Colours): string {
  const { sides, parting } = whatIfSentences(answer, problem)
  const blocks = sides.flatMap(({ title, stories, none }) => [
    colours.bold(title),
    ...(none === null ? [] : [`  ${none}`]),
    ...stories.flatMap(({ headline, acts, remarks }) => [
      `  ${headline}`,
      ...acts.map((each, i) => `    ${i + 1}. ${each}`),
      ...remarks.flatMap((each) => wrapped(each, 4)),
      "",
    ]),
    ...(stories.length === 0 ? [""] : []),
  ])
  return [...blocks, ...(parting === null ? [] : [parting, ""])].join("\n")
}
