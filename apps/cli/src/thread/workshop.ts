/**
 * Hands jobs to a thread of their own and watches over it. That is what keeps four promises whatever the thread is busy with:
 * Ctrl-C ends at once, a time limit is kept, the progress line moves, and running out of memory is an answer, not a crash.
 */
import { totalmem } from "node:os"
import { Worker } from "node:worker_threads"
import { onInterrupt } from "../interruption.js"
import { codeOf } from "../read-input.js"
import { progressLine } from "./progress-line.js"
import type { JobName, Jobs, Snapshot, Stage, ThreadMessage } from "./protocol.js"

/** How often we look at memory and draw the line, and how long a job goes on before there is a line, in milliseconds. */
const beat = 100
const silence = 400

/** The longest that a timer of Node's can wait. */
const longest = 2 ** 31 - 1

export interface Patience {
  readonly timeoutMs: number | undefined
  /** How long after its time limit a job that does not end by itself is ended by force. */
  readonly graceMs?: number
}

/** A job ends by itself, or is ended by us. */
export type EndedBy = "itself" | "time" | "memory" | "interrupt"

export interface Outcome<Name extends JobName> {
  /** All that was known at the end. */
  readonly answer: Partial<Jobs[Name]["answer"]>
  readonly stage: Stage
  readonly endedBy: EndedBy
  readonly milliseconds: number
}

export interface Workshop {
  ask<Name extends JobName>(job: Name, asked: Jobs[Name]["asked"], patience?: Patience): Promise<Outcome<Name>>
  close(): void
}

/** One thread for as many jobs as are asked for, one after another; a new one if the last had to be ended. */
export function openWorkshop(memoryMiB: number): Workshop {
  let worker: Worker | undefined
  const close = () => {
    void worker?.terminate()
    worker = undefined
  }
  return {
    async ask(job, asked, patience) {
      worker ??= startWorker(memoryMiB)
      const outcome = await watch<typeof job>(worker, memoryMiB, patience ?? { timeoutMs: undefined }, () => worker?.postMessage({ job, asked }))
      if (outcome.endedBy !== "itself") close()
      return outcome
    },
    close,
  }
}

/** One job in a workshop that is closed behind it. */
export async function runJob<Name extends JobName>(
  job: Name, asked: Jobs[Name]["asked"], memoryMiB: number, patience?: Patience,
): Promise<Outcome<Name>> {
  const workshop = openWorkshop(memoryMiB)
  try {
    return await workshop.ask(job, asked, patience)
  } finally {
    workshop.close()
  }
}

function watch<Name extends JobName>(worker: Worker, memoryMiB: number, patience: Patience, begin: () => void): Promise<Outcome<Name>> {
  const started = performance.now()
  const line = progressLine()
  let answer: Partial<Jobs[Name]["answer"]> & { readonly snapshot?: Snapshot } = {}
  return new Promise((resolve, reject) => {
    const elapsed = () => performance.now() - started
    const rest = () => {
      clearInterval(ticker)
      clearTimeout(alarm)
      forget()
      worker.off("message", hear).off("error", fail).off("exit", vanish)
      line.clear()
    }
    const end = (endedBy: EndedBy) => {
      rest()
      resolve({ answer, stage: answer.stage ?? "reading", endedBy, milliseconds: Math.round(elapsed()) })
    }
    const hear = (message: ThreadMessage) => {
      if ("done" in message) end("itself")
      else answer = { ...answer, ...message.part }
    }
    const fail = (error: unknown) => {
      if (codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY") return end("memory")
      rest()
      reject(error)
    }
    const vanish = () => fail(new Error("the thread ended before its job"))
    const tick = () => {
      if (process.memoryUsage.rss() > memoryMiB * 2 ** 20) return end("memory")
      if (elapsed() > silence) line.draw({ stage: answer.stage ?? "reading", snapshot: answer.snapshot, milliseconds: elapsed() })
    }
    const ticker = setInterval(tick, beat)
    const alarm = setTimeout(() => end("time"), Math.min((patience.timeoutMs ?? longest) + (patience.graceMs ?? 0), longest))
    const forget = onInterrupt(() => end("interrupt"))
    worker.on("message", hear).on("error", fail).on("exit", vanish)
    begin()
  })
}

function startWorker(memoryMiB: number): Worker {
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: Math.min(memoryMiB, wholeMemoryMiB()), stackSizeMb: 16 },
  })
  // What a thread still has to say after it was ended interests nobody.
  return worker.on("error", () => {})
}

/** Three quarters of the machine, and never more than 4 GiB unless asked for. */
export function usualMemoryMiB(): number {
  return Math.min(4096, Math.floor(wholeMemoryMiB() * 0.75))
}

function wholeMemoryMiB(): number {
  return Math.floor(totalmem() / 2 ** 20)
}
