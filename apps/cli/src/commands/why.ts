/** `dramaturg why`: what a character meant by an act, knew and had wrong, and what had made it possible. */
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refusal, refuseMistakes, showWarnings } from "../open-world.js"
import { noSuchAct } from "../story/items.js"
import { readItem } from "../options.js"
import { deadlineFor, graceFor, readPatience, unanswered, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { wrapped } from "../story/wrapped.js"
import { runJob } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface WhyFlags extends LimitFlags, PatienceFlags {
  readonly act: string
  readonly for?: string
  readonly json?: boolean
  readonly output?: string
}

export async function why(worldPath: string, storyPath: string, flags: WhyFlags): Promise<ExitCode> {
  const named = readItem("--act", flags.act)
  const limits = limitsGiven(flags)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  refuseStdinTwice([worldPath, storyPath], "only one of world and story can come from stdin.")
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const story = await readInput(storyPath, "story")
  const deadline = deadlineFor(timeoutMs)
  const { answer, endedBy } = await runJob(
    "why",
    { world, story, act: named, character: flags.for ?? null, limits, deadline },
    memoryMiB,
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  refuseMistakes(world, answer.diagnostics, answer.texts)
  const { result } = answer
  if (!result) throw unanswered(endedBy, timeoutMs)
  if (result.kind === "unread") throw refusal(story, result.remarks)
  if (result.kind === "no-such-act") throw noSuchAct(named, result)
  showWarnings(story, result.remarks)
  if (result.kind === "no-such-character")
    throw new Refusal(`there is no character "${flags.for}": there are ${result.characters.join(", ")}.`)
  const { occurrence, prospects, sentences } = result
  const { label, act, item = String(act) } = occurrence
  if (flags.json) {
    const hopes = prospects.length > 0 ? { prospects } : {}
    writeJson("why", { act, item, label, occurrence, ...hopes, sentences }, flags.output)
  } else
    writeResult(
      [`${item}. ${label}`, ...sentences.flatMap((each) => wrapped(each, 4)), ""].join("\n"),
      flags.output,
    )
  return exit.done
}
