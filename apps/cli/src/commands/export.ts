/** `dramaturg export`: a world, its story, or a play in it, in the format of another tool. */
import { type Exporter, exporters } from "@dramaturg/exports"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes, refuseUnended } from "../open-world.js"
import { optional, readChoice, readCount, readLimit, readNumber } from "../options.js"
import { deadlineFor, graceFor, readPatience, type PatienceFlags } from "../patience.js"
import { runJob } from "../thread/client.js"
import { remark } from "../printing.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"
import { rewrite, type RewriteFlags } from "./rewrite.js"

export interface ExportFlags extends RewriteFlags, LimitFlags, PatienceFlags {
  readonly to: string
  readonly as?: string
  readonly depth?: string
  readonly goal?: string
  readonly maxVisited?: string
  readonly moment?: string
}

export async function exportWorld(path: string, flags: ExportFlags): Promise<ExitCode> {
  const to = readChoice("--to", flags.to, ["sabre", ...exporters.map((each) => each.name)])
  const alien = (["as", "depth", "goal", "maxVisited", "moment"] as const).find(
    (each) => flags[each] !== undefined,
  )
  if (to !== "sabre") return carry(path, exporters.find((each) => each.name === to)!, flags)
  if (alien !== undefined)
    throw new Refusal(`--${alien.replace("V", "-v")} has no meaning for sabre, which is the world itself.`)
  return rewrite("export", path, flags)
}

async function carry(path: string, format: Exporter, flags: ExportFlags): Promise<ExitCode> {
  if (format.from === "branching" && flags.as === undefined)
    throw new Refusal(`${format.name} holds somebody's choices: say whose, with --as.`)
  if (flags.moment !== undefined && format.from !== "cards")
    throw new Refusal("--moment is for cards, which are about one moment.")
  const isPlay = format.from === "branching" || (format.from === "graph" && flags.as !== undefined)
  if (flags.depth !== undefined && !isPlay)
    throw new Refusal(`--depth is for plays, and ${format.name} is of a story here.`)
  checkOutput(flags.output)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  const world = await openWorld(path)
  const deadline = deadlineFor(timeoutMs)
  const asked = {
    world,
    to: format.name,
    as: flags.as,
    deadline,
    limits: limitsGiven(flags),
    depth: optional(flags.depth, (value) => readLimit("--depth", value)),
    goal: optional(flags.goal, (value) => readNumber("--goal", value)),
    maxVisited: optional(flags.maxVisited, (value) => readCount("--max-visited", value)),
    moment: optional(flags.moment, (value) => readCount("--moment", value)),
  }
  const { answer, endedBy } = await runJob("carry", asked, memoryMiB, {
    timeoutMs,
    graceMs: graceFor(timeoutMs),
  })
  if (endedBy === "interrupt") throw new Refusal("interrupted.", exit.interrupted)
  refuseMistakes(world, answer.diagnostics, answer.texts)
  const found = answer.result ?? answer.soFar
  if (found === undefined) refuseUnended(world, endedBy)
  if (found?.kind === "refused") throw new Refusal(found.sentence)
  if (found?.kind === "none")
    throw found.proof === "exhausted"
      ? new Refusal("there is no story to carry off, within the limits.", exit.negative)
      : new Refusal("no story was found before the search was stopped.", exit.unknown)
  const { text = "", missing = null } = found ?? {}
  if (flags.json) writeJson("export", { text, diagnostics: [], missing }, flags.output)
  else writeResult(text, flags.output)
  if (!found || found.missing === null) return exit.done
  remark(`dramaturg: ${found.missing}`)
  return exit.unknown
}
