/** How much time and memory a command may take. */
import { exit, Refusal } from "./exit.js"
import { optional, readCount, readSeconds } from "./options.js"
import { type EndedBy, usualMemoryMiB } from "./thread/client.js"

export interface PatienceFlags {
  readonly timeout?: string
  readonly memory?: string
}

/** Less than this is not enough to read a world at all. */
const leastMemoryMiB = 128

export function readPatience({ timeout, memory }: PatienceFlags) {
  const seconds = optional(timeout, (value) => readSeconds("--timeout", value)) ?? null
  return {
    timeoutMs: seconds === null ? undefined : seconds * 1000,
    memoryMiB: optional(memory, readMemory) ?? usualMemoryMiB(),
  }
}

function readMemory(value: string): number {
  const takes = `a whole number of MiB from ${leastMemoryMiB} up`
  const memoryMiB = readCount("--memory", value, takes)
  if (memoryMiB < leastMemoryMiB) throw new Refusal(`--memory takes ${takes}, not "${value}".`)
  return memoryMiB
}

/** What a process needs beside what its searches keep, and each further thread of it. */
const baseMiB = 80
const baseOfThreadMiB = 24

/**
 * For each byte that a search keeps there is another that it has let go of, or keeps while a table grows
 * (measured: 1.8 to 2.2).
 */
const overhead = 2

/**
 * What each thread's search may keep, so that it stops by itself, with all it knows, before we have to end it
 * by force.
 */
export function searchMemoryMiB(memoryMiB: number, threads: number): number {
  return Math.max(1, Math.floor((memoryMiB - baseMiB - (threads - 1) * baseOfThreadMiB) / threads / overhead))
}

/** "the time limit of 2 s": what a user who gave the flag is told. */
export function timeLimit(timeoutMs: number | undefined): string {
  return timeoutMs === undefined ? "the time limit" : `the time limit of ${timeoutMs / 1000} s`
}

/** There is no answer, because the job was ended from outside. */
export function unanswered(endedBy: EndedBy, timeoutMs: number | undefined): Refusal {
  if (endedBy === "interrupt") return new Refusal("interrupted.", exit.interrupted)
  return new Refusal(
    `the answer was not found within ${endedBy === "memory" ? "the memory" : timeLimit(timeoutMs)}.`,
    exit.unknown,
  )
}

/** Of the time there is, what ends by itself has this much; the rest is for writing down what it knows. */
const share = 0.9

/** When work is to end by itself, in milliseconds as `Date.now` counts them. */
export function deadlineFor(timeoutMs: number | undefined): number | undefined {
  return timeoutMs === undefined ? undefined : Date.now() + timeoutMs * share
}

/** What has not ended by itself at its time limit gets this much longer: less than a tenth, and a moment. */
export function graceFor(timeoutMs: number | undefined): number {
  return timeoutMs === undefined ? 0 : Math.min(3000, timeoutMs / 20 + 250)
}
