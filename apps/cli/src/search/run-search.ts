/**
 * Runs a search in a thread of its own. That is what keeps four promises whatever the engine is busy with: Ctrl-C ends at
 * once, a time limit is kept, the progress line moves, and running out of memory is an answer instead of a crash.
 */
import type { Diagnostic } from "@dramaturg/model"
import { Worker } from "node:worker_threads"
import { codeOf } from "../read-input.js"
import type { SearchMessage, SearchOrder, Snapshot } from "./protocol.js"

/** How long after its time limit a search that does not end by itself is ended by force. */
const grace = 1_000

export interface Watch {
  readonly maxMemoryMiB: number
  /** Called now and then while the search runs. */
  readonly onProgress: (snapshot: Snapshot | undefined, milliseconds: number) => void
}

export interface Outcome {
  /** How the search stood at its end, or the last time it was heard of; undefined: it never got as far as starting. */
  readonly snapshot: Snapshot | undefined
  readonly interrupted: boolean
  /** The limit by which we, not the engine, ended it. */
  readonly stoppedBy: "time" | "memory" | null
  readonly notes: readonly Diagnostic[]
  readonly milliseconds: number
}

export function runSearch(order: SearchOrder, watch: Watch): Promise<Outcome> {
  const started = performance.now()
  const worker = startWorker(order, watch)
  let snapshot: Snapshot | undefined
  let notes: readonly Diagnostic[] = []
  return new Promise((resolve, reject) => {
    const elapsed = () => performance.now() - started
    const end = (how: { interrupted?: boolean; stoppedBy?: "time" | "memory" }) => {
      clearInterval(ticker)
      process.off("SIGINT", interrupt)
      void worker.terminate()
      const { interrupted = false, stoppedBy = null } = how
      resolve({ snapshot, notes, interrupted, stoppedBy, milliseconds: Math.round(elapsed()) })
    }
    const interrupt = () => end({ interrupted: true })
    const tick = () => {
      const { timeoutMs } = order.options
      if (timeoutMs !== undefined && elapsed() > timeoutMs + grace) return end({ stoppedBy: "time" })
      if (process.memoryUsage.rss() > watch.maxMemoryMiB * 2 ** 20) return end({ stoppedBy: "memory" })
      watch.onProgress(snapshot, elapsed())
    }
    const ticker = setInterval(tick, 200)
    process.removeAllListeners("SIGINT")
    process.on("SIGINT", interrupt)
    worker.on("message", (message: SearchMessage) => {
      if (message.kind === "notes") notes = message.notes
      else snapshot = message.snapshot
    })
    worker.on("exit", () => end({}))
    worker.on("error", (error) => {
      if (codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY") return end({ stoppedBy: "memory" })
      reject(error)
      end({})
    })
  })
}

function startWorker(order: SearchOrder, watch: Watch): Worker {
  return new Worker(new URL("./search-thread.js", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: watch.maxMemoryMiB, stackSizeMb: 16 },
  })
}
