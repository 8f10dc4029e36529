/**
 * A lock beside a file that one process at a time may write. It names the process that holds it, and when
 * that began: a lock whose process is gone counts for nothing, so one that was killed leaves nothing closed.
 *
 * Two that find the same void lock may both put their own in its place; the one whose lock is still there a
 * moment later has it.
 */
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs"
import { hostname } from "node:os"
import { codeOf } from "../error-code.js"
import { Refusal } from "../exit.js"
import { whyNotWritten } from "./replace-file.js"
import { beginningOf, isRunning } from "./processes.js"

interface Holder {
  readonly pid: number
  readonly began: string | null
  readonly host: string
}

/** How long a lock that was put in the place of a void one must have stood, in milliseconds. */
const moment = 50

/** What comes back gives the lock away. */
export function lockFile(path: string): () => void {
  const lock = `${path}.lock`
  const me = JSON.stringify({
    pid: process.pid,
    began: beginningOf(process.pid),
    host: hostname(),
  } satisfies Holder)
  const mine = `${lock}.${process.pid}`
  try {
    writeFileSync(mine, me, { flag: "w" })
    take(path, lock, mine, me)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${path} could not be written: ${whyNotWritten(error)}.`)
  } finally {
    remove(mine)
  }
  const release = (): void => {
    if (textOf(lock) === me) remove(lock)
  }
  process.once("exit", release)
  return () => {
    process.off("exit", release)
    release()
  }
}

function take(path: string, lock: string, mine: string, me: string) {
  try {
    // A link is made whole or not at all, so that no process reads half a lock.
    linkSync(mine, lock)
    return
  } catch (error) {
    if (codeOf(error) !== "EEXIST") return takeWithoutLinks(lock, me, error)
  }
  const holder = holderOf(lock)
  if (holder && isHeld(holder)) throw new Refusal(busy(path, lock, holder))
  renameSync(mine, lock)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, moment)
  if (textOf(lock) !== me)
    throw new Refusal(
      `${path} is being written by another process: wait until that ends, or name another file.`,
    )
}

/** Some disks know no links. */
function takeWithoutLinks(lock: string, me: string, error: unknown) {
  if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error) ?? "")) throw error
  writeFileSync(lock, me, { flag: "wx" })
}

function busy(path: string, lock: string, { pid, host }: Holder): string {
  const elsewhere = host === hostname() ? "" : ` on ${host}`
  const advice = elsewhere === "" ? "" : ` If that is not so any more, delete ${lock}.`
  return `${path} is being written by process ${pid}${elsewhere}: wait until that ends, or name another file.${advice}`
}

/** Of a process on another machine nothing can be known: it holds its lock until the user deletes it. */
function isHeld({ pid, began, host }: Holder): boolean {
  if (host !== hostname()) return true
  if (!isRunning(pid)) return false
  const begins = beginningOf(pid)
  return began === null || begins === null || began === begins
}

/** Undefined: it is no lock of ours, or was cut off. */
function holderOf(lock: string): Holder | undefined {
  try {
    const { pid, began, host } = JSON.parse(textOf(lock)) as Partial<Holder>
    return typeof pid === "number" && typeof host === "string"
      ? { pid, began: began ?? null, host }
      : undefined
  } catch {
    return undefined
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}

function remove(path: string) {
  try {
    unlinkSync(path)
  } catch {
    // It is gone already.
  }
}
