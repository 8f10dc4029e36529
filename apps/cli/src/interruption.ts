/**
 * What Ctrl-C does. The launcher has one listener for the life of the process, which calls `interrupt`; a command that has
 * something to say for itself before it goes puts its own answer in place for as long as it runs.
 */
import { exit } from "./exit.js"

/** However a command means to end after Ctrl-C, after this long it has ended. */
const patience = 1_000

let answer: (() => void) | undefined
let isEnding = false

/** A second Ctrl-C (a terminal sends one to every program, and npm passes its own on) does not cut the first answer short. */
export function interrupt() {
  if (isEnding) return
  if (!answer) process.exit(exit.interrupted)
  isEnding = true
  setTimeout(() => process.exit(exit.interrupted), patience).unref()
  answer()
}

/** Puts an answer in place; what comes back takes it away again. */
export function onInterrupt(own: () => void): () => void {
  answer = own
  return () => {
    if (answer === own) answer = undefined
  }
}
