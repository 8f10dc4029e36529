/**
 * `dramaturg lsp`: serves an editor. What takes long is done in threads of its own: one checks worlds while
 * another tells a story.
 */
import type { Answer, Tools, WorldText as Opened } from "@dramaturg/lsp"
import { serve } from "@dramaturg/lsp"
import { hasErrors, type Manner } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { countDiagnostics } from "../diagnostics.js"
import type { ExitCode } from "../exit.js"
import { readsOutside } from "../open-world.js"
import { deadlineFor, graceFor, readPatience, type PatienceFlags, searchMemoryMiB } from "../patience.js"
import { fileText } from "../printing.js"
import { contentNote } from "../story/content-note.js"
import { proseText } from "../story/prose-text.js"
import { tellReport, tellText } from "../story/tell-report.js"
import { testText } from "../story/test-report.js"
import { openWorkerClient, type Patience, type WorkerClient } from "../thread/client.js"
import { partsReader } from "../files/read-part.js"
import { waysToSearch } from "../thread/portfolio.js"
import type { TellAnswer, WorldText } from "../thread/protocol.js"
import { version } from "../version.js"

export interface LspFlags extends PatienceFlags {
  readonly stdio?: true
}

/** How long a check and a command may take unless `--timeout` says otherwise, in milliseconds. */
const usualMs = 60_000

export async function lsp(flags: LspFlags): Promise<ExitCode> {
  const { timeoutMs = usualMs, memoryMiB } = readPatience(flags)
  return serve(toolsOf(timeoutMs, memoryMiB))
}

interface Bounds {
  readonly timeoutMs: number
  readonly memoryMiB: number
}

function toolsOf(timeoutMs: number, memoryMiB: number): Tools {
  const bounds = { timeoutMs, memoryMiB }
  const checking = openWorkerClient(memoryMiB)
  /** Each command has a thread of its own, which ends when it is cancelled. */
  const alone = async (signal: AbortSignal, work: (client: WorkerClient) => Promise<Answer>) => {
    const client = openWorkerClient(memoryMiB)
    const cancel = () => client.close()
    signal.addEventListener("abort", cancel)
    try {
      if (signal.aborted) throw new Error("It was cancelled.")
      return await work(client)
    } catch (error) {
      throw signal.aborted ? new Error("It was cancelled.") : error
    } finally {
      signal.removeEventListener("abort", cancel)
      client.close()
    }
  }
  return {
    version,
    partsOf: (file) => partsReader(file, readsOutside()),
    async check(world, signal) {
      const giveUp = () => checking.close()
      signal.addEventListener("abort", giveUp)
      const { answer, endedBy } = await checking
        .ask("check", { world: textOf(world) }, { timeoutMs })
        .finally(() => signal.removeEventListener("abort", giveUp))
      if (endedBy !== "itself") throw new Error(`there was not enough ${endedBy}`)
      const { diagnostics = [], texts = new Map([[world.file, world.text]]) } = answer
      return { diagnostics, texts }
    },
    tell: (world, signal) => alone(signal, async (client) => (await tell(world, client, bounds)).answer),
    test: (world, title, signal) => alone(signal, (client) => test(world, title, client, bounds)),
    why: (world, event, signal) => alone(signal, (client) => why(world, event, client, bounds)),
  }
}

function textOf(world: Opened): WorldText {
  return { ...world, readsOutside: readsOutside() }
}

const outside: Manner = {
  focalisation: "zero",
  order: "as it happened",
  pace: "scene",
  length: "full",
  tense: "past",
  person: "third",
  seed: 0,
}

