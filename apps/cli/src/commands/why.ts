/** `dramaturg why`: what somebody meant by an act, what they knew and had wrong, and what had made it possible. */
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes, showWarnings } from "../open-world.js"
import { refuseItem } from "../story/items.js"
import { readItem } from "../options.js"
import { deadlineFor, graceFor, readPatience, timeLimit, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { wrapped } from "../story/wrapped.js"
import { runJob } from "../thread/workshop.js"
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
  const { answer, endedBy } = await runJob("why", { world, story, act: named, character: flags.for ?? null, limits, deadline }, memoryMiB, { timeoutMs, graceMs: graceFor(timeoutMs) })
  refuseMistakes(world, answer.diagnostics, answer.texts)
  refuseMistakes(story, answer.remarks)
  if (answer.items !== undefined) refuseItem(named, answer.items, answer.act, answer.unread)
  showWarnings(story, answer.remarks)
  if (flags.for !== undefined && answer.characters?.includes(flags.for) === false) throw new Refusal(`there is no character "${flags.for}": there are ${answer.characters.join(", ")}.`)
  if (!answer.occurrence || !answer.sentences) throw new Refusal(endedBy === "interrupt" ? "interrupted." : `the answer was not found within ${endedBy === "memory" ? "the memory" : timeLimit(timeoutMs)}.`, endedBy === "interrupt" ? exit.interrupted : exit.unknown)
  const { label, act, item = String(act) } = answer.occurrence
  if (flags.json) writeJson({ act, item, label, occurrence: answer.occurrence, sentences: answer.sentences }, flags.output)
  else writeResult([`${item}. ${label}`, ...answer.sentences.flatMap((each) => wrapped(each, 4)), ""].join("\n"), flags.output)
  return exit.done
}
