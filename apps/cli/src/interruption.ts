/**
 * What Ctrl-C does. The launcher has one listener for the life of the process, which calls `interrupt`; a
 * command that has something to say for itself before it goes puts its own answer in place for as long as it
 * runs.
 */
import { exit } from "./exit.js"
import { surroundings } from "./surroundings.js"

/**
 * However a command means to end after Ctrl-C, after this long it is ended; and a thread gets this long to
 * let go, in milliseconds.
 */
const patience = 150
const lastPatience = 130

let answer: (() => void) | undefined
let isEnding = false

/** What ends each thread that is at work. */
const threads = new Set<() => Promise<unknown>>()

/**
 * A second Ctrl-C (a terminal sends one to every program, and npm passes its own on) does not cut the first
 * answer short.
 */
export function interrupt() {
  if (isEnding) return
  isEnding = true
  setTimeout(() => void leave(), answer ? patience : 0)
  answer?.()
}

/** Puts an answer in place; what comes back takes it away again. */
export function onInterrupt(own: () => void): () => void {
  const around = surroundings()
  if (around) return around.onCancel(own)
  answer = own
  return () => {
    if (answer === own) answer = undefined
  }
}

/** Ends the work that goes on, as Ctrl-C would, and not the process. */
export function stopWork() {
  answer?.()
}

/** Ctrl-C does not wait for the work that the thread is doing. What comes back says that it is gone. */
export function watchThread(end: () => Promise<unknown>): () => void {
  threads.add(end)
  return () => void threads.delete(end)
}

/** `process.exit` waits for threads, and a thread inside one long native call cannot be ended. */
async function leave() {
  const ended = Promise.all([...threads].map((end) => end())).then(() => true)
  const isFree = await Promise.race([
    ended,
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), lastPatience)),
  ])
  if (isFree) process.exit(exit.interrupted)
  process.removeAllListeners("SIGINT")
  process.kill(process.pid, "SIGINT")
}