/** The story in prose, then act by act with everybody's reasons. */
async function tell(
  world: Opened,
  client: WorkerClient,
  { timeoutMs, memoryMiB }: Bounds,
): Promise<{ readonly answer: Answer; readonly told?: Partial<TellAnswer> }> {
  const [way] = waysToSearch(1, undefined, 0)
  const outcome = await client.ask(
    "tell",
    {
      world: textOf(world),
      options: { limits: {}, ...way, memoryMiB: searchMemoryMiB(memoryMiB, 1) },
      deadline: deadlineFor(timeoutMs),
      processMiB: memoryMiB,
      manner: outside,
    },
    { timeoutMs, graceMs: graceFor(timeoutMs) },
  )
  const { name = world.file, doc, problem, diagnostics = [], stated, snapshot, prose } = outcome.answer
  if (hasErrors(diagnostics)) return { answer: mistaken(world, outcome.answer) }
  const report = tellReport(outcome, { ...way, memoryMiB: 0 })
  const asked = { name, problem, progress: snapshot?.progress, timeoutMs, stage: outcome.stage, stated }
  const [title, ...rest] = plain(tellText(report, asked, coloursFor(process.stderr))).split("\n")
  const paragraphs = prose
    ? proseText(prose, { showsNotes: false, showsTrace: false }, coloursFor(process.stderr))
    : ""
  const text = [plain(contentNote(doc) + paragraphs), rest.join("\n")]
    .map((each) => each.trim())
    .filter((each) => each !== "")
  return { answer: { title, text: text.join("\n\n") }, told: outcome.answer }
}

function plain(text: string): string {
  return fileText(text)
}

function mistaken({ file }: Opened, { diagnostics = [] }: Partial<TellAnswer>): Answer {
  const errors = diagnostics.filter((each) => each.severity === "error")
  return {
    title: `${nameOf(file)} cannot be told yet: ${countDiagnostics(diagnostics)}.`,
    text: errors.map(({ span, message }) => `${nameOf(span.file)}:${span.line}: ${message}`).join("\n"),
  }
}

function nameOf(file: string): string {
  return file.split("/").at(-1)!
}

async function test(
  world: Opened,
  title: string | undefined,
  client: WorkerClient,
  { timeoutMs }: Bounds,
): Promise<Answer> {
  const patience: Patience = { timeoutMs, graceMs: graceFor(timeoutMs), isForEachPart: true }
  const { answer, endedBy } = await client.ask(
    "test",
    { world: textOf(world), limits: {}, only: title, timeoutMs },
    patience,
  )
  const { titles, results = [] } = answer
  if (titles === undefined) return mistaken(world, answer)
  const tested = {
    file: nameOf(world.file),
    titles,
    outcomes: results.map((each) => each.outcome),
    words: results.map((each) => each.words),
    cutShortBy: endedBy === "itself" ? null : `there was not enough ${endedBy}`,
  }
  const lines = plain(testText([tested], coloursFor(process.stderr)))
    .trim()
    .split("\n")
  return { title: lines.at(-1)!, text: lines.slice(0, -1).join("\n").trim() }
}

/** The reasons of each act of this name in the story that is told. */
async function why(world: Opened, event: string, client: WorkerClient, bounds: Bounds): Promise<Answer> {
  const { answer, told } = await tell(world, client, bounds)
  const plan = told?.snapshot?.story?.solution.plan
  if (plan === undefined) return answer
  const story = { file: "story", text: plan.join("\n") }
  const acts = plan.flatMap((label, i) => (/^[^(]*/.exec(label)![0].trim() === event ? [i + 1] : []))
  const blocks: string[] = []
  for (const act of acts) {
    const asked = { world: textOf(world), story, act: String(act), character: null }
    const deadline = deadlineFor(bounds.timeoutMs)
    const { answer: found } = await client.ask("why", { ...asked, deadline }, { timeoutMs: bounds.timeoutMs })
    const sentences = found.result?.kind === "reasons" ? found.result.sentences : ["This was not found out."]
    blocks.push([`${act}. ${plan[act - 1]}`, ...sentences.map((each) => `    ${each}`)].join("\n"))
  }
  if (acts.length > 0) return { title: `Why ${event}?`, text: plain(blocks.join("\n\n")) }
  return {
    title: `\`${event}\` is not among the acts of the story.`,
    text: plain(plan.map((each, i) => `${i + 1}. ${each}`).join("\n")),
  }
}
