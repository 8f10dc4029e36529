/** `dramaturg why-not`: what speaks against an act at some point of a story, or against an ending. */
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refusal, refuseMistakes, showWarnings } from "../open-world.js"
import { noSuchAct } from "../story/items.js"
import { optional, readItem } from "../options.js"
import { deadlineFor, graceFor, readPatience, unanswered, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { wrapped } from "../story/wrapped.js"
import { runJob } from "../thread/client.js"
import { checkOutput, writeJson, writeResult } from "../write-output.js"

export interface WhyNotFlags extends LimitFlags, PatienceFlags {
  readonly at?: string
  readonly ending?: string
  readonly json?: boolean
  readonly output?: string
}

/** How long an ending and what would open it are looked for, if nothing else is said. */
const usualMs = 60_000

/** `words`: the act in question, after the story if there is one. */
export async function whyNot(
  worldPath: string,
  words: readonly string[],
  flags: WhyNotFlags,
): Promise<ExitCode> {
  if (flags.ending !== undefined) return whyNoEnding(worldPath, flags.ending, words, flags)
  const { storyPath, act } = questionOf(words, flags)
  const at = optional(flags.at, (value) => readItem("--at", value))
  const limits = limitsGiven(flags)
  const { timeoutMs, memoryMiB } = readPatience(flags)
  refuseStdinTwice(
    [worldPath, ...(storyPath === undefined ? [] : [storyPath])],
    "only one of world and story can come from stdin.",
  )
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const story = storyPath === undefined ? undefined : await readInput(storyPath, "story")
  const { answer, endedBy } = await runJob(
    "why-not",
    { world, story, at, act, limits, deadline: deadlineFor(timeoutMs) },
    memoryMiB,
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  refuseMistakes(world, answer.diagnostics, answer.texts)
  const { result } = answer
  if (!result) throw unanswered(endedBy, timeoutMs)
  if (result.kind === "unread")
    throw refusal(result.of === "story" ? story! : { file: "the act", text: act }, result.remarks)
  if (result.kind === "no-such-act") throw noSuchAct(at!, result)
  if (story) showWarnings(story, result.remarks)
  if (flags.json) writeJson("why-not", { act: result.act, sentences: result.sentences }, flags.output)
  else writeResult([...result.sentences.flatMap((each) => wrapped(each, 0)), ""].join("\n"), flags.output)
  return exit.done
}

async function whyNoEnding(
  worldPath: string,
  ending: string,
  words: readonly string[],
  flags: WhyNotFlags,
): Promise<ExitCode> {
  if (words.length > 0 || flags.at !== undefined)
    throw new Refusal("--ending asks about the whole world: give no story, act or --at with it.")
  const limits = limitsGiven(flags)
  const { timeoutMs = usualMs, memoryMiB } = readPatience(flags)
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const { answer, endedBy } = await runJob(
    "ending",
    { world, ending, limits, deadline: deadlineFor(timeoutMs) },
    memoryMiB,
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  refuseMistakes(world, answer.diagnostics, answer.texts)
  const { result } = answer
  if (!result) throw unanswered(endedBy, timeoutMs)
  if (result.kind === "unread") throw refusal({ file: "the ending", text: ending }, result.remarks)
  const plan =
    result.answer.kind === "reached" ? result.answer.story.plan.map((act, i) => `  ${i + 1}. ${act}`) : []
  if (flags.json) writeJson("why-not", { ending: result.answer, sentences: result.sentences }, flags.output)
  else
    writeResult(
      [...result.sentences.flatMap((each) => wrapped(each, 0)), ...plan, ""].join("\n"),
      flags.output,
    )
  return exit.done
}

function questionOf(
  words: readonly string[],
  { at }: WhyNotFlags,
): { readonly storyPath?: string; readonly act: string } {
  if (words.length === 0 || words.length > 2)
    throw new Refusal(
      'ask about an act, like `dramaturg why-not my.drama story.txt --at 3 "walk(Tom, Home, Market)"`, or about an --ending.',
    )
  if (words.length === 1 && at !== undefined)
    throw new Refusal("--at needs a story: give its file before the act.")
  return words.length === 1 ? { act: words[0] } : { storyPath: words[0], act: words[1] }
}
