/**
 * The child: one run of one world in a process of its own, so that nothing is warm and memory is its own. It is told what to do
 * by a message and answers with messages: `progress` now and then, `result` at the end. If the one who asked is gone, it goes.
 */
import { rmSync } from "node:fs"
import { doorOf } from "./snapshot.mjs"

/** Between two looks at the clock, the memory and the messages. */
const SLICE_MS = 50
const VISITS_AT_ONCE = 32

process.once("message", async (order) => {
  process.on("disconnect", () => leave(order.folder))
  process.send({ result: await outcomeOf(order) }, () => process.disconnect())
})

/** Nobody is left to tidy up behind us. After an ordinary end this is a process about to end anyway. */
function leave(folder) {
  if (!isDone) rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}

let isDone = false

async function outcomeOf(order) {
  try {
    return await run(order)
  } catch (error) {
    return { status: "failed", solved: false, error: error instanceof Error ? error.message : String(error), peakMiB: peakMiB() }
  } finally {
    isDone = true
  }
}

async function run({ folder, text, file, options, onlyPrepares, mostMiB }) {
  const { compileStory } = await doorOf({ folder }, "language")
  const { startSearch } = await doorOf({ folder }, "engine")
  const before = performance.now()
  const { problem, diagnostics } = compileStory(text, { file })
  if (!problem) throw new Error(`${file}: ${diagnostics.find((each) => each.severity === "error")?.message}`)
  const read = performance.now()
  const clock = () => performance.now()
  const search = startSearch(problem, { ...options, clock })
  const ready = performance.now()
  const working = process.cpuUsage()
  const stopped = onlyPrepares ? "prepared" : await searchOn(search, mostMiB)
  const end = performance.now()
  const times = { readMs: read - before, groundMs: ready - read, searchMs: end - ready, searchCpuMs: milliseconds(process.cpuUsage(working)) }
  return { ...reportOf(search, stopped), ...times, peakMiB: peakMiB() }
}

/** What the processors spent on this process, collecting garbage and compiling included: it does not grow when others are busy. */
const milliseconds = ({ user, system }) => (user + system) / 1000

/** Searches in slices; returns why it was broken off, if it was not the engine that ended. */
async function searchOn(search, mostMiB = Infinity) {
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

function reportOf(search, stopped) {
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
    states: progress.states,
    bound: progress.bound,
    plan: story?.solution.plan ?? null,
    size: { fluents: task.fluents.length, actions: task.actions.length, triggers: task.triggers.length, characters: task.characters.length },
  }
}

/** The most this process ever held, as the operating system counts it. */
function peakMiB() {
  return process.resourceUsage().maxRSS / 1024
}
