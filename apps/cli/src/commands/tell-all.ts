/** `tell --all`: every story there is within the limits. */
import { coloursFor } from "../colours.js"
import { Refusal, type ExitCode } from "../exit.js"
import { noted, refuseMistakes, remarkWarnings, showWarnings } from "../open-world.js"
import { searchMemoryMiB } from "../patience.js"
import { adviceText, advise } from "../story/advise.js"
import { contentNote } from "../story/content-note.js"
import { exitOfList, listReport, listText, storyLine } from "../story/list-report.js"
import type { ListAnswer, ListedStory } from "../thread/protocol.js"
import { peakMemoryMiB, runJob } from "../thread/client.js"
import { answerOf, lineWriter, writeJson, writeResult } from "../write-output.js"
import type { TellRequest } from "./tell.js"

/** As with one story. */
const graceMs = 250

export async function tellAll(telling: TellRequest): Promise<ExitCode> {
  const { world, format, timeoutMs, memoryMiB, output } = telling
  const write = format === "jsonl" ? lineWriter(output) : undefined
  const stories: ListedStory[] = []
  const onPart = ({ found = [] }: Partial<ListAnswer>) => {
    if (write) for (const each of found) write(storyLine(each))
    stories.push(...found)
  }
  const began = Date.now()
  const deadline = timeoutMs === undefined ? undefined : Date.now() + timeoutMs
  const [{ seed }] = telling.ways
  const options = { ...telling.options, seed, memoryMiB: searchMemoryMiB(memoryMiB, 1) }
  const outcome = await runJob(
    "list",
    { world, options, deadline, processMiB: memoryMiB },
    memoryMiB,
    { timeoutMs, graceMs },
    { onPart },
  )
  const { name = world.file, doc, diagnostics, texts, stated = {}, unstated = [], snapshot } = outcome.answer
  refuseMistakes(world, diagnostics, texts)
  refuseUnstated(unstated)
  const report = listReport(outcome, stories, peakMemoryMiB())
  if (stories.length > 0 || report.limit === "interrupted") remarkWarnings(world, diagnostics)
  else showWarnings(world, noted(diagnostics, snapshot?.notes), texts)
  const { stories: _, ...ending } = report
  const isNone = report.status === "exhausted" && stories.length === 0 && format !== "jsonl"
  const notes = [...(diagnostics ?? []), ...(snapshot?.notes ?? [])]
  const advice = isNone
    ? await advise({
        world,
        limits: options.limits,
        goal: options.goal,
        notes,
        memoryMiB,
        leftMs: timeoutMs && timeoutMs - (Date.now() - began),
      })
    : undefined
  if (write) write(answerOf("tell-lines", ending))
  else if (format === "json")
    writeJson("tell-all", { ...report, ...(advice === undefined ? {} : { advice }) }, output)
  else {
    const asked = {
      name,
      progress: snapshot?.progress,
      timeoutMs,
      stage: outcome.stage,
      stated,
      goal: options.goal,
    }
    writeResult(
      contentNote(doc) + listText(report, asked, coloursFor(process.stdout)) + adviceText(advice),
      output,
    )
  }
  return exitOfList(report)
}

/** "Every story" has a meaning only within stated limits. */
function refuseUnstated(unstated: ListAnswer["unstated"]) {
  if (unstated.length === 0) return
  const flags = unstated.map((each) => `--${each}-limit`)
  const named = flags.length === 1 ? flags[0] : `${flags.slice(0, -1).join(", ")} and ${flags.at(-1)}`
  throw new Refusal(
    `--all lists every story within the limits, and the world does not state them all: add ${named}.`,
  )
}
