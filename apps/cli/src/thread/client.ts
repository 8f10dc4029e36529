/**
 * Hands jobs to threads of their own and watches over them. This keeps four promises during any work of a
 * thread: Ctrl-C ends at once, a time limit is kept, the progress line moves, and running out of memory is an
 * answer, not a crash.
 */
import { totalmem } from "node:os"
import { Worker } from "node:worker_threads"
import { onInterrupt, watchThread } from "../interruption.js"
import { codeOf } from "../error-code.js"
import { noteRead } from "../files/known-files.js"
import { bound } from "../surroundings.js"
import { type Moment, progressLine } from "./progress-line.js"
import type { Snapshot } from "@dramaturg/analysis"
import type { Answer, JobName, Jobs, ListSnapshot, Stage, ThreadMessage } from "./protocol.js"

/**
 * How often we look at memory and draw the line, and how long a job goes on before there is a line, in
 * milliseconds.
 */
const beat = 100
const silence = 400

/** The longest that a timer of Node's can wait. */
const longest = 2 ** 31 - 1

export interface Patience {
  readonly timeoutMs: number | undefined
  /** How long after its time limit a job that does not end by itself is ended by force. */
  readonly graceMs?: number
  /** The time limit is for each part of the answer. */
  readonly isForEachPart?: boolean
}

/** A job ends by itself, or is ended by us. */
export type EndedBy = "itself" | "time" | "memory" | "interrupt"

export interface Outcome<Name extends JobName> {
  /** Which of the ways in which the job was asked for this is about. */
  readonly way: number
  /** All that was known at the end. */
  readonly answer: Partial<Jobs[Name]["answer"]>
  readonly stage: Stage
  readonly endedBy: EndedBy
  readonly milliseconds: number
}

type Part<Name extends JobName> = Partial<Jobs[Name]["answer"]>

/** What the one who asked wants to know before the end. */
export interface Listener<Name extends JobName> {
  /** Hears each part of an answer as it arrives. */
  readonly onPart?: (part: Part<Name>) => void
  /**
   * Of several threads: whether this answer, being complete, makes those of the others needless. Otherwise
   * all are waited for.
   */
  readonly settles?: (answer: Part<Name>) => boolean
}

export interface WorkerClient {
  ask<Name extends JobName>(
    job: Name,
    asked: Jobs[Name]["asked"],
    patience?: Patience,
  ): Promise<Outcome<Name>>
  close(): void
}

/** One thread for as many jobs as are asked for, one after another; a new one if the last had to be ended. */
export function openWorkerClient(memoryMiB: number): WorkerClient {
  let worker: Worker | undefined
  let isBusy = false
  const close = () => {
    if (worker) isBusy ? void worker.terminate() : putAway(worker, memoryMiB)
    worker = undefined
  }
  return {
    async ask(job, asked, patience) {
      worker ??= takeWorker(memoryMiB)
      let endedBy: EndedBy | undefined
      isBusy = true
      try {
        const [outcome] = await watch<typeof job>([worker], memoryMiB, patience, () =>
          worker?.postMessage({ job, asked }),
        )
        endedBy = outcome.endedBy
        isBusy = endedBy !== "itself"
        return outcome
      } finally {
        if (endedBy !== "itself") close()
      }
    },
    close,
  }
}

/** One job in a client that is closed behind it. */
export async function runJob<Name extends JobName>(
  job: Name,
  asked: Jobs[Name]["asked"],
  memoryMiB: number,
  patience?: Patience,
  listener?: Listener<Name>,
): Promise<Outcome<Name>> {
  return (await runJobs(job, [asked], memoryMiB, patience, listener))[0]
}

/**
 * A job asked in several ways, in as many threads at once, none of which is left behind. Only the outcome
 * that made the others needless, if there is one; else one for each way.
 */
export async function runJobs<Name extends JobName>(
  job: Name,
  ways: readonly Jobs[Name]["asked"][],
  memoryMiB: number,
  patience?: Patience,
  listener?: Listener<Name>,
): Promise<readonly Outcome<Name>[]> {
  const workers = ways.map(() => takeWorker(memoryMiB))
  let outcomes: readonly Outcome<Name>[] = []
  try {
    return (outcomes = await watch<Name>(
      workers,
      memoryMiB,
      patience,
      () => workers.forEach((each, i) => each.postMessage({ job, asked: ways[i] })),
      listener,
    ))
  } finally {
    workers.forEach((each, way) => {
      const isDone = outcomes.some((one) => one.way === way && one.endedBy === "itself")
      if (isDone) putAway(each, memoryMiB)
      else void each.terminate()
    })
  }
}

/** What one thread has said so far, and how its job has ended, if it has. */
interface Member<Name extends JobName> {
  readonly way: number
  readonly worker: Worker
  answer: Part<Name> & Partial<Answer> & { readonly snapshot?: Snapshot | ListSnapshot }
  endedBy?: EndedBy
}

