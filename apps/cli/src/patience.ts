/** How much time and memory a command may take. */
import { Refusal } from "./exit.js"
import { optional, readCount, readSeconds } from "./options.js"
import { usualMemoryMiB } from "./thread/workshop.js"

export interface PatienceFlags {
  readonly timeout?: string
  readonly memory?: string
}

/** Less than this is not enough to read a world at all. */
const leastMemoryMiB = 128

export function readPatience({ timeout, memory }: PatienceFlags) {
  const seconds = optional(timeout, (value) => readSeconds("--timeout", value)) ?? null
  return { timeoutMs: seconds === null ? undefined : seconds * 1000, memoryMiB: optional(memory, readMemory) ?? usualMemoryMiB() }
}

function readMemory(value: string): number {
  const takes = `a whole number of MiB from ${leastMemoryMiB} up`
  const memoryMiB = readCount("--memory", value, takes)
  if (memoryMiB < leastMemoryMiB) throw new Refusal(`--memory takes ${takes}, not "${value}".`)
  return memoryMiB
}

/** "the time limit of 2 s": what a user who gave the flag is told. */
export function timeLimit(timeoutMs: number | undefined): string {
  return timeoutMs === undefined ? "the time limit" : `the time limit of ${timeoutMs / 1000} s`
}
