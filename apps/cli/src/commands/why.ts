/** `dramaturg why`: what somebody meant by an act, what they knew and had wrong, and what had made it possible. */
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes } from "../open-world.js"
import { readCount } from "../options.js"
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
  const act = readCount("--act", flags.act, "a whole number from 1 up")
  if (act < 1) throw new Refusal("--act takes a whole number from 1 up: acts are counted from 1.")
  const limits = limitsGiven(flags)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  refuseStdinTwice([worldPath, storyPath], "only one of world and story can come from stdin.")
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const story = await readInput(storyPath, "story")
  const deadline = deadlineFor(timeoutMs)
  const { answer, endedBy } = await runJob("why", { world, story, act, character: flags.for ?? null, limits, deadline }, memoryMiB, { timeoutMs, graceMs: graceFor(timeoutMs) })
  refuseMistakes(world, answer.diagnostics, answer.texts)
  refuseMistakes(story, answer.remarks)
  if (answer.acts !== undefined && act > answer.acts) throw new Refusal(`there is no act ${act}: the story has ${answer.acts}.`)
  if (flags.for !== undefined && answer.characters?.includes(flags.for) === false) throw new Refusal(`there is no character "${flags.for}": there are ${answer.characters.join(", ")}.`)
  if (!answer.occurrence || !answer.sentences) throw new Refusal(endedBy === "interrupt" ? "interrupted." : `the answer was not found within ${endedBy === "memory" ? "the memory" : timeLimit(timeoutMs)}.`, endedBy === "interrupt" ? exit.interrupted : exit.unknown)
  const { label } = answer.occurrence
  if (flags.json) writeJson({ act, label, occurrence: answer.occurrence, sentences: answer.sentences }, flags.output)
  else writeResult([`${act}. ${label}`, ...answer.sentences.flatMap((each) => wrapped(each, 4)), ""].join("\n"), flags.output)
  return exit.done
}
