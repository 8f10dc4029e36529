/**
 * Whether another process is still there. A number may be given away anew, so when a process began is part of
 * who it is.
 */
import { readFileSync } from "node:fs"
import { codeOf } from "../error-code.js"

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A process that has ended and was not waited for yet does no more work.
    return !["Z", "X"].includes(fieldsOf(pid)?.[0] ?? "")
  } catch (error) {
    // A process of another user may not be signalled, but it exists.
    return codeOf(error) === "EPERM"
  }
}

/** When a process began, as the system counts; null where the system does not say. */
export function beginningOf(pid: number): string | null {
  return fieldsOf(pid)?.[19] ?? null
}

/** What Linux says of a process, from its state on. */
function fieldsOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The name of the program, in brackets, may hold anything; the fields behind it do not.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")
  } catch {
    return undefined
  }
}
