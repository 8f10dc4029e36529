/**
 * What every child does: it is told what to do by a message and answers with messages, `progress` now and
 * then, `result` at the end. If the one who asked is gone, it goes.
 */
import { rmSync } from "node:fs"

/** Between two looks at the clock, the memory and the messages. */
const SLICE_MS = 50
const VISITS_AT_ONCE = 32

/** Waits for the one order of this process, and answers it with what `run` makes of it. */
export function obey(run) {
  process.once("message", async (order) => {
    process.on("disconnect", () => leave(order.folder))
    process.send({ result: await outcomeOf(run, order) }, () => process.disconnect())
  })
}

/** No parent is left to clean up. After an ordinary end this is a process about to end anyway. */
function leave(folder) {
  if (!isDone) rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}

let isDone = false

async function outcomeOf(run, order) {
  try {
    return { ...(await run(order)), peakMiB: peakMiB() }
  } catch (error) {
    return {
      status: "failed",
      solved: false,
      error: error instanceof Error ? error.message : String(error),
      peakMiB: peakMiB(),
    }
  } finally {
    isDone = true
  }
}

/** The problem that a text describes; throws what is wrong with it. */
export function compiled(compileStory, text, file) {
  const { problem, diagnostics } = compileStory(text, { file })
  if (!problem) throw new Error(`${file}: ${diagnostics.find((each) => each.severity === "error")?.message}`)
  return problem
}

/** Searches in slices; returns why it was broken off, if it was not the engine that ended. */
export async function searchOn(search, mostMiB = Infinity) {
  let told = performance.now()
  while (search.status === "searching") {
    const until = performance.now() + SLICE_MS
    while (search.status === "searching" && performance.now() < until) search.step(VISITS_AT_ONCE)
    if (process.memoryUsage.rss() > mostMiB * 1048576) return "memory of the process"
    if (performance.now() - told > 1000) {
      told = performance.now()
      process.send({ progress: { ...search.progress } })
    }
    await new Promise(setImmediate)
  }
  return undefined
}

export function reportOf(search, stopped) {
  const { status, limit, progress, story, shortest, undecided, task, goal } = search
  return {
    status: stopped === undefined || status !== "searching" ? status : "limited",
    limit: stopped ?? limit,
    solved: status === "solved",
    length: story?.solution.plan.length ?? null,
    utility: story?.utility ?? null,
    goal,
    shortest,
    undecided,
    visited: progress.visited,
    generated: progress.generated,
    cases: progress.cases ?? 0,
    states: progress.states,
    stateBytes: progress.stateBytes,
    bytes: progress.bytes,
    bound: progress.bound,
    plan: story?.solution.plan ?? null,
    size: {
      fluents: task.fluents.length,
      actions: task.actions.length,
      triggers: task.triggers.length,
      characters: task.characters.length,
    },
  }
}

/** The most this process ever held, as the operating system counts it. */
function peakMiB() {
  return process.resourceUsage().maxRSS / 1024
}
