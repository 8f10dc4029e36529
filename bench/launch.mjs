/** Starts the child for one run, listens to it, and ends it in every case. */
import { fork } from "node:child_process"
import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import { textOf } from "./settings.mjs"

const scriptOf = (name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url))

/**
 * The engine looks at its clock only between two visits; a child that overruns by this much is ended from
 * outside.
 */
const GRACE_MS = 15_000

const running = new Set()

/** Ends all running children. Called on the way out; kills only what was started here. */
export function endRuns() {
  for (const child of running) child.kill("SIGKILL")
}

/**
 * One run: `{ setting, snapshot, engine, timeoutMs, mostMiB, onProgress, nodeFlags }` to the child's report.
 * Another `child` may be told `more`, and search several times.
 */
export function launch({
  setting,
  snapshot,
  engine,
  timeoutMs,
  mostMiB,
  onProgress,
  nodeFlags = [],
  child: name = "run-one",
  more,
  searches = 1,
}) {
  const options = { ...engine, goal: setting.goal, limits: setting.limits, timeoutMs }
  const order = {
    folder: snapshot.folder,
    text: textOf(setting),
    file: fileOf(setting),
    options,
    onlyPrepares: setting.onlyPrepares,
    mostMiB,
    ...more,
  }
  return new Promise((resolve) => {
    const child = fork(scriptOf(name), { execArgv: nodeFlags, stdio: ["ignore", "ignore", "pipe", "ipc"] })
    running.add(child)
    let said = ""
    let result
    let latest
    const alarm = setTimeout(() => child.kill("SIGKILL"), searches * timeoutMs + GRACE_MS)
    child.stderr.on("data", (part) => (said = (said + part).slice(-2000)))
    child.on("message", (message) => {
      if (message.progress) onProgress?.((latest = message.progress))
      if (message.result) result = message.result
    })
    child.on("close", (code, signal) => {
      clearTimeout(alarm)
      running.delete(child)
      resolve(result ?? { ...latest, ...lost(code, signal, said) })
    })
    child.send(order, () => undefined)
  })
}

const fileOf = (setting) => (setting.path === undefined ? `${setting.name}.drama` : basename(setting.path))

/**
 * A child that went without its last word: killed for taking too long, or out of memory. What it said before
 * still counts.
 */
function lost(code, signal, said) {
  const isFull = /heap out of memory|allocation failed/i.test(said)
  const why = isFull
    ? "ran out of memory"
    : signal === "SIGKILL"
      ? "did not stop in time"
      : `ended with ${signal ?? code}`
  return { status: "lost", solved: false, limit: isFull ? "memory of the process" : "time", error: why }
}
