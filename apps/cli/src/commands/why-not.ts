/** `dramaturg why-not`: what speaks against an act at some point of a story, or against an ending. */
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes, showWarnings } from "../open-world.js"
import { refuseItem } from "../story/items.js"
import { optional, readItem } from "../options.js"
import { deadlineFor, graceFor, readPatience, timeLimit, type PatienceFlags } from "../patience.js"
import { readInput, refuseStdinTwice } from "../read-input.js"
import { wrapped } from "../story/wrapped.js"
import type { WhyNotAnswer } from "../thread/protocol.js"
import { runJob } from "../thread/workshop.js"
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
export async function whyNot(worldPath: string, words: readonly string[], flags: WhyNotFlags): Promise<ExitCode> {
  const { storyPath, act } = questionOf(words, flags)
  const at = optional(flags.at, (value) => readItem("--at", value))
  const limits = limitsGiven(flags)
  const { timeoutMs: given, memoryMiB } = readPatience(flags)
  const timeoutMs = given ?? (flags.ending === undefined ? undefined : usualMs)
  refuseStdinTwice([worldPath, ...(storyPath === undefined ? [] : [storyPath])], "only one of world and story can come from stdin.")
  checkOutput(flags.output)
  const world = await openWorld(worldPath)
  const story = storyPath === undefined ? undefined : await readInput(storyPath, "story")
  const deadline = deadlineFor(timeoutMs)
  const { answer, endedBy } = await runJob("why-not", { world, story, at, act, ending: flags.ending, limits, deadline }, memoryMiB, { timeoutMs, graceMs: graceFor(timeoutMs) })
  refuseMistakes(world, answer.diagnostics, answer.texts)
  if (story) refuseMistakes(story, answer.remarks)
  refuseMistakes({ file: flags.ending === undefined ? "the act" : "the ending", text: act ?? flags.ending! }, answer.questionRemarks)
  if (at !== undefined && answer.items !== undefined && !answer.sentences) refuseItem(at, answer.items, undefined, answer.unread, endedBy)
  if (story) showWarnings(story, answer.remarks)
  if (!answer.sentences) throw new Refusal(endedBy === "interrupt" ? "interrupted." : `the answer was not found within ${endedBy === "memory" ? "the memory" : timeLimit(timeoutMs)}.`, endedBy === "interrupt" ? exit.interrupted : exit.unknown)
  if (flags.json) writeJson({ ...(answer.ending ? { ending: answer.ending } : { act: answer.act }), sentences: answer.sentences }, flags.output)
  else writeResult([...textOf(answer as WhyNotAnswer), ""].join("\n"), flags.output)
  return exit.done
}

function questionOf(words: readonly string[], { at, ending }: WhyNotFlags): { readonly storyPath?: string; readonly act?: string } {
  if (ending !== undefined) {
    if (words.length > 0 || at !== undefined) throw new Refusal("--ending asks about the whole world: give no story, act or --at with it.")
    return {}
  }
  if (words.length === 0 || words.length > 2) throw new Refusal('ask about an act, like `dramaturg why-not my.drama story.txt --at 3 "walk(Tom, Home, Market)"`, or about an --ending.')
  if (words.length === 1 && at !== undefined) throw new Refusal("--at needs a story: give its file before the act.")
  return words.length === 1 ? { act: words[0] } : { storyPath: words[0], act: words[1] }
}

function textOf({ sentences, ending }: WhyNotAnswer): readonly string[] {
  const plan = ending?.kind === "reached" ? ending.story.plan.map((act, i) => `  ${i + 1}. ${act}`) : []
  return [...sentences.flatMap((each) => wrapped(each, 0)), ...plan]
}