function watch<Name extends JobName>(
  workers: readonly Worker[],
  memoryMiB: number,
  patience: Patience = { timeoutMs: undefined },
  begin: () => void,
  listener: Listener<Name> = {},
): Promise<readonly Outcome<Name>[]> {
  const started = performance.now()
  const line = progressLine()
  const members: Member<Name>[] = workers.map((worker, way) => ({ way, worker, answer: {} }))
  return new Promise((resolve, reject) => {
    const elapsed = () => performance.now() - started
    const rest = () => {
      clearInterval(ticker)
      clearTimeout(alarm)
      forget()
      for (const each of ears) each()
      line.clear()
    }
    const outcome = (member: Member<Name>, endedBy: EndedBy): Outcome<Name> => {
      const { answer, way } = member
      return {
        way,
        answer,
        stage: answer.stage ?? "reading",
        endedBy: member.endedBy ?? endedBy,
        milliseconds: Math.round(elapsed()),
      }
    }
    const end = (endedBy: EndedBy, only = members) => {
      rest()
      resolve(only.map((each) => outcome(each, endedBy)))
    }
    const done = (member: Member<Name>, endedBy: EndedBy) => {
      member.endedBy = endedBy
      if (endedBy === "itself" && listener.settles?.(member.answer)) end(endedBy, [member])
      else if (members.every((each) => each.endedBy)) end(endedBy)
    }
    const hear = (member: Member<Name>, message: ThreadMessage) => {
      if (patience.isForEachPart) alarm.refresh()
      if ("done" in message) return done(member, "itself")
      member.answer = { ...member.answer, ...message.part }
      for (const each of message.part.texts?.keys() ?? []) noteRead(each)
      if (!listener.onPart) return
      line.clear()
      listener.onPart(message.part as Part<Name>)
    }
    // What goes wrong while an answer is heard (a full disk, a part that would be overwritten) ends the job
    // as if it had gone wrong itself.
    const heed = (member: Member<Name>, message: ThreadMessage) => {
      try {
        hear(member, message)
      } catch (error) {
        rest()
        reject(error)
      }
    }
    const fail = (member: Member<Name>, error: unknown) => {
      if (codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY") return done(member, "memory")
      rest()
      reject(error)
    }
    const tick = () => {
      if (process.memoryUsage.rss() > memoryMiB * 2 ** 20) return end("memory")
      if (elapsed() > silence) line.draw({ ...momentOf(members), milliseconds: elapsed() })
    }
    const ticker = setInterval(tick, beat)
    const alarm = setTimeout(
      () => end("time"),
      Math.min(Math.max(0, (patience.timeoutMs ?? longest) + (patience.graceMs ?? 0) - lateness()), longest),
    )
    const forget = onInterrupt(() => end("interrupt"))
    const ears = members.map((each) =>
      listen(
        each.worker,
        (message) => heed(each, message),
        (error) => fail(each, error),
      ),
    )
    begin()
  })
}

/** How long a program like this needs to be loaded, in milliseconds; a time limit does not include it. */
const usualStart = 400
let isLateCounted = false

/**
 * What a busy machine needed beyond that is taken from the first job, so that the command as a whole ends
 * when it should.
 */
function lateness(): number {
  if (isLateCounted) return 0
  isLateCounted = true
  return Math.max(0, performance.now() - usualStart)
}

/** What comes back stops listening. */
function listen(
  worker: Worker,
  hear: (message: ThreadMessage) => void,
  fail: (error: unknown) => void,
): () => void {
  const heard = bound(hear)
  const failed = bound(fail)
  const vanish = bound(() => fail(new Error("the thread ended before its job")))
  worker.on("message", heard).on("error", failed).on("exit", vanish)
  return () => worker.off("message", heard).off("error", failed).off("exit", vanish)
}

function momentOf<Name extends JobName>(
  members: readonly Member<Name>[],
): Pick<Moment, "stage" | "snapshots" | "note"> {
  const snapshots = members.map((each) => each.answer.snapshot).filter((each) => each !== undefined)
  const stage: Stage | undefined = members[0].answer.stage
  return { stage: stage ?? "reading", snapshots, note: members[0].answer.note }
}

/** Threads at rest, by the memory they may take. Undefined: a thread ends with the one who asked for it. */
let resting: Map<number, Worker[]> | undefined

/** Of what a process may take, it keeps no thread for later when this share is in use. */
const keptShare = 0.25

/**
 * Keeps threads that have done their job for the next one, which then need not be started; for a process that
 * runs many command lines. What comes back ends those that rest.
 */
export function keepThreads(): () => Promise<void> {
  resting = new Map()
  return async () => {
    const all = [...(resting?.values() ?? [])].flat()
    resting = undefined
    await Promise.all(all.map((each) => each.terminate()))
  }
}

function takeWorker(memoryMiB: number): Worker {
  return resting?.get(memoryMiB)?.pop() ?? startWorker(memoryMiB)
}

function putAway(worker: Worker, memoryMiB: number) {
  if (!resting || process.memoryUsage.rss() > keptShare * memoryMiB * 2 ** 20) return void worker.terminate()
  resting.set(memoryMiB, [...(resting.get(memoryMiB) ?? []), worker])
}

function startWorker(memoryMiB: number): Worker {
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: Math.min(memoryMiB, wholeMemoryMiB()), stackSizeMb: 16 },
  })
  const forget = watchThread(() => worker.terminate())
  // Messages of a thread that was ended are dropped.
  return worker.on("error", () => {}).on("exit", forget)
}

/** Three quarters of the machine, and never more than 4 GiB unless asked for. */
export function usualMemoryMiB(): number {
  return Math.min(4096, Math.floor(wholeMemoryMiB() * 0.75))
}

function wholeMemoryMiB(): number {
  return Math.floor(totalmem() / 2 ** 20)
}

/** The most memory that the process has had at once. */
export function peakMemoryMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
