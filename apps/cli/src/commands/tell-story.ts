/** `tell` without `--all`: one story, or, with `--improve`, shorter and shorter ones. */
import { type Story } from "@dramaturg/engine"
import { printCertificate } from "@dramaturg/language"
import { polish } from "@dramaturg/telling"
import { coloursFor } from "../colours.js"
import { Refusal, type ExitCode } from "../exit.js"
import { noted, refuseMistakes, remarkWarnings, showWarnings } from "../open-world.js"
import { adviceText, advise } from "../story/advise.js"
import { contentNote } from "../story/content-note.js"
import { modelAt } from "../story/ask-model.js"
import { proseText } from "../story/prose-text.js"
import { exitOf, tellReport, tellText, unsolved, type Asked, type TellReport } from "../story/tell-report.js"
import { searchMemoryMiB } from "../patience.js"
import { furthest, settles } from "../thread/portfolio.js"
import type { TellAnswer, TellAsked } from "../thread/protocol.js"
import { peakMemoryMiB, runJobs } from "../thread/client.js"
import { remark } from "../printing.js"
import { answerOf, lineWriter, writeJson, writeResult } from "../write-output.js"
import type { TellRequest } from "./tell.js"

/**
 * A search ends by itself when its time is up, and is then asked for the best it has; a step that never ends
 * is not waited for.
 */
const graceMs = 250

export async function tellStory(telling: TellRequest): Promise<ExitCode> {
  const { world, ways, format, timeoutMs, memoryMiB } = telling
  const write = format === "jsonl" ? lineWriter(telling.output) : undefined
  const onPart = write && writeShorterOnes(write)
  const began = Date.now()
  const outcomes = await runJobs(
    "tell",
    asksOf(telling),
    memoryMiB,
    { timeoutMs, graceMs },
    { settles, onPart },
  )
  const outcome = furthest(outcomes)
  const { name = world.file, doc, problem, diagnostics, texts, stated, snapshot } = outcome.answer
  refuseMistakes(world, diagnostics, texts)
  if (outcome.answer.complaint !== undefined) throw new Refusal(outcome.answer.complaint)
  const way = ways[outcome.way]
  const report = tellReport(outcome, { ...way, memoryMiB: peakMemoryMiB() })
  const asked: Asked = {
    name,
    problem,
    progress: snapshot?.progress,
    timeoutMs,
    stage: outcome.stage,
    stated,
    goal: telling.options.goal,
    way: ways.length > 1 ? way : undefined,
  }
  if (report.plan || report.limit === "interrupted") remarkWarnings(world, diagnostics)
  else showWarnings(world, noted(diagnostics, snapshot?.notes), texts)
  const prose = await polished(outcome.answer.prose, telling.model)
  const isNone = report.status === "exhausted" && format !== "sabre" && format !== "jsonl"
  const notes = [...(diagnostics ?? []), ...(snapshot?.notes ?? [])]
  const advice = isNone
    ? await advise({
        world,
        limits: telling.options.limits,
        goal: telling.options.goal,
        notes,
        memoryMiB,
        leftMs: timeoutMs && timeoutMs - (Date.now() - began),
      })
    : undefined
  if (write) write(answerOf("tell-lines", lastLine(report)))
  else if (format === "json")
    writeJson(
      "tell",
      {
        ...report,
        ...(advice === undefined ? {} : { advice }),
        ...(prose === undefined ? {} : { telling: prose.telling }),
      },
      telling.output,
    )
  else if (format === "prose" && prose !== undefined)
    writeResult(contentNote(doc) + proseText(prose, telling, coloursFor(process.stdout)), telling.output)
  else if (format === "sabre") writeSabreForm(report, asked, telling.output)
  else
    writeResult(
      contentNote(doc) + tellText(report, asked, coloursFor(process.stdout)) + adviceText(advice),
      telling.output,
    )
  return exitOf(report)
}

/** What a language model may do to the words, if one is named; how much of it was taken is said on stderr. */
async function polished(
  prose: TellAnswer["prose"] | undefined,
  model: TellRequest["model"],
): Promise<TellAnswer["prose"] | undefined> {
  if (prose === undefined || model === undefined) return prose
  const { telling, taken, refused } = await polish(prose.telling, prose.problem, modelAt(model))
  const [first] = refused
  const example =
    first === undefined ? "" : `, for instance because ${first.because}: "${first.rephrased.slice(0, 200)}"`
  remark(
    `The model rephrased ${taken} sentences; ${refused.length} of its rephrasings were refused${example}.`,
  )
  return { ...prose, telling }
}

/** The threads share what memory there is. */
function asksOf({ world, options, ways, manner, timeoutMs, memoryMiB }: TellRequest): readonly TellAsked[] {
  const deadline = timeoutMs === undefined ? undefined : Date.now() + timeoutMs
  const share = searchMemoryMiB(memoryMiB, ways.length)
  return ways.map((way) => ({
    world,
    options: { ...options, ...way, memoryMiB: share },
    deadline,
    processMiB: memoryMiB,
    manner,
  }))
}

/** Hears of every thread's stories; what is not shorter than the last one written is not written. */
function writeShorterOnes(write: (value: unknown) => void) {
  let shortest = Infinity
  return ({ snapshot }: Partial<TellAnswer>) => {
    const story: Story | null | undefined = snapshot?.story
    if (!story || story.solution.plan.length >= shortest) return
    shortest = story.solution.plan.length
    write({ utility: story.utility, plan: story.solution.plan, explanations: story.solution.explanations })
  }
}

/** The stories have been written; what remains to be said. */
function lastLine({ status, limit, shortest, method, seed, notes, measured }: TellReport) {
  return { status, limit, shortest, method, seed, notes, measured }
}

/** The published text form holds stories only, so "no story" is said on stderr. */
function writeSabreForm(report: TellReport, asked: Asked, output: string | undefined) {
  const { plan, explanations } = report
  if (plan && explanations) writeResult(printCertificate({ plan, explanations }), output)
  else remark(unsolved(report, asked))
}
